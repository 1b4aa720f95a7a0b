package plumbline.theorems.bottou.assumptions;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.problem.Cosine;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.problem.Quadratic;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/**
 * An objective and the constants that are claimed of it; {@code share} is the claimed value of the
 * one in question over the certified one.
 *
 * @param objective F
 * @param constants as claimed, and share
 */
record Landscape(Objective objective, Constants constants) {
  static final Checkpoints SCATTERED = Checkpoints.range(1, Pairs.SCATTERED + 8);

  /** Where an evaluation to 80 digits takes an exponential an example. */
  private static final Checkpoints FEW = Checkpoints.of(1, 2, 3, 7, 11, 25, 26, 27, 28);

  static final Checkpoints HALVINGS = Checkpoints.range(0, 8);
  static final Formula SHARE = Formula.name("share");

  /** Halving k times: 4^(-k). */
  static final Formula QUARTERS = Formula.number(1).over(Formula.number(4).power(Formula.k()));

  /** The parameters of {@link #of}, with these objectives to choose from. */
  static List<Parameter> parameters(String in, String... objectives) {
    return List.of(
        Parameter.choice("problem", "the objective", objectives),
        Parameter.real("c", "c", "least curvature of the quadratic", "1/100", "100", "2"),
        Parameter.real("L", "L", "greatest curvature of the quadratic", "1/100", "100", "10"),
        Parameter.real("share", "", "the claimed " + in + " over the true one", "1/2", "2", "1"));
  }

  /** The objective that these values name; the constant in question as claimed. */
  static Landscape of(Values values, String inQuestion) {
    return of(objective(values), values, inQuestion);
  }

  /** This objective, its constant in question as the values claim it. */
  static Landscape of(Objective objective, Values values, String inQuestion) {
    BigFraction share = values.get("share");
    Constants constants = objective.constants();
    for (String name : List.of("L", "c")) {
      if (!constants.has(name) || constants.exact(name).isZero()) {
        BigFraction declared = values.text().containsKey(name) ? values.get(name) : BigFraction.ONE;
        constants = constants.with(name, declared, "declared: there is none");
      }
    }
    if (!constants.has("F_inf")) {
      constants = constants.with("F_inf", new BigFraction(-8), "declared: there is none");
    }
    Constant known = constants.constant(inQuestion);
    Constant claimed =
        share.equals(BigFraction.ONE)
            ? known
            : new Constant(
                known.exact().multiply(share),
                known.error() * share.doubleValue(),
                Rationals.show(share) + " times " + known.how());
    return new Landscape(
        objective, constants.with(inQuestion, claimed).with("share", share, "declared"));
  }

  private static Objective objective(Values values) {
    return switch (values.choice("problem")) {
      case "rotated" -> Library.rotated(values.get("c"), values.get("L"));
      case "LS4" -> Library.ls4();
      case "LS" -> Library.ls3();
      case "flat" -> Library.flat();
      case "LOG" -> Library.logistic();
      case "COS" -> Library.cosine();
      default -> Single.named(values.choice("problem"));
    };
  }

  /** Assumption 4.1. */
  static Hypothesis<Landscape> smooth() {
    return new Hypothesis<>(
        "the second derivatives of F are in [-L, L]",
        s -> s.objective.smooth(s.constants.exact("L")));
  }

  /** Assumption 4.5. */
  static Hypothesis<Landscape> stronglyConvex() {
    return new Hypothesis<>(
        "the second derivatives of F are at least c > 0",
        s -> s.objective.stronglyConvex(s.constants.exact("c")));
  }

  /** Assumption 4.3(a). */
  static Hypothesis<Landscape> boundedBelow() {
    return new Hypothesis<>(
        "F is bounded below by F_inf, from its data",
        s -> s.objective.boundedBelow(s.constants.exact("F_inf")));
  }

  /** Whether the curvatures along {@code steepest} and {@code flattest} are L and c exactly. */
  boolean isExact() {
    return objective instanceof Library library
        && (library.problem() instanceof Quadratic
            || library.problem() instanceof LeastSquares && library.centre().dimension() == 1);
  }

  /** Whether L is proved and nearly attained at the centre. */
  boolean hasSmoothness() {
    Constants known = objective.constants();
    return known.has("L")
        && objective.smooth(known.exact("L")) instanceof Status.Certified
        && objective != Single.CONCAVE;
  }

  /** Whether F has a c at all. */
  boolean hasCurvature() {
    Constants known = objective.constants();
    return known.has("c") && !known.exact("c").isZero();
  }

  /** Whether the constant in question is claimed as it is certified. */
  boolean isAsCertified() {
    return constants.exact("share").equals(BigFraction.ONE);
  }

  private boolean isLogistic() {
    return objective instanceof Library library && library.problem() instanceof Logistic;
  }

  boolean isCosine() {
    return objective instanceof Library library && library.problem() instanceof Cosine;
  }

  /** Where F is least, up to the rounding of pi and of Newton's method. */
  Vector lowest() {
    if (objective instanceof Library library) {
      if (library.problem() instanceof Logistic logistic) {
        return logistic.minimizer().orElseThrow();
      }
      return library.problem() instanceof Cosine ? Vector.of(Math.PI, 0) : library.centre();
    }
    return objective.centre();
  }

  /** The claim at scattered pairs and along the two directions that try it hardest. */
  Claim scattered(String name, Quotient.Kind kind, Relation relation, Formula bound) {
    Pairs pairs = Pairs.adversarial(objective);
    Checkpoints points = isLogistic() ? FEW : SCATTERED;
    return claim(name, new Quotient(objective, kind, pairs), relation, bound, points);
  }

  /** The claim at pairs that come closer, or move apart, by the factor 2 from k to k + 1. */
  Claim ray(String name, Quotient.Kind kind, Pairs pairs, Relation relation, Formula bound) {
    return claim(name, new Quotient(objective, kind, pairs), relation, bound, HALVINGS);
  }

  static Claim claim(
      String name, Trial trial, Relation relation, Formula bound, Checkpoints points) {
    return new Claim.Exactly(name, relation, trial, Bound.of("bound", bound), points);
  }
}
