package plumbline.theorems.bottou.fixed;

import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;
import plumbline.theorems.bottou.Stepped;
import plumbline.theorems.bottou.Steps;

/**
 * Theorem 4.6 with (4.13) left out of its proof: E[F(w_k) - F_*] &lt;= f + r^(k-1) (Delta - f) with
 * f = alpha L M/(2 c (2 mu - alpha L M_G)) and r = 1 - alpha c (2 mu - alpha L M_G), for all alpha
 * &lt; 2 mu/(L M_G) (003, the second display of the proof of Theorem 4.6).
 */
public final class Thm46Unweakened implements Stepped {
  private static final Checkpoints POINTS = Checkpoints.range(1, 24);

  @Override
  public Declaration declaration() {
    List<Parameter> parameters =
        new ArrayList<>(Instances.parameters("S1", "QD", "rotated", "LS4"));
    parameters.add(Parameter.real("alpha", "\\bar\\alpha", "the stepsize", "0", "4", "1"));
    return new Declaration(
        "bottou/thm46-unweakened",
        parameters,
        List.of(
            preset(SHARP, "S1, 1.5 times (4.13)", "c=2 h=1/2 s2=1 M=4 alpha=3/4 start=3"),
            preset(SHARP, "Q1, half of (4.13)", "s2=1 M=3 alpha=1/4 start=2"),
            preset(SHARP, "LS4, 1.5 times (4.13)", "problem=LS4 alpha=15/34 start=2"),
            preset(TYPICAL, "QD", "problem=QD M=2 alpha=1/20 start=3"),
            preset(TYPICAL, "QD, 1.5 times (4.13)", "problem=QD M=2 alpha=3/20 start=3"),
            preset(TYPICAL, "QB, H = diag(1/2, 1)", "problem=QD h=1/2 M=5/4 alpha=1/20 start=3"),
            preset(TYPICAL, "rotated", "problem=rotated s2=1/4 alpha=1/20 start=3"),
            preset(OUTSIDE, "S1, 2.5 times (4.13)", "c=2 h=1/2 s2=1 M=4 alpha=5/4 start=3")));
  }

  @Override
  public Setting setting(Values values, Instances.Sampled sampled) {
    return Setting.of(values, sampled, Steps.FIXED).closed();
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Assumptions.and(List.of(Assumptions.stronglyConvex(), Formulas.belowThreshold()));
  }

  @Override
  public List<Claim> claims(Setting setting) {
    Bound sharper = Formulas.path(Formulas.SHARPER_FLOOR, Formulas.SHARPER_RATE);
    Gaps gaps = new Gaps(setting);
    List<Claim> claims = new ArrayList<>();
    claims.add(Claim.atMost("(4.14) without (4.13)", gaps, sharper, POINTS));
    if (Formulas.attains(setting)) {
      claims.add(Claim.equal("attained", gaps, sharper, POINTS));
    }
    if (setting.isShortEnough()) {
      Bound printed = Formulas.path(Formulas.FLOOR, Formulas.RATE);
      claims.add(Claim.atMost("below (4.14)", new Iterated(), printed, POINTS));
    }
    return claims;
  }

  /** With one curvature the mean obeys the recursion at every stepsize; it then grows. */
  @Override
  public List<Claim> otherwise(Setting setting) {
    if (!Formulas.attains(setting)) {
      return List.of();
    }
    Bound grows = Formulas.path(Formulas.SHARPER_FLOOR, Formulas.SHARPER_RATE);
    return List.of(Claim.equal("it grows", new Gaps(setting), grows, POINTS));
  }
}
