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
import plumbline.theorems.bottou.Setting;

/**
 * The trigger as printed, on E[F(w_k)] instead of E[F(w_k)] - F_*: where F_* is large enough it is
 * never reached.
 */
public final class HalvingTriggerAsPrinted implements Theorem<Setting> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/halving-trigger-as-printed",
        Protocol.parameters(),
        List.of(preset(TYPICAL, "LS4, F_* = 5/16", "problem=LS4 alpha=5/17 start=2")));
  }

  @Override
  public Setting setting(Values values) {
    return Protocol.setting(values, Instances.sampled(values));
  }

  @Override
  public Constants constants(Setting setting) {
    return setting.constants();
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Protocol.hypotheses(List.of());
  }

  @Override
  public List<Claim> claims(Setting setting) {
    return List.of(
        HalvingTrigger.reached("E[F(w_k)] reaches the trigger", setting, Reached.Of.OBJECTIVE),
        HalvingTrigger.reached("E[F(w_k)] - F_* reaches the trigger", setting, Reached.Of.GAP));
  }
}
