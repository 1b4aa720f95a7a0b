package plumbline.theorems.bottou.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/** Numbers derived by hand, and helpers that must see an error. */
class SamplingTest {
  private static final Arithmetic<BigFraction> EXACT = Arithmetic.rationals();

  private static final Examples TWO = Examples.uniform(Matrix.parse("1; 2"), Vector.parse("1 0"));

  private static BigFraction r(String text) {
    return Rationals.parse(text);
  }

  private static Batches batches(Examples examples, String w, Batches.Drawing drawing) {
    Vector ones = Vector.constant(examples.dimension(), BigFraction.ONE);
    Vector point = Vector.constant(examples.dimension(), r(w));
    return new Batches(examples, point, Matrix.diagonal(ones), drawing);
  }

  @Test
  void sequencesAreAsManyAsTheyShouldBe() {
    assertEquals(81, Sequences.all(3, 4).size());
    assertEquals(81, Sequences.all(3, 4).stream().distinct().count());
    assertEquals(70, Sequences.increasing(8, 4).size());
    assertEquals(List.of(List.of()), Sequences.all(3, 0));
  }

  @Test
  void chancesThatDoNotAddToOneAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Examples(Matrix.parse("1; 2"), Vector.parse("1 0"), Vector.parse("1/2 1/3")));
  }

  // (1, 1) and (2, 0): E x^2 = 5/2, E xy = 1/2; at w = 2 the slopes are 1 and 8
  @Test
  void theSlopeOfTwoPoints() {
    assertEquals(r("1/5"), TWO.minimizer());
    assertEquals(r("1"), TWO.slope(EXACT, 0, r("2")));
    assertEquals(r("8"), TWO.slope(EXACT, 1, r("2")));
    assertEquals(r("9/2"), TWO.meanSlope(EXACT, r("2")));
  }

  @Test
  void theMeanGradientFromMomentsIsTheMeanOfGradients() {
    Examples eight = Examples.uniform(Instances.ls3());
    LinearAlgebra<BigFraction> field = LinearAlgebra.exact();
    List<BigFraction> w = List.of(r("1"), r("-2"), r("1/3"));
    List<BigFraction> sum = List.of(r("0"), r("0"), r("0"));
    for (int i = 0; i < 8; i++) {
      sum = field.plus(sum, eight.gradient(field, i, w));
    }
    assertEquals(field.times(r("1/8"), sum), eight.meanGradient(field, w));
  }

  // 2 - 1/10 * 1 and 2 - 1/10 * 8; a half line search goes half way to y/x = 1 and 0
  @Test
  void theFirstStepsOfARun() {
    Run fixed = new Run(TWO, Run.Choice.FIXED, r("1/10"), r("2"));
    assertEquals(List.of(r("19/10"), r("6/5")), fixed.iterates(EXACT, 2));
    Run search = new Run(TWO, Run.Choice.AFTER_THE_DRAW, r("1/2"), r("2"));
    assertEquals(List.of(r("3/2"), r("1")), search.iterates(EXACT, 2));
  }

  // gradients 1, 3, 7, 9 at w = 2: mean 5, deviations -4, -2, 2, 4
  @Test
  void theVarianceOfABatchByHand() {
    Examples four = Examples.uniform(Instances.ls4());
    Batches free = batches(four, "2", Batches.Drawing.WITH_REPLACEMENT);
    assertEquals(r("10"), free.constants().exact("V"));
    assertEquals(r("25"), free.constants().exact("G"));
    Batches without = batches(four, "2", Batches.Drawing.WITHOUT);
    assertEquals(List.of(List.of(r("5"))), without.scaled(EXACT, 4));
    assertEquals(4, batches(four, "2", Batches.Drawing.REPEATED).scaled(EXACT, 3).size());
  }

  // -3, 1, 1 over 1 + their sizes: (-3/4 + 1/2 + 1/2)/3
  @Test
  void aGradientOverItsOwnSizeGoesUphill() {
    Batches own =
        new Batches(
            Examples.uniform(Matrix.parse("1; 1; 1"), Vector.parse("3 -1 -1")),
            Vector.parse("0"),
            Matrix.parse("1"),
            Batches.Drawing.WITH_REPLACEMENT,
            r("1"));
    List<BigFraction> all = own.scaled(EXACT, 1).stream().map(g -> g.get(0)).toList();
    assertEquals(r("1/12"), LinearAlgebra.exact().mean(all));
  }

  // w_2 = 9/10 -+ 1/10, w_3 = a w_2 - xi_2/10: E w_2^2 = 82/100, and cov adds 2 * 9/10 * 4/5/100
  @Test
  void correlatedSignsByHand() {
    Remembering ar =
        new Remembering(r("1"), r("1"), r("0"), r("1"), r("1"), r("4/5"), r("1/10"), r("1"));
    List<BigFraction> gaps = ar.gaps(EXACT, 3);
    assertEquals(r("1/2"), gaps.get(0));
    assertEquals(r("41/100"), gaps.get(1));
    assertEquals(r("6886/20000"), gaps.get(2));
  }

  @Test
  void theFloorOfCorrelatedSignsIsThreeTimesTheBounds() {
    Remembering ar =
        new Remembering(r("1"), r("1"), r("0"), r("1"), r("1"), r("4/5"), r("1/10"), r("1"));
    double last = ar.gaps(Arithmetic.doubles(), 300).get(299).getReal();
    assertEquals(430.0 / 133, last / 0.05, 1e-12);
    assertThrows(UnsupportedOperationException.class, () -> ar.gaps(EXACT, 300));
  }

  // xi = 2 or -1/2 with chances 1/5 and 4/5; c = 1, alpha = 1/10: E w_3^2 misses 2 * 9/10 / 100
  @Test
  void aDrawUsedTwiceAddsItsCovariance() {
    Tree fresh = new Tree(r("1"), r("0"), r("1"), r("1/5"), r("1/10"), r("2"), Tree.Draws.FRESH);
    BigFraction missed = fresh.repeated().total(EXACT, 3).subtract(fresh.total(EXACT, 3));
    assertEquals(r("9/1000"), missed);
    assertEquals(fresh.total(EXACT, 5), fresh.nested(EXACT, 5));
  }

  // (1 - 1/20)^10 = 0.59873693923837890625
  @Test
  void tenShortStepsKeepMoreThanALongOne() {
    Work half = work("1/2");
    BigFraction kept = left(new ShortSteps(half), 10);
    assertEquals(r("0.59873693923837890625"), kept);
  }

  // alpha c = 5/2: (1 - 5/2)^2; floors at x = 1/2: 1/40 * 2/3 against 1/40 * 2/(2 - 1/20) / 2
  @Test
  void aBatchMayDivergeWhereSingleExamplesDoNot() {
    assertEquals(r("9/4"), work("5/2").step(EXACT, r("5/2"), 10).rate());
    assertEquals(r("9/16"), work("5/2").step(EXACT, r("1/4"), 1).rate());
    BigFraction batch = work("1/2").step(EXACT, r("1/2"), 10).floor();
    BigFraction single = work("1/2").step(EXACT, r("1/20"), 1).floor();
    assertEquals(r("13/10"), batch.divide(single));
  }

  @Test
  void theFirstPassIsTheSameForTwoAndThreeAndNotWithReplacement() {
    Examples four = Examples.uniform(Instances.ls4());
    Passes passes = new Passes(four, r("1/10"), r("2"), 1);
    BigFraction two = left(new FirstPass(passes, 2, FirstPass.Drawing.WITHOUT_REPLACEMENT), 3);
    assertEquals(two, left(new FirstPass(passes, 3, FirstPass.Drawing.WITHOUT_REPLACEMENT), 3));
    assertNotEquals(two, left(new FirstPass(passes, 2, FirstPass.Drawing.WITH_REPLACEMENT), 3));
  }

  private static Work work(String alpha) {
    return new Work(r("1"), r("1"), r("0"), r("1"), 10, r(alpha), r("2"));
  }

  /** The left side at k. */
  private static BigFraction left(Comparison trial, long k) {
    Bound nothing = Bound.of("0", Formula.number(0));
    return trial.pairs(EXACT, Constants.none(), nothing, Checkpoints.of(k)).get(0).left();
  }

  // M and M_V of the card are those of one example, whatever the batch
  @Test
  void theConstantsOfTheMinibatchBoundAreThoseOfOneExample() {
    MinibatchBound theorem = new MinibatchBound();
    Values values = theorem.declaration().values(Values.none().with("batch", "4"));
    MinibatchBound.Minibatch of = theorem.setting(values);
    assertEquals(r("1"), of.constants().exact("M"));
    assertEquals(r("9/25"), of.constants().exact("M_V"));
    assertEquals(r("1/4"), of.sampled().constants().exact("M"));
    assertTrue(of.constants().has("n"));
  }

  // F = w^2/2 + w^4/4, w_1 = 1, F' = 2, xi = 2 or -1/2: w_2 = 3/5 or 17/20, F = 0.2124 or
  // 0.4917515625
  @Test
  void oneStepWithAQuarticTerm() {
    Tree tree = new Tree(r("1"), r("1"), r("1"), r("1/5"), r("1/10"), r("1"), Tree.Draws.FRESH);
    assertEquals(r("0.43588125"), tree.total(EXACT, 2));
  }

  // gradients -1/2, 3/2, 1, 3: (1/4 + 9/4 + 1 + 9)/4 - 25/16; with the chances 1/12, 3/12, 2/12,
  // 6/12 the weighted ones are -3/2, 3/2, 3/2, 3/2, and the others have the mean 2
  @Test
  void weightedGradientsByHand() {
    Weighted variance = new Weighted(Weighted.What.VARIANCE, true);
    assertEquals(r("25/16"), left(variance, 0));
    assertEquals(r("11/16"), left(variance, 8));
    assertEquals(r("11/16"), left(new Weighted(Weighted.What.LEAST, true), 0));
    assertEquals(r("2"), left(new Weighted(Weighted.What.MEAN, false), 8));
  }
}
