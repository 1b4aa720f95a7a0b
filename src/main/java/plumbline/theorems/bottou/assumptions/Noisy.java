package plumbline.theorems.bottou.assumptions;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.oracle.Oracle;
import plumbline.recursion.Recursion;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Values;
import plumbline.theorems.Certificates;
import plumbline.theorems.Instances;
import plumbline.theorems.Noise;

/**
 * An objective and an oracle with finitely many outcomes, seen along a ray from a minimizer, and
 * the constants that are claimed of them.
 *
 * @param draws the outcomes
 * @param ray v: the points are w_* + k v, shape [d]
 * @param rule how a stepsize is chosen
 * @param constants as claimed: L, mu, mu_G, M, M_V, M_G; then those that are true, with "_true"
 */
record Noisy(Draws draws, Vector ray, String rule, Constants constants) {
  static final Checkpoints DISTANCES = Checkpoints.range(0, 12);
  static final Checkpoints STEPS = Checkpoints.range(1, 20);
  static final String FIXED = "before-the-draw";
  static final String LATE = "after-the-draw";

  /** alpha_k = k alpha: a sweep of stepsizes. */
  static final Formula ALPHA = Formula.name("alpha").times(Formula.k());

  /** The parameters of {@link #of}, with these problems to choose from. */
  static List<Parameter> parameters(String... problems) {
    return List.of(
        Parameter.choice("problem", "the family of objective and oracle", problems),
        Parameter.real("c", "c", "least curvature (S1, QD)", "1/100", "100", "1"),
        Parameter.real("L", "L", "greatest curvature (QD)", "1/100", "100", "10"),
        Parameter.real("h", "h", "first entry of the scaling H (S1, QD)", "1/100", "10", "1"),
        Parameter.real("s2", "s^2", "variance of the factor 1 + s zeta", "0", "10", "0"),
        Parameter.real("M", "M", "total variance of the additive noise", "0", "100", "1"),
        Parameter.real("start", "", "every coordinate of v", "1/100", "10", "1"),
        Parameter.choice("direction", "which coordinates v has", "all", "first"),
        Parameter.real("shareL", "", "the claimed L over the true one", "1/2", "2", "1"),
        Parameter.real("shareM", "", "the claimed M over the true one", "0", "2", "1"),
        Parameter.real("shareV", "", "the claimed M_V over the true one", "0", "2", "1"),
        Parameter.real("shareG", "", "the claimed mu_G over the true one", "0", "2", "1"));
  }

  /** The objective and the oracle that these values name, with signs as noise. */
  static Instances.Sampled sampled(Values values) {
    return Instances.sampled(values.with("law", "RADEMACHER").with("batch", "1").with("rest", "1"));
  }

  static Noisy of(Values values) {
    return of(values, sampled(values));
  }

  /** This objective and its oracle along the ray of the values, with the constants they claim. */
  static Noisy of(Values values, Instances.Sampled sampled) {
    Recursion run =
        Instances.recursion(values.with("rest", "1"), sampled, new Stepsize(Formula.number(1)));
    Library objective = Library.of(run.problem());
    boolean first = values.choice("direction").equals("first");
    Vector ray =
        Vector.generate(
            objective.centre().dimension(),
            j -> j > 0 && first ? BigFraction.ZERO : values.get("start"));
    Draws draws = new Draws(objective, run.oracle());
    Noisy bare = new Noisy(draws, ray, FIXED, claimed(run.constants(), values));
    return bare.with("G", "|grad F|^2 at w_* + v", bare::squaredGradient);
  }

  private static Constants claimed(Constants known, Values values) {
    Constants x = known;
    for (String name : List.of("L", "M", "M_V", "mu_G")) {
      String share = "share" + name.substring(name.length() - 1);
      Constant constant = known.constant(name);
      BigFraction by = values.get(share);
      x =
          x.with(name + "_true", constant)
              .with(
                  name,
                  new Constant(
                      constant.exact().multiply(by),
                      constant.error() * by.doubleValue(),
                      by.equals(BigFraction.ONE)
                          ? constant.how()
                          : Rationals.show(by) + " times the true one"));
    }
    BigFraction muG = x.exact("mu_G");
    Constant mV = x.constant("M_V");
    return x.with(
        "M_G", new Constant(mV.exact().add(muG.multiply(muG)), mV.error(), "M_V + mu_G^2"));
  }

  /** With the stepsize chosen by this rule. */
  Noisy by(String chosen) {
    return new Noisy(draws, ray, chosen, constants);
  }

  /** A number at w_* + v in some arithmetic. */
  @FunctionalInterface
  interface Reading {
    <T extends FieldElement<T>> T in(LinearAlgebra<T> field, List<T> w);
  }

  /** With this number as a constant, exactly where it is rational, else to 35 digits. */
  Noisy with(String name, String how, Reading reading) {
    Constant constant;
    try {
      constant = Constant.exactly(at(Arithmetic.rationals(), reading), how);
    } catch (UnsupportedOperationException irrational) {
      String digits = at(Arithmetic.digits(40), reading).toString();
      BigFraction near = Rationals.parse(digits);
      constant = new Constant(near, Math.abs(near.doubleValue()) * 1e-35, how + ", to 40 digits");
    }
    return new Noisy(draws, ray, rule, constants.with(name, constant));
  }

  private <T extends FieldElement<T>> T at(Arithmetic<T> in, Reading reading) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    return reading.in(field, field.lift(point(1)));
  }

  private <T extends FieldElement<T>> T squaredGradient(LinearAlgebra<T> field, List<T> w) {
    return field.squaredNorm(draws.objective().gradient(field, w));
  }

  /** w_* + k v, shape [d]. */
  Vector point(long k) {
    Vector centre = draws.objective().centre();
    return Vector.generate(centre.dimension(), j -> centre.exact(j).add(ray.exact(j).multiply(k)));
  }

  /** Whether d = 1 and F is quadratic: then nothing is lost in any of the bounds. */
  boolean isLine() {
    return ray.dimension() == 1;
  }

  /** Whether, with the true constants, (4.8) and a quadratic's expansion give nothing away. */
  boolean losesNothing() {
    Constants x =
        constants
            .with("M", constants.constant("M_true"))
            .with("M_V", constants.constant("M_V_true"));
    return isLine() && Noise.isAttained(draws.objective().problem(), oracle(), x);
  }

  Oracle oracle() {
    return draws.oracle();
  }

  /** Assumption 4.1. */
  static Hypothesis<Noisy> smooth() {
    return new Hypothesis<>(
        "grad F is Lipschitz with constant L (Assumption 4.1)",
        s -> Certificates.smooth(s.draws.objective().problem(), s.constants.exact("L")));
  }

  /** Assumption 4.3(b). */
  static Hypothesis<Noisy> descent() {
    return new Hypothesis<>(
        "mu_G >= mu > 0 bound the mean of g (4.7)", s -> Noise.descent(s.oracle(), s.constants));
  }

  /** Assumption 4.3(c). */
  static Hypothesis<Noisy> variance() {
    return new Hypothesis<>(
        "M and M_V bound the variance of g (4.8), for all w",
        s -> Noise.variance(s.draws.objective().problem(), s.oracle(), s.constants));
  }

  /** M + slope |grad F|^2 at w_* + k v. */
  static Formula along(Formula noise, Formula slope) {
    Formula squared = Formula.name("G").times(Formula.k().power(2));
    return noise.plus(slope.times(squared));
  }
}
