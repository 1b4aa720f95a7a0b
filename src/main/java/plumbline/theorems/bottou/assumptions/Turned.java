package plumbline.theorems.bottou.assumptions;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.problem.Spectrum;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Parameter;
import plumbline.theorem.Status;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/**
 * F = |w|^2/2 in the plane and g = H (grad F + xi), where xi is one of (2, 0), (-2, 0), (0, 1), (0,
 * -1): the mean of g is the gradient, turned and stretched by H.
 *
 * @param h H, shape [2 x 2]
 * @param constants mu and mu_G as claimed; least and greatest, the extreme eigenvalues of (H +
 *     H')/2 as they are
 */
record Turned(Matrix h, Constants constants) {
  /** Half a turn of directions: (14, 0) by (7, 7) and (0, 14) to (-14, 0). */
  static final Checkpoints DIRECTIONS = Checkpoints.range(0, 28);

  private static final List<Vector> NOISE =
      List.of(Vector.parse("2 0"), Vector.parse("-2 0"), Vector.parse("0 1"), Vector.parse("0 -1"));

  static List<Parameter> parameters(String... matrices) {
    return List.of(
        Parameter.choice("H", "what the mean of g is to the gradient", matrices),
        Parameter.real("mu", "\\mu", "least eigenvalue (definite)", "1/100", "10", "1/2"),
        Parameter.real("mu_G", "\\mu_G", "greatest eigenvalue (definite)", "1/100", "10", "3/2"),
        Parameter.real("share", "", "the claimed mu over the true one", "1/2", "2", "1"));
  }

  static Turned of(Values values) {
    BigFraction a = values.get("mu");
    BigFraction b = values.get("mu_G");
    BigFraction low = a.compareTo(b) <= 0 ? a : b;
    BigFraction high = a.compareTo(b) <= 0 ? b : a;
    return switch (values.choice("H")) {
      case "definite" -> of(definite(low, high), values, low, high, low, high);
      case "uphill" ->
          of(definite(high.negate(), low.negate()), values, low, high, high.negate(), low.negate());
      // 3/2 times a turn by 37 degrees
      case "turn" ->
          of(Matrix.parse("6/5 -9/10; 9/10 6/5"), values, q("6/5"), q("3/2"), q("6/5"), q("6/5"));
      // a turn by 127 degrees
      case "far-turn" ->
          of(Matrix.parse("-3/5 -4/5; 4/5 -3/5"), values, low, q("1"), q("-3/5"), q("-3/5"));
      // both eigenvalues are 1
      case "shear" -> of(Matrix.parse("1 10; 0 1"), values, q("1"), q("1"), q("-4"), q("6"));
      case "indefinite" -> of(Matrix.parse("1 0; 0 -1/2"), values, low, q("1"), q("-1/2"), q("1"));
      default -> throw new IllegalArgumentException("no matrix named " + values.choice("H"));
    };
  }

  private static Turned of(
      Matrix h,
      Values values,
      BigFraction mu,
      BigFraction muG,
      BigFraction least,
      BigFraction greatest) {
    BigFraction share = values.get("share");
    return new Turned(
        h,
        Constants.none()
            .with("mu", mu.multiply(share), "declared")
            .with("mu_G", muG, "declared")
            .with("share", share, "declared")
            .with("least", least, "the least eigenvalue of (H + H')/2")
            .with("greatest", greatest, "the greatest eigenvalue of (H + H')/2"));
  }

  private static Matrix definite(BigFraction low, BigFraction high) {
    return Instances.rotated(low, high).hessian();
  }

  private static BigFraction q(String text) {
    return Rationals.parse(text);
  }

  /** (H + H')/2. */
  Matrix symmetricPart() {
    return new Matrix(
        List.of(
            Vector.generate(2, j -> h.exact(0, j).add(h.exact(j, 0)).divide(2)),
            Vector.generate(2, j -> h.exact(1, j).add(h.exact(j, 1)).divide(2))));
  }

  Status symmetric() {
    return Status.of(h.isSymmetric(), "H = " + text());
  }

  /** u'Hu is at least mu |u|^2 with mu &gt; 0. */
  Status descends() {
    BigFraction mu = constants.exact("mu");
    boolean met =
        mu.signum() > 0 && Spectrum.above(symmetricPart(), mu) != Spectrum.Sign.INDEFINITE;
    return Status.of(
        met,
        "(H + H')/2 has the least eigenvalue "
            + Rationals.show(constants.exact("least"))
            + ", mu = "
            + Rationals.show(mu));
  }

