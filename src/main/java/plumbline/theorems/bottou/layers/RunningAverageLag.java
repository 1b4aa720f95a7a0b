package plumbline.theorems.bottou.layers;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.hipparchus.FieldElement;
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
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * A running average R &lt;- (1 - lambda) R + lambda x_t lags behind a ramp of speed s by s (1 -
 * lambda)/lambda and keeps lambda/(2 - lambda) of the variance of x_t (Bottou, "Investigation").
 */
public final class RunningAverageLag implements Theorem<RunningAverageLag.Drift> {
  private static final Checkpoints TIMES =
      Checkpoints.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128);
  private static final Formula LAMBDA = name("lambda");
  private static final Formula KEPT = number(1).minus(LAMBDA);
  private static final Formula FLOOR = LAMBDA.over(number(2).minus(LAMBDA));
  private static final Formula FADED = KEPT.power(k());

  /**
   * A statistic that drifts, estimated from minibatches of B examples.
   *
   * @param values lambda, s, q, sigma2, rho, B
   */
  public record Drift(Values values) {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/running-average-lag",
        List.of(
            Parameter.real("lambda", "\\lambda", "weight of the newest", "1/100", "1", "1/20"),
            Parameter.real("s", "s", "speed of the statistic a step", "-10", "10", "1"),
            Parameter.real("q", "q", "its acceleration", "0", "1", "0"),
            Parameter.real("sigma2", "\\sigma^2", "variance of an example", "0", "100", "4"),
            Parameter.integer("B", "B", "examples in the minibatch", "1", "64", "2"),
            Parameter.real("rho", "\\rho", "correlation of the noise of two steps", "0", "1", "0")),
        List.of(
            Preset.of("lambda = 1/20: a lag of 19 steps", Role.SHARP),
            Preset.of("lambda = 1/2", Role.TYPICAL, "lambda", "1/2", "s", "-3", "B", "5"),
            Preset.of("minibatch statistics, lambda = 1", Role.TYPICAL, "lambda", "1", "B", "16"),
            Preset.of("a statistic that accelerates", Role.OUTSIDE, "q", "1/10"),
            Preset.of("noise that stays", Role.OUTSIDE, "rho", "1/2")));
  }

  @Override
  public Drift setting(Values values) {
    return new Drift(values);
  }

  @Override
  public Constants constants(Drift drift) {
    Constants constants = Constants.none();
    for (String name : List.of("lambda", "s", "q", "sigma2", "B", "rho")) {
      constants = constants.with(name, drift.values().get(name), "declared");
    }
    return constants;
  }

  @Override
  public List<Hypothesis<Drift>> hypotheses() {
    return List.of(
        zero("the statistic moves at a constant speed", "q"),
        zero("the noise of different steps is uncorrelated", "rho"));
  }

  private static Hypothesis<Drift> zero(String text, String name) {
    return new Hypothesis<>(
        text,
        drift ->
            Status.of(
                drift.values().get(name).isZero(),
                name + " = " + Rationals.show(drift.values().get(name))));
  }

  @Override
  public List<Claim> claims(Drift drift) {
    Work work = new Work(drift);
    Formula lag = name("s").times(KEPT).over(LAMBDA);
    Formula variance = name("sigma2").over(name("B")).times(FLOOR);
    return List.of(
        claim(
            "lag behind a ramp",
            new Along("x_k - R_k", work::lag),
            term("lag", lag),
            term("start", number(-1).times(lag).times(FADED))),
        claim(
            "variance",
            new Along("Var R_k", work::variance),
            term("floor", variance),
            term("start", number(-1).times(variance).times(FADED.power(2)))));
  }

  /** x_t = st + qt^2/2; and noise of which the share rho is common to all steps. */
  @Override
  public List<Claim> otherwise(Drift drift) {
    Work work = new Work(drift);
    Formula growth = name("q").times(KEPT).over(LAMBDA);
    Formula rest = KEPT.times(name("s").plus(name("q").over(2))).minus(growth).over(LAMBDA);
    Formula scale = name("sigma2").over(name("B"));
    Formula own = number(1).minus(name("rho")).times(FLOOR).times(number(1).minus(FADED.power(2)));
    return List.of(
        claim(
            "lag behind an accelerating statistic",
            new Along("x_k - R_k", work::lag),
            term("growing", growth.times(k())),
            term("lag", rest),
            term("start", number(-1).times(rest).times(FADED))),
        claim(
            "variance with noise that stays",
            new Along("Var R_k", work::variance),
            term("common", scale.times(name("rho")).times(number(1).minus(FADED).power(2))),
            term("own", scale.times(own))));
  }

  private static Claim claim(String name, Along trial, Bound.Term... terms) {
    return Claim.equal(name, trial, Bound.of(terms), TIMES);
  }

  /** The recursion, run on the ramp and on an impulse. */
  private record Work(Drift drift) {
    private <T extends FieldElement<T>> T number(Arithmetic<T> in, String name) {
      return in.of(drift.values().get(name));
    }

    private <T extends FieldElement<T>> T next(Arithmetic<T> in, T average, T x) {
      T lambda = number(in, "lambda");
      return in.of(1).subtract(lambda).multiply(average).add(lambda.multiply(x));
    }

    <T extends FieldElement<T>> LongFunction<T> lag(LinearAlgebra<T> field) {
      Arithmetic<T> in = field.in();
      List<T> lags = new ArrayList<>(List.of(in.of(0)));
      T average = in.of(0);
      for (long t = 1; t <= TIMES.last(); t++) {
        T half = number(in, "q").multiply(in.of(t * t)).divide(in.of(2));
        T x = number(in, "s").multiply(in.of(t)).add(half);
        average = next(in, average, x);
        lags.add(x.subtract(average));
      }
      return k -> lags.get((int) k);
    }

    /**
     * The weights of x_k, x_(k-1), ... in R_k are the answers to an impulse 0, 1, ... steps ago.
     */
    <T extends FieldElement<T>> LongFunction<T> variance(LinearAlgebra<T> field) {
      Arithmetic<T> in = field.in();
      T rho = number(in, "rho");
      T scale = number(in, "sigma2").divide(number(in, "B"));
      List<T> variances = new ArrayList<>(List.of(in.of(0)));
      T answer = next(in, in.of(0), in.of(1));
      T sum = in.of(0);
      T squares = in.of(0);
      for (long t = 1; t <= TIMES.last(); t++) {
        sum = sum.add(answer);
        squares = squares.add(answer.multiply(answer));
        T own = in.of(1).subtract(rho).multiply(squares);
        variances.add(scale.multiply(own.add(rho.multiply(sum).multiply(sum))));
        answer = next(in, answer, in.of(0));
      }
      return k -> variances.get((int) k);
    }
  }
}
