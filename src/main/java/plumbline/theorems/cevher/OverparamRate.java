package plumbline.theorems.cevher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.problem.Network;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * Gradient descent on the first layer of a wide enough network: with probability 1 - delta over its
 * start, |u_t - y|^2 &lt;= (1 - eta lambda_0/2)^t |u_0 - y|^2 for all t, lambda_0 the smallest
 * eigenvalue of the kernel (Cevher, (14) corrected; Du, Zhai, Poczos, Singh 2019).
 *
 * <p>Equality holds at t = 0 alone: no sharp instance is known, and the exponent is loose by 4.
 */
public final class OverparamRate implements Theorem<Training> {
  @Override
  public Declaration declaration() {
    List<Parameter> parameters = new ArrayList<>(Wide.parameters());
    parameters.add(Wide.inputs());
    return new Declaration(
            "cevher/overparam-rate",
            parameters,
            List.of(
                Preset.of("m = 256, eta = 1/4", Role.TYPICAL),
                Preset.of("m = 1024, eta = 1/4", Role.TYPICAL, "m", "1024"),
                Preset.of(
                    "m = 64, eta = 1/48", Role.TYPICAL, "m", "64", "eta", "1/48", "T", "2400"),
                Preset.of("two equal inputs", Role.OUTSIDE, "inputs", Wide.TWINS, "m", "64")))
        .without(Role.SHARP, "equality at the start alone: the exponent is loose by a factor of 4");
  }

  @Override
  public Training setting(Values values) {
    return Wide.setting(values, Network.Trained.FIRST_LAYER);
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
            "a_r = +-1 stays, W alone is trained",
            t -> Wide.trained(t, Network.Trained.FIRST_LAYER)));
    hypotheses.add(new Hypothesis<>("lambda_0 > 0", Wide::positiveKernel));
    hypotheses.add(
        new Hypothesis<>("eta is of the order of lambda_0/n^2", OverparamRate::stepsize));
    hypotheses.add(
        new Hypothesis<>("m is of the order of n^6/(lambda_0^4 delta^3)", OverparamRate::width));
    return hypotheses;
  }

  private static Status stepsize(Training t) {
    BigFraction wanted = t.eigenvalue().exact().divide(t.points() * t.points());
    if (wanted.signum() <= 0) {
      return Wide.hidden("eta <= 0, and eta = " + Rationals.show(t.eta()));
    }
    return Wide.contracts(
        t, "tr H + lambda_0/4", "which is all that the proof on the card needs of it", wanted);
  }

  private static Status width(Training t) {
    double wanted =
        StrictMath.pow(t.points(), 6)
            / (StrictMath.pow(t.eigenvalue().value(), 4)
                * StrictMath.pow(t.delta().doubleValue(), 3));
    return Wide.hidden(
        String.format(Locale.ROOT, "m >= %.3g, and m = %d", wanted, t.network().hidden()));
  }

  @Override
  public List<Claim> claims(Training training) {
    return List.of(Wide.path("linear rate", training, Wide.kernelRate()));
  }

  /**
   * With x_1 = x_2 and labels 1, -1 the loss stays at 2 or more, since (u - 1)^2 + (u + 1)^2 &gt;=
   * 2. E |u_0 - y|^2 = n/2 + 4 = 6, so by Markov P(|u_0 - y|^2 &gt;= 2000) &lt;= 0.003: with
   * probability 0.997 the relative loss stays above 1/1000 for ever.
   */
  @Override
  public List<Claim> otherwise(Training training) {
    if (Wide.distinct(training.network().inputs())) {
      return List.of();
    }
    return List.of(
        new Claim.Chance(
            "the loss stays up",
            training.end(),
            Bound.of("a thousandth", Formula.number("1/1000")),
            Relation.AT_LEAST,
            Formula.number("0.99"),
            Wide.effort(training)));
  }
}
