package plumbline.theorems.bottou.curvature;

import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
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
 * A diagonal rescaling D of stochastic gradients that is chosen before the gradient is drawn meets
 * Assumption 4.3 with mu = min D and mu_G = max D (003, "Motivation").
 */
public final class WellTunedBaseline implements Theorem<RescaledGradient.Diagonal> {
  private static final Checkpoints DIRECTIONS = Checkpoints.range(0, 20);
  // the gradients (1, 0) and (0, 1)
  private static final Checkpoints FIRST_AXIS = Checkpoints.of(0);
  private static final Checkpoints SECOND_AXIS = Checkpoints.of(10);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/well-tuned-baseline",
        List.of(
            Parameter.real("d1", "D_1", "first entry of D", "1/10", "10", "1/2"),
            Parameter.real("d2", "D_2", "second entry of D", "1/10", "10", "3"),
            Parameter.real("b", "b", "size of the noise", "1/10", "10", "1"),
            Parameter.choice("choice", "when D is chosen", "BEFORE", "FROM_G")),
        List.of(
            preset(SHARP, "D = diag(1/2, 3)", ""),
            preset(TYPICAL, "D = diag(2, 1/4), more noise", "d1=2 d2=1/4 b=3/2"),
            preset(OUTSIDE, "D = 1/|g|, entry by entry", "choice=FROM_G")));
  }

  @Override
  public RescaledGradient.Diagonal setting(Values values) {
    return new RescaledGradient.Diagonal(
        new Vector(List.of(values.get("d1"), values.get("d2"))),
        values.get("b"),
        RescaledGradient.Choice.valueOf(values.choice("choice")));
  }

  @Override
  public Constants constants(RescaledGradient.Diagonal of) {
    BigFraction first = of.entries().exact(0);
    BigFraction second = of.entries().exact(1);
    boolean ordered = first.compareTo(second) <= 0;
    return Constants.none()
        .with("mu", ordered ? first : second, "the smallest entry of D")
        .with("mu_G", ordered ? second : first, "the largest entry of D")
        .with("D_1", first, "declared")
        .with("D_2", second, "declared")
        .with("b", of.b(), "declared");
  }

  @Override
  public List<Hypothesis<RescaledGradient.Diagonal>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "D is positive and chosen before g is drawn",
            of ->
                Status.of(
                    of.before(), of.before() ? "two numbers > 0" : "D_jj = 1/|g_j| depends on g")));
  }

  @Override
  public List<Claim> claims(RescaledGradient.Diagonal of) {
    Formula variance = name("D_1").power(2).plus(name("D_2").power(2)).times(name("b").power(2));
    Formula descent = name("mu");
    Formula length = name("mu_G").power(2);
    boolean ordered = of.entries().exact(0).compareTo(of.entries().exact(1)) <= 0;
    Checkpoints least = ordered ? FIRST_AXIS : SECOND_AXIS;
    Checkpoints greatest = ordered ? SECOND_AXIS : FIRST_AXIS;
    return List.of(
        claim("(4.7a)", Relation.AT_LEAST, of, RescaledGradient.What.DESCENT, descent, DIRECTIONS),
        claim(
            "(4.7a), attained", Relation.EQUAL, of, RescaledGradient.What.DESCENT, descent, least),
        claim(
            "(4.7b), squared",
            Relation.AT_MOST,
            of,
            RescaledGradient.What.LENGTH,
            length,
            DIRECTIONS),
        claim(
            "(4.7b), squared, attained",
            Relation.EQUAL,
            of,
            RescaledGradient.What.LENGTH,
            length,
            greatest),
        claim(
            "variance of D g",
            Relation.EQUAL,
            of,
            RescaledGradient.What.VARIANCE,
            variance.times(2),
            DIRECTIONS));
  }

  /** At G = (b/2, b/2) both entries of g are negative with probability 2/3. */
  @Override
  public List<Claim> otherwise(RescaledGradient.Diagonal of) {
    if (of.before()) {
      return List.of();
    }
    return List.of(
        claim(
            "D g points uphill in the mean",
            Relation.EQUAL,
            of,
            RescaledGradient.What.UPHILL,
            number(0).minus(name("b").over(3)),
            FIRST_AXIS));
  }

  private static Claim claim(
      String name,
      Relation relation,
      RescaledGradient.Diagonal of,
      RescaledGradient.What what,
      Formula bound,
      Checkpoints points) {
    return new Claim.Exactly(
        name, relation, new RescaledGradient(of, what), Bound.of("moment", bound), points);
  }
}
