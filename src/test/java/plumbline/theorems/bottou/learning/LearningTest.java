package plumbline.theorems.bottou.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial.Sides;
import plumbline.theorem.Values;
import plumbline.theorems.Search;

class LearningTest {
  @Test
  void samplesOfSignsAreCountedAll() {
    RiskDecomposition theorem = new RiskDecomposition();
    SignRegression regression = theorem.setting(theorem.declaration().values(Values.none()));
    List<SignRegression.Sample<BigFraction>> samples = regression.samples(3);
    assertEquals(64, samples.stream().mapToLong(SignRegression.Sample::weight).sum());
    // four values of xy, three draws: C(6, 3) multisets, no two with the same sums
    assertEquals(20, samples.size());
    assertEquals(BigFraction.ONE, regression.population().square());
  }

  @Test
  void theThreeErrorsOfTwoStepsAreThoseWorkedByHand() {
    RiskDecomposition theorem = new RiskDecomposition();
    SignRegression regression = theorem.setting(theorem.declaration().values(Values.none()));
    // v = 1/3, q = 1/4: 1/2 + 1/6 - 1/24 = 5/8
    Bound none = Bound.of("none", Formula.number(0));
    Sides<BigFraction> risk =
        new Enumerated(regression, Enumerated.Part.RISK)
            .sides(Arithmetic.rationals(), Constants.none(), none, Checkpoints.of(2))
            .get(0);
    assertEquals(new BigFraction(5, 8), risk.left());
  }

  @Test
  void theInverseOfAGaussianDesignHasTheMeanThatDrawsHave() {
    // d = 2, n = 8: tr S^{-1} = (a + b)/(ab - c^2) has the mean 2/5
    SplittableRandom random = new SplittableRandom(1);
    int draws = 40_000;
    double sum = 0;
    for (int draw = 0; draw < draws; draw++) {
      double a = 0;
      double b = 0;
      double c = 0;
      for (int i = 0; i < 8; i++) {
        double x = random.nextGaussian();
        double y = random.nextGaussian();
        a += x * x;
        b += y * y;
        c += x * y;
      }
      sum += (a + b) / (a * b - c * c);
    }
    assertEquals(0.4, sum / draws, 0.01);
    assertEquals(new BigFraction(1, 5), least("gaussian", 2, 8));
  }

  private static BigFraction least(String problem, int d, long n) {
    Learning learning =
        new Learning(problem, d, BigFraction.ONE, new BigFraction(1, 2), new BigFraction(3, 2));
    return new EstimationError(learning)
        .sides(
            Arithmetic.rationals(),
            learning.constants(),
            Bound.of("none", Formula.number(0)),
            Checkpoints.of(n))
        .get(0)
        .left();
  }

  @Test
  void oneVoteIsWrongWithHalfOfOneMinusTheGap() {
    // n = 1, gap 1/2: wrong with chance 1/4; n = 9, gap 1/6: five or more of nine at 5/12
    assertEquals(new BigFraction(1, 8), least("ties", 1, 1));
    double wrong = 0;
    for (int votes = 5; votes <= 9; votes++) {
      double choose = new double[] {126, 84, 36, 9, 1}[votes - 5];
      wrong += choose * Math.pow(5.0 / 12, votes) * Math.pow(7.0 / 12, 9 - votes);
    }
    assertEquals(wrong / 6, least("ties", 1, 9).doubleValue(), 1e-15);
  }

  @Test
  void theBestChoiceOfSixtyFourIsFourExamples() {
    BigFraction one = BigFraction.ONE;
    Program program = new Program(one, one, one, new BigFraction(4));
    assertEquals(
        new BigFraction(1, 2), program.excess(Arithmetic.rationals(), new BigFraction(4), one, 64));
    // half the budget doubles epsilon: 1/4 + 1/2
    assertEquals(
        new BigFraction(3, 4),
        program.excess(Arithmetic.rationals(), new BigFraction(4), new BigFraction(1, 2), 64));
  }

  @Test
  void passesAndExamplesOfTheRaceAreThoseOfTheTable() {
    Race race = new Race(BigFraction.ONE, BigFraction.ONE, new BigFraction(1, 2));
    long[] passes = {1, 2, 3, 4, 5};
    for (int i = 0; i < passes.length; i++) {
      assertEquals(passes[i], race.bestSteps(1L << 2 * (i + 1)));
    }
    // T = 64: t = 3, n = 21, q = 1/8: (49/64)/21 + 1/64 over 1/64
    assertEquals(
        new BigFraction(10, 3), race.batch(Arithmetic.rationals(), 21, 3).multiply(2 * 64));
  }

  @Test
  void aSearchFindsTheBottomOfAKinkAndOfAParabola() {
    assertEquals(2, Search.minimiser(x -> Math.abs(x - 2), -5, 40), 1e-12);
    assertEquals(-1, Search.minimiser(x -> (x + 1) * (x + 1), -5, 40), 1e-7);
    assertEquals(Math.sqrt(2), Search.root(x -> x * x - 2, 0, 2), 1e-15);
  }

  @Test
  void slowerEstimationIsNotMonotoneInReadingB() {
    // at T = 10^8 the ratio of p = 9/10 is above those of p = 1 and p = 1/2
    double[] ratios = {ratio("1/2"), ratio("9/10"), ratio("1")};
    assertTrue(ratios[1] > ratios[2] && ratios[2] > ratios[0], java.util.Arrays.toString(ratios));
  }

  private static double ratio(String p) {
    EffectGrows theorem = new EffectGrows();
    Decay decay = theorem.setting(Values.none().with("p", p));
    return new Decay.Ratio(decay, Decay.Reading.ONE_A_STEP, BigFraction.ZERO)
        .sides(
            Arithmetic.doubles(),
            decay.constants(),
            Bound.of("none", Formula.number(0)),
            Checkpoints.of(100_000_000))
        .get(0)
        .left()
        .getReal();
  }

  @Test
  void theModelOfASizeIsBestBetweenItsSwitches() {
    Family family = new Family(BigFraction.ONE, BigFraction.ONE, 24);
    // switches at 18, 60, 140
    assertEquals(1, family.best(new BigFraction(18)));
    assertEquals(2, family.best(new BigFraction(19)));
    assertEquals(2, family.best(new BigFraction(60)));
    assertEquals(3, family.best(new BigFraction(61)));
    // d = 2, T = 24: (1/3 + 4/24)/2
    assertEquals(new BigFraction(1, 4), family.least(new BigFraction(24)));
  }
}
