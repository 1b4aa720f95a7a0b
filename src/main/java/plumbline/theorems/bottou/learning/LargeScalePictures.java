package plumbline.theorems.bottou.learning;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import java.util.stream.LongStream;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.theorems.bottou.learning.Family.Envelope;
import plumbline.theorems.bottou.learning.Family.Envelope.What;

/**
 * Larger budgets take larger models: on least squares with d features, d + 1 become better than d
 * at the budget sigma^2 (2d + 1)(d + 1)(d + 2)/A, which increases with d (003, "Expected risk
 * versus training time").
 */
public final class LargeScalePictures implements Theorem<Family> {
  private static final Checkpoints BUDGETS =
      new Checkpoints(LongStream.rangeClosed(0, 14).map(i -> 1L << i).boxed().toList());

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/large-scale-pictures",
        List.of(
            Parameter.real("A", "A", "the sum of all squared coefficients", "1/10", "10", "1"),
            Parameter.real("sigma2", "\\sigma^2", "variance of the noise", "0", "10", "1"),
            Parameter.integer("most", "d_{max}", "largest number of features", "2", "40", "24")),
        List.of(
            preset(SHARP, "unit noise", ""),
            preset(TYPICAL, "little noise, strong signal", "sigma2=1/4 A=3 most=30"),
            preset(OUTSIDE, "no noise", "sigma2=0")));
  }

  @Override
  public Family setting(Values values) {
    return Family.of(values);
  }

  @Override
  public Constants constants(Family family) {
    return family.constants();
  }

  @Override
  public List<Hypothesis<Family>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "a richer model costs estimation, sigma^2 > 0",
            of -> Status.of(of.sigma2().signum() > 0, "sigma^2 = " + Rationals.show(of.sigma2()))));
  }

  @Override
  public List<Claim> claims(Family family) {
    Claim monotone =
        claim(
            "larger budgets take larger models",
            Relation.AT_LEAST,
            family,
            What.MORE,
            number(0),
            BUDGETS);
    if (family.sigma2().isZero()) {
      return List.of(monotone);
    }
    Formula overtakes =
        name("sigma2")
            .over(name("A"))
            .times(k().times(2).plus(1))
            .times(k().plus(1))
            .times(k().plus(2));
    return List.of(
        claim(
            "budget at which d + 1 overtakes d",
            Relation.EQUAL,
            family,
            What.SWITCH,
            overtakes,
            Checkpoints.range(1, family.most() - 1)),
        claim(
            "best number of features beside that budget",
            Relation.EQUAL,
            family,
            What.BESIDE,
            overtakes,
            Checkpoints.range(1, family.most() - 1)),
        monotone);
  }

  /** Without noise the richest model is best at every budget. */
  @Override
  public List<Claim> otherwise(Family family) {
    return List.of(
        claim(
            "the richest model at every budget",
            Relation.EQUAL,
            family,
            What.LEAST,
            name("A").over(name("most").plus(1).times(2)),
            BUDGETS));
  }

  private static Claim claim(
      String name, Relation relation, Family family, What what, Formula bound, Checkpoints points) {
    return new Claim.Exactly(
        name, relation, new Envelope(family, what), Bound.of("bound", bound), points);
  }
}
