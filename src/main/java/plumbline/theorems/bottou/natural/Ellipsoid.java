package plumbline.theorems.bottou.natural;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.LinearAlgebra;

/**
 * G = LDL' with ones on the diagonal of L: in the coordinates z = L'delta the ellipsoid delta'G
 * delta &lt;= r^2 has the coordinates' axes. Independent of the inverse of G.
 *
 * @param lower L, its rows
 * @param pivots the diagonal of D
 * @param <T> the numbers
 */
record Ellipsoid<T extends FieldElement<T>>(
    LinearAlgebra<T> field, List<List<T>> lower, List<T> pivots) {
  static <T extends FieldElement<T>> Ellipsoid<T> of(LinearAlgebra<T> field, List<List<T>> g) {
    List<List<T>> lower = new ArrayList<>();
    List<T> pivots = new ArrayList<>();
    for (int i = 0; i < g.size(); i++) {
      List<T> row = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        row.add(rest(g, row, lower.get(j), pivots, i, j).divide(pivots.get(j)));
      }
      pivots.add(rest(g, row, row, pivots, i, i));
      row.add(field.in().of(1));
      lower.add(row);
    }
    return new Ellipsoid<>(field, lower, pivots);
  }

  /** G_ij minus the sum of L_im D_m L_jm over m &lt; j. */
  private static <T extends FieldElement<T>> T rest(
      List<List<T>> g, List<T> row, List<T> other, List<T> pivots, int i, int j) {
    T sum = g.get(i).get(j);
    for (int m = 0; m < j; m++) {
      sum = sum.subtract(row.get(m).multiply(pivots.get(m)).multiply(other.get(m)));
    }
    return sum;
  }

  /** The delta of least slope'delta with delta'G delta &lt;= r^2. */
  List<T> lowest(List<T> slope, T squaredRadius) {
    int d = pivots.size();
    List<T> h = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      T sum = slope.get(i);
      for (int m = 0; m < i; m++) {
        sum = sum.subtract(lower.get(i).get(m).multiply(h.get(m)));
      }
      h.add(sum);
    }
    List<T> z = field.vector(d, i -> h.get(i).divide(pivots.get(i)));
    T stretch = field.in().sqrt(squaredRadius.divide(field.dot(h, z)));
    List<T> delta = new ArrayList<>(field.times(stretch.negate(), z));
    for (int i = d - 1; i >= 0; i--) {
      for (int m = i + 1; m < d; m++) {
        T part = lower.get(m).get(i).multiply(delta.get(m));
        delta.set(i, delta.get(i).subtract(part));
      }
    }
    return delta;
  }
}
