package plumbline.theorems;

import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.problem.Cosine;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.problem.Network;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.problem.Spectrum;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Status;

/**
 * What is proved of an objective, from its data and not from the constants that it names.
 *
 * <p>Hessians are A (quadratic), X'X/n (least squares), lambda I + X'DX/n with 0 &lt; D &lt;= 1/4,
 * and D = 1/4 at w = 0 (logistic), diag(-cos w_j, 1) (cosine): each bound is decided by elimination
 * in rationals, and where it fails, fails at a point that is named. Of other objectives nothing is
 * certified.
 */
public final class Certificates {
  private Certificates() {}

  /** grad F is Lipschitz with constant l: -l I &lt;= F'' &lt;= l I. */
  public static Status smooth(Problem problem, BigFraction l) {
    if (problem instanceof Cosine) {
      return Status.of(
          l.compareTo(BigFraction.ONE) >= 0, "F'' = diag(-cos w_j, 1), and -1 is attained at 0");
    }
    Matrix most = greatestHessian(problem);
    if (most == null) {
      return none("a Lipschitz constant", problem);
    }
    boolean above = Spectrum.below(most, l) != Spectrum.Sign.INDEFINITE;
    boolean below = Spectrum.above(most, l.negate()) != Spectrum.Sign.INDEFINITE;
    return Status.of(
        above && below,
        above && below
            ? "L I - F'' is positive semidefinite by elimination in rationals" + where(problem)
            : "F'' has an eigenvalue outside [-L, L], by elimination in rationals"
                + where(problem));
  }

  /** F'' &gt;= c I with c &gt; 0. */
  public static Status stronglyConvex(Problem problem, BigFraction c) {
    if (problem instanceof Cosine) {
      return new Status.Refuted("the second derivative along w_1 is -1 at 0");
    }
    if (c.signum() <= 0) {
      return new Status.Refuted("c = " + Rationals.show(c) + " is not positive");
    }
    if (problem instanceof Logistic logistic) {
      boolean met = c.compareTo(logistic.ridge()) <= 0;
      return met
          ? Status.certified(
              "F'' - c I is positive semidefinite: the logistic loss is convex, and c is at most"
                  + " the ridge "
                  + Rationals.show(logistic.ridge()))
          : new Status.NotRefuted("c is above the ridge: the convexity of the loss is not used");
    }
    Matrix hessian = greatestHessian(problem);
    if (hessian == null) {
      return none("strong convexity", problem);
    }
    boolean met = Spectrum.above(hessian, c) != Spectrum.Sign.INDEFINITE;
    return Status.of(
        met,
        met
            ? "F'' - c I is positive semidefinite by elimination in rationals"
            : "F'' has an eigenvalue below c, by elimination in rationals");
  }

  /** F &gt;= least on all of R^d. */
  public static Status boundedBelow(Problem problem, BigFraction least) {
    if (problem instanceof Quadratic q) {
      boolean convex = Spectrum.sign(q.hessian()) != Spectrum.Sign.INDEFINITE;
      return Status.of(
          convex && least.signum() <= 0,
          !convex
              ? "A is indefinite"
              : least.signum() <= 0
                  ? "A is positive semidefinite: F is 0 at w_*, nowhere less"
                  : "F(w_*) = 0 is below it");
    }
    if (problem instanceof LeastSquares ls) {
      Matrix rows = Forms.residuals(ls);
      BigFraction n = new BigFraction(rows.height());
      Matrix twice = rows.transposed().times(rows).scaled(n.reciprocal());
      Matrix form = Forms.plus(twice, Forms.constant(ls.dimension(), least.multiply(-2)));
      boolean met = Spectrum.sign(form) != Spectrum.Sign.INDEFINITE;
      return Status.of(
          met,
          "F(w) - F_inf is a quadratic of w, "
              + (met ? "nowhere" : "somewhere")
              + " negative by elimination in rationals");
    }
    if (problem instanceof Logistic logistic) {
      return logistic(logistic, least);
    }
    if (problem instanceof Cosine cosine) {
      return Status.of(
          least.compareTo(new BigFraction(-cosine.cosines())) <= 0,
          "each cosine is at least -1, attained at pi, each square at least 0");
    }
    return problem instanceof Network && least.signum() <= 0
        ? Status.certified("a sum of squares")
        : none("a lower bound", problem);
  }

  private static Status logistic(Logistic logistic, BigFraction least) {
    if (logistic.minimizer().isEmpty()) {
      return new Status.NotRefuted("no minimizer is named: nothing is evaluated");
    }
    Vector w = logistic.minimizer().get();
    Constant value = logistic.value(w);
    if (least.compareTo(value.exact().add(Rationals.of(value.error()))) > 0) {
      return new Status.Refuted("F at the named minimizer is " + value.value());
    }
    // strong convexity: F >= F(w) - |grad F(w)|^2/(2 ridge) everywhere
    return least.compareTo(logistic.floor(w).exact()) <= 0
        ? Status.certified(
            "F >= F(w) - |grad F(w)|^2/(2 ridge) everywhere, at the named minimizer to 40 digits")
        : new Status.NotRefuted("F_inf is between that bound and F at the named minimizer");
  }

  /**
   * |grad F|^2 has a Lipschitz derivative, which is 2 F'' grad F. Where F is quadratic, that is 2
   * A^2 (w - w_*), with constant 2 L^2; of cosines it is (sin 2 w_j, 2 w_j), with constant 2.
   */
  public static Status smoothGradientNorm(Problem problem) {
    if (problem instanceof Cosine) {
      return Status.certified(
          "its derivative is (sin 2x, 2 y) coordinatewise: constant 2, as |2 cos 2x| <= 2");
    }
    if (!(problem instanceof Quadratic) && !(problem instanceof LeastSquares)) {
      return new Status.NotRefuted(
          "no bound on third derivatives times the gradient is known for " + problem.name());
    }
    BigFraction l = problem.constants().exact("L");
    Status smooth = smooth(problem, l);
    return smooth instanceof Status.Certified certified
        ? Status.certified(
            "F'' is constant, so its derivative 2 F'' grad F is Lipschitz with 2 L^2 = "
                + Rationals.show(l.multiply(l).multiply(2))
                + "; "
                + certified.by())
        : new Status.NotRefuted("L itself is not certified");
  }

  /** F'' where it is constant, its supremum where it has one; null where neither is known. */
  private static Matrix greatestHessian(Problem problem) {
    if (problem instanceof Quadratic q) {
      return q.hessian();
    }
    if (problem instanceof LeastSquares ls) {
      return squares(ls.inputs(), 1);
    }
    if (problem instanceof Logistic logistic) {
      return Forms.plus(
          squares(logistic.inputs(), 4),
          Matrix.diagonal(Vector.constant(logistic.dimension(), logistic.ridge())));
    }
    return null;
  }

  /** X'X/(times n). */
  private static Matrix squares(Matrix x, int times) {
    return x.transposed().times(x).scaled(Rationals.of(1, (long) times * x.height()));
  }

  private static String where(Problem problem) {
    return problem instanceof Logistic ? ", F'' greatest at w = 0" : "";
  }

  static Status none(String what, Problem problem) {
    return new Status.NotRefuted("not certified: no proof of " + what + " for " + problem.name());
  }
}
