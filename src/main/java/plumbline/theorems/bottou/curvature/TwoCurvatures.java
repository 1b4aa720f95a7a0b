package plumbline.theorems.bottou.curvature;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * With two curvatures c &lt;= L gradient descent converges iff 0 &lt; eta &lt; 2/L, and eta = 2/(c
 * + L) is best, with the factor (L - c)/(L + c) a step (003, "More dimensions").
 */
public final class TwoCurvatures implements Theorem<Valley> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/two-curvatures",
        List.of(
            Parameter.real("c", "\\lambda_{min}", "the smaller curvature", "1/10", "2", "1"),
            Parameter.real("L", "\\lambda_{max}", "the larger curvature", "2", "100", "10"),
            Parameter.real("etaL", "\\eta L", "stepsize times L", "0", "4", "1"),
            Parameter.real("a", "a", "component of w_0 along the floor", "0", "10", "1"),
            Parameter.real("b", "b", "component of w_0 across", "1/10", "10", "1")),
        List.of(
            preset(SHARP, "eta = 2/(c + L)", "etaL=20/11 a=3 b=1"),
            preset(SHARP, "eta = 1.95/L, across the floor", "etaL=1.95 a=0"),
            preset(TYPICAL, "eta = 1/L", "c=1/2"),
            preset(TYPICAL, "condition 100", "L=100 etaL=3/2"),
            preset(OUTSIDE, "eta = 2.01/L", "etaL=2.01")));
  }

  @Override
  public Valley setting(Values values) {
    BigFraction l = values.get("L");
    Vector along = new Vector(List.of(values.get("a"), values.get("b")));
    return new Valley(values.get("c"), l, values.get("etaL").divide(l), along);
  }

  @Override
  public Constants constants(Valley valley) {
    return Constants.none()
        .with("eta", valley.eta(), "declared")
        .with("c", valley.c(), "declared")
        .with("L", valley.l(), "declared")
        .with("b", valley.along().exact(1), "declared")
        .with("r2", valley.start().squaredNorm(), "|w_0|^2")
        .with("E_0", valley.firstEnergy(), "E(w_0)");
  }

  @Override
  public List<Hypothesis<Valley>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "0 < eta < 2/L",
            v -> {
              BigFraction x = v.eta().multiply(v.l());
              boolean inside = x.signum() > 0 && x.compareTo(new BigFraction(2)) < 0;
              return Status.of(inside, "eta L = " + Rationals.show(x));
            }));
  }

  @Override
  public List<Claim> claims(Valley valley) {
    Formula sum = name("L").plus(name("c"));
    Formula factor = name("L").minus(name("c")).over(sum);
    // the sweep: eta = k/(20 (c + L)), so that k = 40 is the best
    Formula swept = k().over(number(20).times(sum));
    Formula energy = squaredWorst(name("eta")).power(k()).times(name("E_0"));
    Measured path = new ValleyPath(valley, ValleyPath.What.ENERGY, valley.eta());
    List<Claim> claims = new ArrayList<>();
    claims.add(claim("E at this eta", Relation.AT_MOST, path, energy, 60));
    if (staysWorst(valley)) {
      claims.add(claim("E at this eta, attained", Relation.EQUAL, path, energy, 60));
    }
    claims.add(
        claim(
            "the best eta, from any start",
            Relation.EQUAL,
            new ValleyPath(valley, ValleyPath.What.DISTANCE, valley.best()),
            factor.power(number(2).times(k())).times(name("r2")),
            60));
    claims.add(
        claim(
            "worst factor against eta",
            Relation.EQUAL,
            new ValleySweep(valley),
            squaredWorst(swept),
            48));
    Bound best = Bound.of("factor", factor.power(2));
    claims.add(
        Claim.atLeast(
            "no eta does better", new ValleySweep(valley), best, Checkpoints.range(0, 48)));
    claims.add(
        Claim.equal(
            "no eta does better, attained", new ValleySweep(valley), best, Checkpoints.of(40)));
    return claims;
  }

  /** Whether every component of w_0 is multiplied by the worst factor. */
  private static boolean staysWorst(Valley valley) {
    int beyond = valley.eta().compareTo(valley.best());
    return beyond == 0 || (beyond > 0 && valley.along().exact(0).isZero());
  }

  /** Across the floor every step multiplies by 1 - eta L. */
  @Override
  public List<Claim> otherwise(Valley valley) {
    return List.of(
        claim(
            "across the floor",
            Relation.EQUAL,
            new ValleyPath(valley, ValleyPath.What.ACROSS, valley.eta()),
            number(1).minus(name("eta").times(name("L"))).power(k()).times(name("b")),
            100));
  }

  /** max(|1 - eta c|, |1 - eta L|)^2. */
  private static Formula squaredWorst(Formula eta) {
    return Formula.max(
        number(1).minus(eta.times(name("c"))).power(2),
        number(1).minus(eta.times(name("L"))).power(2));
  }

  private static Claim claim(
      String name, Relation relation, Measured trial, Formula bound, long last) {
    return new Claim.Exactly(
        name, relation, trial, Bound.of("factor", bound), Checkpoints.range(0, last));
  }
}
