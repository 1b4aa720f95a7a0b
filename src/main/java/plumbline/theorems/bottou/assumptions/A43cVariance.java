package plumbline.theorems.bottou.assumptions;

import static plumbline.formula.Formula.name;
import static plumbline.theorem.Relation.AT_MOST;
import static plumbline.theorem.Relation.EQUAL;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/**
 * Assumption 4.3(c) and its certificate: V[g] = E|g|^2 - |E g|^2 &lt;= M + M_V |grad F|^2, decided
 * for all w by elimination and tried along a ray from a minimizer (003, "Moments", (4.8)).
 */
public final class A43cVariance implements OnNoisy {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/a43c-variance",
        Noisy.parameters("S1", "LS4", "LS", "QD"),
        List.of(
            preset(SHARP, "S1: M = 4, M_V = 1/4", "c=2 h=1/2 s2=1 M=4"),
            preset(SHARP, "least squares on four points", "problem=LS4"),
            preset(SHARP, "QB along its first axis", "problem=QD h=2 s2=1/4 M=5 direction=first"),
            preset(TYPICAL, "least squares in R^3", "problem=LS"),
            preset(TYPICAL, "QB along the diagonal", "problem=QD h=2 s2=1/4 M=5"),
            preset(OUTSIDE, "an M one tenth too small", "problem=LS4 shareM=9/10"),
            preset(OUTSIDE, "an M alone, without M_V", "problem=LS4 shareV=0"),
            preset(OUTSIDE, "noise in the factor without M_V", "s2=1 M=1 shareV=0")));
  }

  @Override
  public Noisy setting(Values values, Instances.Sampled sampled) {
    return Noisy.of(values, sampled);
  }

  @Override
  public List<Hypothesis<Noisy>> hypotheses() {
    return List.of(Noisy.variance());
  }

  @Override
  public List<Claim> claims(Noisy noisy) {
    return List.of(
        Spread.claim("(4.8)", noisy, Spread.Kind.VARIANCE, AT_MOST, name("M"), name("M_V")));
  }

  /** On the line the variance is M + M_V |grad F|^2 with the true constants, at every w. */
  @Override
  public List<Claim> otherwise(Noisy noisy) {
    return List.of(
        Spread.claim(
            "with the true constants",
            noisy,
            Spread.Kind.VARIANCE,
            noisy.losesNothing() ? EQUAL : AT_MOST,
            name("M_true"),
            name("M_V_true")));
  }
}
