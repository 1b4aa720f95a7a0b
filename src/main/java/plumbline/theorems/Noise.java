package plumbline.theorems;

import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.problem.Spectrum;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Status;

/**
 * What is proved of the first two moments of an oracle g = H grad_S F (1 + s zeta) + sigma xi.
 *
 * <p>zeta and xi have mean 0 and are independent of S, so E g = H grad F, and V[g] = s^2 |H grad
 * F|^2 + (1 + s^2) V_S + tau^2 with tau^2 the total additive variance and V_S = 0 where the full
 * gradient is taken. Of b indices drawn with replacement from least squares, V_S = (mean |H x_i|^2
 * (x_i'w - y_i)^2 - |H grad F|^2)/b; from a logistic sum, V_S &lt;= mean |H x_i|^2/b, as its
 * derivative lies in (-1, 0) and the ridge is not drawn.
 */
public final class Noise {
  private Noise() {}

  /** mu &gt; 0, (grad F)'E g &gt;= mu |grad F|^2 and |E g| &lt;= mu_G |grad F|, for all w. */
  public static Status descent(Oracle oracle, Constants x) {
    BigFraction least = extreme(oracle.scaling(), -1);
    BigFraction greatest = extreme(oracle.scaling(), 1);
    BigFraction mu = x.exact("mu");
    BigFraction muG = x.exact("mu_G");
    return Status.of(
        mu.signum() > 0 && least.compareTo(mu) >= 0 && greatest.compareTo(muG) <= 0,
        "E g = H grad F, H diagonal with entries from "
            + Rationals.show(least)
            + " to "
            + Rationals.show(greatest)
            + "; mu = "
            + Rationals.show(mu)
            + ", mu_G = "
            + Rationals.show(muG));
  }

  /**
   * V[g] &lt;= M + M_V |grad F|^2 for all w, and M_G &gt;= M_V + mu_G^2. Where the gradient is
   * linear the difference of the two sides is a quadratic of w, and its sign is decided exactly.
   */
  public static Status variance(Problem problem, Oracle oracle, Constants x) {
    BigFraction muG = x.exact("mu_G");
    if (x.exact("M_G").compareTo(x.exact("M_V").add(muG.multiply(muG))) < 0) {
      return new Status.Refuted(numbers(x) + ": M_G is less than M_V + mu_G^2");
    }
    if (problem instanceof LeastSquares ls) {
      return decided(slack(ls, oracle, x), x);
    }
    if (problem instanceof Quadratic q && oracle.batch() == 0) {
      return decided(slack(Forms.gradient(q), oracle, x), x);
    }
    if (oracle.batch() > 0 && !(problem instanceof Logistic)) {
      return Certificates.none("a bound on the variance of index sampling", problem);
    }
    return bounded(problem, oracle, x);
  }

  /** Whether V[g] = M + M_V |grad F|^2 at every w: then nothing is given away by (4.8). */
  public static boolean isAttained(Problem problem, Oracle oracle, Constants x) {
    Matrix slack = null;
    if (problem instanceof LeastSquares ls) {
      slack = slack(ls, oracle, x);
    } else if (problem instanceof Quadratic q && oracle.batch() == 0) {
      slack = slack(Forms.gradient(q), oracle, x);
    }
    return slack != null
        && slack.rows().stream()
            .allMatch(row -> row.entries().stream().allMatch(BigFraction::isZero));
  }

  private static Status decided(Matrix slack, Constants x) {
    boolean met = Spectrum.sign(slack) != Spectrum.Sign.INDEFINITE;
    return Status.of(
        met,
        numbers(x)
            + ": M + M_V |grad F|^2 - V[g] is a quadratic of w, "
            + (met ? "nowhere" : "somewhere")
            + " negative by elimination in rationals");
  }

