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
  /** O(n^-2) hides a constant: this is how it is read, and at constant 1 it follows. */
  static final String STEPSIZE = "eta (tr K + lambda/4) <= 1, as eta = O(n^-2) is read";

  @Override
  public Declaration declaration() {
    List<Parameter> parameters = new ArrayList<>(Wide.parameters());
    return new Declaration(
        "cevher/overparam-rate-as-printed",
        parameters,
        List.of(
            Preset.of("m = 256", Role.TYPICAL, "T", "100"),
            Preset.of("m = 256, eta = 1/16", Role.TYPICAL, "T", "100", "eta", "1/16"),
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
    hypotheses.add(new Hypothesis<>(STEPSIZE, OverparamRateAsPrinted::stepsize));
    hypotheses.add(
        new Hypothesis<>("m is of the order of n^6/delta^3", OverparamRateAsPrinted::width));
    return hypotheses;
  }

  private static Status stepsize(Training t) {
    return Wide.contracts(t, "1/" + t.points() * t.points());
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
