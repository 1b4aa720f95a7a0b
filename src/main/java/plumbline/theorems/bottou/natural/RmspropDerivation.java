package plumbline.theorems.bottou.natural;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * Blockwise natural gradient with G = I and one weight a block is gamma/sqrt(mu + R), R averaging
 * the mean square of a batch: RMSProp, which averages the square of the mean, for batches of one
 * (Bottou, "Sanity check: G(w) = I").
 */
public final class RmspropDerivation implements Theorem<Accumulator> {
  private static final Checkpoints STEPS = Checkpoints.range(1, 40);
  static final Preset LARGE = Preset.of("B = 64", Role.OUTSIDE, "B", "64");

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/rmsprop-derivation",
        parameters(),
        List.of(
            Preset.of("B = 1, mostly noise", Role.SHARP),
            Preset.of(
                "B = 1, mostly signal", Role.TYPICAL, "m", "1/2", "s", "1/4", "lambda", "1/50"),
            LARGE,
            Preset.of("B = 4", Role.OUTSIDE, "B", "4", "m", "1/2")));
  }

  static List<Parameter> parameters() {
    return List.of(
        Parameter.real("m", "m", "mean of the gradient", "-10", "10", "1/10"),
        Parameter.real("s", "s", "deviation of the gradient", "0.001", "10", "1"),
        Parameter.real("lambda", "\\lambda", "weight of the newest square", "0.001", "1", "1/10"),
        Parameter.real("mu", "\\mu", "regularization under the root", "0.001", "10", "1/100"),
        Parameter.real("gamma", "\\gamma", "stepsize", "0.001", "10", "1/4"),
        Parameter.integer("B", "B", "draws in a batch", "1", "64", "1"));
  }

  @Override
  public Accumulator setting(Values values) {
    return of(values);
  }

  static Accumulator of(Values values) {
    return new Accumulator(
        values.get("m"),
        values.get("s"),
        values.get("lambda"),
        values.get("mu"),
        values.get("gamma"),
        values.integer("B"));
  }

  @Override
  public Constants constants(Accumulator of) {
    return of.constants();
  }

  @Override
  public List<Hypothesis<Accumulator>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "a batch has one example", of -> Status.of(of.batch() == 1, "B = " + of.batch())));
  }

  @Override
  public List<Claim> claims(Accumulator of) {
    return List.of(
        Claim.equal(
            "same steps",
            new Steps(of),
            Bound.of("gamma", Formula.name("gamma")),
            Checkpoints.range(1, 12)),
        mean("mean of RMSProp's R", of, Bound.of("m^2 + s^2", Accumulator.mean())));
  }

  /** The mean of RMSProp's R has s^2/B in place of s^2; that of the slide's has s^2. */
  @Override
  public List<Claim> otherwise(Accumulator of) {
    return of.batch() == 1 ? List.of() : batches(of);
  }

  static List<Claim> batches(Accumulator of) {
    Formula m = Formula.name("m").power(2);
    Formula s = Formula.name("s").power(2);
    Formula ratio = Formula.sqrt(m.plus(s).over(m.plus(s.over(Formula.name("B")))));
    Bound less = Bound.of("m^2 + s^2/B", Accumulator.mean(Formula.name("B")));
    return List.of(
        mean("mean of RMSProp's R, batches of B", of, less),
        Claim.equal(
            "mean of the slide's R, batches of B",
            new Means(of, of.meanOfSquares()),
            Bound.of("m^2 + s^2", Accumulator.mean()),
            STEPS),
        Claim.equal("ratio of steps", new Ratio(of), Bound.of("ratio", ratio), Checkpoints.of(0)));
  }

  static Claim mean(String name, Accumulator of, Bound bound) {
    return Claim.equal(name, new Means(of, of.squareOfMean()), bound, STEPS);
  }

  /**
   * Two weights, the second with twice the gradient: RMSProp, and -bound G^{-1}g/sqrt(mu + R_b) for
   * R_b the average of g_b'G_b^{-1}g_b over the draws, on one sequence of batches.
   */
  private record Steps(Accumulator of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<List<T>> metric = field.identity(1);
      List<Pair<T>> pairs = new ArrayList<>();
      for (int weight = 1; weight <= 2; weight++) {
        T rms = in.of(0);
        T block = in.of(0);
        for (long k : points.at()) {
          T mean = in.of(0);
          T square = in.of(0);
          for (int i = 0; i < of.batch(); i++) {
            List<T> g = List.of(in.of(of.draw(k, i).multiply(weight)));
            mean = mean.add(g.get(0).divide(in.of(of.batch())));
            square = square.add(field.dot(g, field.solve(metric, g)).divide(in.of(of.batch())));
          }
          rms = of.average(in, rms, mean.multiply(mean));
          block = of.average(in, block, square);
          T left = in.of(of.gamma()).multiply(mean).divide(root(in, rms)).negate();
          T natural = field.solve(metric, List.of(mean)).get(0);
          T right = bound.at(in, constants, k).multiply(natural).divide(root(in, block)).negate();
          pairs.add(new Pair<>("weight " + weight + ", step " + k, k, left, right));
        }
      }
      return pairs;
    }

    private <T extends FieldElement<T>> T root(Arithmetic<T> in, T r) {
      return in.sqrt(in.of(of.mu()).add(r));
    }
  }

  /** E R_k from R_0 = 0, the square that enters having this mean. */
  private record Means(Accumulator of, BigFraction square) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      T r = in.of(0);
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        r = of.average(in, r, in.of(square));
        pairs.add(new Pair<>("k = " + k, k, r, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }

  /** RMSProp's step over the slide's, both R at the mean of what they average, mu = 0. */
  private record Ratio(Accumulator of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      T left = in.sqrt(in.of(of.meanOfSquares()).divide(in.of(of.squareOfMean())));
      return List.of(new Pair<>("ratio", 0, left, bound.at(in, constants, 0)));
    }
  }
}
