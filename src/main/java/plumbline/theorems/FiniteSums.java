package plumbline.theorems;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.LUDecomposition;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * Finite sums with certified constants: eigenvalues in doubles only propose, exact elimination
 * decides.
 */
final class FiniteSums {
  private static final BigFraction ONE = BigFraction.ONE;

  private FiniteSums() {}

  /**
   * Least squares with w_*, F_inf, L, c and the noise constants of one index drawn uniformly.
   *
   * <p>With e = w - w_*, residuals r_i = x_i'w_* - y_i and A = X'X/n: E|g|^2 = e'Be + 2b'e + m for
   * B = mean |x|^2 x x', b = mean |x|^2 r x, m = mean |x|^2 r^2. So E|g|^2 &lt;= M + M_G |Ae|^2 for
   * all e as soon as S = M_G A^2 - B is positive definite and M = m + b'S^(-1)b; M_V = M_G - 1.
   */
  static LeastSquares leastSquares(Matrix x, Vector y) {
    int n = x.height();
    FieldMatrix<BigFraction> rows = exact(x);
    FieldMatrix<BigFraction> a = rows.transpose().multiply(rows).scalarMultiply(share(n));
    FieldVector<BigFraction> xy = rows.transpose().operate(vector(y)).mapMultiply(share(n));
    FieldVector<BigFraction> minimizer = solve(a, xy);
    FieldVector<BigFraction> residual = rows.operate(minimizer).subtract(vector(y));
    int d = x.width();
    FieldMatrix<BigFraction> second =
        new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), d, d);
    FieldVector<BigFraction> mixed = new ArrayFieldVector<>(BigFractionField.getInstance(), d);
    BigFraction m = BigFraction.ZERO;
    for (int i = 0; i < n; i++) {
      FieldVector<BigFraction> xi = rows.getRowVector(i);
      BigFraction length = xi.dotProduct(xi).divide(n);
      BigFraction r = residual.getEntry(i);
      second = second.add(xi.outerProduct(xi).scalarMultiply(length));
      mixed = mixed.add(xi.mapMultiply(length.multiply(r)));
      m = m.add(length.multiply(r).multiply(r));
    }
    BigFraction mG = noiseFactor(a, second, mixed);
    BigFraction more = BigFraction.ZERO;
    if (!isZero(mixed)) {
      FieldMatrix<BigFraction> s = a.multiply(a).scalarMultiply(mG).subtract(second);
      more = up(mixed.dotProduct(solve(s, mixed)).doubleValue() * (1 + 1e-9));
    }
    BigFraction least = residual.dotProduct(residual).divide(2L * n);
    String how = d == 1 ? "mean x^2" : "certified by exact elimination";
    String noise = "E|g|^2 <= M + M_G |grad F|^2 by exact elimination";
    Constants constants =
        Constants.none()
            .with("L", greatest(a), how)
            .with("c", smallest(a), how)
            .with("F_inf", least, "normal equations in rationals")
            .with("M", m.add(more), noise)
            .with("M_V", mG.subtract(ONE), noise);
    return new LeastSquares(x, y, Optional.of(vector(minimizer)), constants);
  }

  /** A number M_G with M_G A^2 - B positive definite, or zero in one dimension where b = 0. */
  private static BigFraction noiseFactor(
      FieldMatrix<BigFraction> a, FieldMatrix<BigFraction> b, FieldVector<BigFraction> mixed) {
    FieldMatrix<BigFraction> square = a.multiply(a);
    boolean centred = isZero(mixed);
    if (a.getRowDimension() == 1 && centred) {
      return b.getEntry(0, 0).divide(square.getEntry(0, 0));
    }
    FieldMatrix<BigFraction> inverse = new FieldLUDecomposition<>(a).getSolver().getInverse();
    double largest = eigenvalues(inverse.multiply(b).multiply(inverse))[0];
    // a quarter more where residuals and inputs are correlated: M would be large otherwise
    BigFraction mG = up(centred ? largest : 1.25 * largest);
    certify(square.scalarMultiply(mG).subtract(b), "M_G A^2 - B");
    return mG;
  }

  /**
   * Ridge logistic regression with c = lambda, L from X'X/(4n), F_inf by Newton's method and, as
   * the logistic derivative lies in (0, 1) and the ridge is not random, M = mean |x|^2, M_V = 0.
   */
  static Logistic logistic(Matrix x, Vector y, double ridge) {
    int n = x.height();
    FieldMatrix<BigFraction> rows = exact(x);
    FieldMatrix<BigFraction> quarter = rows.transpose().multiply(rows).scalarMultiply(share(4 * n));
    BigFraction lambda = Rationals.of(ridge);
    BigFraction m = BigFraction.ZERO;
    for (Vector row : x.rows()) {
      m = m.add(row.squaredNorm().divide(n));
    }
    double[] w = newton(x, y, ridge);
    double slope = Arrays.stream(gradient(x, y, ridge, w)).map(g -> g * g).sum();
    double value = value(x, y, ridge, w);
    Constants constants =
        Constants.none()
            .with("L", lambda.add(greatest(quarter)), "lambda + X'X/(4n), certified by elimination")
            .with("c", lambda, "the ridge")
            .with(
                "F_inf",
                Constant.within(
                    value,
                    slope / (2 * ridge) + 1e-14,
                    "Newton's method; F - F_* <= |grad F|^2/(2c)"))
            .with("M", m, "mean |x|^2: the logistic derivative lies in (0, 1)")
            .with("M_V", BigFraction.ZERO, "the variance is bounded by M everywhere");
    return new Logistic(x, y, ridge, Optional.of(Vector.of(w)), constants);
  }

  /** F(w), exactly. */
  static BigFraction value(LeastSquares ls, Vector w) {
    FieldVector<BigFraction> residual =
        exact(ls.inputs()).operate(vector(w)).subtract(vector(ls.targets()));
    return residual.dotProduct(residual).divide(2L * ls.inputs().height());
  }

  /** F(w) in doubles. */
  static double value(Logistic logistic, Vector w) {
    return value(logistic.inputs(), logistic.labels(), logistic.ridge(), w.toArray());
  }

  private static double value(Matrix x, Vector y, double ridge, double[] w) {
    double sum = 0;
    for (int i = 0; i < x.height(); i++) {
      sum += StrictMath.log1p(StrictMath.exp(-y.get(i) * dot(x.rows().get(i), w)));
    }
    double square = Arrays.stream(w).map(v -> v * v).sum();
    return sum / x.height() + ridge * square / 2;
  }

  private static double[] gradient(Matrix x, Vector y, double ridge, double[] w) {
    double[] g = Arrays.stream(w).map(v -> ridge * v).toArray();
    for (int i = 0; i < x.height(); i++) {
      double s = -y.get(i) / (1 + StrictMath.exp(y.get(i) * dot(x.rows().get(i), w)));
      for (int j = 0; j < w.length; j++) {
        g[j] += s * x.get(i, j) / x.height();
      }
    }
    return g;
  }

  private static double[] newton(Matrix x, Vector y, double ridge) {
    int d = x.width();
    double[] w = new double[d];
    for (int step = 0; step < 30; step++) {
      double[][] hessian = new double[d][d];
      for (int i = 0; i < x.height(); i++) {
        double p = 1 / (1 + StrictMath.exp(dot(x.rows().get(i), w)));
        for (int j = 0; j < d; j++) {
          for (int l = 0; l < d; l++) {
            hessian[j][l] += p * (1 - p) * x.get(i, j) * x.get(i, l) / x.height();
          }
        }
      }
      for (int j = 0; j < d; j++) {
        hessian[j][j] += ridge;
      }
      double[] move =
          new LUDecomposition(new Array2DRowRealMatrix(hessian))
              .getSolver()
              .solve(new org.hipparchus.linear.ArrayRealVector(gradient(x, y, ridge, w)))
              .toArray();
      for (int j = 0; j < d; j++) {
        w[j] -= move[j];
      }
    }
    return w;
  }

  private static double dot(Vector x, double[] w) {
    double sum = 0;
    for (int j = 0; j < w.length; j++) {
      sum += x.get(j) * w[j];
    }
    return sum;
  }

  /** An upper bound of the largest eigenvalue, at most 2e-7 above it; exact in one dimension. */
  static BigFraction greatest(FieldMatrix<BigFraction> a) {
    if (a.getRowDimension() == 1) {
      return a.getEntry(0, 0);
    }
    BigFraction l = up(eigenvalues(a)[0]);
    certify(identity(a, l).subtract(a), "L I - A");
    return l;
  }

  /** A lower bound of the smallest eigenvalue, at most 2e-7 below it; exact in one dimension. */
  static BigFraction smallest(FieldMatrix<BigFraction> a) {
    if (a.getRowDimension() == 1) {
      return a.getEntry(0, 0);
    }
    double[] values = eigenvalues(a);
    BigFraction c = up(values[values.length - 1]).subtract(Rationals.of(2, 10_000_000));
    certify(a.subtract(identity(a, c)), "A - c I");
    return c;
  }

  /** The next multiple of 1e-7 that is more than half a step away. */
  private static BigFraction up(double value) {
    return Rationals.parse(
        new BigDecimal(value + 5e-8).setScale(7, RoundingMode.CEILING).toPlainString());
  }

  /** Refuses a matrix that is not positive definite, by Gaussian elimination in rationals. */
  static void certify(FieldMatrix<BigFraction> a, String what) {
    FieldMatrix<BigFraction> left = a.copy();
    int d = a.getRowDimension();
    for (int k = 0; k < d; k++) {
      BigFraction pivot = left.getEntry(k, k);
      if (pivot.compareTo(BigFraction.ZERO) <= 0) {
        throw new IllegalStateException(
            what + " is not positive definite: pivot " + k + " is " + pivot.doubleValue());
      }
      for (int i = k + 1; i < d; i++) {
        BigFraction factor = left.getEntry(i, k).divide(pivot);
        for (int j = k; j < d; j++) {
          left.addToEntry(i, j, factor.multiply(left.getEntry(k, j)).negate());
        }
      }
    }
  }

  /** In doubles, largest first: a proposal. */
  private static double[] eigenvalues(FieldMatrix<BigFraction> a) {
    int d = a.getRowDimension();
    double[][] entries = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        entries[i][j] = a.getEntry(i, j).doubleValue();
        entries[j][i] = entries[i][j];
      }
    }
    return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(entries)).getEigenvalues();
  }

  private static FieldMatrix<BigFraction> exact(Matrix x) {
    FieldMatrix<BigFraction> m =
        new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), x.height(), x.width());
    m.walkInOptimizedOrder(
        new org.hipparchus.linear.DefaultFieldMatrixChangingVisitor<>(BigFraction.ZERO) {
          @Override
          public BigFraction visit(int row, int column, BigFraction value) {
            return x.exact(row, column);
          }
        });
    return m;
  }

  private static FieldMatrix<BigFraction> identity(
      FieldMatrix<BigFraction> like, BigFraction times) {
    int d = like.getRowDimension();
    FieldMatrix<BigFraction> m = new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), d, d);
    for (int i = 0; i < d; i++) {
      m.setEntry(i, i, times);
    }
    return m;
  }

  private static FieldVector<BigFraction> vector(Vector v) {
    return new ArrayFieldVector<>(v.entries().toArray(BigFraction[]::new));
  }

  private static Vector vector(FieldVector<BigFraction> v) {
    return Vector.generate(v.getDimension(), v::getEntry);
  }

  private static FieldVector<BigFraction> solve(
      FieldMatrix<BigFraction> a, FieldVector<BigFraction> b) {
    return new FieldLUDecomposition<>(a).getSolver().solve(b);
  }

  private static boolean isZero(FieldVector<BigFraction> v) {
    return Arrays.stream(v.toArray()).allMatch(BigFraction::isZero);
  }

  private static BigFraction share(int n) {
    return Rationals.of(1, n);
  }
}
