package plumbline.theorems.cevher;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Effort;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Need;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Tail;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.theorems.Noise;

/**
 * Perturbed stochastic gradient leaves a strict saddle: with T of order eta^-2 ln(1/zeta), x_T is,
 * with probability 1 - zeta, within order sqrt(eta ln(1/(eta zeta))) of a local minimum (Cevher,
 * "Perturbed SGD escapes saddle points").
 *
 * <p>The orders hide constants, so what is judged is a surrogate with all of them 1: T =
 * ceil(eta^-2 ln(1/zeta)) and the radius sqrt(eta ln(1/(eta zeta))), on cos x + y^2/2.
 */
public final class PsgdTheorem implements Theorem<Escape> {
  private static final String CIRCLE = "unit circle";
  private static final Formula ETA = Formula.name("eta");

  @Override
  public Declaration declaration() {
    return new Declaration(
            "cevher/psgd-theorem",
            List.of(
                Parameter.real("eta", "\\eta", "stepsize", "1/100", "1", "1/5"),
                Parameter.real(
                    "zeta", "\\zeta", "allowed probability of failure", "1/1000", "1/2", "1/20"),
                Parameter.choice("noise", "law of the unit noise", CIRCLE, "along y only"),
                Parameter.real("x", "x_0", "first coordinate of the start", "-3", "3", "0"),
                Parameter.real("y", "y_0", "second coordinate of the start", "-10", "10", "0")),
            List.of(
                Preset.of("eta = 1/5", Role.TYPICAL),
                Preset.of("eta = 1/10", Role.TYPICAL, "eta", "1/10"),
                Preset.of("eta = 1/20", Role.TYPICAL, "eta", "1/20"),
                Preset.of("eta = 1/40", Role.TYPICAL, "eta", "1/40"),
                Preset.of(
                    "eta = 1/10 from (1/10, 1)",
                    Role.TYPICAL,
                    "eta",
                    "1/10",
                    "x",
                    "1/10",
                    "y",
                    "1"),
                Preset.of("noise along y only", Role.OUTSIDE, "noise", "along y only")))
        .without(Role.SHARP, "its constants are hidden, no instance is known that attains them");
  }

  @Override
  public Escape setting(Values values) {
    BigFraction eta = values.get("eta");
    BigFraction zeta = values.get("zeta");
    boolean circle = values.choice("noise").equals(CIRCLE);
    Oracle oracle =
        circle
            ? Oracle.sphere(2, BigFraction.ONE)
            : Oracle.additive(Vector.parse("0 1"), Law.RADEMACHER);
    double wait = -StrictMath.log(zeta.doubleValue()) / (eta.doubleValue() * eta.doubleValue());
    return new Escape(
        new Recursion(
            new Cosine(1, 1),
            oracle,
            Method.stochasticGradient(),
            Stepsize.fixed(eta),
            new Start.At(new Vector(List.of(values.get("x"), values.get("y"))))),
        eta,
        zeta,
        circle ? Escape.Noise.CIRCLE : Escape.Noise.ALONG_Y,
        (long) Math.ceil(wait));
  }

  @Override
  public Constants constants(Escape escape) {
    return Constants.none()
        .with("eta", escape.eta(), "declared")
        .with("zeta", escape.zeta(), "declared")
        .with("T", Rationals.of(escape.steps(), 1), "ceil(eta^-2 ln(1/zeta)), constant 1 declared");
  }

  @Override
  public List<Hypothesis<Escape>> hypotheses() {
    return List.of(
        new Hypothesis<>("f is (1/2, 1/2, 1/2, pi/6)-strict saddle", Saddle::strict),
        new Hypothesis<>("f is 1-smooth, its Hessian 1-Lipschitz", Saddle::smooth),
        new Hypothesis<>("|f| <= 3/2 along the run", Saddle::bounded),
        new Hypothesis<>(
            "the noise has length 1",
            e ->
                Status.of(
                    Noise.hasLength(e.recursion().oracle(), BigFraction.ONE),
                    "signs or a point of a sphere, squared length "
                        + Rationals.show(e.recursion().oracle().totalVariance()))),
        new Hypothesis<>("the noise has variance in every direction", Saddle::spread),
        new Hypothesis<>(
            "eta <= eta_max/max(1, ln(1/zeta))",
            e ->
                new Status.NotRefuted(
                    "not certified: the theorem says that eta_max exists, and gives no value")),
        new Hypothesis<>(
            "T and the radius are of the stated order",
            e ->
                new Status.NotRefuted(
                    "not certified: the theorem gives no constants; both are declared to be 1")));
  }

  @Override
  public List<Claim> claims(Escape escape) {
    List<Claim> claims = new ArrayList<>();
    claims.add(far("near a minimum at T", escape, Relation.AT_MOST, Formula.name("zeta")));
    claims.addAll(EscapePhase.claims(escape));
    return claims;
  }

  /** sin 0 = 0: without noise along x the first coordinate stays 0, at distance pi or more. */
  @Override
  public List<Claim> otherwise(Escape escape) {
    boolean stays =
        escape.noise() == Escape.Noise.ALONG_Y
            && ((Start.At) escape.recursion().start()).point().exact(0).isZero();
    return stays
        ? List.of(far("stays at the saddle", escape, Relation.AT_LEAST, Formula.number(1)))
        : List.of();
  }

  /** P(dist(x_T, minima)^2 &gt; eta ln(1/(eta zeta))). */
  private static Claim far(String name, Escape escape, Relation relation, Formula probability) {
    Formula squaredRadius =
        ETA.times(Formula.ln(Formula.number(1).over(ETA.times(Formula.name("zeta")))));
    return new Claim.Chance(
        name,
        Reading.at(
            escape.recursion(),
            Quantity.DISTANCE_TO_MINIMA_SQUARED,
            Checkpoints.of(escape.steps() + 1)),
        Bound.of("squared radius", squaredRadius),
        relation,
        probability,
        new Effort(0.05, Long.MAX_VALUE, new Tail.Max(k -> 1, "an indicator"), Need.MUST_DECIDE));
  }
}
