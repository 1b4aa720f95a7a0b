package plumbline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/** Columns of numbers, cell by cell as they are written, and what can be done to them exactly. */
final class Numbers {
  /** Squares of squares of larger numbers leave the doubles that simulations run in. */
  private static final BigFraction LARGEST = Rationals.parse("1e30");

  private static final int LONGEST = 60;

  private Numbers() {}

  /** What a column is for, and what to do where it cannot serve. */
  enum Use {
    INPUT("", "choose other inputs with --columns"),
    TARGET(" (the target)", "name another target with --target");

    private final String word;
    private final String instead;

    Use(String word, String instead) {
      this.word = word;
      this.instead = instead;
    }
  }

  /**
   * A column.
   *
   * @throws IllegalArgumentException at the first cell that is no number, with its line
   */
  static Vector column(Table table, int column, Use use) {
    List<BigFraction> entries = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      entries.add(cell(table, row, column, use));
    }
    return new Vector(entries);
  }

  private static BigFraction cell(Table table, Table.Row row, int column, Use use) {
    String text = row.cells().get(column);
    BigFraction number;
    try {
      number = text.length() > LONGEST ? null : Rationals.parse(text);
    } catch (IllegalArgumentException notANumber) {
      number = null;
    }
    boolean small =
        number != null
            && (number.isZero()
                || number.abs().compareTo(LARGEST) <= 0
                    && number.abs().reciprocal().compareTo(LARGEST) <= 0);
    if (!small) {
      String got = text.isEmpty() ? "an empty cell" : '"' + shortened(text) + '"';
      throw new IllegalArgumentException(
          "%s, line %d, column %s%s: got %s, allowed is a number such as 12.5, 0 or between 1e-30 and 1e30 in size: mend the row or leave it out, or %s"
              .formatted(
                  table.file(), row.line(), table.names().get(column), use.word, got, use.instead));
    }
    return number;
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "...";
  }

  static BigFraction largest(Vector column) {
    return column.entries().stream()
        .map(BigFraction::abs)
        .max(BigFraction::compareTo)
        .orElseThrow();
  }

  static BigFraction mean(Vector column) {
    return column
        .dot(Vector.constant(column.dimension(), BigFraction.ONE))
        .divide(Rationals.of(column.dimension(), 1));
  }

  static Vector less(Vector column, BigFraction by) {
    return Vector.generate(column.dimension(), i -> column.exact(i).subtract(by));
  }

  static Vector divided(Vector column, BigFraction by) {
    return Vector.generate(column.dimension(), i -> column.exact(i).divide(by));
  }

  static boolean isConstant(Vector column) {
    return column.entries().stream().allMatch(column.exact(0)::equals);
  }

  /** The columns side by side, shape [n x d]. */
  static List<Vector> rows(List<Vector> columns) {
    return IntStream.range(0, columns.get(0).dimension())
        .mapToObj(i -> Vector.generate(columns.size(), j -> columns.get(j).exact(i)))
        .toList();
  }
}
