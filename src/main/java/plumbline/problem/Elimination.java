package plumbline.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import plumbline.series.Matrix;
import plumbline.series.Vector;

/**
 * Gaussian elimination in rationals: a solution of A x = b with its free entries 0, and the pivot
 * columns, whose number is the rank.
 *
 * @param solution x
 * @param pivots increasing
 */
record Elimination(Vector solution, List<Integer> pivots) {
  Elimination {
    pivots = List.copyOf(pivots);
  }

  /** Empty if A x = b has no solution. */
  static Optional<Elimination> solve(Matrix a, Vector b) {
    int height = a.height();
    int width = a.width();
    BigFraction[][] m = new BigFraction[height][];
    for (int i = 0; i < height; i++) {
      List<BigFraction> row = new ArrayList<>(a.rows().get(i).entries());
      row.add(b.exact(i));
      m[i] = row.toArray(BigFraction[]::new);
    }
    List<Integer> pivots = new ArrayList<>();
    for (int column = 0; column < width && pivots.size() < height; column++) {
      if (reduced(m, pivots.size(), column)) {
        pivots.add(column);
      }
    }
    for (int i = pivots.size(); i < height; i++) {
      if (!m[i][width].isZero()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Elimination(
            Vector.generate(
                width,
                j -> {
                  int row = pivots.indexOf(j);
                  return row < 0 ? BigFraction.ZERO : m[row][width];
                }),
            pivots));
  }

  /** Clears the column but for a one in this row; false if it is zero from this row on. */
  private static boolean reduced(BigFraction[][] m, int row, int column) {
    int pivot = row;
    while (pivot < m.length && m[pivot][column].isZero()) {
      pivot++;
    }
    if (pivot == m.length) {
      return false;
    }
    BigFraction[] swapped = m[pivot];
    m[pivot] = m[row];
    m[row] = swapped;
    BigFraction scale = swapped[column].reciprocal();
    for (int j = column; j < swapped.length; j++) {
      swapped[j] = swapped[j].multiply(scale);
    }
    for (int i = 0; i < m.length; i++) {
      BigFraction factor = m[i][column];
      if (i != row && !factor.isZero()) {
        for (int j = column; j < swapped.length; j++) {
          m[i][j] = m[i][j].subtract(factor.multiply(swapped[j]));
        }
      }
    }
    return true;
  }

  /** Whether a symmetric matrix is positive definite, decided exactly by its pivots. */
  static boolean isPositiveDefinite(Matrix symmetric) {
    return sign(symmetric) == Spectrum.Sign.DEFINITE;
  }

  /**
   * Of a symmetric matrix, by symmetric elimination: a negative pivot is a negative direction, and
   * so is a zero pivot with anything beside it; a zero pivot with zeros beside it is a null vector.
   */
  static Spectrum.Sign sign(Matrix symmetric) {
    int n = symmetric.height();
    boolean singular = false;
    BigFraction[][] m = new BigFraction[n][];
    for (int i = 0; i < n; i++) {
      m[i] = symmetric.rows().get(i).entries().toArray(BigFraction[]::new);
    }
    for (int p = 0; p < n; p++) {
      if (m[p][p].signum() < 0) {
        return Spectrum.Sign.INDEFINITE;
      }
      singular |= m[p][p].isZero();
      for (int i = p + 1; i < n; i++) {
        if (m[p][p].isZero() && !m[i][p].isZero()) {
          return Spectrum.Sign.INDEFINITE;
        }
        if (!m[i][p].isZero()) {
          BigFraction factor = m[i][p].divide(m[p][p]);
          for (int j = p + 1; j < n; j++) {
            m[i][j] = m[i][j].subtract(factor.multiply(m[p][j]));
          }
        }
      }
    }
    return singular ? Spectrum.Sign.SEMIDEFINITE : Spectrum.Sign.DEFINITE;
  }
}
