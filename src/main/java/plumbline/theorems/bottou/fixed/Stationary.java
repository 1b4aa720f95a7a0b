package plumbline.theorems.bottou.fixed;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.LeastSquares;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.theorems.bottou.Setting;

/**
 * Where E[F(w_k) - F_*] comes to rest, axis by axis, from the data of problem and oracle: w_i
 * becomes (1 - alpha b_i) w_i - alpha n_i, so that at rest E w_i^2 = alpha E n_i^2/(2 E b_i - alpha
 * E b_i^2).
 *
 * @param axes one for each coordinate
 */
record Stationary(List<Axis> axes) {
  /**
   * One coordinate.
   *
   * @param curvature lambda
   * @param mean E b
   * @param square E b^2
   * @param noise E n^2
   */
  record Axis(BigFraction curvature, BigFraction mean, BigFraction square, BigFraction noise) {}

  Stationary {
    axes = List.copyOf(axes);
  }

  /**
   * The setting, if its rest is known and nothing of the noise is given away on any axis: what is
   * claimed of both sides is claimed of that.
   *
   * @throws IllegalArgumentException if it is not
   */
  static Setting known(Setting setting) {
    of(setting);
    if (setting.recursion().problem() instanceof LeastSquares && !setting.isAttained()) {
      throw new IllegalArgumentException(
          "of least squares in one variable the gap at rest is between these bounds only where the"
              + " variance is M + M_V |grad F|^2 at every w, not below it anywhere");
    }
    return setting;
  }

  /** Of a diagonal quadratic, or of least squares in one variable. */
  static Stationary of(Setting setting) {
    Problem problem = setting.recursion().problem();
    Oracle oracle = setting.recursion().oracle();
    if (problem instanceof LeastSquares sum && sum.dimension() == 1) {
      return new Stationary(List.of(drawn(sum, oracle.batch())));
    }
    if (!(problem instanceof Quadratic q)) {
      throw new IllegalArgumentException(
          "at rest is known of quadratics and of least squares in one variable, got "
              + problem.name());
    }
    List<Axis> axes = new ArrayList<>();
    int share = oracle.additiveLaw() == Law.SPHERE ? q.dimension() : 1;
    for (int i = 0; i < q.dimension(); i++) {
      BigFraction lambda = q.hessian().exact(i, i);
      BigFraction b = lambda.multiply(oracle.scaling().exact(i));
      BigFraction square = b.multiply(b).multiply(oracle.multiplicative().add(1));
      axes.add(new Axis(lambda, b, square, oracle.additive().exact(i).divide(share)));
    }
    return new Stationary(axes);
  }

  /** b = x_i^2 and n = x_i (x_i w_* - y_i), averaged over the points, then over a minibatch. */
  private static Axis drawn(LeastSquares sum, int batch) {
    int n = sum.inputs().height();
    BigFraction w = sum.minimizer().orElseThrow().exact(0);
    BigFraction mean = BigFraction.ZERO;
    BigFraction square = BigFraction.ZERO;
    BigFraction noise = BigFraction.ZERO;
    for (int i = 0; i < n; i++) {
      BigFraction x = sum.inputs().exact(i, 0);
      BigFraction b = x.multiply(x);
      BigFraction residual = x.multiply(w).subtract(sum.targets().exact(i));
      mean = mean.add(b.divide(n));
      square = square.add(b.multiply(b).divide(n));
      noise = noise.add(b.multiply(residual).multiply(residual).divide(n));
    }
    BigFraction spread = square.subtract(mean.multiply(mean)).divide(batch);
    return new Axis(mean, mean, mean.multiply(mean).add(spread), noise.divide(batch));
  }

  /** The gap at rest; meaningful below {@link #limit}. */
  <T extends FieldElement<T>> T gap(Arithmetic<T> in, T alpha) {
    T sum = in.of(0);
    for (Axis axis : axes) {
      T net = in.of(axis.mean()).multiply(2).subtract(alpha.multiply(in.of(axis.square())));
      T moment = alpha.multiply(in.of(axis.noise())).divide(net);
      sum = sum.add(moment.multiply(in.of(axis.curvature().divide(2))));
    }
    return sum;
  }

  /** The stepsize from which on some E w_i^2 no longer contracts. */
  BigFraction limit() {
    return axes.stream()
        .map(axis -> axis.mean().multiply(2).divide(axis.square()))
        .min(BigFraction::compareTo)
        .orElseThrow();
  }
}
