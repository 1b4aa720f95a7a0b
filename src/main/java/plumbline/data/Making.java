package plumbline.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.problem.Problem;
import plumbline.problem.Spectrum;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/** Makes an objective of a table. */
final class Making {
  private static final int MOST_COLUMNS = 32;
  private static final int MOST_DIGITS = 16;

  private final Table table;
  private final Wish wish;
  private final List<String> notes = new ArrayList<>();

  Making(Table table, Wish wish) {
    this.table = table;
    this.wish = wish;
  }

  Given given() {
    Target target = Target.of(table, wish);
    target.note().ifPresent(notes::add);
    List<String> names = names();
    List<Vector> columns = columns(names);
    Matrix inputs = new Matrix(Numbers.rows(columns));
    Vector values = target.values();
    if (target.kind() == Wish.Kind.LEAST_SQUARES && wish.scale() == Wish.Scale.CENTRED) {
      values = Numbers.less(values, Numbers.mean(values));
      notes.add("the mean of " + wish.target() + " is taken from it: this fits an intercept");
    }
    Problem problem =
        target.kind() == Wish.Kind.LEAST_SQUARES
            ? leastSquares(inputs, values, names)
            : Logistic.of(inputs, values, wish.ridge());
    return new Given(problem, described(target.kind(), names, digest(inputs, values)), notes);
  }

  private List<String> names() {
    List<String> chosen =
        wish.columns().isEmpty()
            ? table.names().stream().filter(name -> !name.equals(wish.target())).toList()
            : wish.columns();
    if (chosen.stream().distinct().count() < chosen.size()) {
      throw new IllegalArgumentException(
          "--columns names a column twice in "
              + String.join(",", chosen)
              + ": name each input once");
    }
    List<String> names = new ArrayList<>(wish.intercept() ? List.of("(intercept)") : List.of());
    names.addAll(chosen);
    if (names.isEmpty() || names.size() > MOST_COLUMNS) {
      throw new IllegalArgumentException(
          "%s gives %d inputs, allowed are 1 to %d: choose them with --columns"
              .formatted(table.file(), names.size(), MOST_COLUMNS));
    }
    return names;
  }

  private List<Vector> columns(List<String> names) {
    List<Vector> columns = new ArrayList<>();
    int n = table.rows().size();
    for (String name : names) {
      boolean intercept = wish.intercept() && columns.isEmpty();
      columns.add(
          intercept
              ? Vector.constant(n, BigFraction.ONE)
              : scaled(name, Numbers.column(table, table.column(name), Numbers.Use.INPUT)));
    }
    switch (wish.scale()) {
      case NONE -> {}
      case LARGEST -> notes.add("each input is divided by its largest absolute value, exactly");
      case CENTRED ->
          notes.add(
              "from each input its mean is taken, then it is divided by its largest absolute"
                  + " value, exactly");
    }
    return columns;
  }

  private Vector scaled(String name, Vector column) {
    if (Numbers.isConstant(column)) {
      BigFraction value = column.exact(0);
      if (wish.scale() == Wish.Scale.CENTRED || value.isZero()) {
        throw new IllegalArgumentException(
            "%s: column %s is %s in every row, so that nothing of it is left: leave it out with --columns"
                .formatted(table.file(), name, Rationals.show(value)));
      }
      notes.add("column " + name + " is " + Rationals.show(value) + " in every row: an intercept");
    }
    return switch (wish.scale()) {
      case NONE -> column;
      case LARGEST -> Numbers.divided(column, Numbers.largest(column));
      case CENTRED -> {
        Vector centred = Numbers.less(column, Numbers.mean(column));
        yield Numbers.divided(centred, Numbers.largest(centred));
      }
    };
  }

  private LeastSquares leastSquares(Matrix inputs, Vector targets, List<String> names) {
    LeastSquares problem = LeastSquares.of(inputs, targets);
    if (problem.minimizer().isEmpty()) {
      notes.add(
          "column "
              + names.get(dependent(inputs))
              + " is a combination of those before it: no unique minimizer, c = 0, and what needs"
              + " strong convexity does not apply");
    }
    return problem;
  }

  /** The first column that depends on those before it. */
  private static int dependent(Matrix inputs) {
    Matrix gram = inputs.transposed().times(inputs);
    for (int d = 1; d <= gram.height(); d++) {
      int size = d;
      Matrix leading =
          new Matrix(
              IntStream.range(0, size)
                  .mapToObj(i -> Vector.generate(size, j -> gram.exact(i, j)))
                  .toList());
      if (Spectrum.sign(leading) != Spectrum.Sign.DEFINITE) {
        return d - 1;
      }
    }
    throw new IllegalStateException("the columns are independent");
  }

  private Map<String, String> described(Wish.Kind kind, List<String> names, String digest) {
    Map<String, String> described = new LinkedHashMap<>();
    described.put("data", table.file());
    described.put("digest", digest);
    described.put("problem", kind.word());
    described.put("target", wish.target());
    described.put("inputs", String.join(" ", names));
    described.put("scale", wish.scale().word());
    if (kind == Wish.Kind.RIDGE_LOGISTIC) {
      described.put("ridge", Rationals.show(wish.ridge()));
    }
    return described;
  }

  /** Of the numbers as they enter the objective: whatever changes them changes the draws' key. */
  private static String digest(Matrix inputs, Vector targets) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < inputs.height(); i++) {
        sha.update(text(inputs.rows().get(i)).getBytes(StandardCharsets.UTF_8));
        sha.update((text(targets.exact(i)) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest()).substring(0, MOST_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(Vector row) {
    StringBuilder text = new StringBuilder();
    row.entries().forEach(x -> text.append(text(x)).append(' '));
    return text.toString();
  }

  private static String text(BigFraction x) {
    return x.getNumerator() + "/" + x.getDenominator();
  }
}
