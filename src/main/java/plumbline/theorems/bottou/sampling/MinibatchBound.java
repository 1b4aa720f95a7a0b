package plumbline.theorems.bottou.sampling;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Tail;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.theorems.Contracts;
import plumbline.theorems.Instances;
import plumbline.theorems.bottou.Assumptions;
import plumbline.theorems.bottou.Setting;
import plumbline.theorems.bottou.Steps;

/**
 * Theorem 4.6 for minibatches of n: E[F(w_k) - F_*] &lt;= alpha L M/(2 c mu n) + (1 - alpha c
 * mu)^(k-1) (Delta - alpha L M/(2 c mu n)), M being the constant of one example.
 *
 * <p>Attained at every k where L = c and alpha = mu/(L (M_V/n + mu_G^2)). Source: 003, "Mini
 * batching", the first bound.
 */
public final class MinibatchBound implements Theorem<MinibatchBound.Minibatch> {
  private static final Formula ALPHA = name("alpha");
  private static final Formula NOISE = ALPHA.times(name("L")).times(name("M"));

  /**
   * Theorem 4.6's setting, its noise constants being those of a batch.
   *
   * @param sampled what runs
   * @param n how many examples a step takes
   */
  record Minibatch(Setting sampled, int n) {
    /** M and M_V of one example, and n. */
    Constants constants() {
      Constants x = sampled.constants();
      return x.with("M", ofOne(x.constant("M")))
          .with("M_V", ofOne(x.constant("M_V")))
          .with("n", Rationals.of(n, 1), "declared");
    }

    private Constant ofOne(Constant batch) {
      return new Constant(batch.exact().multiply(n), batch.error() * n, batch.how());
    }
  }

  @Override
  public Declaration declaration() {
    List<Parameter> parameters = new ArrayList<>(Instances.parameters("LS4", "LS", "S1"));
    parameters.add(Parameter.real("alpha", "\\bar\\alpha", "the stepsize", "0.001", "4", "5/17"));
    return new Declaration(
        "bottou/minibatch-bound",
        parameters,
        List.of(
            preset(SHARP, "LS4, one example", "start=2"),
            preset(SHARP, "LS4, n = 4 at its longest step", "batch=4 alpha=40/109 start=2"),
            preset(SHARP, "Q1, n = 4, alpha = 1/c", "problem=S1 law=GAUSSIAN batch=4 alpha=1"),
            preset(
                SHARP,
                "S1, c = 2, mu = 1/2, n = 4",
                "problem=S1 c=2 h=1/2 s2=1 M=4 batch=4 alpha=4/5 start=3"),
            preset(TYPICAL, "LS4, n = 16", "batch=16 start=2"),
            preset(TYPICAL, "R^3, n = 4", "problem=LS batch=4 alpha=1/20 start=2"),
            preset(OUTSIDE, "LS4, n = 4, half as long again", "batch=4 alpha=60/109 start=0")));
  }

  /** On S1 a batch is declared: noises of variance M/n and s^2/n, as Gaussian ones average to. */
  @Override
  public Minibatch setting(Values values) {
    int n = values.integer("batch");
    BigFraction share = Rationals.of(1, n);
    Values used =
        values.choice("problem").equals("S1")
            ? values
                .with("M", values.get("M").multiply(share).toString().replace(" ", ""))
                .with("s2", values.get("s2").multiply(share).toString().replace(" ", ""))
            : values;
    return new Minibatch(Setting.of(used, Steps.FIXED), n);
  }

  @Override
  public Constants constants(Minibatch of) {
    return of.constants();
  }

  @Override
  public List<Hypothesis<Minibatch>> hypotheses() {
    List<Hypothesis<Setting>> all =
        Assumptions.and(
            List.of(
                Assumptions.stronglyConvex(),
                Assumptions.firstStep("0 < alpha <= mu/(L (M_V/n + mu_G^2))")));
    return all.stream()
        .map(h -> new Hypothesis<Minibatch>(h.text(), of -> h.test().apply(of.sampled())))
        .toList();
  }

  @Override
  public List<Claim> claims(Minibatch of) {
    Formula floor = NOISE.over(number(2).times(name("c")).times(name("mu")).times(name("n")));
    Formula rate = number(1).minus(ALPHA.times(name("c")).times(name("mu")));
    Bound bound =
        Bound.of(
            term("neighbourhood", floor),
            term("transient", rate.power(k().minus(1)).times(name("Delta").minus(floor))));
    Claim most = mean("(4.14) with M/n", of, Relation.AT_MOST, bound, sharp(of));
    return sharp(of)
        ? List.of(most, mean("attained", of, Relation.EQUAL, bound, false))
        : List.of(most);
  }

  private static boolean sharp(Minibatch of) {
    Constants x = of.constants();
    return of.sampled().atLongestStep() && x.exact("L").equals(x.exact("c"));
  }

  /** By exact moments; where a batch of examples attains the bound, by simulation as well. */
  private static Claim mean(
      String name, Minibatch of, Relation relation, Bound bound, boolean sharp) {
    boolean oneCurvature = of.constants().exact("L").equals(of.constants().exact("c"));
    // on LS4 three quarters of the error go at each step
    Checkpoints checkpoints =
        oneCurvature ? fast(of) : Checkpoints.of(1, 2, 3, 4, 6, 8, 16, 32, 64);
    Reading gap = Reading.at(of.sampled().recursion(), Quantity.GAP, checkpoints);
    if (!sharp || of.sampled().recursion().oracle().batch() < 2) {
      return new Claim.Exactly(name, relation, new ExactGap(gap), bound, checkpoints);
    }
    Tail tail = Contracts.of(gap, bound, of.constants());
    return new Claim.Mean(name, gap, relation, bound, Contracts.effort(true, tail));
  }

  /** From k = 2 where a step forgets its start: there 0^(k-1) is all that is left of it. */
  private static Checkpoints fast(Minibatch of) {
    Constants x = of.constants();
    BigFraction step = x.exact("alpha").multiply(x.exact("c")).multiply(x.exact("mu"));
    return step.equals(BigFraction.ONE)
        ? Checkpoints.of(2, 3, 4, 6, 8)
        : Checkpoints.of(1, 2, 3, 4, 6, 8);
  }

  /** Where L = c the gap is floor + rate^(k-1) (Delta - floor) for every alpha. */
  @Override
  public List<Claim> otherwise(Minibatch of) {
    Constants x = of.constants();
    Formula moment = name("M_V").over(name("n")).plus(name("mu_G").power(2));
    Formula net = number(2).times(name("mu")).minus(ALPHA.times(name("L")).times(moment));
    boolean one = x.exact("L").equals(x.exact("c")) && x.exact("mu").equals(x.exact("mu_G"));
    if (!one || net.at(x, 1) == 0) {
      return List.of();
    }
    Formula floor = NOISE.over(number(2).times(name("c")).times(net).times(name("n")));
    Formula rate = number(1).minus(ALPHA.times(name("c")).times(net));
    Bound path =
        Bound.of(
            term("neighbourhood", floor),
            term("transient", rate.power(k().minus(1)).times(name("Delta").minus(floor))));
    return List.of(mean("gap of a step too long", of, Relation.EQUAL, path, false));
  }
}
