package plumbline.theorems.cevher;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.problem.Network;
import plumbline.series.Rationals;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * (14) as printed: all of beta, W, b trained from beta_0 ~ U[-1, 1], and the rate (1 - eta)^t,
 * without any eigenvalue. On the frozen kernel the loss falls like (1 - eta lambda_0)^(2t) at best,
 * slower than (1 - eta)^t where lambda_0 &lt; 1/2; here it is 0.362.
 *
 * <p>The twin reads the same losses against (1 - eta lambda_0/2)^t with lambda_0 of the kernel of
 * *all* parameters. The cited theorem trains W alone; the twin is its rate carried over, with no
 * proof for this start, and holds as a measurement does.
 */
public final class OverparamRateAsPrinted implements Theorem<Training> {
  @Override
  public Declaration declaration() {
    List<Parameter> parameters = new ArrayList<>(Wide.parameters());
    return new Declaration(
        "cevher/overparam-rate-as-printed",
        parameters,
        List.of(
            Preset.of("m = 256", Role.TYPICAL, "T", "100"),
            Preset.of("m = 256, eta = n^-2", Role.TYPICAL, "T", "100", "eta", "1/16"),
            Preset.of("m = 1024", Role.TYPICAL, "T", "100", "m", "1024")));
  }

  @Override
  public Training setting(Values values) {
    return Wide.setting(values, Network.Trained.ALL);
  }

  @Override
  public Constants constants(Training training) {
    return training.constants();
  }

  @Override
  public List<Hypothesis<Training>> hypotheses() {
    List<Hypothesis<Training>> hypotheses = new ArrayList<>(Wide.hypotheses());
    hypotheses.add(
        new Hypothesis<>(
            "beta_0 is uniform on [-1, 1]^m, all parameters are trained",
            t -> Wide.trained(t, Network.Trained.ALL)));
    hypotheses.add(
        new Hypothesis<>("eta is of the order of n^-2", OverparamRateAsPrinted::stepsize));
    hypotheses.add(
        new Hypothesis<>("m is of the order of n^6/delta^3", OverparamRateAsPrinted::width));
    return hypotheses;
  }

  /**
   * At constant 1 to the letter; above it in the sense of the corrected card, which is a choice.
   */
  private static Status stepsize(Training t) {
    BigFraction atOne = new BigFraction(1, t.points() * t.points());
    Status read =
        Wide.contracts(t, "tr K + lambda/4", "as the corrected card reads its own order", atOne);
    return read instanceof Status.Certified && t.eta().compareTo(atOne) <= 0
        ? Status.certified("eta = " + Rationals.show(t.eta()) + " <= n^-2")
        : read;
  }

  private static Status width(Training t) {
    BigFraction wanted = new BigFraction(t.points()).pow(6).divide(t.delta().pow(3));
    return Wide.hidden("m >= " + Rationals.show(wanted) + ", and m = " + t.network().hidden());
  }

  @Override
  public List<Claim> claims(Training training) {
    Formula printed = Formula.number(1).minus(Formula.name("eta"));
    return List.of(
        Wide.path("(14) as printed", training, printed),
        Wide.path("rate of the kernel", training, Wide.kernelRate()));
  }
}
