package plumbline.problem;

import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;

/** Gradient A (w - w_*) and gap (w - w_*)' A (w - w_*) / 2 of a {@link Quadratic}. */
final class QuadraticLanes extends Lanes {
  private int diagonal;

  /** A by rows, shape [d x d], or its diagonal, shape [d]. */
  private double[] hessian;

  QuadraticLanes(Quadratic problem, Layout layout) {
    super(problem.dimension(), layout);
    diagonal = problem.hessian().isDiagonal() ? 1 : 0;
    hessian = diagonal == 1 ? Rows.diagonal(problem.hessian()) : Rows.flat(problem.hessian());
    centre = problem.centre().toArray();
  }

  @Override
  protected void gradient(double[] at, int lo, int hi) {
    if (diagonal == 1) {
      for (int j = 0; j < dimension; j++) {
        diagonalRow(at, hessian[j], centre[j], lo + j * stride, hi + j * stride);
      }
    } else {
      for (int i = 0; i < dimension; i++) {
        product(at, i, lo, hi);
        store(g, i * stride, p, lo, hi);
      }
    }
  }

  @Override
  protected void sample(double[] at, int lo, int hi, int iteration) {
    gradient(at, lo, hi);
  }

  @Override
  protected void value(int lo, int hi) {
    fill(reading, 0.0, lo, hi);
    for (int i = 0; i < dimension; i++) {
      if (diagonal == 1) {
        addSquare(reading, 0.5 * hessian[i], w, i * stride, centre[i], lo, hi);
      } else {
        product(w, i, lo, hi);
        addForm(i * stride, centre[i], lo, hi);
      }
    }
  }

  private void diagonalRow(double[] at, double h, double c, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      g[l] = h * (at[l] - c);
    }
  }

  /** p &lt;- row i of A (at - w_*). */
  private void product(double[] at, int i, int lo, int hi) {
    fill(p, 0.0, lo, hi);
    for (int j = 0; j < dimension; j++) {
      addShifted(p, hessian[i * dimension + j], at, j * stride, centre[j], lo, hi);
    }
  }

  private void addForm(int o, double c, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      reading[l] = Math.fma(0.5 * p[l], w[o + l] - c, reading[l]);
    }
  }
}
