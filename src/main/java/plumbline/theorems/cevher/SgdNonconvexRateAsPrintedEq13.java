package plumbline.theorems.cevher;

import java.util.List;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.quantity.Quantity;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * (13) as printed: a bracket too far to the right gives 2 L (Delta + sigma^2)/sqrt(N), which is too
 * small wherever L &lt; 1/2 and the noise dominates.
 */
public final class SgdNonconvexRateAsPrintedEq13 implements Theorem<SgdRun> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "cevher/sgd-nonconvex-rate-as-printed-eq13",
        SgdRate.parameters(),
        List.of(
            Preset.of(
                "L = 1/100, from the minimum, N = 10000",
                Role.TYPICAL,
                "L",
                "1/100",
                "start",
                "0",
                "N",
                "10000")));
  }

  @Override
  public SgdRun setting(Values values) {
    return SgdRate.setting(values);
  }

  @Override
  public Constants constants(SgdRun run) {
    return run.constants();
  }

  @Override
  public List<Hypothesis<SgdRun>> hypotheses() {
    return SgdRate.hypotheses();
  }

  @Override
  public List<Claim> claims(SgdRun run) {
    Formula root = Formula.sqrt(Formula.name("N"));
    Formula twice = Formula.number(2).times(Formula.name("L"));
    Bound printed =
        Bound.of(
            Bound.term("start", SgdRate.descent().over(root)),
            Bound.term("noise", twice.times(Formula.name("sigma2")).over(root)));
    return List.of(
        SgdRate.mean("(13) as printed", run.average(Quantity.GRADIENT_NORM_SQUARED), printed, run),
        SgdRate.corrected(run));
  }
}
