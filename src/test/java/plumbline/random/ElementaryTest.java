package plumbline.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;

/** Pointwise errors against 40 decimal digits. */
class ElementaryTest {
  private static final DfpField FIELD = new DfpField(40);

  private interface Exact {
    Dfp at(Dfp x);
  }

  /** Words near both ends, at each power of two and its half root, and at random. */
  static int[] words() {
    SplittableRandom random = new SplittableRandom(7);
    IntStream.Builder unsigned = IntStream.builder();
    for (int i = 0; i < 200; i++) {
      unsigned.add(i).add(-1 - i).add(random.nextInt());
    }
    for (int e = 1; e < 32; e++) {
      long root = (long) (Math.sqrt(0.5) * (1L << e));
      for (int i = -2; i <= 2; i++) {
        unsigned.add((1 << e) + i).add((int) root + i);
      }
    }
    return unsigned.build().map(i -> i ^ 0x80000000).toArray();
  }

  private static double worst(DoubleUnaryOperator ours, Exact exact, double low, double high) {
    SplittableRandom random = new SplittableRandom(3);
    double worst = 0;
    for (int i = 0; i < 1500; i++) {
      double x = low + (high - low) * (i < 500 ? i / 499.0 : random.nextDouble());
      Dfp truth = exact.at(FIELD.newDfp(x));
      Dfp scale = truth.abs().add(FIELD.newDfp(1e-300));
      worst =
          Math.max(
              worst,
              FIELD.newDfp(ours.applyAsDouble(x)).subtract(truth).abs().divide(scale).toDouble());
    }
    return worst;
  }

  @Test
  void radiiAreRightToTheLastBitsAlsoNearOneAndNearZero() {
    double worst = 0;
    int[] words = words();
    for (int word : words) {
      long odd = 2 * ((word & 0xFFFFFFFFL) ^ 0x80000000L) + 1;
      Dfp u = FIELD.newDfp(odd).divide(FIELD.newDfp(1L << 33));
      Dfp truth = u.log().multiply(-2).sqrt();
      double error =
          FIELD.newDfp(Elementary.radius(word)).subtract(truth).abs().divide(truth).toDouble();
      worst = Math.max(worst, error);
    }
    assertEquals(910, words.length);
    assertTrue(worst < 5e-16, "worst relative error " + worst);
  }

  @Test
  void anglesAreRightToTheLastBits() {
    double worst = 0;
    for (int word : words()) {
      Dfp angle =
          FIELD.newDfp(2L * word + 1).multiply(FIELD.getPi()).divide(FIELD.newDfp(1L << 32));
      double t = Elementary.quarterAngle(word);
      Dfp c = FIELD.newDfp(Elementary.cosineOfFour(t)).subtract(angle.cos()).abs();
      Dfp s = FIELD.newDfp(Elementary.sineOfFour(t)).subtract(angle.sin()).abs();
      worst = Math.max(worst, Math.max(c.toDouble(), s.toDouble()));
    }
    assertTrue(worst < 2e-15, "worst absolute error " + worst);
  }

  @Test
  void exponentialsAreRight() {
    double near = worst(Elementary::exponential, Dfp::exp, -2, 2);
    double far = worst(Elementary::exponential, Dfp::exp, -700, 700);
    assertTrue(near < 5e-16 && far < 5e-16, near + " " + far);
  }

  @Test
  void exponentialsAreSaidBeyondTheirRange() {
    assertEquals(Double.POSITIVE_INFINITY, Elementary.exponential(800));
    assertEquals(0.0, Elementary.exponential(-800));
    assertTrue(Double.isNaN(Elementary.exponential(Double.NaN)));
  }

  @Test
  void logarithmsOfOnePlusAreRightAlsoNearZero() {
    double wide = worst(Elementary::logOnePlus, y -> y.add(1).log(), 0.001, 1);
    double tiny =
        worst(Elementary::logOnePlus, y -> y.subtract(y.multiply(y).divide(2)), 1e-12, 1e-9);
    assertTrue(wide < 5e-16 && tiny < 5e-16, wide + " " + tiny);
  }

  @Test
  void softplusAndLogisticAreRight() {
    double softplus = worst(Elementary::softplus, t -> t.exp().add(1).log(), -30, 30);
    double logistic =
        worst(Elementary::logistic, t -> t.negate().exp().add(1).reciprocal(), -30, 30);
    assertTrue(softplus < 1e-15 && logistic < 1e-15, softplus + " " + logistic);
  }

  @Test
  void sinesAndCosinesAreRightBelowAHundredThousand() {
    SplittableRandom random = new SplittableRandom(5);
    double worst = 0;
    for (int i = 0; i < 2000; i++) {
      double size = Math.pow(10, -3 + 8.0 * random.nextDouble());
      double x = i % 2 == 0 ? size : -size;
      if (i % 7 == 0) {
        x = Math.rint(x / (Math.PI / 2)) * (Math.PI / 2); // near the zeros
      }
      // reduced first, at 40 digits: the series of Dfp does not take large angles
      Dfp exact = FIELD.newDfp(x);
      Dfp turn = FIELD.getPi().multiply(2);
      Dfp reduced = exact.subtract(turn.multiply(exact.divide(turn).rint()));
      Dfp s = FIELD.newDfp(Elementary.sine(x)).subtract(reduced.sin()).abs();
      Dfp c = FIELD.newDfp(Elementary.cosine(x)).subtract(reduced.cos()).abs();
      worst = Math.max(worst, Math.max(s.toDouble(), c.toDouble()));
    }
    assertTrue(worst < 4e-16, "worst absolute error " + worst);
  }
}
