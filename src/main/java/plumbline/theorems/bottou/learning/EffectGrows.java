package plumbline.theorems.bottou.learning;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.ln;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Relation.AT_LEAST;
import static plumbline.theorem.Relation.AT_MOST;
import static plumbline.theorem.Relation.EQUAL;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

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
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.theorems.bottou.learning.Decay.Reading;

/**
 * If the estimation error falls like n^(-p), p &lt;= 1, the batch row loses to the stochastic one
 * by about T (log T/T)^p where examples are unlimited (A), and by about (log T)^p where each step
 * takes one (B) (003, "This effect only grows").
 */
public final class EffectGrows implements Theorem<Decay> {
  private static final Checkpoints BUDGETS =
      Checkpoints.of(
          100,
          1000,
          10_000,
          100_000,
          1_000_000,
          10_000_000,
          100_000_000,
          1_000_000_000,
          10_000_000_000L);
  private static final Checkpoints LARGE = Checkpoints.of(100_000_000);

  private static final Formula P = name("p");
  private static final Formula LESS = k().power(P.minus(1));
  private static final Formula MOST_A = k().times(ln(k()).over(k()).power(P)).plus(1);
  private static final Formula MOST_B = ln(k()).power(P).plus(LESS).over(LESS.plus(1));
  private static final Formula ONE_A = ln(k()).plus(1);
  private static final Formula ONE_B = ONE_A.over(2);

  /** (p log(T/log T))^p, of both lower bounds; no p is known that attains them. */
  private static final Formula SHORTEST = P.times(ln(k()).minus(ln(ln(k())))).power(P);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/effect-grows",
        List.of(Parameter.real("p", "p", "rate of the estimation error", "1/10", "3", "1")),
        List.of(
            preset(SHARP, "p = 1", ""),
            preset(TYPICAL, "p = 1/2", "p=1/2"),
            preset(TYPICAL, "p = 9/10", "p=9/10"),
            preset(OUTSIDE, "p = 2", "p=2")));
  }

  @Override
  public Decay setting(Values values) {
    return new Decay(values.get("p"));
  }

  @Override
  public Constants constants(Decay decay) {
    return decay.constants();
  }

  @Override
  public List<Hypothesis<Decay>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "the estimation error falls no faster than 1/n, p <= 1",
            of ->
                Status.of(
                    of.p().compareTo(BigFraction.ONE) <= 0, "p = " + Rationals.show(of.p()))));
  }

  @Override
  public List<Claim> claims(Decay decay) {
    List<Claim> claims =
        new ArrayList<>(
            List.of(
                ratio("(A) at most", AT_MOST, decay, Reading.UNLIMITED, MOST_A),
                ratio(
                    "(A) at least",
                    AT_LEAST,
                    decay,
                    Reading.UNLIMITED,
                    k().over(k().power(P)).times(SHORTEST)),
                ratio(
                    "(A) not below the ratio of p = 1", AT_LEAST, decay, Reading.UNLIMITED, ONE_A),
                ratio("(B) at most", AT_MOST, decay, Reading.ONE_A_STEP, MOST_B),
                ratio(
                    "(B) at least",
                    AT_LEAST,
                    decay,
                    Reading.ONE_A_STEP,
                    SHORTEST.over(LESS.plus(1)))));
    if (decay.p().compareTo(BigFraction.ONE_HALF) <= 0 || decay.p().equals(BigFraction.ONE)) {
      claims.add(
          ratio("(B) not above the ratio of p = 1", AT_MOST, decay, Reading.ONE_A_STEP, ONE_B));
    }
    if (decay.p().equals(BigFraction.ONE)) {
      claims.add(ratio("(A) attained", EQUAL, decay, Reading.UNLIMITED, MOST_A));
      claims.add(ratio("(A) of p = 1", EQUAL, decay, Reading.UNLIMITED, ONE_A));
      claims.add(ratio("(B) attained", EQUAL, decay, Reading.ONE_A_STEP, MOST_B));
      claims.add(ratio("(B) of p = 1", EQUAL, decay, Reading.ONE_A_STEP, ONE_B));
    }
    claims.addAll(worked(decay));
    return claims;
  }

  /** The ratios at T = 10^8 to the digits of the card. */
  private static List<Claim> worked(Decay decay) {
    return switch (Rationals.show(decay.p())) {
      case "1" ->
          List.of(
              worked(decay, Reading.UNLIMITED, "19.42", "0.005"),
              worked(decay, Reading.ONE_A_STEP, "9.71", "0.005"));
      case "1/2" ->
          List.of(
              worked(decay, Reading.UNLIMITED, "34828", "1/2"),
              worked(decay, Reading.ONE_A_STEP, "3.48", "0.005"));
      case "9/10" ->
          List.of(
              worked(decay, Reading.UNLIMITED, "84.94", "0.005"),
              worked(decay, Reading.ONE_A_STEP, "11.62", "0.005"));
      default -> List.of();
    };
  }

  private static Claim worked(Decay decay, Reading reading, String printed, String half) {
    return Claim.atMost(
        "(" + reading.letter + ") at T = 10^8",
        new Decay.Ratio(decay, reading, Rationals.parse(printed)),
        Bound.of("half a unit of " + printed, number(half)),
        LARGE);
  }

  /** With log(1/epsilon) = p log T: for p &gt; 1 the batch row wins, by a power of T. */
  @Override
  public List<Claim> otherwise(Decay decay) {
    Formula batch = P.times(ln(k())).over(k()).power(P).plus(number(1).over(k().power(P)));
    return List.of(
        ratio("(A) for any p, at most", AT_MOST, decay, Reading.UNLIMITED, k().times(batch)));
  }

  private static Claim ratio(
      String name, Relation relation, Decay decay, Reading reading, Formula bound) {
    return new Claim.Exactly(
        name,
        relation,
        new Decay.Ratio(decay, reading, BigFraction.ZERO),
        Bound.of("ratio", bound),
        BUDGETS);
  }
}