  /** M + M_V |grad F|^2 - V[g] with the full gradient, a linear map of (w, 1). */
  private static Matrix slack(Matrix gradient, Oracle oracle, Constants x) {
    int d = gradient.height();
    Vector one = Vector.constant(d, BigFraction.ONE);
    return Forms.plus(
        Forms.constant(d, x.exact("M").subtract(oracle.totalVariance())),
        Forms.plus(
            Forms.square(gradient, one).scaled(x.exact("M_V")),
            Forms.square(gradient, oracle.scaling()).scaled(oracle.multiplicative().negate())));
  }

  private static Matrix slack(LeastSquares ls, Oracle oracle, Constants x) {
    Matrix gradient = Forms.gradient(ls);
    Matrix full = slack(gradient, oracle, x);
    if (oracle.batch() == 0) {
      return full;
    }
    Matrix residuals = Forms.residuals(ls);
    Vector h = oracle.scaling();
    Vector lengths =
        Vector.generate(residuals.height(), i -> squared(ls.inputs().rows().get(i), h));
    Matrix second =
        residuals
            .transposed()
            .times(Forms.weighted(residuals, lengths))
            .scaled(Rationals.of(1, residuals.height()));
    Matrix one = Forms.plus(second, Forms.square(gradient, h).scaled(BigFraction.MINUS_ONE));
    BigFraction share = oracle.multiplicative().add(BigFraction.ONE).divide(oracle.batch());
    return Forms.plus(full, one.scaled(share.negate()));
  }

  /** By bounds on each part of V[g]; M_V takes the share of the factor, M all the rest. */
  private static Status bounded(Problem problem, Oracle oracle, Constants x) {
    BigFraction h = extreme(oracle.scaling(), 1);
    BigFraction floor = oracle.totalVariance();
    String how = "V[g] = s^2 |H grad F|^2 + the total variance of xi";
    if (oracle.batch() > 0) {
      Matrix inputs = ((Logistic) problem).inputs();
      BigFraction mean =
          inputs.rows().stream()
              .map(row -> squared(row, oracle.scaling()))
              .reduce(BigFraction.ZERO, BigFraction::add)
              .divide(inputs.height());
      BigFraction share = oracle.multiplicative().add(BigFraction.ONE).divide(oracle.batch());
      floor = floor.add(mean.multiply(share));
      how =
          "mean |H x_i|^2/b bounds the variance of b indices: the logistic derivative is in"
              + " (-1, 0), the ridge not random";
    }
    BigFraction growth = oracle.multiplicative().multiply(h).multiply(h);
    boolean met = floor.compareTo(x.exact("M")) <= 0 && growth.compareTo(x.exact("M_V")) <= 0;
    String by = numbers(x) + ": " + how;
    return met
        ? Status.certified(by)
        : new Status.NotRefuted(
            by + "; that gives M = " + Rationals.show(floor) + ", M_V = " + Rationals.show(growth));
  }

  /** E g = grad F for all w. */
  public static Status unbiased(Oracle oracle) {
    boolean met = oracle.scaling().entries().stream().allMatch(BigFraction.ONE::equals);
    return Status.of(
        met, met ? "H = I, and the noise is symmetric about 0" : "E g = H grad F, H is not I");
  }

  /** Whether the additive noise has length r in every draw. */
  public static boolean hasLength(Oracle oracle, BigFraction r) {
    boolean only = oracle.batch() == 0 && oracle.multiplicative().isZero();
    boolean signs = oracle.additiveLaw() == Law.RADEMACHER || oracle.additiveLaw() == Law.SPHERE;
    return only && signs && oracle.totalVariance().equals(r.multiply(r));
  }

  private static BigFraction squared(Vector row, Vector h) {
    return Vector.generate(h.dimension(), j -> row.exact(j).multiply(h.exact(j))).squaredNorm();
  }

  private static BigFraction extreme(Vector v, int sign) {
    return v.entries().stream().max((a, b) -> sign * a.compareTo(b)).orElseThrow();
  }

  private static String numbers(Constants x) {
    return "M = " + Rationals.show(x.exact("M")) + ", M_V = " + Rationals.show(x.exact("M_V"));
  }
}
