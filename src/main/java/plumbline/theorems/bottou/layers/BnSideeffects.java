package plumbline.theorems.bottou.layers;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
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
 * Batch normalisation makes the output of one pattern depend on the others of its minibatch: within
 * [-sqrt(m - 1), sqrt(m - 1)], and with a variance over random minibatches of 1/m times 1 + xhat^2
 * (kappa_4 - 1)/4 to leading order (Bottou, "Alternative: batch normalization").
 */
public final class BnSideeffects implements Theorem<BnSideeffects.Fixed> {
  private static final Checkpoints SMALL = Checkpoints.of(2, 3, 4, 5, 6, 8, 10);
  private static final Checkpoints EVEN = Checkpoints.of(4, 6, 8, 12, 16, 32, 64, 128, 256, 512);
  private static final Checkpoints LARGE = Checkpoints.of(16, 32, 64, 128, 256, 512);
  private static final Checkpoints EXTRAPOLATED = Checkpoints.of(32);
  private static final Formula FOURTH = name("kappa_4").minus(1).over(4);
  private static final Formula SQUARE = name("xhat").power(2);
  private static final Formula LEADING = number(1).plus(SQUARE.times(FOURTH));

  /**
   * A fixed pattern, whose unit has the input xhat, among random ones of mean 0 and variance 1.
   *
   * @param xhat the fixed input
   * @param kappa the kurtosis of the law on -sqrt(kappa), 0, sqrt(kappa)
   * @param minibatch whether the statistics are the minibatch's
   */
  public record Fixed(BigFraction xhat, BigFraction kappa, boolean minibatch) {
    /**
     * Where m = 16 and 32 extrapolate to the leading order within 5 %: on a grid of this region the
     * worst was 1.9 %; at xhat = 5/4 and kappa = 4 it is 25 %.
     */
    boolean extrapolates() {
      BigFraction least =
          kappa.compareTo(new BigFraction(2)) <= 0 ? Rationals.of(5, 4) : Rationals.of(3, 2);
      return minibatch
          && kappa.compareTo(new BigFraction(3)) <= 0
          && xhat.compareTo(least) >= 0
          && xhat.compareTo(Rationals.of(7, 4)) <= 0
          && !xhat.multiply(xhat).equals(kappa);
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/bn-sideeffects",
        List.of(
            Parameter.real("xhat", "\\hat x", "input of the fixed pattern", "1/8", "4", "3/2"),
            Parameter.real("kappa", "\\kappa", "kurtosis of the others", "1", "4", "3"),
            Parameter.choice("statistics", "whose mean and variance", "MINIBATCH", "POPULATION")),
        List.of(
            Preset.of("xhat = 3/2", Role.SHARP),
            Preset.of("xhat = 5/4, kurtosis 2", Role.TYPICAL, "xhat", "5/4", "kappa", "2"),
            Preset.of("xhat = 1/2", Role.TYPICAL, "xhat", "1/2"),
            Preset.of("population statistics", Role.OUTSIDE, "statistics", "POPULATION")));
  }

  @Override
  public Fixed setting(Values values) {
    return new Fixed(
        values.get("xhat"), values.get("kappa"), values.choice("statistics").equals("MINIBATCH"));
  }

  @Override
  public Constants constants(Fixed fixed) {
    return Constants.none()
        .with("xhat", fixed.xhat(), "declared")
        .with("kappa_4", new BigFraction(3), "the kurtosis of a Gaussian")
        .with("kappa", fixed.kappa(), "declared");
  }

  @Override
  public List<Hypothesis<Fixed>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "mean and variance are those of the current minibatch",
            fixed ->
                Status.of(
                    fixed.minibatch(),
                    fixed.minibatch() ? "by definition" : "they are the population's: 0 and 1")));
  }

  @Override
  public List<Claim> claims(Fixed fixed) {
    Batches batches = new Batches(fixed);
    Formula three = k().minus(3);
    Formula half = k().minus(number("5/2"));
    Formula first = k().over(three);
    Formula second = SQUARE.times(k().power(2)).over(three);
    Formula more = number(1).over(three.times(8));
    List<Claim> claims = new ArrayList<>();
    claims.add(
        Claim.equal(
            "largest squared output",
            new Along("largest over minibatches of m = k", batches::largest),
            Bound.of("m - 1", k().minus(1)),
            SMALL));
    claims.add(
        Claim.atLeast(
            "m Var from below",
            new Along("m Var of the output, m = k", batches::gaussian),
            Bound.of(term("mean", first), term("variance", second.times(FOURTH).over(half))),
            EVEN));
    claims.add(
        Claim.atMost(
            "m Var from above",
            new Along("m Var of the output, m = k", batches::gaussian),
            Bound.of(
                term("mean", first),
                term("variance", second.times(FOURTH.plus(more)).over(half.plus(more)))),
            EVEN));
    claims.add(
        Claim.atMost(
            "leading order",
            new Along("m Var of the output, m = k", batches::gaussian),
            Bound.of("leading order", LEADING.times(number(1).plus(number(8).over(k())))),
            LARGE));
    if (fixed.extrapolates()) {
      Formula leading = number(1).plus(SQUARE.times(name("kappa").minus(1)).over(4));
      Along inside = new Along("extrapolated from m = 16 and", batches::extrapolated);
      claims.add(
          Claim.atMost(
              "inside the minibatch, at most 5 % above",
              inside, Bound.of("leading order", leading.times(number("1.05"))), EXTRAPOLATED));
      claims.add(
          Claim.atLeast(
              "inside the minibatch, at most 5 % below",
              inside, Bound.of("leading order", leading.times(number("0.95"))), EXTRAPOLATED));
    }
    return claims;
  }

  @Override
  public List<Claim> otherwise(Fixed fixed) {
    return List.of(
        Claim.equal(
            "one output whatever the others",
            new Along("largest over minibatches of m = k", new Batches(fixed)::largest),
            Bound.of("xhat^2", SQUARE),
            SMALL));
  }
}
