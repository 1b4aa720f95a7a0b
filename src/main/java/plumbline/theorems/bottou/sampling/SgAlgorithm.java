package plumbline.theorems.bottou.sampling;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/**
 * Algorithm 4.1, w_{k+1} = w_k - alpha_k g(w_k, xi_k) with alpha_k chosen before xi_k is drawn: w_k
 * is a function of xi_1, ..., xi_{k-1} alone, and E w_{k+1} = E w_k - alpha_k E grad F(w_k).
 *
 * <p>Source: 003, "The generic SG algorithm".
 */
public final class SgAlgorithm implements Theorem<Run> {
  private static final String LS4 = "LS4";
  private static final Checkpoints STEPS = Checkpoints.of(1, 2, 3, 4, 5);

  @Override
  public Declaration declaration() {
    String[] choices =
        List.of(Run.Choice.values()).stream().map(Run.Choice::text).toArray(String[]::new);
    return new Declaration(
        "bottou/sg-algorithm",
        List.of(
            Parameter.choice("data", "the examples", "two points", LS4),
            Parameter.choice("stepsize", "what alpha_k is", choices),
            Parameter.real("alpha", "\\alpha", "the scale of the stepsize", "0", "2", "1/10"),
            Parameter.real("start", "w_1", "the start", "-10", "10", "2")),
        List.of(
            Preset.of("(1, 1) and (2, 0)", SHARP),
            Preset.of("alpha/k", TYPICAL, "stepsize", Run.Choice.FALLING.text(), "alpha", "1/2"),
            Preset.of("LS4", TYPICAL, "data", LS4),
            Preset.of(
                "half a line search on the example drawn",
                OUTSIDE,
                "stepsize",
                Run.Choice.AFTER_THE_DRAW.text(),
                "alpha",
                "1/2"),
            Preset.of(
                "a line search on the example drawn",
                OUTSIDE,
                "stepsize",
                Run.Choice.AFTER_THE_DRAW.text(),
                "alpha",
                "1")));
  }

  @Override
  public Run setting(Values values) {
    Examples examples =
        values.choice("data").equals(LS4)
            ? Examples.uniform(Instances.ls4())
            : Examples.uniform(Matrix.parse("1; 2"), Vector.parse("1 0"));
    return new Run(
        examples,
        Run.Choice.of(values.choice("stepsize")),
        values.get("alpha"),
        values.get("start"));
  }

  @Override
  public Constants constants(Run run) {
    return run.constants();
  }

  @Override
  public List<Hypothesis<Run>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "alpha_k > 0",
            run -> Status.of(run.alpha().signum() > 0, "alpha = " + Rationals.show(run.alpha()))),
        new Hypothesis<>(
            "alpha_k is chosen without looking at xi_k",
            run ->
                run.choice() == Run.Choice.AFTER_THE_DRAW
                    ? new Status.Refuted(
                        "alpha x "
                            + Rationals.show(run.examples().x(0).pow(-2))
                            + " after the first example, alpha x "
                            + Rationals.show(run.examples().x(run.examples().size() - 1).pow(-2))
                            + " after the last")
                    : Status.certified("alpha_k = " + run.choice().text())));
  }

  @Override
  public List<Claim> claims(Run run) {
    Bound step = Bound.of("alpha_k", run.stepsize());
    return List.of(
        exactly("w_k knows the past alone", new AnotherDraw(run, 0), step),
        exactly("one step in the mean", new MeanStep(run), step));
  }

  /** Each step goes a part alpha of the way to y_i/x_i, so that the mean goes to theirs, r. */
  @Override
  public List<Claim> otherwise(Run run) {
    if (run.choice() != Run.Choice.AFTER_THE_DRAW) {
      return List.of();
    }
    Formula way = number(1).minus(name("alpha")).power(k());
    Bound path =
        Bound.of(
            term("mean of y_i/x_i", name("r")),
            term("way to it", way.times(name("w_1").minus(name("r")))));
    return List.of(exactly("mean of the line searches", new Mean(run), path));
  }

  private static Claim exactly(String name, Trial trial, Bound bound) {
    return Claim.equal(name, trial, bound, STEPS);
  }

  /** E w_{k+1} over all draws against E w_k - alpha_k E grad F(w_k), alpha_k being the bound. */
  private record MeanStep(Run of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        T mean = field.mean(of.iterates(in, k));
        T step = bound.at(in, constants, k).multiply(of.examples().meanSlope(in, mean));
        T after = field.mean(of.iterates(in, k + 1));
        pairs.add(new Pair<>("E w_" + (k + 1), k, after, mean.subtract(step)));
      }
      return pairs;
    }
  }

  /** E w_{k+1} over all draws against the bound. */
  private record Mean(Run of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        T mean = field.mean(of.iterates(in, k + 1));
        pairs.add(new Pair<>("E w_" + (k + 1), k, mean, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }
}
