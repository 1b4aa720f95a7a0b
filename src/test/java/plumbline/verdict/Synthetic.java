package plumbline.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import plumbline.simulation.Moments;

/** Evidence made by hand for the tests of procedures: ideal summaries, and draws by fixed seeds. */
final class Synthetic {
  static final int BLOCK = 1024;

  private Synthetic() {}

  /** A summary whose mean and CV^2 are exactly these. */
  static Moments ideal(long n, double mean, double cv2) {
    return new Moments(n, false, mean, cv2 * n * mean * mean, 0, mean * (1 + 4 * Math.sqrt(cv2)));
  }

  /** Ideal summaries of components with these means, after so many blocks. */
  static LongFunction<List<Moments>> ideal(double cv2, double... means) {
    return blocks -> {
      List<Moments> all = new ArrayList<>();
      for (double mean : means) {
        all.add(ideal(blocks * BLOCK, mean, cv2));
      }
      return all;
    };
  }

  /** A standard normal number, by Box and Muller: the same on every Java version. */
  static double normal(SplittableRandom draws) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - draws.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * draws.nextDouble());
  }

  /** The summary of a block of independent draws. */
  static Moments block(int size, SplittableRandom draws, ToDoubleFunction<SplittableRandom> law) {
    double[] r = new double[size];
    for (int i = 0; i < size; i++) {
      r[i] = law.applyAsDouble(draws);
    }
    return Moments.of(r);
  }

  static Contract gaussian() {
    return new Contract.Cv2(2, "GaussianQuadratic");
  }

  static List<Mean.Point> points(int count, Contract contract) {
    List<Mean.Point> points = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      points.add(new Mean.Point("k = " + (1 << i), contract));
    }
    return points;
  }
}
