package plumbline.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plumbline.check.ClaimResult;
import plumbline.check.Curve;

/** Puts a picture into sentences. */
final class Description {
  private Description() {}

  static String of(ClaimResult claim, Curves curves) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "%s against %s, %s."
            .formatted(curves.yTitle(), curves.xTitle(), axes(curves.x(), curves.y())));
    for (Curve curve : claim.curves()) {
      if (curve.role() == Curve.Role.BAND) {
        sentences.add("A band shows " + curve.name() + ".");
      } else {
        ends(curve, sentences);
      }
    }
    omitted(curves).ifPresent(sentences::add);
    String text = String.join(" ", sentences);
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** How many points are not drawn, and why; empty if all are. */
  static Optional<String> omitted(Curves curves) {
    return curves.left() == 0
        ? Optional.empty()
        : Optional.of(
            "%d point%s not drawn: not positive, not finite, or beyond the axis."
                .formatted(curves.left(), curves.left() == 1 ? " is" : "s are"));
  }

  private static String axes(Axis x, Axis y) {
    boolean logX = x.scale() != Axis.Scale.LINEAR;
    boolean logY = y.scale() != Axis.Scale.LINEAR;
    return logX && logY
        ? "both axes logarithmic"
        : logX
            ? "the axis of values linear, the other logarithmic"
            : logY ? "the axis of values logarithmic, the other linear" : "both axes linear";
  }

  private static void ends(Curve curve, List<String> sentences) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < curve.x().size(); i++) {
      if (Double.isFinite(curve.x().get(i)) && Double.isFinite(curve.y().get(i))) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      sentences.add(curve.name() + " has no finite value.");
    } else if (first == last) {
      sentences.add("%s is %s.".formatted(curve.name(), point(curve, first)));
    } else {
      sentences.add(
          "%s goes from %s to %s."
              .formatted(curve.name(), point(curve, first), point(curve, last)));
    }
  }

  private static String point(Curve curve, int i) {
    return Numbers.four(curve.y().get(i)) + " at k = " + Numbers.four(curve.x().get(i));
  }
}
