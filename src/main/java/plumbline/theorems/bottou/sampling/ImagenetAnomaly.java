package plumbline.theorems.bottou.sampling;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.method.Method;
import plumbline.oracle.Oracle;
import plumbline.problem.LeastSquares;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Tail;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.theorems.Contracts;

/**
 * The expected course of SG does not depend on the number n of examples: not in the first pass
 * through fresh ones, and never if indices are drawn from copies of one data set.
 *
 * <p>For one coefficient and residuals that are symmetric, E R(w_k) - R_* = r^(k-1) Delta + alpha^2
 * c M/2 (1 + r + ... + r^(k-2)), r = (1 - alpha c)^2 + alpha^2 c^2 M_V. Source: 003, "Scaling up to
 * ImageNet".
 */
public final class ImagenetAnomaly implements Theorem<ImagenetAnomaly.Training> {
  private static final Formula ALPHA = name("alpha");
  private static final Formula KEPT = number(1).minus(ALPHA.times(name("c")));
  private static final Formula RATE =
      KEPT.power(2).plus(ALPHA.times(name("c")).power(2).times(name("M_V")));
  private static final String AGAIN = "the first example again";
  private static final int COPIES_SIMULATED = 25;

  /**
   * Training on the examples (1, 1), (1, -1), (2, y), (2, -y), all equally likely.
   *
   * @param passes their law, the stepsize and the start
   * @param n examples of a random data set
   * @param copies how often a fixed data set has each of the four
   * @param drawing what a step takes of the random data set
   */
  record Training(Passes passes, int n, int copies, FirstPass.Drawing drawing) {
    /** SG on the fixed data set, one index a step. */
    Recursion onCopies() {
      Examples four = passes.population();
      Vector x = Vector.generate(4 * copies, j -> four.x(j % 4));
      Vector y = Vector.generate(4 * copies, j -> four.y(j % 4));
      Matrix inputs = new Matrix(x.entries().stream().map(e -> new Vector(List.of(e))).toList());
      return new Recursion(
          LeastSquares.of(inputs, y),
          Oracle.indices(1, 1),
          Method.stochasticGradient(),
          new Stepsize(Formula.number(passes.alpha())),
          new Start.At(Vector.constant(1, passes.start())));
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/imagenet-anomaly",
        List.of(
            Parameter.real("y", "y", "the targets at x = 2 are y and -y", "0", "2", "1/2"),
            Parameter.real("alpha", "\\alpha", "the stepsize", "0", "1/2", "1/10"),
            Parameter.real("start", "w_1", "the start", "-10", "10", "2"),
            Parameter.integer("n", "n", "examples of a random data set", "1", "4", "3"),
            Parameter.integer("copies", "", "of a data set of four", "1", "250", "1"),
            Parameter.choice("steps", "what a step takes", "a fresh example", AGAIN)),
        List.of(
            preset(SHARP, "3 fresh examples, and 4", "n=3"),
            preset(SHARP, "4 fresh examples, and 1000", "n=4 copies=250"),
            preset(TYPICAL, "2 fresh examples, and 100, y = 1", "y=1 n=2 copies=25 alpha=1/5"),
            Preset.of("one example again and again", OUTSIDE, "n", "1", "steps", AGAIN),
            Preset.of(
                "one example again and again, y = 2",
                OUTSIDE,
                "n",
                "1",
                "steps",
                AGAIN,
                "y",
                "2",
                "alpha",
                "1/5")));
  }

  @Override
  public Training setting(Values values) {
    BigFraction y = values.get("y");
    Vector targets = new Vector(List.of(BigFraction.ONE, BigFraction.MINUS_ONE, y, y.negate()));
    Examples four = Examples.uniform(Matrix.parse("1; 1; 2; 2"), targets);
    return new Training(
        new Passes(four, values.get("alpha"), values.get("start"), 1),
        values.integer("n"),
        values.integer("copies"),
        values.choice("steps").equals(AGAIN)
            ? FirstPass.Drawing.AGAIN
            : FirstPass.Drawing.WITHOUT_REPLACEMENT);
  }

