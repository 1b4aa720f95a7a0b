package plumbline.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

/**
 * Whole distributions of every law of draws against the distribution functions of Hipparchus.
 *
 * <p>The distance of the empirical distribution judges the middle, exactly binomial counts beyond
 * quantiles the tails, where Student's moments of higher order do not exist. Each law has a
 * neighbour that the same draws must not pass for. False alarms: {@link Scores}.
 */
class LawsTest {
  private static final int N = 1 << 18;
  private static final long INSTANCE = Address.hash("laws");
  private static final double[] LEVELS = {1e-1, 1e-2, 1e-3, 1e-4};

  private static double[] sample(ToDoubleFunction<Address> draw) {
    double[] sample = new double[N];
    for (int i = 0; i < N; i++) {
      sample[i] = draw.applyAsDouble(new Address(20, INSTANCE, i % 4096, i / 4096, 3, 2));
    }
    return sample;
  }

  /** Scores draws against a law whose argument is scale times the draw. */
  private static Scores scored(ToDoubleFunction<Address> draw, RealDistribution law, double scale) {
    double[] sample = sample(draw);
    Scores scores = new Scores();
    scores.distribution("distance", sample, x -> law.cumulativeProbability(scale * x));
    for (double level : LEVELS) {
      double quantile = law.inverseCumulativeProbability(level) / scale;
      int below = 0;
      int above = 0;
      for (double x : sample) {
        below += x < quantile ? 1 : 0;
        above += x > -quantile ? 1 : 0;
      }
      scores.count("below " + level, N, level, below);
      scores.count("above " + level, N, level, above);
    }
    return scores;
  }

  private static Scores distance(ToDoubleFunction<Address> draw, DoubleUnaryOperator law) {
    Scores scores = new Scores();
    scores.distribution("distance", sample(draw), law);
    return scores;
  }

  @Test
  void normalsAreNormal() {
    for (int i = 0; i < 4; i++) {
      int which = i;
      Scores scores = scored(at -> Draws.normals(at)[which], new NormalDistribution(), 1);
      assertEquals("", scores.alarms());
      assertEquals(9, scores.size());
    }
  }

  @Test
  void aNormalIsNotOfThirtyDegreesOfFreedom() {
    TDistribution thirty = new TDistribution(30);
    double scale = Math.sqrt(30.0 / 28);
    assertTrue(scored(at -> Draws.normals(at)[0], thirty, scale).worst() > 1);
  }

  @Test
  void studentVariatesHaveTheirDegreesOfFreedomAndNotMore() {
    double root = Math.sqrt(2);
    assertEquals("", scored(Draws::student4, new TDistribution(4), root).alarms());
    assertEquals("", scored(Draws::student8, new TDistribution(8), Math.sqrt(4 / 3.0)).alarms());
    assertTrue(scored(Draws::student4, new TDistribution(5), Math.sqrt(5 / 3.0)).worst() > 1);
    assertTrue(scored(Draws::student8, new TDistribution(12), Math.sqrt(12 / 10.0)).worst() > 1);
  }

  @Test
  void uniformsAreUniformAndNotAPower() {
    for (int i = 0; i < 4; i++) {
      int which = i;
      assertEquals("", distance(at -> Draws.uniforms(at)[which], u -> u).alarms());
    }
    ToDoubleFunction<Address> power = at -> Math.pow(Draws.uniforms(at)[0], 1.03);
    assertEquals("distance", distance(power, u -> u).alarms());
  }

  @Test
  void anglesAreUniformAndNoEllipse() {
    DoubleUnaryOperator law = angle -> 0.5 + angle / (2 * Math.PI);
    assertEquals("", distance(at -> angle(Draws.circle(at), 1), law).alarms());
    assertEquals("distance", distance(at -> angle(Draws.circle(at), 1.1), law).alarms());
  }

  private static double angle(double[] point, double stretch) {
    return Math.atan2(point[1] * stretch, point[0]);
  }
}
