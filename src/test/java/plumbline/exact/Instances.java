package plumbline.exact;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.LeastSquares;
import plumbline.problem.Quadratic;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;

/** The instance library, small and exact. */
final class Instances {
  private Instances() {}

  static BigFraction q(String text) {
    return Rationals.parse(text);
  }

  /** F = c w^2/2, g = h c w (1 + s zeta) + sqrt(M) xi. */
  static Recursion scalar(
      String c, String h, String s2, String noise, Law law, Stepsize stepsize, String start) {
    return new Recursion(
        Quadratic.diagonal(Vector.parse(c)),
        Oracle.additive(Vector.parse(noise), law)
            .withScaling(Vector.parse(h))
            .withMultiplicative(q(s2), law),
        Method.stochasticGradient(),
        stepsize,
        new Start.At(Vector.parse(start)));
  }

  /** S1(1, 1/2, 1, 1), alpha = 1, w_1 = 4: Theorem 4.6 is an equality at every k. */
  static Recursion sharp(Law law) {
    return scalar("1", "1/2", "1", "1", law, Stepsize.fixed(q("1")), "4");
  }

  static LeastSquares ls4() {
    return new LeastSquares(
        Matrix.parse("1; 1; 2; 2"),
        Vector.parse("1 -1 1/2 -1/2"),
        Optional.of(Vector.parse("0")),
        Constants.none());
  }

  /** LS4 with indices drawn, w_1 = 2. */
  static Recursion ls4(int batch, String alpha) {
    return new Recursion(
        ls4(),
        Oracle.indices(1, batch),
        Method.stochasticGradient(),
        Stepsize.fixed(q(alpha)),
        new Start.At(Vector.parse("2")));
  }

  static Recursion quadratic(
      Quadratic problem, Oracle oracle, Method method, String alpha, String start) {
    return new Recursion(
        problem, oracle, method, Stepsize.fixed(q(alpha)), new Start.At(Vector.parse(start)));
  }
}
