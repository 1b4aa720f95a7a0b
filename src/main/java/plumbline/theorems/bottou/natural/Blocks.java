package plumbline.theorems.bottou.natural;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * Three weights in two blocks, {w_1, w_2} and {w_3}, with the metric [[2, 1, h], [1, 2, 0], [h, 0,
 * 2]], and a gradient that is g + sigma (1, 1, 1) or g - sigma (1, 1, 1).
 *
 * @param mean g, shape [3]
 * @param sigma the noise
 * @param mu the regularization under the root
 * @param eta the length
 * @param coupling h
 */
record Blocks(
    Vector mean, BigFraction sigma, BigFraction mu, BigFraction eta, BigFraction coupling) {
  private static final int FIRST = 2;

  Matrix metric() {
    BigFraction h = coupling;
    BigFraction o = BigFraction.ZERO;
    BigFraction two = new BigFraction(2);
    return new Matrix(
        List.of(
            new Vector(List.of(two, BigFraction.ONE, h)),
            new Vector(List.of(BigFraction.ONE, two, o)),
            new Vector(List.of(h, o, two))));
  }

  /** The mean gradient with k/4 times its own in the second block. */
  <T extends FieldElement<T>> List<T> gradient(LinearAlgebra<T> field, long k) {
    return shrunk(field, field.lift(mean), k);
  }

  private static <T extends FieldElement<T>> List<T> shrunk(
      LinearAlgebra<T> field, List<T> g, long k) {
    T t = field.in().of(Rationals.of(k, 4));
    return field.vector(3, j -> j < FIRST ? g.get(j) : g.get(j).multiply(t));
  }

  /** eta/sqrt(mu + E g_b'G_b^{-1}g_b), weight by weight, over both draws. */
  <T extends FieldElement<T>> List<T> scales(LinearAlgebra<T> field, long k) {
    Arithmetic<T> in = field.in();
    T first = in.of(0);
    T second = in.of(0);
    for (int sign = -1; sign <= 1; sign += 2) {
      BigFraction off = sigma.multiply(sign);
      List<T> g = shrunk(field, field.vector(3, j -> in.of(mean.exact(j).add(off))), k);
      first = first.add(block(field, g, 0, FIRST));
      second = second.add(block(field, g, FIRST, 3));
    }
    T one = scale(in, first.divide(in.of(2)));
    T two = scale(in, second.divide(in.of(2)));
    return field.vector(3, j -> j < FIRST ? one : two);
  }

  private <T extends FieldElement<T>> T scale(Arithmetic<T> in, T square) {
    return in.of(eta).divide(in.sqrt(in.of(mu).add(square)));
  }

  /** g_b'G_b^{-1}g_b for the weights from..to - 1. */
  private <T extends FieldElement<T>> T block(LinearAlgebra<T> field, List<T> g, int from, int to) {
    List<List<T>> rows =
        field.lift(metric()).subList(from, to).stream().map(row -> row.subList(from, to)).toList();
    List<T> part = g.subList(from, to);
    return field.dot(part, field.solve(rows, part));
  }

  /** -scale G^{-1}g, weight by weight. */
  <T extends FieldElement<T>> List<T> step(LinearAlgebra<T> field, long k) {
    List<T> natural = field.solve(field.lift(metric()), gradient(field, k));
    return field.hadamard(field.times(field.in().of(-1), scales(field, k)), natural);
  }
}
