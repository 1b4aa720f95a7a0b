package plumbline.problem;

import plumbline.series.Matrix;

/** Matrices as the flat arrays that kernels read. */
final class Rows {
  private Rows() {}

  /** Row by row, shape [m n]. */
  static double[] flat(Matrix matrix) {
    double[] flat = new double[matrix.height() * matrix.width()];
    for (int i = 0; i < matrix.height(); i++) {
      for (int j = 0; j < matrix.width(); j++) {
        flat[i * matrix.width() + j] = matrix.get(i, j);
      }
    }
    return flat;
  }

  static double[] diagonal(Matrix matrix) {
    double[] diagonal = new double[matrix.height()];
    for (int i = 0; i < diagonal.length; i++) {
      diagonal[i] = matrix.get(i, i);
    }
    return diagonal;
  }
}
