package plumbline.problem;

import java.math.BigDecimal;
import java.math.MathContext;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * The minimizer and the constants of ridge logistic regression. Newton's method in doubles finds a
 * point; at that point F and its gradient are evaluated to 40 digits, and strong convexity says how
 * far F_* is: F(w) - F_* &lt;= |grad F(w)|^2 / (2 c).
 */
final class LogisticConstants {
  private static final int DIGITS = 40;
  private static final int MOST_STEPS = 200;

  private final Matrix x;
  private final Vector y;
  private final BigFraction ridge;
  private final double[][] rows;
  private final double[] labels;

  LogisticConstants(Matrix x, Vector y, BigFraction ridge) {
    this.x = x;
    this.y = y;
    this.ridge = ridge;
    this.rows = x.toArray();
    this.labels = y.toArray();
  }

  /** A point with a gradient of rounding size, by damped Newton steps from 0. */
  Vector minimizer() {
    int d = x.width();
    double[] w = new double[d];
    double value = value(w);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] direction = newton(w);
      double scale = 1;
      double[] next = moved(w, direction, scale);
      while (!(value(next) < value) && scale > 1e-3) {
        scale /= 2;
        next = moved(w, direction, scale);
      }
      double reached = value(next);
      if (!(reached < value)) {
        // rounding level: one last full step still improves the gradient
        return Vector.of(moved(w, direction, 1));
      }
      w = next;
      value = reached;
    }
    return Vector.of(w);
  }

  private static double[] moved(double[] w, double[] direction, double scale) {
    double[] next = w.clone();
    for (int j = 0; j < w.length; j++) {
      next[j] -= scale * direction[j];
    }
    return next;
  }

  private double value(double[] w) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      double t = -labels[i] * dot(rows[i], w);
      sum += Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
    }
    return sum / rows.length + ridge.doubleValue() / 2 * dot(w, w);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /** (F'')^{-1} grad F. */
  private double[] newton(double[] w) {
    int d = w.length;
    double lambda = ridge.doubleValue();
    DMatrixRMaj hessian = new DMatrixRMaj(d, d);
    DMatrixRMaj gradient = new DMatrixRMaj(d, 1);
    for (int j = 0; j < d; j++) {
      hessian.set(j, j, lambda);
      gradient.set(j, 0, lambda * w[j]);
    }
    for (int i = 0; i < rows.length; i++) {
      double p = 1 / (1 + Math.exp(labels[i] * dot(rows[i], w)));
      for (int j = 0; j < d; j++) {
        gradient.add(j, 0, -labels[i] * p * rows[i][j] / rows.length);
        for (int l = 0; l < d; l++) {
          hessian.add(j, l, p * (1 - p) * rows[i][j] * rows[i][l] / rows.length);
        }
      }
    }
    DMatrixRMaj solution = new DMatrixRMaj(d, 1);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(d);
    if (!solver.setA(hessian)) {
      throw new ArithmeticException("the Hessian of ridge logistic regression did not factor");
    }
    solver.solve(gradient, solution);
    return solution.getData();
  }

  Constants constants(Vector minimizer) {
    Matrix mean = x.transposed().times(x).scaled(Rationals.of(1, 4L * x.height()));
    Constant quarter = Spectrum.of(mean).largest();
    BigFraction squares =
        x.rows().stream()
            .map(Vector::squaredNorm)
            .reduce(BigFraction.ZERO, BigFraction::add)
            .divide(Rationals.of(x.height(), 1));
    return Constants.none()
        .with(
            "L",
            new Constant(
                quarter.exact().add(ridge),
                quarter.error(),
                "ridge plus a quarter of the largest eigenvalue of X'X/n, an upper bound on the"
                    + " Hessian; "
                    + quarter.how()))
        .with("c", ridge, "the ridge")
        .with("F_inf", floor(minimizer))
        .with(
            "M",
            squares,
            "mean |x_i|^2: the derivative of the logistic loss is in (-1, 0), and the ridge part is"
                + " not random")
        .with("M_V", BigFraction.ZERO, "the variance is bounded everywhere");
  }

  /** F(w); exp and ln at 40 digits are far below 1e-30 of it. */
  Constant value(Vector w) {
    return rounded(evaluated(w)[0], "F(w) to 40 digits");
  }

  /** F(w) - |grad F(w)|^2/(2 c), so not above the infimum. */
  Constant floor(Vector w) {
    Dfp[] at = evaluated(w);
    Constant floor = rounded(at[0].subtract(at[1]), "");
    return new Constant(
        floor.exact().subtract(Rationals.of(floor.error())),
        at[1].getReal() + 2 * floor.error(),
        "Newton's method, then F and its gradient to 40 digits: F - F_* <= |grad F|^2/(2c), rounded"
            + " down");
  }

  private static Constant rounded(Dfp value, String how) {
    return new Constant(
        Rationals.parse(new BigDecimal(value.toString()).round(new MathContext(36)).toString()),
        1e-30 * (1 + Math.abs(value.getReal())),
        how);
  }

  /** F(w) and |grad F(w)|^2/(2 c). */
  private Dfp[] evaluated(Vector w) {
    Arithmetic<Dfp> in = Arithmetic.digits(DIGITS);
    int d = w.dimension();
    Dfp value = in.of(w.squaredNorm().multiply(ridge).divide(2));
    Dfp[] gradient = new Dfp[d];
    for (int j = 0; j < d; j++) {
      gradient[j] = in.of(w.exact(j).multiply(ridge));
    }
    for (int i = 0; i < x.height(); i++) {
      Vector row = x.rows().get(i);
      Dfp e = in.exp(in.of(row.dot(w).multiply(y.exact(i)).negate()));
      Dfp one = in.of(1);
      value = value.add(in.ln(one.add(e)).divide(x.height()));
      Dfp slope = e.divide(one.add(e)).divide(x.height());
      for (int j = 0; j < d; j++) {
        gradient[j] =
            gradient[j].subtract(slope.multiply(in.of(row.exact(j).multiply(y.exact(i)))));
      }
    }
    Dfp square = in.of(0);
    for (Dfp g : gradient) {
      square = square.add(g.multiply(g));
    }
    return new Dfp[] {value, square.divide(in.of(ridge.multiply(2)))};
  }
}
