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
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * (8) as printed: the mean of |ghat_t|^2, of the *stochastic* gradients, falls like N^(-1/2). It
 * cannot: E |ghat_t|^2 = E |g_t|^2 + sigma^2. What is true of the same reading is that it stays
 * within (2 L Delta + sigma^2)/sqrt(N) of sigma^2, from above.
 */
public final class SgdNonconvexRateAsPrintedEq8 implements Theorem<SgdRun> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "cevher/sgd-nonconvex-rate-as-printed-eq8",
        SgdRate.parameters(),
        List.of(Preset.of("N = 64", Role.SHARP)));
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
    if (!SgdRate.hasSlope(run)) {
      return List.of(plateau(run));
    }
    return List.of(
        rate("(8) as printed", Quantity.ORACLE_NORM_SQUARED, run),
        plateau(run),
        rate("rate N^-1/2", Quantity.GRADIENT_NORM_SQUARED, run));
  }

  private static Claim rate(String name, Quantity quantity, SgdRun run) {
    return SgdRate.slope(name, quantity, run, Relation.AT_MOST, Formula.number("-1/2"));
  }

  private static Claim plateau(SgdRun run) {
    Formula root = Formula.sqrt(Formula.name("N"));
    return SgdRate.mean(
        "mean square of the stochastic gradient",
        run.average(Quantity.ORACLE_NORM_SQUARED),
        Bound.of(
            Bound.term("plateau", Formula.name("sigma2")),
            Bound.term("start", SgdRate.descent().over(root)),
            Bound.term("noise", Formula.name("sigma2").over(root))),
        run);
  }
}
