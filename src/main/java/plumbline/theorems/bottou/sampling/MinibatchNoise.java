package plumbline.theorems.bottou.sampling;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.problem.LeastSquares;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/**
 * A minibatch of n independent indices costs n gradients and has the variance V/n, so that (4.8)
 * holds with M/n and M_V/n, and the longest stepsize grows to mu/(L (M_V/n + mu_G^2)).
 *
 * <p>Source: 003, "Mini batching". Points are batch sizes n.
 */
public final class MinibatchNoise implements Theorem<MinibatchNoise.Sum> {
  private static final String LS4 = "LS4";

  /**
   * Batches from a finite sum whose constants are known.
   *
   * @param problem the sum
   * @param batches its batches at w
   * @param h mu = mu_G, the factor on every gradient
   */
  record Sum(LeastSquares problem, Batches batches, BigFraction h) {}

  @Override
  public Declaration declaration() {
    String[] drawings =
        List.of(Batches.Drawing.values()).stream()
            .map(Batches.Drawing::text)
            .toArray(String[]::new);
    return new Declaration(
        "bottou/minibatch-noise",
        List.of(
            Parameter.choice("problem", "the examples", LS4, "LS"),
            Parameter.choice("drawing", "how the n indices are drawn", drawings),
            Parameter.real("h", "h", "a factor on every gradient", "1/100", "10", "1"),
            Parameter.real("w", "w", "every coordinate of w", "-10", "10", "2")),
        List.of(
            Preset.of("LS4", SHARP),
            Preset.of("LS4, gradients halved", SHARP, "h", "1/2"),
            Preset.of("LS4 at its minimum", SHARP, "w", "0"),
            Preset.of("least squares in R^3", TYPICAL, "problem", "LS", "w", "1"),
            Preset.of("without replacement", OUTSIDE, "drawing", "without replacement"),
            Preset.of(
                "without replacement in R^3",
                OUTSIDE,
                "drawing",
                "without replacement",
                "problem",
                "LS"),
            Preset.of("one example n times", OUTSIDE, "drawing", "one index, repeated")));
  }

  @Override
  public Sum setting(Values values) {
    LeastSquares problem = values.choice("problem").equals(LS4) ? Instances.ls4() : Instances.ls3();
    int d = problem.dimension();
    BigFraction h = values.get("h");
    Batches batches =
        new Batches(
            Examples.uniform(problem),
            Vector.constant(d, values.get("w")),
            Matrix.diagonal(Vector.constant(d, h)),
            Batches.Drawing.of(values.choice("drawing")));
    return new Sum(problem, batches, h);
  }

  @Override
  public Constants constants(Sum sum) {
    Constants of = sum.problem().constants();
    Constants here = sum.batches().constants();
    BigFraction square = sum.h().multiply(sum.h());
    return Constants.none()
        .with("L", of.constant("L"))
        .with("M", times(square, of.constant("M")))
        .with("M_V", times(square, of.constant("M_V")))
        .with("mu", sum.h(), "the factor on every gradient")
        .with("mu_G", sum.h(), "the factor on every gradient")
        .with("V", here.constant("V"))
        .with("G", here.exact("G").divide(square), "|grad F(w)|^2")
        .with("N", here.constant("N"));
  }

  private static Constant times(BigFraction square, Constant one) {
    return new Constant(
        one.exact().multiply(square), one.error() * square.doubleValue(), one.how());
  }

  @Override
  public List<Hypothesis<Sum>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "the n indices of a batch are independent and uniform",
            sum -> sum.batches().independent()));
  }

  @Override
  public List<Claim> claims(Sum sum) {
    Batches batches = sum.batches();
    boolean attained = batches.examples().dimension() == 1;
    List<Claim> claims = new ArrayList<>();
    claims.add(
        exactly(
            "variance V/n",
            Relation.EQUAL,
            new Averages(batches, Averages.What.SPREAD),
            Bound.of("V/n", name("V").over(k())),
            batches));
    claims.add(
        exactly(
            "(4.8) with M/n and M_V/n",
            attained ? Relation.EQUAL : Relation.AT_MOST,
            new Averages(batches, Averages.What.SPREAD),
            Bound.of(
                term("M/n", name("M").over(k())),
                term("M_V |grad F|^2/n", name("M_V").times(name("G")).over(k()))),
            batches));
    if (attained) {
      Formula growth = name("M_V").over(k()).plus(name("mu_G").power(2));
      Bound longest = Bound.of("mu/(L M_G)", name("mu").over(name("L").times(growth)));
      claims.add(exactly("longest stepsize", Relation.EQUAL, new Longest(sum), longest, batches));
    }
    return claims;
  }

  /** Without replacement the variance is V/n (N - n)/(N - 1); of one example n times it stays V. */
  @Override
  public List<Claim> otherwise(Sum sum) {
    Batches batches = sum.batches();
    if (batches.drawing() == Batches.Drawing.WITH_REPLACEMENT) {
      return List.of();
    }
    Formula left = name("N").minus(k()).over(k().times(name("N").minus(1)));
    boolean finite = batches.drawing() == Batches.Drawing.WITHOUT;
    return List.of(
        exactly(
            finite ? "variance of a finite population" : "variance of one example",
            Relation.EQUAL,
            new Averages(batches, Averages.What.SPREAD),
            Bound.of("variance", finite ? name("V").times(left) : name("V")),
            batches));
  }

  private static Claim exactly(
      String name, Relation relation, Trial trial, Bound bound, Batches batches) {
    // 8^2 and 4^4 batches with replacement
    Checkpoints sizes =
        switch (batches.drawing()) {
          case WITHOUT -> Checkpoints.of(1, 2, 3, 4);
          case REPEATED -> Checkpoints.of(1, 2, 3, 4, 5);
          case WITH_REPLACEMENT ->
              batches.examples().size() > 4 ? Checkpoints.of(1, 2, 3) : Checkpoints.of(1, 2, 3, 4);
        };
    return new Claim.Exactly(name, relation, trial, bound, sizes);
  }

  /**
   * The stepsize at which the error of the noiseless part shrinks in mean square by the factor 1 -
   * alpha c mu: c/(h E a^2), a being a batch's mean of x_i^2; for d = 1.
   */
  private record Longest(Sum of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      Examples examples = of.batches().examples();
      List<T> curvatures =
          IntStream.range(0, examples.size())
              .mapToObj(i -> in.of(examples.x(i)).multiply(in.of(examples.x(i))))
              .toList();
      List<Pair<T>> pairs = new ArrayList<>();
      for (long n : points.at()) {
        List<T> squares = new ArrayList<>();
        for (List<Integer> batch : of.batches().ofSize((int) n)) {
          T a = field.mean(batch.stream().map(curvatures::get).toList());
          squares.add(a.multiply(a));
        }
        T longest = field.mean(curvatures).divide(in.of(of.h()).multiply(field.mean(squares)));
        pairs.add(new Pair<>("n = " + n, n, longest, bound.at(in, constants, n)));
      }
      return pairs;
    }
  }
}