  /** |Hu| is at most mu_G |u|. */
  Status bounded() {
    BigFraction muG = constants.exact("mu_G");
    Matrix square = h.transposed().times(h);
    return Status.of(
        Spectrum.below(square, muG.multiply(muG)) != Spectrum.Sign.INDEFINITE,
        "mu_G^2 I - H'H, by elimination in rationals; mu_G = " + Rationals.show(muG));
  }

  /** Both eigenvalues of H, symmetric or not, are real and in [mu, mu_G]: by trace and product. */
  Status spectrum() {
    BigFraction trace = h.exact(0, 0).add(h.exact(1, 1));
    BigFraction product =
        h.exact(0, 0).multiply(h.exact(1, 1)).subtract(h.exact(0, 1).multiply(h.exact(1, 0)));
    boolean real = trace.multiply(trace).compareTo(product.multiply(4)) >= 0;
    BigFraction mu = constants.exact("mu");
    BigFraction muG = constants.exact("mu_G");
    boolean inside =
        trace.compareTo(mu.multiply(2)) >= 0
            && trace.compareTo(muG.multiply(2)) <= 0
            && at(mu, trace, product).signum() >= 0
            && at(muG, trace, product).signum() >= 0;
    return Status.of(
        real && inside,
        "H = "
            + text()
            + " has trace "
            + Rationals.show(trace)
            + " and determinant "
            + Rationals.show(product)
            + "; [mu, mu_G] = ["
            + Rationals.show(mu)
            + ", "
            + Rationals.show(muG)
            + "]");
  }

  private static BigFraction at(BigFraction x, BigFraction trace, BigFraction product) {
    return x.multiply(x).subtract(x.multiply(trace)).add(product);
  }

  private String text() {
    return "[["
        + Rationals.show(h.exact(0, 0))
        + ", "
        + Rationals.show(h.exact(0, 1))
        + "], ["
        + Rationals.show(h.exact(1, 0))
        + ", "
        + Rationals.show(h.exact(1, 1))
        + "]]";
  }

  /** The gradient of this number. */
  static Vector direction(long k) {
    return new Vector(List.of(new BigFraction(14 - k), new BigFraction(k <= 14 ? k : 28 - k)));
  }

  /** E g where the gradient is this, over the four outcomes. */
  <T extends FieldElement<T>> List<T> mean(LinearAlgebra<T> field, List<T> gradient) {
    List<List<T>> matrix = field.lift(h);
    return Draws.average(
        field,
        NOISE.stream()
            .map(xi -> field.times(matrix, field.plus(gradient, field.lift(xi))))
            .toList());
  }

  /** What is measured at a gradient. */
  enum Kind {
    /** (grad F)'E g / |grad F|^2. */
    INNER,
    /** |E g|^2 / |grad F|^2. */
    LENGTH
  }

  /** A quotient of (4.7) in all directions. */
  record Measured(Turned of, Kind kind) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<Pair<T>> compared = new ArrayList<>();
      for (long k : points.at()) {
        List<T> gradient = field.lift(direction(k));
        List<T> mean = of.mean(field, gradient);
        T top = kind == Kind.INNER ? field.dot(gradient, mean) : field.squaredNorm(mean);
        T left = top.divide(field.squaredNorm(gradient));
        compared.add(new Pair<>("direction " + k, k, left, bound.at(in, constants, k)));
      }
      return compared;
    }
  }

  /** F(w - alpha_k E g) - F(w) at w = (1, -1) with alpha_k = k/1000. */
  record Step(Turned of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<T> w = field.lift(Vector.parse("1 -1"));
      List<Pair<T>> compared = new ArrayList<>();
      for (long k : points.at()) {
        T alpha = in.of(Rationals.of(k, 1000));
        List<T> next = field.minus(w, alpha, of.mean(field, w));
        T change = field.squaredNorm(next).subtract(field.squaredNorm(w)).divide(in.of(2));
        compared.add(new Pair<>("alpha = " + k + "/1000", k, change, bound.at(in, constants, k)));
      }
      return compared;
    }
  }
}
