package plumbline.exact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plumbline.formula.Arithmetic;
import plumbline.method.Operation;
import plumbline.method.State;
import plumbline.oracle.Law;
import plumbline.quantity.Quantity;
import plumbline.series.Matrix;
import plumbline.series.Vector;

/**
 * All moments to order four of what a step remembers, the gradient included, moved one operation at
 * a time.
 *
 * <p>Each vector is kept as x - t w_* with a number t (as in {@link SecondMoments}). Drawing an
 * index is a mixture of n linear maps; a minibatch of b is b such draws that add to g; a factor 1 +
 * s zeta multiplies the entries that have p indices in g by E (1 + s zeta)^p; additive noise enters
 * by its second and fourth moments. So no law is replaced by another.
 */
final class FourthMoments {
  private final AffineRecursion of;
  private final Schedule<org.hipparchus.util.Binary64> schedule;
  private final List<State> states = new ArrayList<>();
  private final double[] shift = new double[State.values().length];
  private final int d;
  private final int n;
  private final double[] centre;
  private final Map<Quantity, AffineRecursion.Form> forms = new EnumMap<>(Quantity.class);
  private final Map<Integer, Matrix> squares = new HashMap<>();
  private FourthTensor moments;
  private FourthTensor drawn;

  FourthMoments(AffineRecursion of) {
    this.of = of;
    this.schedule = new Schedule<>(Arithmetic.doubles(), of.stepsize());
    this.states.addAll(of.states());
    if (!states.contains(State.G)) {
      states.add(State.G);
    }
    this.d = of.dimension();
    this.n = states.size() * d + 1;
    this.centre = of.centre().toArray();
    double[] z = new double[n];
    for (int j = 0; j < d; j++) {
      z[j] = of.meanStart().exact(j).subtract(of.centre().exact(j)).doubleValue();
    }
    z[n - 1] = 1;
    shift[State.W.ordinal()] = 1;
    moments = FourthTensor.of(z);
    if (!of.startVariance().isZero()) {
      double[] variances = Vector.constant(d, of.startVariance()).toArray();
      moments = moments.plusNoise(0, variances, independent(variances, 3));
    }
  }

  /** Whether fourth moments are finite: no law in use has an infinite one. */
  static boolean finite(AffineRecursion of) {
    boolean factor =
        of.oracle().multiplicative().isZero()
            || Double.isFinite(of.oracle().multiplicativeLaw().kurtosis());
    boolean added =
        of.variances().entries().stream().allMatch(v -> v.isZero())
            || of.oracle().additiveLaw() == Law.SPHERE
            || Double.isFinite(of.oracle().additiveLaw().kurtosis());
    return factor && added;
  }

  /** Products a step, roughly; the tensor has (vectors * d + 1)^4 entries. */
  static double work(AffineRecursion of) {
    int vectors = of.states().size() + (of.states().contains(State.G) ? 0 : 1);
    double n = vectors * of.dimension() + 1.0;
    double draws =
        of.sample().map(s -> (double) s.inputs().height() * of.oracle().batch()).orElse(1.0);
    return draws * 4 * n * n * n * (n + (double) of.dimension() * of.dimension());
  }

  /** Entries of the tensor. */
  int entries() {
    return n * n * n * n;
  }

  void advance(long k) {
    for (Segment segment : of.segments()) {
      segment.gradientAt().ifPresent(this::draw);
      for (Operation.Combine combine : segment.combinations()) {
        combine(
            combine, schedule.at(combine.a(), k).getReal(), schedule.at(combine.b(), k).getReal());
      }
    }
  }

  private int slot(State state) {
    return states.indexOf(state) * d;
  }

  private double[][] identity() {
    double[][] map = new double[n][n];
    for (int i = 0; i < n; i++) {
      map[i][i] = 1;
    }
    return map;
  }

  private void combine(Operation.Combine combine, double a, double b) {
    double[][] map = identity();
    int into = slot(combine.into());
    int from = slot(combine.from());
    for (int j = 0; j < d; j++) {
      map[into + j][into + j] = a;
      map[into + j][from + j] += b;
    }
    moments = moments.mapped(map);
    shift[combine.into().ordinal()] =
        a * shift[combine.into().ordinal()] + b * shift[combine.from().ordinal()];
  }

  private void draw(State at) {
    double off = shift[at.ordinal()] - 1;
    moments =
        of.sample().isEmpty()
            ? moments.mapped(gradient(at, of.hessian(), new double[d], off, 1, false))
            : sampled(of.sample().get(), at, off);
    shift[State.G.ordinal()] = 0;
    scale();
    double[] variances = of.variances().toArray();
    if (of.variances().entries().stream().anyMatch(v -> !v.isZero())) {
      moments = moments.plusNoise(slot(State.G), variances, joint(variances));
    }
    drawn = moments;
  }

