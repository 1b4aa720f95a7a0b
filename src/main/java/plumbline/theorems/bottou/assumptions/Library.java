package plumbline.theorems.bottou.assumptions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.problem.Cosine;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Status;
import plumbline.theorems.Certificates;
import plumbline.theorems.Instances;

/**
 * An objective of the instance library, evaluated from its data.
 *
 * @param problem the objective, with its certified constants
 * @param centre a minimizer where one is known exactly, shape [d]
 * @param steepest the direction of greatest curvature, shape [d]
 * @param flattest the direction of least curvature, shape [d]
 */
record Library(Problem problem, Vector centre, Vector steepest, Vector flattest)
    implements Objective {
  private static final int MOST_ROWS = 2000;
  private static final int MOST_EXPONENTIALS = 300;
  private static final int MOST_SQUARED = 30;

  /** The quadratic with curvature c along (3, 4)/5 and l along (-4, 3)/5. */
  static Library rotated(BigFraction c, BigFraction l) {
    Quadratic problem = Instances.rotated(c, l);
    Vector first = Vector.parse("3/5 4/5");
    Vector second = Vector.parse("-4/5 3/5");
    boolean ordered = c.compareTo(l) <= 0;
    return new Library(
        problem, problem.centre(), ordered ? second : first, ordered ? first : second);
  }

  /** Any other, without its directions: the first axis stands for both. */
  static Library of(Problem problem) {
    int d = problem.dimension();
    Vector axis = Vector.generate(d, j -> j == 0 ? BigFraction.ONE : BigFraction.ZERO);
    Vector zero = Vector.constant(d, BigFraction.ZERO);
    Vector centre =
        problem instanceof LeastSquares ls
            ? ls.solution()
            : problem instanceof Quadratic ? problem.minimizer().orElse(zero) : zero;
    return new Library(problem, centre, axis, axis);
  }

  /** Least squares on four points of the line. */
  static Library ls4() {
    Vector one = Vector.parse("1");
    return new Library(Instances.ls4(), Vector.parse("0"), one, one);
  }

  /** Least squares on eight points of R^3. */
  static Library ls3() {
    LeastSquares ls = Instances.ls3();
    return along(ls, ls.minimizer().orElseThrow(), ls.inputs());
  }

  /** One equation 3 w_1 + 4 w_2 = 5 for two unknowns: d &gt; n. */
  static Library flat() {
    LeastSquares ls = LeastSquares.of(Matrix.parse("3 4"), Vector.parse("5"));
    Vector centre = Vector.parse("3/5 4/5");
    return new Library(ls, centre, centre, Vector.parse("-4/5 3/5"));
  }

  /**
   * Ridge logistic regression on four points of the plane; the rays start at the origin, where its
   * curvature is greatest.
   */
  static Library logistic() {
    return LogisticOnce.LIBRARY;
  }

  /** Its constants take Newton's method and 40 digits: they are made once, when asked for. */
  private static final class LogisticOnce {
    private static final Library LIBRARY = make();

    private static Library make() {
      Logistic logistic =
          Logistic.of(
              Matrix.parse("1 0; 1 2; 1 -1; 1 1"), Vector.parse("1 1 -1 -1"), Rationals.of(1, 10));
      Vector zero = Vector.constant(logistic.dimension(), BigFraction.ZERO);
      return along(logistic, zero, logistic.inputs());
    }
  }

  /** cos x + y^2/2; the rays start at its saddle. */
  static Library cosine() {
    return new Library(
        new Cosine(1, 1), Vector.parse("0 0"), Vector.parse("0 1"), Vector.parse("1 0"));
  }

  /**
   * A finite sum from outside, if its rows are few enough to be evaluated to many digits; rays are
   * as long as leaves every |x_i'v| at 1 or below.
   *
   * @throws IllegalArgumentException if there are too many rows
   */
  static Library drawn(Problem problem) {
    boolean logistic = problem instanceof Logistic;
    Matrix x = logistic ? ((Logistic) problem).inputs() : ((LeastSquares) problem).inputs();
    int most = logistic ? MOST_EXPONENTIALS : MOST_ROWS;
    if (x.height() > most) {
      throw new IllegalArgumentException(
          "every row is evaluated to many digits: up to %d rows, got %d"
              .formatted(most, x.height()));
    }
    Vector centre =
        logistic
            ? Vector.constant(x.width(), BigFraction.ZERO)
            : ((LeastSquares) problem).solution();
    Library whole = along(problem, centre, x);
    return new Library(problem, centre, shortened(whole.steepest, x), shortened(whole.flattest, x));
  }

  /**
   * Refuses a sum of so many rows that F after every outcome, n sums of n terms, takes too long.
   *
   * @throws IllegalArgumentException if there are too many rows
   */
  static void squared(Problem problem) {
    if (problem instanceof Logistic) {
      throw new IllegalArgumentException(
          "F after every outcome takes an exponential for each pair of rows: least squares alone");
    }
    if (problem instanceof LeastSquares ls && ls.inputs().height() > MOST_SQUARED) {
      throw new IllegalArgumentException(
          "F is evaluated after every outcome, rows times rows: up to %d rows, got %d"
              .formatted(MOST_SQUARED, ls.inputs().height()));
    }
  }

  private static Vector shortened(Vector v, Matrix x) {
    double most = 1;
    for (Vector row : x.rows()) {
      most = Math.max(most, Math.abs(row.dot(v).doubleValue()));
    }
    double scale = Math.scalb(1.0, -Math.getExponent(most) - 1);
    return Vector.generate(v.dimension(), j -> v.exact(j).multiply(Rationals.of(scale)));
  }

  private static Library along(Problem problem, Vector centre, Matrix x) {
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(
            MatrixUtils.createRealMatrix(x.transposed().times(x).toArray()));
    return new Library(
        problem,
        centre,
        Vector.of(eigen.getEigenvector(0).toArray()),
        Vector.of(eigen.getEigenvector(x.width() - 1).toArray()));
  }

  @Override
  public <T extends FieldElement<T>> T value(LinearAlgebra<T> field, List<T> w) {
    Arithmetic<T> in = field.in();
    if (problem instanceof Quadratic q) {
      List<T> e = field.minus(w, field.lift(q.centre()));
      return field.dot(e, field.times(field.lift(q.hessian()), e)).divide(in.of(2));
    }
    if (problem instanceof LeastSquares ls) {
      List<T> residuals = residuals(field, ls, w);
      return field.squaredNorm(residuals).divide(in.of(2L * residuals.size()));
    }
    if (problem instanceof Logistic logistic) {
      List<T> losses =
          margins(field, logistic, w).stream()
              .map(m -> in.ln(in.of(1).add(in.exp(m.negate()))))
              .toList();
      T ridge = in.of(logistic.ridge()).multiply(field.squaredNorm(w)).divide(in.of(2));
      return field.mean(losses).add(ridge);
    }
    Cosine cosine = (Cosine) problem;
    return field.sum(
        field.vector(
            w.size(),
            j ->
                j < cosine.cosines()
                    ? in.cos(w.get(j))
                    : w.get(j).multiply(w.get(j)).divide(in.of(2))));
  }

  @Override
  public <T extends FieldElement<T>> List<T> gradient(LinearAlgebra<T> field, List<T> w) {
    if (problem instanceof Quadratic q) {
      return field.times(field.lift(q.hessian()), field.minus(w, field.lift(q.centre())));
    }
    if (problem instanceof Cosine cosine) {
      return field.vector(
          w.size(), j -> j < cosine.cosines() ? field.in().sin(w.get(j)).negate() : w.get(j));
    }
    return Draws.average(field, terms(field, w));
  }

  /**
   * The gradients of the n terms of a finite sum, which one drawn index chooses among, shape
   * [n][d].
   */
  <T extends FieldElement<T>> List<List<T>> terms(LinearAlgebra<T> field, List<T> w) {
    Arithmetic<T> in = field.in();
    List<List<T>> terms = new ArrayList<>();
    if (problem instanceof LeastSquares ls) {
      List<T> residuals = residuals(field, ls, w);
      List<List<T>> x = field.lift(ls.inputs());
      IntStream.range(0, x.size()).forEach(i -> terms.add(field.times(residuals.get(i), x.get(i))));
      return terms;
    }
    Logistic logistic = (Logistic) problem;
    List<T> margins = margins(field, logistic, w);
    List<List<T>> x = field.lift(logistic.inputs());
    List<T> labels = field.lift(logistic.labels());
    List<T> ridge = field.times(in.of(logistic.ridge()), w);
    for (int i = 0; i < x.size(); i++) {
      T slope = labels.get(i).divide(in.of(1).add(in.exp(margins.get(i))));
      terms.add(field.minus(ridge, slope, x.get(i)));
    }
    return terms;
  }

  private static <T extends FieldElement<T>> List<T> residuals(
      LinearAlgebra<T> field, LeastSquares ls, List<T> w) {
    return field.minus(field.times(field.lift(ls.inputs()), w), field.lift(ls.targets()));
  }

  private static <T extends FieldElement<T>> List<T> margins(
      LinearAlgebra<T> field, Logistic logistic, List<T> w) {
    return field.hadamard(
        field.lift(logistic.labels()), field.times(field.lift(logistic.inputs()), w));
  }

  @Override
  public Constants constants() {
    return problem.constants();
  }

  @Override
  public Status smooth(BigFraction l) {
    return Certificates.smooth(problem, l);
  }

  @Override
  public Status stronglyConvex(BigFraction c) {
    return Certificates.stronglyConvex(problem, c);
  }

  @Override
  public Status boundedBelow(BigFraction least) {
    return Certificates.boundedBelow(problem, least);
  }
}
