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
  protected void gradient(int at, int lo, int hi) {
    if (diagonal == 1) {
      for (int j = 0; j < dimension; j++) {
        diagonalRow(rows[g + j], hessian[j], rows[at + j], centre[j], lo, hi);
      }
    } else {
      for (int i = 0; i < dimension; i++) {
        product(at, i, lo, hi);
        store(rows[g + i], p, lo, hi);
      }
    }
  }

  @Override
  protected void sample(int at, int lo, int hi, int iteration) {
    gradient(at, lo, hi);
  }

  @Override
  protected void value(int lo, int hi) {
    fill(reading, 0.0, lo, hi);
    for (int i = 0; i < dimension; i++) {
      if (diagonal == 1) {
        addSquare(reading, 0.5 * hessian[i], rows[w + i], centre[i], lo, hi);
      } else {
        product(w, i, lo, hi);
        addForm(rows[w + i], centre[i], lo, hi);
      }
    }
  }

  private void diagonalRow(double[] into, double h, double[] x, double c, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      into[l] = h * (x[l] - c);
    }
  }

  /** p &lt;- row i of A (at - w_*). */
  private void product(int at, int i, int lo, int hi) {
    fill(p, 0.0, lo, hi);
    for (int j = 0; j < dimension; j++) {
      addShifted(p, hessian[i * dimension + j], rows[at + j], centre[j], lo, hi);
    }
  }

  private void addForm(double[] x, double c, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      reading[l] = Math.fma(0.5 * p[l], x[l] - c, reading[l]);
    }
  }
}
