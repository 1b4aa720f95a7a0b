package plumbline.theorems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.problem.Logistic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Effort;
import plumbline.theorem.Need;
import plumbline.theorem.Tail;
import plumbline.theorem.Values;

class ContractsTest {
  private static Recursion recursion(String alpha, String... namesAndValues) {
    Values values = Values.none();
    for (var p : Instances.parameters("S1", "QD", "rotated", "LS4", "LS", "LOG", "COS", "COS12")) {
      values = values.with(p.name(), p.standard());
    }
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values = values.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Instances.recursion(values, Stepsize.fixed(Rationals.parse(alpha)));
  }

  private static Reading gap(Recursion of) {
    return Reading.at(of, Quantity.GAP, Checkpoints.of(1, 2, 6));
  }

  private static Tail tail(Recursion of) {
    return Contracts.of(gap(of), k -> 1);
  }

  @Test
  void onlyAdditiveGaussianNoiseOnAQuadraticIsAGaussianQuadratic() {
    assertInstanceOf(
        Tail.GaussianQuadratic.class, tail(recursion("1/20", "problem", "QD", "law", "GAUSSIAN")));
    assertInstanceOf(
        Tail.GaussianQuadratic.class,
        tail(recursion("1/20", "problem", "rotated", "law", "GAUSSIAN")));
    for (Recursion other :
        List.of(
            recursion("1/4", "law", "GAUSSIAN", "s2", "1"),
            recursion("1/20", "problem", "QD", "law", "STUDENT8"),
            recursion("1/20", "problem", "LS", "law", "GAUSSIAN"),
            recursion("1/2", "problem", "COS", "law", "GAUSSIAN"),
            recursion("1", "problem", "LOG", "law", "GAUSSIAN"))) {
      assertFalse(tail(other) instanceof Tail.GaussianQuadratic, other.problem().name());
    }
  }

  @Test
  void heavyTailsHaveNoContractAndMayStayOpen() {
    Tail none = tail(recursion("1/20", "problem", "QD", "law", "STUDENT4"));
    assertInstanceOf(Tail.None.class, none);
    Effort effort = Contracts.effort(true, none);
    assertEquals(Need.MAY_STAY_OPEN, effort.need());
    Tail max = new Tail.Max(k -> 1, "");
    assertEquals(Need.MUST_DECIDE, Contracts.effort(true, max).need());
    assertEquals(Need.MAY_STAY_OPEN, Contracts.effort(false, max).need());
    // no noise, no tail: the law of a noise of variance 0 does not matter
    assertFalse(
        tail(recursion("1/20", "problem", "QD", "law", "STUDENT4", "M", "0")) instanceof Tail.None);
  }

  @Test
  void theGreatestGapOfLs4IsReachedBySomePath() {
    Recursion of = recursion("5/17", "problem", "LS4", "start", "2");
    double[][] points = {{1, 1}, {1, -1}, {2, .5}, {2, -.5}};
    List<Double> w = List.of(2.0);
    for (int k = 1; k <= 6; k++) {
      double most = w.stream().mapToDouble(v -> 1.25 * v * v).max().orElseThrow();
      double bound = Bounded.largest(gap(of)).orElseThrow().at().applyAsDouble(k);
      assertEquals(bound, most, 1e-8);
      assertTrue(most <= bound);
      List<Double> next = new ArrayList<>();
      for (double v : w) {
        for (double[] p : points) {
          next.add(v - 5.0 / 17 * p[0] * (p[0] * v - p[1]));
        }
      }
      w = next;
    }
  }

  @Test
  void theGreatestGapOfSignsIsReachedBySomePath() {
    Recursion of = recursion("1", "h", "1/2", "s2", "1", "start", "4");
    List<Double> w = List.of(4.0);
    for (int k = 1; k <= 6; k++) {
      double most = w.stream().mapToDouble(v -> v * v / 2).max().orElseThrow();
      double bound = Bounded.largest(gap(of)).orElseThrow().at().applyAsDouble(k);
      assertEquals(bound, most, 1e-7);
      List<Double> next = new ArrayList<>();
      for (double v : w) {
        for (int sign = 0; sign < 4; sign++) {
          next.add(v - .5 * v * (1 + (sign & 1) * 2 - 1) - ((sign & 2) - 1));
        }
      }
      w = next;
    }
  }

