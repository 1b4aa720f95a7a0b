package plumbline.theorems.bottou.assumptions;

import static plumbline.formula.Formula.name;
import static plumbline.theorem.Relation.AT_MOST;
import static plumbline.theorem.Relation.EQUAL;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import plumbline.formula.Formula;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/**
 * (4.9): the first and second moment limits (4.7b) and (4.8) give E|g|^2 &lt;= M + M_G |grad F|^2
 * with M_G = M_V + mu_G^2 (003, "Moments").
 */
public final class Eq49SecondMoment implements OnNoisy {
  private static final Formula GROWTH = name("M_V").plus(name("mu_G").power(2));
  private static final Formula TRUE_GROWTH = name("M_V_true").plus(name("mu_G_true").power(2));

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/eq49-second-moment",
        Noisy.parameters("S1", "LS4", "LS", "QD"),
        List.of(
            preset(SHARP, "S1: M = 4, M_V = 1/4, mu_G = 1/2", "c=2 h=1/2 s2=1 M=4"),
            preset(SHARP, "S1: M = 9, M_V = 9/4, mu_G = 3", "h=3 s2=1/4 M=9"),
            preset(SHARP, "least squares on four points", "problem=LS4"),
            preset(SHARP, "no noise at all", "h=1/2 M=0"),
            preset(TYPICAL, "least squares in R^3", "problem=LS"),
            preset(TYPICAL, "QB, H = diag(1/2, 1)", "problem=QD h=1/2 M=5/4"),
            preset(OUTSIDE, "mu_G^2 forgotten", "M=0 shareG=0"),
            preset(OUTSIDE, "an M one tenth too small", "problem=LS4 shareM=9/10")));
  }

  @Override
  public Noisy setting(Values values, Instances.Sampled sampled) {
    return Noisy.of(values, sampled);
  }

  @Override
  public List<Hypothesis<Noisy>> hypotheses() {
    return List.of(Noisy.descent(), Noisy.variance());
  }

  @Override
  public List<Claim> claims(Noisy noisy) {
    return List.of(
        Spread.claim("(4.9)", noisy, Spread.Kind.SECOND_MOMENT, AT_MOST, name("M"), GROWTH));
  }

  /** With the true constants it holds, on the line with equality. */
  @Override
  public List<Claim> otherwise(Noisy noisy) {
    return List.of(
        Spread.claim(
            "with the true constants",
            noisy,
            Spread.Kind.SECOND_MOMENT,
            noisy.losesNothing() ? EQUAL : AT_MOST,
            name("M_true"),
            TRUE_GROWTH));
  }
}
