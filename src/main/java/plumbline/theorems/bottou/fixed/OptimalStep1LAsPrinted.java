package plumbline.theorems.bottou.fixed;

import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import plumbline.formula.Constants;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;

/** The stepsize 1/L with mu = 1 and M_V = 0 alone: with mu_G = 2 it need not converge. */
public final class OptimalStep1LAsPrinted implements Theorem<Setting> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/optimal-step-1L-as-printed",
        Instances.parameters("S1", "QD"),
        List.of(preset(TYPICAL, "E g = diag(2, 1) w", "problem=QD L=1 h=2 M=0 start=1")));
  }

  @Override
  public Setting setting(Values values) {
    return OneOverL.setting(values);
  }

  @Override
  public Constants constants(Setting setting) {
    return setting.constants();
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Assumptions.and(
        List.of(Assumptions.stronglyConvex(), OptimalStep1L.one("mu"), OptimalStep1L.noFactor()));
  }

  @Override
  public List<Claim> claims(Setting setting) {
    return List.of(
        OneOverL.atOneOverL("(4.14) at 1/L as printed", setting), OneOverL.atLongest(setting));
  }
}