  private FourthTensor sampled(AffineRecursion.Sample sample, State at, double off) {
    int rows = sample.inputs().height();
    int batch = of.oracle().batch();
    FourthTensor result = moments;
    for (int draw = 0; draw < batch; draw++) {
      FourthTensor mixture = FourthTensor.zero(n);
      for (int i = 0; i < rows; i++) {
        Vector x = sample.inputs().rows().get(i);
        double residual = sample.residuals().get(i);
        double[] constant = new double[d];
        for (int j = 0; j < d; j++) {
          constant[j] = -x.get(j) * residual;
        }
        Matrix square = squares.computeIfAbsent(i, row -> outer(x));
        mixture =
            mixture.plus(
                1.0 / rows,
                result.mapped(gradient(at, square, constant, off, 1.0 / batch, draw > 0)));
      }
      result = mixture;
    }
    return result;
  }

  private static Matrix outer(Vector x) {
    return new Matrix(
        x.entries().stream()
            .map(a -> Vector.generate(x.dimension(), j -> a.multiply(x.exact(j))))
            .toList());
  }

  /** g, or g plus, a share of B (x_at + off w_*) + constant. */
  private double[][] gradient(
      State at, Matrix matrix, double[] constant, double off, double share, boolean adds) {
    double[][] map = identity();
    int g = slot(State.G);
    int from = slot(at);
    for (int j = 0; j < d; j++) {
      map[g + j][g + j] = adds ? 1 : 0;
      double known = constant[j];
      for (int l = 0; l < d; l++) {
        map[g + j][from + l] += share * matrix.get(j, l);
        known += matrix.get(j, l) * off * centre[l];
      }
      map[g + j][n - 1] += share * known;
    }
    return map;
  }

  /** g times 1 + s zeta, then H. */
  private void scale() {
    int g = slot(State.G);
    double s2 = of.oracle().multiplicative().doubleValue();
    if (s2 > 0) {
      double kurtosis = of.oracle().multiplicativeLaw().kurtosis();
      moments =
          moments.multiplied(
              g, g + d, new double[] {1, 1, 1 + s2, 1 + 3 * s2, 1 + 6 * s2 + kurtosis * s2 * s2});
    }
    Vector h = of.oracle().scaling();
    if (!h.entries().stream().allMatch(x -> x.equals(org.hipparchus.fraction.BigFraction.ONE))) {
      double[][] map = identity();
      for (int j = 0; j < d; j++) {
        map[g + j][g + j] = h.get(j);
      }
      moments = moments.mapped(map);
    }
  }

  private double[][] joint(double[] variances) {
    if (of.oracle().additiveLaw() != Law.SPHERE) {
      return independent(variances, of.oracle().additiveLaw().kurtosis());
    }
    // uniform on a sphere of radius r in R^D: E x_j^2 x_l^2 = r^4 (1 + 2 [j = l]) / (D (D + 2))
    double whole = of.whole();
    double[][] joint = new double[d][d];
    for (int j = 0; j < d; j++) {
      for (int l = 0; l < d; l++) {
        double r4 = variances[j] * variances[l] * whole * whole;
        joint[j][l] = r4 * (j == l ? 3 : 1) / (whole * (whole + 2));
      }
    }
    return joint;
  }

  private static double[][] independent(double[] variances, double kurtosis) {
    double[][] joint = new double[variances.length][variances.length];
    for (int j = 0; j < variances.length; j++) {
      for (int l = 0; l < variances.length; l++) {
        joint[j][l] = variances[j] * variances[l] * (j == l ? kurtosis : 1);
      }
    }
    return joint;
  }

  /** E X and E X^2 of a quantity now; of |g|^2 for the last gradient drawn. */
  double[] read(Quantity quantity) {
    AffineRecursion.Form form =
        forms.computeIfAbsent(quantity, asked -> of.form(asked).orElseThrow());
    boolean oracle = quantity == Quantity.ORACLE_NORM_SQUARED;
    int from = slot(oracle ? State.G : State.W);
    double[] off = new double[d];
    if (!oracle) {
      for (int j = 0; j < d; j++) {
        off[j] = shift[State.W.ordinal()] * centre[j] - form.centre().get(j);
      }
    }
    double[][] q = new double[n][n];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double x = form.matrix().get(i, j);
        q[from + i][from + j] = x;
        q[from + i][n - 1] += x * off[j];
        q[n - 1][from + j] += x * off[i];
        q[n - 1][n - 1] += x * off[i] * off[j];
      }
    }
    FourthTensor of4 = oracle ? drawn : moments;
    return new double[] {of4.expectation(q), of4.expectationOfSquare(q)};
  }
}
