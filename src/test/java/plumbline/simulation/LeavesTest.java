package plumbline.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.problem.Logistic;
import plumbline.problem.Network;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.random.Address;
import plumbline.random.Draws;
import plumbline.random.Purpose;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;

/** What the leaves compute, against F written down again in plain Java. */
class LeavesTest {
  private static final BigFraction TENTH = new BigFraction(1, 10);

  private static Channel at(Quantity quantity, long k) {
    return new Channel(quantity, Channel.Gather.AT, k, k, j -> 1.0);
  }

  private static Ratios run(
      Problem problem, Oracle oracle, Start start, BigFraction stepsize, Channel... channels)
      throws InterruptedException {
    Recursion recursion =
        new Recursion(
            problem, oracle, Method.stochasticGradient(), Stepsize.fixed(stepsize), start);
    try (CpuEngine engine = new CpuEngine(1)) {
      return engine.run(new Plan(recursion, "leaf", 0, List.of(channels), 16), 5, 0);
    }
  }

  /** Gap, gradient by central differences, and gap after one exact step, at one point. */
  private static void assertLeaf(Problem problem, ToDoubleFunction<double[]> gap, double... point)
      throws InterruptedException {
    Ratios ratios =
        run(
            problem,
            Oracle.exact(point.length),
            new Start.At(Vector.of(point)),
            TENTH,
            at(Quantity.GAP, 1),
            at(Quantity.GRADIENT_NORM_SQUARED, 1),
            at(Quantity.GAP, 2));
    double[] next = point.clone();
    double norm = 0;
    for (int j = 0; j < point.length; j++) {
      double[] up = point.clone();
      double[] down = point.clone();
      up[j] += 1e-5;
      down[j] -= 1e-5;
      double slope = (gap.applyAsDouble(up) - gap.applyAsDouble(down)) / 2e-5;
      norm += slope * slope;
      next[j] -= 0.1 * slope;
    }
    assertTrue(norm > 1e-3, "a point without slope tests nothing");
    assertEquals(gap.applyAsDouble(point), ratios.at(0, 7), 1e-12);
    assertEquals(norm, ratios.at(1, 7), 1e-8 * (1 + norm));
    assertEquals(gap.applyAsDouble(next), ratios.at(2, 7), 1e-8);
  }

  @Test
  void quadratics() throws InterruptedException {
    assertLeaf(
        Examples.dense(),
        w -> {
          double x = w[0] - 1;
          double y = w[1] - 2;
          return 0.5 * (6.76 * x * x - 8.64 * x * y + 4.24 * y * y);
        },
        3,
        -1);
    assertLeaf(
        Quadratic.diagonal(Vector.parse("1 3")),
        w -> 0.5 * (w[0] * w[0] + 3 * w[1] * w[1]),
        2,
        0.5);
  }

  @Test
  void cosines() throws InterruptedException {
    assertLeaf(
        new Cosine(2, 1),
        w -> Math.cos(w[0]) + Math.cos(w[1]) + 2 + 0.5 * w[2] * w[2],
        0.7,
        50.3,
        -2);
  }

  @Test
  void theDistanceToMinimaIsToTheNearestOddMultipleOfPi() throws InterruptedException {
    Ratios ratios =
        run(
            new Cosine(1, 1),
            Oracle.exact(2),
            new Start.At(Vector.of(-9.0, 0.5)),
            TENTH,
            at(Quantity.DISTANCE_TO_MINIMA_SQUARED, 1),
            at(Quantity.FIRST_COORDINATE_SQUARED, 1));
    // -9 lies .42478 above -3 pi
    assertEquals(Math.pow(3 * Math.PI - 9, 2) + 0.25, ratios.at(0, 0), 1e-14);
    assertEquals(81.0, ratios.at(1, 0));
  }

  @Test
  void leastSquares() throws InterruptedException {
    double[][] x = Examples.LEAST_SQUARES.inputs().toArray();
    double[] y = Examples.LEAST_SQUARES.targets().toArray();
    assertLeaf(
        Examples.LEAST_SQUARES,
        w -> {
          double sum = 0;
          for (int i = 0; i < 5; i++) {
            double r = x[i][0] * w[0] + x[i][1] * w[1] + x[i][2] * w[2] - y[i];
            sum += r * r / 10;
          }
          return sum - 1.1;
        },
        0.5,
        -1,
        3);
  }

