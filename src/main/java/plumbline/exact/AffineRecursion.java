package plumbline.exact;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import plumbline.method.State;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.LeastSquares;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;

/**
 * A recursion whose gradient is affine in the iterate, as exact data: g = H (1 + s zeta) mean_S
 * [x_i (x_i'e - r_i)] + sigma xi with e = w - w_*, or H (1 + s zeta) A e + sigma xi.
 *
 * @param hessian A, shape [d x d]
 * @param centre w_*, shape [d]
 * @param sample the rows x_i and residuals r_i = y_i - x_i'w_* that indices are drawn from
 * @param oracle H, s^2, the batch and the laws
 * @param variances of sigma_j xi_j, per coordinate also for SPHERE, shape [d]
 * @param whole the dimension that the oracle's noise was declared in (SPHERE needs it)
 * @param segments the step
 * @param stepsize alpha_k
 * @param start w_1
 */
record AffineRecursion(
    Matrix hessian,
    Vector centre,
    Optional<Sample> sample,
    Oracle oracle,
    Vector variances,
    int whole,
    List<Segment> segments,
    Stepsize stepsize,
    Start start) {
  private static final int LONG_BITS = 24;

  /** Rows x_i, shape [n x d], and residuals r_i at w_*, shape [n]. */
  record Sample(Matrix inputs, Vector residuals) {}

  /** Whether entries of A take so many digits that rationals are no use beyond a few steps. */
  boolean isLong() {
    return hessian.rows().stream()
        .flatMap(row -> row.entries().stream())
        .anyMatch(x -> x.getNumerator().bitLength() + x.getDenominator().bitLength() > LONG_BITS);
  }

  /** (x - centre)' matrix (x - centre), read off an iterate. */
  record Form(Matrix matrix, Vector centre) {}

  static Optional<AffineRecursion> of(Recursion r) {
    Optional<List<Segment>> segments = Segment.of(r.method());
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    Oracle oracle = r.oracle();
    int d = r.problem().dimension();
    Vector variances =
        oracle.additiveLaw() == Law.SPHERE
            ? Vector.generate(d, j -> oracle.additive().exact(j).divide(d))
            : oracle.additive();
    if (r.problem() instanceof Quadratic q && oracle.batch() == 0) {
      return Optional.of(
          new AffineRecursion(
              q.hessian(),
              q.centre(),
              Optional.empty(),
              oracle,
              variances,
              d,
              segments.get(),
              r.stepsize(),
              r.start()));
    }
    if (r.problem() instanceof LeastSquares ls) {
      Sums sums = Sums.of(ls);
      return sums.closes()
          ? Optional.of(
              new AffineRecursion(
                  sums.hessian(),
                  sums.centre(),
                  oracle.batch() == 0 ? Optional.empty() : Optional.of(sums.sample()),
                  oracle,
                  variances,
                  d,
                  segments.get(),
                  r.stepsize(),
                  r.start()))
          : Optional.empty();
    }
    return Optional.empty();
  }

  int dimension() {
    return centre.dimension();
  }

  /** Everything that a step reads or writes, in order, w first. */
  List<State> states() {
    return Segment.remembered(segments);
  }

  boolean isDiagonal() {
    return sample.isEmpty() && hessian.isDiagonal();
  }

  /** The recursion of some coordinates alone; only on diagonal problems is there one. */
  AffineRecursion only(List<Integer> coordinates) {
    if (!isDiagonal()) {
      throw new IllegalArgumentException("coordinates are coupled: they have no own recursion");
    }
    Vector diagonal = Vector.generate(dimension(), j -> hessian.exact(j, j));
    Oracle part =
        new Oracle(
            0,
            pick(oracle.scaling(), coordinates),
            oracle.multiplicative(),
            oracle.multiplicativeLaw(),
            pick(oracle.additive(), coordinates),
            oracle.additiveLaw());
    return new AffineRecursion(
        Matrix.diagonal(pick(diagonal, coordinates)),
        pick(centre, coordinates),
        Optional.empty(),
        part,
        pick(variances, coordinates),
        whole,
        segments,
        stepsize,
        start instanceof Start.At at ? new Start.At(pick(at.point(), coordinates)) : start);
  }

  private static Vector pick(Vector from, List<Integer> coordinates) {
    return Vector.generate(coordinates.size(), i -> from.exact(coordinates.get(i)));
  }

  /** H A. */
  Matrix scaledHessian() {
    Vector h = oracle.scaling();
    return new Matrix(
        java.util.stream.IntStream.range(0, dimension())
            .mapToObj(
                i -> Vector.generate(dimension(), j -> h.exact(i).multiply(hessian.exact(i, j))))
            .toList());
  }

  /** w_1 where it is certain, else its mean 0. */
  Vector meanStart() {
    return start instanceof Start.At at
        ? at.point()
        : Vector.constant(dimension(), BigFraction.ZERO);
  }

  /** The variance of each coordinate of w_1. */
  BigFraction startVariance() {
    return start instanceof Start.Normal normal
        ? normal.deviation().multiply(normal.deviation())
        : BigFraction.ZERO;
  }

  boolean isAdditive() {
    return sample.isEmpty() && oracle.multiplicative().isZero();
  }

  boolean isDeterministic() {
    return isAdditive()
        && startVariance().isZero()
        && variances.entries().stream().allMatch(BigFraction::isZero);
  }

  int gradients() {
    return (int) segments.stream().filter(s -> s.gradientAt().isPresent()).count();
  }

  /** The form that a quantity is, on the iterate; on the gradient it is |g|^2. */
  Optional<Form> form(Quantity quantity) {
    int d = dimension();
    Vector origin = Vector.constant(d, BigFraction.ZERO);
    Matrix identity = Matrix.diagonal(Vector.constant(d, BigFraction.ONE));
    return switch (quantity) {
      case GAP -> Optional.of(new Form(hessian.scaled(BigFraction.ONE_HALF), centre));
      case GRADIENT_NORM_SQUARED -> Optional.of(new Form(hessian.times(hessian), centre));
      case DISTANCE_SQUARED -> Optional.of(new Form(identity, centre));
      case FIRST_COORDINATE_SQUARED -> Optional.of(new Form(firstOnly(d), origin));
      case ORACLE_NORM_SQUARED ->
          gradients() == 1 ? Optional.of(new Form(identity, origin)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Matrix firstOnly(int d) {
    return Matrix.diagonal(Vector.generate(d, j -> j == 0 ? BigFraction.ONE : BigFraction.ZERO));
  }
}
