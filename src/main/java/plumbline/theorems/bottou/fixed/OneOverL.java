package plumbline.theorems.bottou.fixed;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Values;
import plumbline.theorems.bottou.Setting;
import plumbline.theorems.bottou.Steps;

/** What the stepsize 1/L and its misprint share: settings, and the claims about whole runs. */
final class OneOverL {
  private static final Checkpoints POINTS = Checkpoints.range(1, 24);
  private static final Formula LONGEST = Formulas.MU.over(Formulas.L.times(name("M_G")));

  private OneOverL() {}

  /** The instance with alpha = 1/L. */
  static Setting setting(Values values) {
    Setting any = Setting.of(values.with("alpha", "1"), Steps.FIXED);
    return with(any, any.constants().exact("L").reciprocal());
  }

  /** The same with this stepsize. */
  static Setting with(Setting s, BigFraction alpha) {
    Recursion r = s.recursion();
    return new Setting(
        new Recursion(r.problem(), r.oracle(), r.method(), Stepsize.fixed(alpha), r.start()),
        s.steps(),
        s.schedule().with("alpha", alpha, "1/L"));
  }

  /** M/(2 c) + (1 - c/L)^(k-1) (Delta - M/(2 c)): (4.14) with mu = 1 at alpha = 1/L. */
  static Claim atOneOverL(String name, Setting s) {
    Formula floor = Formulas.M.over(number(2).times(Formulas.C));
    Formula rate = number(1).minus(Formulas.C.over(Formulas.L));
    return Claim.atMost(name, new Gaps(s), Formulas.path(floor, rate), POINTS);
  }

  /** (4.14) at alpha = mu/(L M_G), run with that stepsize. */
  static Claim atLongest(Setting s) {
    Bound path = Formulas.path(Formulas.FLOOR, Formulas.RATE);
    Bound bound =
        new Bound(
            path.terms().stream()
                .map(t -> term(t.name(), t.formula().map(OneOverL::longest)))
                .toList());
    return Claim.atMost("(4.14) at mu/(L M_G)", new Gaps(with(s, s.longestStep())), bound, POINTS);
  }

  private static Formula longest(Formula part) {
    return part.equals(Formulas.ALPHA) ? LONGEST : part;
  }

  /**
   * With M = 0 and mu = 1 on c w_1^2/2 + L w_2^2/2 from equal coordinates, the first scaled by
   * mu_G: the second is 0 after a step, the first is multiplied by 1 - c mu_G/L in every one.
   */
  static Claim biased(Setting s) {
    Formula share = Formulas.C.over(Formulas.C.plus(Formulas.L)).times(name("Delta"));
    Formula factor = number(1).minus(Formulas.C.times(name("mu_G")).over(Formulas.L));
    Formula gap = share.times(factor.power(number(2).times(k().minus(1))));
    return Claim.equal(
        "the gap with a biased gradient",
        new Gaps(s),
        Bound.of("first axis", gap),
        Checkpoints.range(2, 24));
  }

  /**
   * The decrease in one step from the start, per |grad F|^2 and with alpha^2 L M/2 added again, as
   * alpha runs through k/(10 L), k = 1..20.
   */
  record Decrease(Setting setting) implements Comparison {
    /** k/(10 L). */
    static final Formula STEP = k().over(number(10).times(Formulas.L));

    static final Checkpoints STEPS = Checkpoints.range(1, 20);

    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants x, Bound bound, Checkpoints points) {
      Checkpoints first = Checkpoints.of(1);
      Reading slope = Reading.at(setting.recursion(), Quantity.GRADIENT_NORM_SQUARED, first);
      T square = ClosedMoments.expectation(in, slope).orElseThrow().get(0);
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        BigFraction alpha = STEP.at(Arithmetic.rationals(), x, k);
        Constants here = x.with("alpha", alpha, "swept");
        List<T> gaps = Gaps.along(in, with(setting, alpha), Checkpoints.of(1, 2));
        T fall = gaps.get(0).subtract(gaps.get(1)).add(Formulas.ADDED.at(in, here, k));
        pairs.add(new Pair<>("alpha L = " + k + "/10", k, fall.divide(square), bound.at(in, x, k)));
      }
      return pairs;
    }
  }

  /** The gap at rest as alpha runs through k/(20 L), k = 1..20. */
  record AtRest(Setting setting) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants x, Bound bound, Checkpoints points) {
      Stationary rest = Stationary.of(setting);
      return points.at().stream()
          .map(
              k -> {
                BigFraction alpha =
                    x.exact("L").reciprocal().multiply(Rationals.of(k, Sweep.STEPS));
                T gap = rest.gap(in, in.of(alpha));
                return new Pair<>("alpha L = " + k + "/20", k, gap, bound.at(in, x, k));
              })
          .toList();
    }
  }
}