  @Test
  void logisticRegressionWhoseGapIsZeroAtItsMinimizerAlone() throws InterruptedException {
    Logistic problem = Examples.LOGISTIC;
    double[][] x = problem.inputs().toArray();
    // at the declared centre the gradient is not zero here, so take the tangent away as the leaf
    ToDoubleFunction<double[]> f =
        w -> {
          double sum = 0.05 * (w[0] * w[0] + w[1] * w[1]);
          for (int i = 0; i < 4; i++) {
            double t = problem.labels().get(i) * (x[i][0] * w[0] + x[i][1] * w[1]);
            sum += Math.log1p(Math.exp(-t)) / 4;
          }
          return sum;
        };
    double[] least = newton(problem);
    Logistic solved =
        new Logistic(
            problem.inputs(),
            problem.labels(),
            problem.ridge(),
            java.util.Optional.of(Vector.of(least)),
            problem.constants());
    assertLeaf(solved, w -> f.applyAsDouble(w) - f.applyAsDouble(least), 3, -2);
    assertEquals(
        0.0,
        run(solved, Oracle.exact(2), new Start.At(Vector.of(least)), TENTH, at(Quantity.GAP, 1))
            .at(0, 0),
        4e-15);
  }

  /** Gradient descent to rounding: slow, and independent of the leaf. */
  private static double[] newton(Logistic problem) {
    double[][] x = problem.inputs().toArray();
    double[] w = new double[2];
    for (int n = 0; n < 20_000; n++) {
      double[] g = {0.1 * w[0], 0.1 * w[1]};
      for (int i = 0; i < 4; i++) {
        double y = problem.labels().get(i);
        double s = -y / (1 + Math.exp(y * (x[i][0] * w[0] + x[i][1] * w[1]))) / 4;
        g[0] += s * x[i][0];
        g[1] += s * x[i][1];
      }
      w[0] -= g[0];
      w[1] -= g[1];
    }
    return w;
  }

  @Test
  void networksOfWhichAllIsTrained() throws InterruptedException {
    Network network = Examples.network(Network.Trained.ALL);
    double[][] x = network.inputs().toArray();
    Address settings = new Address(5, Address.hash("leaf"), 7, 0, 0, Purpose.SETTING.word(0));
    // the hundredths keep units away from their kinks
    Vector start = Vector.generate(24, j -> new BigFraction(20 * (7 * j % 13 - 6) + j, 100));
    double[] w = start.toArray();
    for (int r = 0; r < 6; r++) {
      w[18 + r] = 2 * Draws.uniforms(settings.slot(r / 4))[r % 4] - 1;
    }
    assertNetwork(network, start, w, x, (v, r) -> v[18 + r], (v, r) -> v[12 + r]);
  }

  @Test
  void networksOfWhichTheFirstLayerIsTrained() throws InterruptedException {
    Network network = Examples.network(Network.Trained.FIRST_LAYER);
    double[][] x = network.inputs().toArray();
    Address settings = new Address(5, Address.hash("leaf"), 7, 0, 0, Purpose.SETTING.word(0));
    Vector start = Vector.generate(12, j -> new BigFraction(7 * j % 13 - 6, 5));
    assertNetwork(network, start, start.toArray(), x, (v, r) -> sign(settings, r), (v, r) -> 0);
  }

  /** Two whole tiles of units and some of a third. */
  @Test
  void networksOfMoreUnitsThanATileHas() throws InterruptedException {
    Network six = Examples.network(Network.Trained.FIRST_LAYER);
    Network network = new Network(six.inputs(), six.targets(), 37, six.trained());
    Address settings = new Address(5, Address.hash("leaf"), 7, 0, 0, Purpose.SETTING.word(0));
    Vector start = Vector.generate(74, j -> new BigFraction(20 * (7 * j % 13 - 6) + j, 100));
    double[][] x = network.inputs().toArray();
    assertNetwork(network, start, start.toArray(), x, (v, r) -> sign(settings, r), (v, r) -> 0);
  }

  /** More samples and more inputs than a loop takes at once. */
  @Test
  void networksOfMoreSamplesAndInputsThanAGroup() throws InterruptedException {
    Address settings = new Address(5, Address.hash("leaf"), 7, 0, 0, Purpose.SETTING.word(0));
    Network first = Examples.grouped(Network.Trained.FIRST_LAYER);
    double[][] x = first.inputs().toArray();
    // no unit stands on its kink, where the loss has no derivative
    Vector start =
        Vector.generate(147, j -> new BigFraction(2000 * (7 * j % 13 - 6) + j * j, 20_011));
    assertNetwork(first, start, start.toArray(), x, (v, r) -> sign(settings, r), (v, r) -> 0);
    Network all = Examples.grouped(Network.Trained.ALL);
    Vector more =
        Vector.generate(189, j -> new BigFraction(2000 * (7 * j % 13 - 6) + j * j, 20_011));
    double[] w = more.toArray();
    for (int r = 0; r < 21; r++) {
      w[168 + r] = 2 * Draws.uniforms(settings.slot(r / 4))[r % 4] - 1;
    }
    assertNetwork(all, more, w, x, (v, r) -> v[168 + r], (v, r) -> v[147 + r]);
  }

