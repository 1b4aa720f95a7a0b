package plumbline.report;

import static plumbline.plot.Numbers.four;
import static plumbline.plot.Numbers.percent;
import static plumbline.plot.Numbers.two;
import static plumbline.plot.Numbers.whole;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import plumbline.check.Layer;

/** A layer of evidence as a sentence for everybody and a table for those who open it. */
final class Evidence {
  /** More rows are read in results.json. */
  private static final int MOST_ROWS = 60;

  private Evidence() {}

  /**
   * @param relation of the claim: it says what the limits of a sampled layer are limits of
   */
  static String sentence(Layer layer, String relation) {
    if (layer instanceof Layer.Sampled sampled) {
      return sampled(sampled, relation);
    } else if (layer instanceof Layer.Exact exact) {
      return exact(exact);
    } else if (layer instanceof Layer.Compared compared) {
      int n = compared.sides().size();
      return "Compared without chance, in %s, at %s."
          .formatted(compared.arithmetic(), n == 1 ? "one point" : whole(n) + " points");
    } else if (layer instanceof Layer.Interval interval) {
      return "Simulated: the %s lies between %s and %s, from %s replicas; claimed is %s, to within %s."
          .formatted(
              interval.what(),
              four(interval.lower()),
              four(interval.upper()),
              whole(interval.replicas()),
              four(interval.target()),
              two(interval.tau()));
    }
    if (layer instanceof Layer.Signed signed) {
      return "Simulated: the means of %s replicas against what is claimed of them, which they may miss by %s.%s"
          .formatted(
              whole(signed.replicas()),
              signed.coordinates().stream()
                  .map(c -> four(c.resolution()))
                  .distinct()
                  .collect(Collectors.joining(" or ")),
              errors(signed.grade(), signed.alpha(), Double.NaN)
                  + (Double.isFinite(signed.delta99())
                      ? " A violation of "
                          + two(signed.delta99())
                          + " standard deviations would have been refuted with probability"
                          + " 99\u00a0%."
                      : ""));
    }
    if (layer instanceof Layer.Coincided coincided) {
      return "Simulated: with the same draws the two differ by at most %s over %s replicas. One unit in the last place of the start makes a difference of %s, the twin one of %s."
          .formatted(
              four(coincided.difference()),
              whole(coincided.replicas()),
              four(coincided.rounding()),
              four(coincided.twin()));
    }
    Layer.Counted counted = (Layer.Counted) layer;
    return "Simulated: the event happened in %s of %s replicas, so its probability lies between %s and %s; claimed is %s.%s"
        .formatted(
            whole(counted.events()),
            whole(counted.replicas()),
            four(counted.lower()),
            four(counted.upper()),
            four(counted.probability()),
            errors(counted.grade(), counted.alpha(), counted.delta99()));
  }

  private static String sampled(Layer.Sampled sampled, String relation) {
    String what =
        switch (relation) {
          case "at most" -> "the largest ratio of a mean to its bound at a checkpoint lies";
          case "at least" -> "the smallest ratio of a mean to its bound at a checkpoint lies";
          default -> "at every checkpoint the ratio of the mean to what is claimed lies";
        };
    return "Simulated: over %s replicas, %s between %s and %s.%s%s"
        .formatted(
            whole(sampled.replicas()),
            what,
            four(sampled.ratioLower()),
            four(sampled.ratioUpper()),
            errors(sampled.grade(), sampled.alpha(), sampled.delta99()),
            sampled.heavy()
                ? " One replica carries much of the mean somewhere: read it with care."
                : "");
  }

  private static String errors(String grade, double alpha, double delta99) {
    String alarm =
        " A true claim is refuted by such a run with probability at most "
            + two(alpha)
            + (grade.equals("asymptotic") ? ", by a large-sample argument only." : ".");
    return Double.isFinite(delta99)
        ? alarm
            + " A violation of "
            + percent(delta99)
            + " would have been refuted with probability 99\u00a0%."
        : alarm;
  }

  private static String exact(Layer.Exact exact) {
    String most =
        exact.points().stream()
            .max(Comparator.comparingDouble(point -> point.value() / point.bound()))
            .map(
                point ->
                    " The largest ratio to the bound is %s, at k = %s."
                        .formatted(ratio(point), whole(point.k())))
            .orElse("");
    return "Computed exactly, in %s, at %s checkpoints.%s"
        .formatted(exact.arithmetic(), whole(exact.points().size()), most);
  }

  /** A fraction as it is, a decimal to four digits. */
  private static String ratio(Layer.Point point) {
    return point.ratio().matches("-?\\d{1,6}(/\\d{1,6})?")
        ? point.ratio()
        : four(point.value() / point.bound());
  }

  static String table(Layer layer) {
    if (layer instanceof Layer.Sampled sampled) {
      return rows(
          "Simulated on " + sampled.device() + ", grade " + sampled.grade(),
          List.of("where", "bound", "mean / bound", "at least", "at most"),
          sampled.components(),
          c ->
              List.of(
                  c.at(),
                  four(c.bound()),
                  four(c.mean()),
                  four(c.ratioLower()),
                  four(c.ratioUpper())));
    } else if (layer instanceof Layer.Exact exact) {
      return rows(
          "Exact, in " + exact.arithmetic(),
          List.of("k", "bound", "exact value", "ratio"),
          exact.points(),
          p -> List.of(whole(p.k()), four(p.bound()), four(p.value()), ratio(p)));
    } else if (layer instanceof Layer.Compared compared) {
      return rows(
          "Both sides, in " + compared.arithmetic(),
          List.of("what", "left", "right"),
          compared.sides(),
          s -> List.of(s.what(), four(s.left()), four(s.right())));
    }
    if (layer instanceof Layer.Signed signed) {
      return rows(
          "Simulated on " + signed.device() + ", grade " + signed.grade(),
          List.of("where", "claimed", "mean", "sigma", "resolution"),
          signed.coordinates(),
          c ->
              List.of(
                  c.at(),
                  four(c.claimed()),
                  four(c.mean()),
                  four(c.deviation()),
                  four(c.resolution())));
    }
    return "";
  }

  private static <T> String rows(
      String caption, List<String> head, List<T> items, Function<T, List<String>> cells) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(head);
    items.stream().limit(MOST_ROWS).map(cells).forEach(rows::add);
    String more =
        items.size() > MOST_ROWS
            ? "<p>" + whole(items.size() - MOST_ROWS) + " more are in results.json.</p>\n"
            : "";
    return Html.table(caption, rows) + more;
  }
}
