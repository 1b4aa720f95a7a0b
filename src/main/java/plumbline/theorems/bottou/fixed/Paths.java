package plumbline.theorems.bottou.fixed;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorems.bottou.Setting;

/**
 * E ln |a - b zeta| with a = 1 - alpha h c and b = alpha h c s, the exponent at which |w_k| grows
 * or falls almost surely where M = 0, against the bound.
 *
 * <p>Of signs it is ln|a^2 - b^2|/2. Of Gaussians (a/b + zeta)^2 is a noncentral chi-square, and E
 * ln |a/b + zeta| = -(gamma + ln 2)/2 + sum_j p_j (1 + 1/3 + ... + 1/(2 j - 1)), p_j the Poisson
 * weights of mean a^2/(2 b^2).
 *
 * @param setting one axis, M = 0
 * @param less a number subtracted before the absolute value is taken; none to compare the exponent
 */
record Paths(Setting setting, List<BigFraction> less) implements Comparison {
  /** Euler's constant to 100 digits. */
  private static final BigFraction EULER =
      Rationals.parse(
          "0.57721566490153286060651209008240243104215933593992359880576723488486"
              + "77267776646709369470632917467495");

  private static final int TERMS = 160;
  private static final int LARGEST_MEAN = 10;

  Paths {
    less = List.copyOf(less);
  }

  /** Whether the law is one of the two whose exponent is known, and it is finite. */
  static boolean known(Setting setting) {
    Oracle oracle = setting.recursion().oracle();
    BigFraction a = a(setting);
    BigFraction square = square(setting);
    boolean quiet = oracle.totalVariance().isZero();
    if (oracle.multiplicativeLaw() == Law.RADEMACHER || square.isZero()) {
      return quiet && !a.multiply(a).equals(square);
    }
    return quiet
        && oracle.multiplicativeLaw() == Law.GAUSSIAN
        && mean(setting).compareTo(new BigFraction(LARGEST_MEAN)) <= 0;
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    T exponent = exponent(in, setting);
    T left = less.isEmpty() ? exponent : in.abs(exponent.subtract(in.of(less.get(0))));
    return List.of(new Pair<>("exponent", 0, left, bound.at(in, constants, 0)));
  }

  /** The exponent in this arithmetic. */
  static <T extends FieldElement<T>> T exponent(Arithmetic<T> in, Setting setting) {
    BigFraction a = a(setting);
    BigFraction square = square(setting);
    if (setting.recursion().oracle().multiplicativeLaw() == Law.RADEMACHER || square.isZero()) {
      return in.ln(in.of(a.multiply(a).subtract(square).abs())).divide(in.of(2));
    }
    T mean = in.of(mean(setting));
    T weight = in.exp(mean.negate());
    T odd = in.of(0);
    T sum = in.of(0);
    for (int j = 1; j <= TERMS; j++) {
      weight = weight.multiply(mean).divide(in.of(j));
      odd = odd.add(in.of(Rationals.of(1, 2L * j - 1)));
      sum = sum.add(weight.multiply(odd));
    }
    T central = in.ln(in.of(square)).subtract(in.of(EULER)).subtract(in.ln(in.of(2)));
    return central.divide(in.of(2)).add(sum);
  }

  /** a^2/(2 b^2). */
  private static BigFraction mean(Setting setting) {
    return a(setting).multiply(a(setting)).divide(square(setting).multiply(2));
  }

  private static BigFraction a(Setting setting) {
    return BigFraction.ONE.subtract(factor(setting));
  }

  /** b^2. */
  private static BigFraction square(Setting setting) {
    BigFraction factor = factor(setting);
    return factor.multiply(factor).multiply(setting.recursion().oracle().multiplicative());
  }

  /** alpha h c. */
  private static BigFraction factor(Setting setting) {
    Formula product = Formulas.ALPHA.times(Formulas.C).times(Formulas.MU);
    return product.at(Arithmetic.rationals(), setting.constants(), 0);
  }
}