  private static double sign(Address settings, int r) {
    int word = plumbline.random.Threefry.words(settings.slot(r / 4))[r % 4];
    return (word & 1) == 0 ? 1 : -1;
  }

  private interface Entry {
    double of(double[] w, int unit);
  }

  private static void assertNetwork(
      Network network, Vector start, double[] w, double[][] x, Entry outer, Entry shift)
      throws InterruptedException {
    int m = network.hidden();
    ToDoubleFunction<double[]> loss =
        v -> {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            double u = 0;
            for (int r = 0; r < m; r++) {
              double p = shift.of(v, r);
              for (int j = 0; j < x[i].length; j++) {
                p += v[j * m + r] * x[i][j];
              }
              u += outer.of(v, r) * Math.max(p, 0) / Math.sqrt(m);
            }
            sum += Math.pow(u - network.targets().get(i), 2) / 2;
          }
          return sum;
        };
    double[] next = w.clone();
    for (int j = 0; j < w.length; j++) {
      double[] up = w.clone();
      double[] down = w.clone();
      up[j] += 1e-6;
      down[j] -= 1e-6;
      next[j] -= 0.1 * (loss.applyAsDouble(up) - loss.applyAsDouble(down)) / 2e-6;
    }
    Ratios ratios =
        run(
            network,
            Oracle.exact(w.length),
            new Start.At(start),
            TENTH,
            at(Quantity.GAP, 1),
            at(Quantity.GAP, 2),
            at(Quantity.LOSS_OVER_START, 2));
    assertEquals(loss.applyAsDouble(w), ratios.at(0, 7), 1e-12);
    assertEquals(loss.applyAsDouble(next), ratios.at(1, 7), 1e-7);
    assertTrue(ratios.at(1, 7) < 0.99 * ratios.at(0, 7), "a gradient step descends");
    assertEquals(ratios.at(1, 7) / ratios.at(0, 7), ratios.at(2, 7), 1e-15);
  }

  @Test
  void aNoisyWalkHasTheBitsOfTheScalarReference() throws InterruptedException {
    Quadratic problem = Quadratic.diagonal(Vector.parse("1 0.5 0.25"));
    Oracle oracle = Oracle.additive(Vector.parse("1 4 9"), Law.GAUSSIAN);
    Ratios ratios =
        run(
            problem,
            oracle,
            new Start.At(Vector.parse("1 2 3")),
            TENTH,
            at(Quantity.DISTANCE_SQUARED, 6),
            at(Quantity.ORACLE_NORM_SQUARED, 6));
    for (int replica = 0; replica < 16; replica++) {
      double[] h = {1, 0.5, 0.25};
      double[] w = {1, 2, 3};
      double[] g = new double[3];
      for (int k = 1; k <= 6; k++) {
        double[] z =
            Draws.normals(
                new Address(5, Address.hash("leaf"), replica, k, 0, Purpose.ADDITIVE.word(0)));
        for (int j = 0; j < 3; j++) {
          g[j] = Math.fma(1.0 + j, z[j], h[j] * w[j]);
          w[j] = k < 6 ? Math.fma(-0.1, g[j], w[j]) : w[j];
        }
      }
      assertEquals(sumOfSquares(w), ratios.at(0, replica));
      assertEquals(sumOfSquares(g), ratios.at(1, replica));
    }
  }

  private static double sumOfSquares(double[] x) {
    return Math.fma(x[2], x[2], Math.fma(x[1], x[1], x[0] * x[0]));
  }

  @Test
  void indexSamplingIsUnbiased() throws InterruptedException {
    // all coordinates of one term's gradient, averaged: E |w_2 - w_1|^2 / alpha^2 = E |g|^2
    Recursion recursion =
        new Recursion(
            Examples.LEAST_SQUARES,
            Oracle.indices(3, 1),
            Method.stochasticGradient(),
            Stepsize.fixed(TENTH),
            new Start.At(Vector.parse("0 0 0")));
    Plan plan = new Plan(recursion, "i", 0, List.of(at(Quantity.ORACLE_NORM_SQUARED, 1)), 1024);
    double mean = 0;
    try (CpuEngine engine = new CpuEngine(2)) {
      for (int block = 0; block < 8; block++) {
        for (double x : engine.run(plan, 1, block).channel(0)) {
          mean += x / 8192;
        }
      }
    }
    // y_i^2 |x_i|^2 = 180, 2, 8, 216, 27: mean 86.6, deviation 92.03; 5 standard errors
    assertEquals(86.6, mean, 5 * 92.03 / Math.sqrt(8192));
  }
}
