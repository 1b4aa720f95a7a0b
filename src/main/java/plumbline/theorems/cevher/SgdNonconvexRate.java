package plumbline.theorems.cevher;

import java.util.ArrayList;
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
 * With gamma = 1/(L sqrt(N)), E (1/N) sum_{t&lt;N} |g_t|^2 &lt;= (2 L Delta + sigma^2)/sqrt(N), and
 * sharper (2 L Delta + sigma^2)/(2 sqrt(N) - 1) (Cevher, (13) corrected).
 *
 * <p>On L theta^2/2 with additive noise the sharper form has ratio 1 - 2 L e_N/(2 L Delta +
 * sigma^2) exactly, e_N the expected gap after N steps.
 */
public final class SgdNonconvexRate implements Theorem<SgdRun> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "cevher/sgd-nonconvex-rate",
        SgdRate.parameters(),
        List.of(
            Preset.of("N = 64", Role.SHARP),
            Preset.of("N = 1024", Role.SHARP, "N", "1024"),
            Preset.of("N = 16", Role.TYPICAL, "N", "16"),
            Preset.of(
                "L = 1/100, from the minimum, N = 10000",
                Role.TYPICAL,
                "L",
                "1/100",
                "start",
                "0",
                "N",
                "10000"),
            Preset.of(
                "cosine, N = 256",
                Role.TYPICAL,
                "problem",
                SgdRate.COSINE,
                "start",
                "1/10",
                "sigma2",
                "2/25",
                "N",
                "256"),
            Preset.of(
                "gamma = 1/(L N^(1/4)), N = 256",
                Role.OUTSIDE,
                "step",
                SgdRate.SLOW,
                "start",
                "0",
                "N",
                "256")));
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
    List<Claim> claims = new ArrayList<>();
    claims.add(SgdRate.corrected(run));
    Formula divisor = Formula.number(2).times(Formula.sqrt(Formula.name("N"))).minus(1);
    Bound sharper =
        Bound.of(
            Bound.term("start", SgdRate.descent().over(divisor)),
            Bound.term("noise", Formula.name("sigma2").over(divisor)));
    var reading = run.average(Quantity.GRADIENT_NORM_SQUARED);
    claims.add(
        new Claim.Mean(
            "sharper form",
            reading,
            Relation.AT_MOST,
            sharper,
            SgdRate.effort(run, reading, sharper).within(SgdRate.resolution(run))));
    if (SgdRate.hasSlope(run)) {
      claims.add(
          SgdRate.slope(
              "rate N^-1/2",
              Quantity.GRADIENT_NORM_SQUARED,
              run,
              Relation.AT_MOST,
              Formula.number("-1/2")));
    }
    return claims;
  }

  /** With gamma = 1/(L N^(1/4)) the floor sigma^2 gamma L/(2 - gamma L) falls like N^(-1/4). */
  @Override
  public List<Claim> otherwise(SgdRun run) {
    return SgdRate.hasSlope(run)
        ? List.of(
            SgdRate.slope(
                "rate N^-1/4",
                Quantity.GRADIENT_NORM_SQUARED,
                run,
                Relation.EQUAL,
                Formula.number("-1/4")))
        : List.of();
  }
}
