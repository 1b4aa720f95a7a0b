package plumbline.problem;

import static plumbline.random.Polynomials.HALF_PI;
import static plumbline.random.Polynomials.HALF_PI_REST;
import static plumbline.random.Polynomials.ROUND;
import static plumbline.random.Polynomials.TWO_OVER_PI;

import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;

/**
 * Gradient (-sin w_j; w_j) of a {@link Cosine}, and its gap as sum of 2 cos^2(w_j/2) plus half
 * squares, which does not cancel near a minimum. For |w_j| below 1e5.
 */
final class CosineLanes extends Lanes {
  private int cosines;

  CosineLanes(Cosine problem, Layout layout) {
    super(problem.dimension(), layout);
    cosines = problem.cosines();
  }

  @Override
  protected void gradient(int at, int lo, int hi) {
    for (int j = 0; j < dimension; j++) {
      store(p, rows[at + j], lo, hi);
      if (j < cosines) {
        sines(p, lo, hi);
        negate(lo, hi);
      }
      store(rows[g + j], p, lo, hi);
    }
  }

  @Override
  protected void sample(int at, int lo, int hi, int iteration) {
    gradient(at, lo, hi);
  }

  @Override
  protected void value(int lo, int hi) {
    fill(reading, 0.0, lo, hi);
    for (int j = 0; j < dimension; j++) {
      if (j < cosines) {
        halve(rows[w + j], lo, hi);
        cosines(p, lo, hi);
        addSquare(reading, 2.0, p, 0.0, lo, hi);
      } else {
        addSquare(reading, 0.5, rows[w + j], 0.0, lo, hi);
      }
    }
  }

  @Override
  protected void distanceToMinima(int lo, int hi) {
    fill(reading, 0.0, lo, hi);
    for (int j = 0; j < dimension; j++) {
      if (j < cosines) {
        toOddMultipleOfPi(rows[w + j], lo, hi);
        addSquare(reading, 1.0, p, 0.0, lo, hi);
      } else {
        addSquare(reading, 1.0, rows[w + j], 0.0, lo, hi);
      }
    }
  }

  private void negate(int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      p[l] = -p[l];
    }
  }

  private void halve(double[] x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      p[l] = 0.5 * x[l];
    }
  }

  /** p &lt;- w_j - (2n + 1) pi for the nearest n. */
  private void toOddMultipleOfPi(double[] y, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      double x = y[l];
      double n = Math.fma(x, 0.25 * TWO_OVER_PI, -0.5);
      double whole = (n + ROUND) - ROUND;
      double quarters = Math.fma(4.0, whole, 2.0);
      p[l] = Math.fma(-quarters, HALF_PI_REST, Math.fma(-quarters, HALF_PI, x));
    }
  }
}
