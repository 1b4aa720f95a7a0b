package plumbline.theorems.bottou.layers;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
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
 * Theorem 4.6 for steps that a changing factor p_k in [p_min, p_max] scales, as long as p_k does
 * not depend on the noise of step k: mu = p_min, mu_G = p_max, and M and M_V times p_max^2 (Bottou,
 * "Remarks": as long as we change them slowly).
 */
public final class SlowChange implements Theorem<SlowChange.Scaled> {
  private static final Checkpoints STEPS =
      Checkpoints.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96);
  private static final Formula ALPHA = name("alpha");
  private static final Formula FLOOR =
      ALPHA
          .times(name("p_max").power(2))
          .times(name("sigma").power(2))
          .over(number(2).times(name("p_min")));
  private static final Formula RATE = number(1).minus(ALPHA.times(name("c")).times(name("p_min")));

  /**
   * F = c w^2/2, g = c w (1 + sqrt(M_V) zeta) + sigma xi with random signs zeta and xi, and steps
   * -alpha p_k g.
   *
   * @param values alpha, c, sigma, MV, pMin, pMax, start
   * @param past whether p_k is chosen before xi; else it is pMax where xi = 1, pMin where xi = -1
   */
  public record Scaled(Values values, boolean past) {
    BigFraction of(String name) {
      return values.get(name);
    }

    private BigFraction longestStep() {
      BigFraction moment = of("pMax").multiply(of("pMax")).multiply(of("MV").add(1));
      return of("pMin").divide(of("c").multiply(moment));
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/slow-change",
        List.of(
            Parameter.real("alpha", "\\alpha", "the stepsize", "0", "4", "1/2"),
            Parameter.real("c", "c", "curvature", "1/10", "10", "2"),
            Parameter.real("sigma", "\\sigma", "size of the additive noise", "0", "10", "3"),
            Parameter.real("MV", "M_V", "variance of the factor on the gradient", "0", "4", "1"),
            Parameter.real("pMin", "p_{min}", "least factor", "1/10", "1/2", "1/2"),
            Parameter.real("pMax", "p_{max}", "greatest factor", "1/2", "2", "1/2"),
            Parameter.real("start", "w_1", "the start", "-10", "10", "5"),
            Parameter.choice("choice", "what the factor depends on", "PAST", "NOISE")),
        List.of(
            Preset.of("one factor, the longest step", Role.SHARP),
            Preset.of(
                "any factors from 1/4 to 1",
                Role.TYPICAL,
                "pMin",
                "1/4",
                "pMax",
                "1",
                "alpha",
                "1/20"),
            Preset.of(
                "the factor follows the noise",
                Role.OUTSIDE,
                "choice",
                "NOISE",
                "pMax",
                "1",
                "alpha",
                "1/64",
                "start",
                "0")));
  }

  @Override
  public Scaled setting(Values values) {
    return new Scaled(values, values.choice("choice").equals("PAST"));
  }

  @Override
  public Constants constants(Scaled scaled) {
    BigFraction start = scaled.of("start");
    return Constants.none()
        .with("alpha", scaled.of("alpha"), "declared")
        .with("c", scaled.of("c"), "declared")
        .with("sigma", scaled.of("sigma"), "declared")
        .with("M_V", scaled.of("MV"), "declared")
        .with("p_min", scaled.of("pMin"), "declared")
        .with("p_max", scaled.of("pMax"), "declared")
        .with("w_1", start, "declared")
        .with("Delta", start.multiply(start).multiply(scaled.of("c")).divide(2), "c w_1^2/2");
  }

  @Override
  public List<Hypothesis<Scaled>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "p_k does not depend on the noise of step k",
            s ->
                s.past()
                    ? Status.certified("it is chosen before the noise is drawn")
                    : new Status.Refuted("it follows the sign of the noise")),
        new Hypothesis<>(
            "0 < alpha <= p_min/(c p_max^2 (1 + M_V)) (4.13)",
            s -> {
              BigFraction longest = s.longestStep();
              return Status.of(
                  s.of("alpha").signum() > 0 && s.of("alpha").compareTo(longest) <= 0,
                  "alpha = "
                      + Rationals.show(s.of("alpha"))
                      + " in (0, "
                      + Rationals.show(longest)
                      + "]");
            }));
  }

  @Override
  public List<Claim> claims(Scaled scaled) {
    Along gap = new Along("largest E F(w_k) - F_*", new Work(scaled)::gap);
    Claim worst = bounded("gap under the worst factors", Relation.AT_MOST, gap);
    boolean longest = scaled.past() && scaled.of("alpha").equals(scaled.longestStep());
    return longest && scaled.of("pMin").equals(scaled.of("pMax"))
        ? List.of(worst, bounded("attained", Relation.EQUAL, gap))
        : List.of(worst);
  }

  private static Claim bounded(String name, Relation relation, Along gap) {
    return claim(
        name,
        relation,
        gap,
        term("neighbourhood", FLOOR),
        term("transient", RATE.power(k().minus(1)).times(name("Delta").minus(FLOOR))));
  }

  /** E[p xi] = (p_max - p_min)/2 is not 0, and the mean settles elsewhere. */
  @Override
  public List<Claim> otherwise(Scaled scaled) {
    if (scaled.past()) {
      return List.of();
    }
    Formula sum = name("p_max").plus(name("p_min"));
    Formula apart = name("p_max").minus(name("p_min"));
    Formula place = number(-1).times(name("sigma")).times(apart).over(name("c").times(sum));
    Formula rate = number(1).minus(ALPHA.times(name("c")).times(sum).over(2));
    return List.of(
        claim(
            "the mean settles beside the minimum",
            Relation.EQUAL,
            new Along("E w_k", new Work(scaled)::mean),
            term("place", place),
            term("transient", rate.power(k().minus(1)).times(name("w_1").minus(place)))));
  }

  private static Claim claim(String name, Relation relation, Along trial, Bound.Term... terms) {
    return new Claim.Exactly(name, relation, trial, Bound.of(terms), STEPS);
  }

  /** Exact moments of w_k. */
  private record Work(Scaled scaled) {
    private <T extends FieldElement<T>> T of(Arithmetic<T> in, String name) {
      return in.of(scaled.of(name));
    }

    <T extends FieldElement<T>> LongFunction<T> gap(LinearAlgebra<T> field) {
      return scaled.past() ? worst(field) : following(field);
    }

    /** E w^2 = v where the factor follows xi: w and xi enter with their mean product as well. */
    private <T extends FieldElement<T>> LongFunction<T> following(LinearAlgebra<T> field) {
      Arithmetic<T> in = field.in();
      T half = of(in, "c").divide(in.of(2));
      LongFunction<T> means = mean(field);
      List<T> moments = new ArrayList<>();
      T v = of(in, "start").multiply(of(in, "start"));
      for (long k = 1; k <= STEPS.last(); k++) {
        moments.add(half.multiply(v));
        T cross = means.apply(k).multiply(mixed(in, "pMax").subtract(mixed(in, "pMin")));
        T plain = after(in, v, of(in, "pMax")).add(after(in, v, of(in, "pMin")));
        v = plain.divide(in.of(2)).subtract(cross);
      }
      return k -> moments.get((int) k - 1);
    }

    /** (1 - alpha p c) alpha p sigma. */
    private <T extends FieldElement<T>> T mixed(Arithmetic<T> in, String p) {
      T move = of(in, "alpha").multiply(of(in, p));
      T kept = in.of(1).subtract(move.multiply(of(in, "c")));
      return kept.multiply(move).multiply(of(in, "sigma"));
    }

    /**
     * E w^2 after a step grows with E w^2 before it, so that the worst sequence takes the worst
     * factor at every step; and E w^2 is convex in the factor, so that it is pMin or pMax.
     */
    private <T extends FieldElement<T>> LongFunction<T> worst(LinearAlgebra<T> field) {
      Arithmetic<T> in = field.in();
      T half = of(in, "c").divide(in.of(2));
      List<T> moments = new ArrayList<>();
      T moment = of(in, "start").multiply(of(in, "start"));
      for (long k = 1; k <= STEPS.last(); k++) {
        moments.add(half.multiply(moment));
        moment = in.max(after(in, moment, of(in, "pMin")), after(in, moment, of(in, "pMax")));
      }
      return k -> moments.get((int) k - 1);
    }

    /** E (w - alpha p g)^2 over the four signs of zeta and xi, of E w^2 = this and E w w' = 0. */
    private <T extends FieldElement<T>> T after(Arithmetic<T> in, T moment, T p) {
      T move = of(in, "alpha").multiply(p);
      T kept = in.of(1).subtract(move.multiply(of(in, "c")));
      T spread = move.multiply(of(in, "c"));
      T noise = move.multiply(of(in, "sigma"));
      return kept.multiply(kept)
          .add(spread.multiply(spread).multiply(of(in, "MV")))
          .multiply(moment)
          .add(noise.multiply(noise));
    }

    <T extends FieldElement<T>> LongFunction<T> mean(LinearAlgebra<T> field) {
      Arithmetic<T> in = field.in();
      List<T> means = new ArrayList<>();
      T mean = of(in, "start");
      for (long k = 1; k <= STEPS.last(); k++) {
        means.add(mean);
        T pull = of(in, "c").multiply(mean);
        T up = of(in, "pMax").multiply(pull.add(of(in, "sigma")));
        T down = of(in, "pMin").multiply(pull.subtract(of(in, "sigma")));
        mean = mean.subtract(of(in, "alpha").multiply(up.add(down)).divide(in.of(2)));
      }
      return k -> means.get((int) k - 1);
    }
  }
}