  @Test
  void noLogisticPathExceedsItsGreatestGap() {
    Recursion of = recursion("1.049", "problem", "LOG", "start", "3");
    Logistic log = (Logistic) of.problem();
    double[] w = ((Start.At) of.start()).point().toArray();
    Reading reading = Reading.at(of, Quantity.GAP, Checkpoints.of(1, 100));
    var largest = Bounded.largest(reading).orElseThrow().at();
    for (int k = 1; k <= 100; k++) {
      double gap = log.value(plumbline.series.Vector.of(w)).value() - log.constants().get("F_inf");
      assertTrue(gap <= largest.applyAsDouble(k), "k = " + k);
      w = longest(log, w);
    }
  }

  /** The step of that index which leads farthest from 0. */
  private static double[] longest(Logistic log, double[] w) {
    double[] best = null;
    double most = -1;
    for (int i = 0; i < 20; i++) {
      double margin = 0;
      for (int j = 0; j < 3; j++) {
        margin += log.labels().get(i) * log.inputs().get(i, j) * w[j];
      }
      double[] next = new double[3];
      double square = 0;
      for (int j = 0; j < 3; j++) {
        double pull = log.labels().get(i) * log.inputs().get(i, j) / (1 + Math.exp(margin));
        next[j] = w[j] - 1.049 * (.1 * w[j] - pull);
        square += next[j] * next[j];
      }
      if (square > most) {
        most = square;
        best = next;
      }
    }
    return best;
  }

  @Test
  void aSphereOnARotatedQuadraticContractsByTheSlowestDirection() {
    Recursion of = recursion("1/20", "problem", "rotated", "law", "SPHERE", "start", "3");
    double second = .95 * Math.sqrt(18) + .05;
    assertEquals(
        5 * second * second, Bounded.largest(gap(of)).orElseThrow().at().applyAsDouble(2), 1e-7);
  }

  @Test
  void theStripOfCosinesNeedsBoundedNoiseAndShortSteps() {
    Reading plain = gradients(recursion("1", "problem", "COS", "M", "1/2", "start", "1/10"));
    // y_1 = 1 exceeds b = 1/2
    assertEquals(2, Bounded.largest(plain).orElseThrow().at().applyAsDouble(5), 1e-8);
    Reading noisy =
        gradients(recursion("1", "problem", "COS", "M", "18", "start", "1/10", "rest", "1"));
    assertEquals(10, Bounded.largest(noisy).orElseThrow().at().applyAsDouble(5), 1e-8);
    Reading sphere = gradients(recursion("1/2", "problem", "COS12", "law", "SPHERE"));
    // six squared sines, and six coordinates that start at 1
    assertEquals(12, Bounded.largest(sphere).orElseThrow().at().applyAsDouble(5), 1e-8);
    assertTrue(
        Bounded.largest(gradients(recursion("1", "problem", "COS", "law", "GAUSSIAN"))).isEmpty());
    assertTrue(Bounded.largest(gradients(recursion("3/2", "problem", "COS"))).isEmpty());
    Recursion harmonic =
        new Recursion(
            plain.of().problem(),
            plain.of().oracle(),
            plain.of().method(),
            Stepsize.harmonic(BigFraction.ONE, BigFraction.ZERO),
            plain.of().start());
    Reading sum =
        new Reading(
            harmonic, Quantity.GRADIENT_NORM_SQUARED, Fold.WEIGHTED_SUM_TO, Checkpoints.of(2));
    assertEquals(3, Bounded.largest(sum).orElseThrow().at().applyAsDouble(2), 1e-8);
  }

  private static Reading gradients(Recursion of) {
    return new Reading(of, Quantity.GRADIENT_NORM_SQUARED, Fold.MEAN_TO, Checkpoints.of(5));
  }
}
