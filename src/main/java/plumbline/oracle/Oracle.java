package plumbline.oracle;

import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.problem.Problem;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * g(w) = H grad_S F(w) (1 + s zeta) + sigma * xi, with zeta and xi independent of each other and of
 * the past; grad_S F is the full gradient, or the mean over a minibatch of indices drawn with
 * replacement.
 *
 * @param batch how many indices a step draws with replacement; 0 takes the full gradient
 * @param scaling the diagonal of H, positive, shape [d]
 * @param multiplicative s^2 &gt;= 0, the variance of the factor s zeta (one draw a step, common to
 *     all coordinates)
 * @param multiplicativeLaw the law of zeta; not SPHERE
 * @param additive the variance of sigma_j xi_j per coordinate, shape [d]; for SPHERE all entries
 *     equal radius^2 (the whole vector has that length, so the total variance is radius^2)
 * @param additiveLaw the law of xi
 */
public record Oracle(
    int batch,
    Vector scaling,
    BigFraction multiplicative,
    Law multiplicativeLaw,
    Vector additive,
    Law additiveLaw) {
  public Oracle {
    if (batch < 0 || multiplicative.compareTo(BigFraction.ZERO) < 0) {
      throw new IllegalArgumentException(
          "an oracle needs batch >= 0 and a variance >= 0, got " + batch + ", " + multiplicative);
    }
    if (scaling.dimension() != additive.dimension()) {
      throw new IllegalArgumentException(
          "scaling and noise need one dimension, got "
              + scaling.dimension()
              + " and "
              + additive.dimension());
    }
    if (multiplicativeLaw == Law.SPHERE) {
      throw new IllegalArgumentException("the factor 1 + s zeta is scalar: SPHERE has no meaning");
    }
  }

  /** The full gradient, no noise. */
  public static Oracle exact(int dimension) {
    return new Oracle(
        0,
        Vector.constant(dimension, BigFraction.ONE),
        BigFraction.ZERO,
        Law.RADEMACHER,
        Vector.constant(dimension, BigFraction.ZERO),
        Law.RADEMACHER);
  }

  /** The full gradient plus independent noise with these variances, shape [d]. */
  public static Oracle additive(Vector variances, Law law) {
    return exact(variances.dimension()).withAdditive(variances, law);
  }

  /** The full gradient plus a vector of this length, uniform on its sphere. */
  public static Oracle sphere(int dimension, BigFraction radius) {
    return exact(dimension)
        .withAdditive(Vector.constant(dimension, radius.multiply(radius)), Law.SPHERE);
  }

  /** The mean gradient of this many indices drawn with replacement. */
  public static Oracle indices(int dimension, int batch) {
    Oracle o = exact(dimension);
    return new Oracle(
        batch, o.scaling, o.multiplicative, o.multiplicativeLaw, o.additive, o.additiveLaw);
  }

  public Oracle withAdditive(Vector variances, Law law) {
    return new Oracle(batch, scaling, multiplicative, multiplicativeLaw, variances, law);
  }

  public Oracle withMultiplicative(BigFraction variance, Law law) {
    return new Oracle(batch, scaling, variance, law, additive, additiveLaw);
  }

  public Oracle withScaling(Vector diagonal) {
    return new Oracle(batch, diagonal, multiplicative, multiplicativeLaw, additive, additiveLaw);
  }

  /** E |sigma * xi|^2: the total additive variance, not per coordinate. */
  public BigFraction totalVariance() {
    return additiveLaw == Law.SPHERE
        ? additive.exact(0)
        : additive.entries().stream().reduce(BigFraction.ZERO, BigFraction::add);
  }

  /**
   * mu, mu_G, M, M_V, M_G of Assumption 4.3 (Bottou, (4.7) to (4.9)) on this problem: with extreme
   * entries h and h' of H, mu = h, mu_G = h', V[g] &lt;= h'^2 (V_S (1 + s^2) + s^2 |grad F|^2) +
   * total variance, where V_S &lt;= (m + m_V |grad F|^2) / batch is the variance of index sampling.
   */
  public Constants constants(Problem problem) {
    BigFraction least = scaling.entries().stream().min(BigFraction::compareTo).orElseThrow();
    BigFraction greatest = scaling.entries().stream().max(BigFraction::compareTo).orElseThrow();
    BigFraction square = greatest.multiply(greatest);
    BigFraction factor = multiplicative.add(BigFraction.ONE);
    BigFraction m = totalVariance();
    BigFraction mV = square.multiply(multiplicative);
    double errorM = 0;
    double errorV = 0;
    String how = "declared variances";
    if (batch > 0) {
      if (!(problem instanceof LeastSquares || problem instanceof Logistic)) {
        throw new IllegalArgumentException(
            "indices can be drawn from a finite sum only, got " + problem.name());
      }
      Constant one = problem.constants().constant("M");
      Constant oneV = problem.constants().constant("M_V");
      BigFraction share = square.multiply(factor).divide(Rationals.of(batch, 1));
      m = m.add(share.multiply(one.exact()));
      mV = mV.add(share.multiply(oneV.exact()));
      errorM = share.doubleValue() * one.error();
      errorV = share.doubleValue() * oneV.error();
      how = "index sampling: " + one.how();
    }
    return Constants.none()
        .with("mu", least, "smallest entry of the scaling")
        .with("mu_G", greatest, "largest entry of the scaling")
        .with("M", new Constant(m, errorM, how))
        .with("M_V", new Constant(mV, errorV, how))
        .with("M_G", new Constant(mV.add(square), errorV, "M_V + mu_G^2"));
  }
}
