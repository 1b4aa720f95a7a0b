package plumbline.data;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * The column to predict: numbers for least squares, labels -1 and 1 for logistic regression.
 *
 * @param kind the objective that it is for
 * @param values shape [n]
 * @param note which label is which, or how the objective was told; empty if there is nothing to say
 */
record Target(Wish.Kind kind, Vector values, Optional<String> note) {
  static Target of(Table table, Wish wish) {
    int column = table.column(wish.target());
    List<String> cells = table.rows().stream().map(row -> row.cells().get(column)).toList();
    List<String> labels = labels(cells);
    Wish.Kind kind = wish.kind().orElseGet(() -> told(table, wish, labels));
    if (kind == Wish.Kind.LEAST_SQUARES) {
      return new Target(kind, Numbers.column(table, column, Numbers.Use.TARGET), Optional.empty());
    }
    if (labels.size() != 2 || labels.contains("")) {
      throw new IllegalArgumentException(
          "%s: column %s has %s, logistic regression needs two labels: name another target, or set --problem least-squares"
              .formatted(
                  table.file(),
                  wish.target(),
                  labels.contains("")
                      ? "empty cells"
                      : labels.size() == 1 ? "1 value" : labels.size() + " different values"));
    }
    Vector values =
        Vector.generate(
            cells.size(),
            i -> same(cells.get(i), labels.get(1)) ? BigFraction.ONE : BigFraction.MINUS_ONE);
    return new Target(
        kind,
        values,
        Optional.of(
            "%s: \"%s\" is -1 and \"%s\" is +1"
                .formatted(wish.target(), labels.get(0), labels.get(1))));
  }

  /** Different values in order: numbers by size, before words. */
  private static List<String> labels(List<String> cells) {
    Comparator<String> order =
        Comparator.comparing(
                (String cell) -> number(cell).orElse(null),
                Comparator.nullsLast(BigFraction::compareTo))
            .thenComparing(cell -> number(cell).isPresent() ? "" : cell);
    return cells.stream()
        .collect(java.util.stream.Collectors.toCollection(() -> new java.util.TreeSet<>(order)))
        .stream()
        .toList();
  }

  private static boolean same(String cell, String label) {
    return cell.equals(label) || number(cell).isPresent() && number(cell).equals(number(label));
  }

  private static Optional<BigFraction> number(String cell) {
    try {
      return Optional.of(Rationals.parse(cell));
    } catch (IllegalArgumentException word) {
      return Optional.empty();
    }
  }

  private static Wish.Kind told(Table table, Wish wish, List<String> labels) {
    boolean numbers = labels.stream().allMatch(label -> number(label).isPresent());
    if (labels.size() == 2 && numbers) {
      throw new IllegalArgumentException(
          "%s: column %s has two values, %s and %s, which may be numbers or labels: set --problem least-squares or --problem ridge-logistic"
              .formatted(table.file(), wish.target(), labels.get(0), labels.get(1)));
    }
    boolean words = labels.stream().noneMatch(label -> number(label).isPresent());
    return labels.size() == 2 && words && !labels.contains("")
        ? Wish.Kind.RIDGE_LOGISTIC
        : Wish.Kind.LEAST_SQUARES;
  }
}