  @Override
  public Constants constants(Training of) {
    Examples four = of.passes().population();
    BigFraction c = four.moment(2, 0);
    BigFraction gap = c.divide(2).multiply(of.passes().start().pow(2));
    return Constants.none()
        .with("alpha", of.passes().alpha(), "declared")
        .with("c", c, "E x^2")
        .with("M", four.moment(2, 2), "E x^2 r^2, r = y at w_* = 0")
        .with(
            "M_V", four.moment(4, 0).divide(c.multiply(c)).subtract(BigFraction.ONE), "Var x^2/c^2")
        .with("Delta", gap, "c w_1^2/2")
        .with("y", four.y(2), "declared");
  }

  @Override
  public List<Hypothesis<Training>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "no example of the random data set is used twice",
            of ->
                of.drawing() == FirstPass.Drawing.AGAIN
                    ? new Status.Refuted("every step takes the first example")
                    : Status.certified("one pass, without replacement")));
  }

  @Override
  public List<Claim> claims(Training of) {
    Formula last = RATE.power(k().minus(1));
    Formula noise = ALPHA.power(2).times(name("c")).times(name("M")).over(2);
    Bound course =
        Bound.of(
            term("what is left", last.times(name("Delta"))),
            term("noise", noise.times(Formula.sumTo(last).minus(last))));
    return List.of(
        exactly("first pass", new FirstPass(of.passes(), of.n(), of.drawing()), course, steps(of)),
        copies(of, course));
  }

  /** At most 4^3 data sets in all orders, or 4^4 in those of two; one example for a dozen steps. */
  private static long steps(Training of) {
    if (of.drawing() == FirstPass.Drawing.AGAIN) {
      return 12;
    }
    return of.n() < 4 ? of.n() + 1L : 3;
  }

  /** The engine draws indices with replacement: the other half of the statement, simulated once. */
  private static Claim copies(Training of, Bound course) {
    String name = "indices drawn from copies";
    Checkpoints points = Checkpoints.of(1, 2, 3, 4, 6, 8, 16, 32);
    Reading gap = Reading.at(of.onCopies(), Quantity.GAP, points);
    if (of.copies() != COPIES_SIMULATED) {
      return Claim.equal(name, new ExactGap(gap), course, points);
    }
    Tail tail = Contracts.of(gap, course, new ImagenetAnomaly().constants(of));
    return new Claim.Mean(name, gap, Relation.EQUAL, course, Contracts.effort(false, tail));
  }

  /** Each example is fitted: with x = 1 the error goes to 1 or -1, with x = 2 to y/2 or -y/2. */
  @Override
  public List<Claim> otherwise(Training of) {
    if (of.drawing() != FirstPass.Drawing.AGAIN) {
      return List.of();
    }
    Bound overfit =
        Bound.of(
            term("x = 1", fitted(number(1).minus(ALPHA), number(1))),
            term("x = 2", fitted(number(1).minus(ALPHA.times(4)), name("y").over(2))));
    FirstPass again = new FirstPass(of.passes(), of.n(), of.drawing());
    return List.of(exactly("one example fitted", again, overfit, steps(of)));
  }

  /** Half of (1 - u)^2 c t^2/2 + u^2 Delta, with u what is left of the way to t. */
  private static Formula fitted(Formula factor, Formula target) {
    Formula left = factor.power(k().minus(1));
    Formula there = number(1).minus(left).times(target).power(2).times(name("c")).over(2);
    return there.plus(left.power(2).times(name("Delta"))).over(2);
  }

  private static Claim exactly(String name, FirstPass trial, Bound bound, long last) {
    Checkpoints points = Checkpoints.range(1, last);
    return Claim.equal(name, trial, bound, points);
  }
}
