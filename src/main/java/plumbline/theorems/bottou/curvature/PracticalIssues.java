package plumbline.theorems.bottou.curvature;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
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
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/**
 * Where the Hessian has a negative eigenvalue, Newton's update -eta H^{-1} dE/dw goes to the
 * saddle, and with |H|^{-1} it goes away from it (003, "Practical issues").
 */
public final class PracticalIssues implements Theorem<Valley> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/practical-issues",
        List.of(
            Parameter.real("c", "\\lambda_{min}", "curvature along (3, 4)/5", "-10", "-1/10", "-2"),
            Parameter.choice("side", "sign of it", "NEGATIVE", "POSITIVE"),
            Parameter.real("L", "\\lambda_{max}", "curvature along (-4, 3)/5", "1/10", "10", "1"),
            Parameter.real("eta", "\\eta", "stepsize", "0", "2", "1/2"),
            Parameter.real("a", "a", "component of w_0 along (3, 4)/5", "1/10", "10", "1"),
            Parameter.real("b", "b", "component of w_0 along (-4, 3)/5", "0", "10", "1/2")),
        List.of(
            preset(SHARP, "eta = 1: one step to the saddle", "eta=1"),
            preset(TYPICAL, "eta = 1/2", ""),
            preset(OUTSIDE, "both curvatures positive", "side=POSITIVE")));
  }

  @Override
  public Valley setting(Values values) {
    boolean negative = values.choice("side").equals("NEGATIVE");
    return new Valley(
        negative ? values.get("c") : values.get("c").negate(),
        values.get("L"),
        values.get("eta"),
        new Vector(List.of(values.get("a"), values.get("b"))));
  }

  @Override
  public Constants constants(Valley valley) {
    return Constants.none()
        .with("eta", valley.eta(), "declared")
        .with("a", valley.along().exact(0), "declared")
        .with("r2", valley.start().squaredNorm(), "|w_0|^2");
  }

  @Override
  public List<Hypothesis<Valley>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "H is invertible and has a negative eigenvalue",
            v ->
                Status.of(
                    v.c().signum() < 0,
                    "eigenvalues " + Rationals.show(v.c()) + " and " + Rationals.show(v.l()))));
  }

  @Override
  public List<Claim> claims(Valley valley) {
    return List.of(
        claim(
            "Newton's distance to the saddle",
            Relation.EQUAL,
            new NewtonPath(valley, NewtonPath.Divisor.HESSIAN),
            shrinking().power(number(2).times(k())).times(name("r2")),
            1,
            20),
        claim(
            "with |H|, along the negative curvature",
            Relation.EQUAL,
            new NewtonPath(valley, NewtonPath.Divisor.ABSOLUTE),
            name("eta").plus(1).power(k()).times(name("a")),
            0,
            20));
  }

  /** Nothing to repair: |H| = H, and the point at 0 is the minimum. */
  @Override
  public List<Claim> otherwise(Valley valley) {
    return List.of(
        claim(
            "with |H|, to the minimum",
            Relation.EQUAL,
            new NewtonPath(valley, NewtonPath.Divisor.ABSOLUTE),
            shrinking().power(k()).times(name("a")),
            1,
            20));
  }

  private static Formula shrinking() {
    return number(1).minus(name("eta"));
  }

  private static Claim claim(
      String name, Relation relation, Trial trial, Formula bound, long first, long last) {
    return new Claim.Exactly(
        name, relation, trial, Bound.of("value", bound), Checkpoints.range(first, last));
  }
}
