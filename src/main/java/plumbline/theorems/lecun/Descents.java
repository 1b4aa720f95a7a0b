package plumbline.theorems.lecun;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Formula;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Parameter;
import plumbline.theorem.Values;

/** The matrices of the three cards on quadratics, built from exact eigenvalues and eigenvectors. */
final class Descents {
  static final String TWO_BY_TWO = "two by two";
  static final String ROTATED = "rotated";
  static final String SINGULAR = "singular";
  static final String JORDAN = "Jordan block";
  static final String SHEAR = "not symmetric";
  static final String LOWEST = "lowest eigenvector";
  static final String HIGHEST = "highest eigenvector";
  static final String EQUAL = "equal components";

  private Descents() {}

  /** A matrix with its eigenvalues in increasing order and the basis they belong to. */
  private record Spectrum(Matrix matrix, Vector eigenvalues, List<Vector> basis) {}

  static Parameter matrix(String... choices) {
    return Parameter.choice("matrix", "which matrix A", choices);
  }

  static List<Parameter> rotation() {
    return List.of(
        Parameter.integer("d", "d", "dimension (rotated only)", "2", "20", "20"),
        Parameter.real(
            "kappa", "\\kappa", "condition number L/mu (rotated only)", "1", "10000", "100"),
        Parameter.integer("seed", "", "which basis (rotated only)", "0", "1000000", "1"));
  }

  static Parameter start() {
    return Parameter.choice("start", "direction of w_0 - w_*", LOWEST, HIGHEST, EQUAL);
  }

  static Parameter step(String least, String greatest) {
    return Parameter.real(
        "gammaL", "\\gamma L", "stepsize times the largest eigenvalue", least, greatest, "1");
  }

  /**
   * The setting at these values; parameters that a card does not declare take their first value.
   */
  static Descent of(Values values) {
    Spectrum spectrum = spectrum(values);
    int d = spectrum.eigenvalues.dimension();
    String start = values.text().getOrDefault("start", LOWEST);
    Vector error =
        switch (start) {
          case LOWEST -> spectrum.basis.get(0);
          case HIGHEST -> spectrum.basis.get(d - 1);
          default -> sum(spectrum.basis);
        };
    Optional<BigFraction> along =
        switch (start) {
          case LOWEST -> Optional.of(spectrum.eigenvalues.exact(0));
          case HIGHEST -> Optional.of(spectrum.eigenvalues.exact(d - 1));
          default -> Optional.empty();
        };
    return new Descent(
        spectrum.matrix,
        spectrum.eigenvalues,
        Vector.generate(d, j -> new BigFraction(j + 1)),
        values.get("gammaL").divide(spectrum.eigenvalues.exact(d - 1)),
        error,
        along,
        values.text().containsKey("cubic") ? values.get("cubic") : BigFraction.ZERO);
  }

  /** |x| as a formula. */
  static Formula absolute(Formula x) {
    return Formula.max(x, Formula.number(0).minus(x));
  }

  /** max(|1 - mu gamma|, |1 - L gamma|), which is |I - gamma A| for a symmetric A. */
  static Formula norm() {
    Formula gamma = Formula.name("gamma");
    return Formula.max(
        absolute(Formula.number(1).minus(Formula.name("mu").times(gamma))),
        absolute(Formula.number(1).minus(Formula.name("L").times(gamma))));
  }

  private static Spectrum spectrum(Values values) {
    return switch (values.choice("matrix")) {
      case TWO_BY_TWO ->
          new Spectrum(
              Matrix.parse("6.76 -4.32; -4.32 4.24"),
              Vector.parse("1 10"),
              List.of(Vector.parse("0.6 0.8"), Vector.parse("-0.8 0.6")));
      case SINGULAR ->
          new Spectrum(
              Matrix.diagonal(Vector.parse("0 1 10")), Vector.parse("0 1 10"), identity(3));
      case JORDAN -> new Spectrum(Matrix.parse("1 10; 0 1"), Vector.parse("1 1"), identity(2));
      case SHEAR ->
          new Spectrum(
              Matrix.parse("1 2; 0 1"),
              Vector.parse("0 2"),
              List.of(Vector.parse("-1 1"), Vector.parse("1 1")));
      default -> rotated(values.integer("d"), values.get("kappa"), values.get("seed").longValue());
    };
  }

  /**
   * Q diag(lambda) Q' with lambda_i about kappa^(i/(d-1)), ends exact, and Q a product of three
   * reflections I - 2vv'/|v|^2 with integer v: orthogonal in rationals, so no eigenvalue is
   * rounded.
   */
  private static Spectrum rotated(int d, BigFraction kappa, long seed) {
    Vector eigenvalues = Vector.generate(d, i -> eigenvalue(i, d, kappa));
    SplittableRandom random = new SplittableRandom(seed);
    List<Vector> basis = identity(d);
    for (int reflection = 0; reflection < 3; reflection++) {
      // odd entries, so that no v is 0
      Vector v = Vector.generate(d, j -> new BigFraction(2 * random.nextInt(-2, 2) + 1));
      basis = basis.stream().map(column -> reflect(column, v)).toList();
    }
    List<Vector> columns = basis;
    List<Vector> rows = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      int row = i;
      rows.add(Vector.generate(d, j -> entry(columns, eigenvalues, row, j)));
    }
    return new Spectrum(new Matrix(rows), eigenvalues, columns);
  }

  private static BigFraction eigenvalue(int i, int d, BigFraction kappa) {
    if (i == 0 || i == d - 1) {
      return i == 0 ? BigFraction.ONE : kappa;
    }
    // rounded to 1/1024 to keep the fractions short
    double power = StrictMath.pow(kappa.doubleValue(), i / (d - 1.0));
    BigFraction rounded = Rationals.of(Math.round(1024 * power), 1024);
    return rounded.compareTo(kappa) > 0 ? kappa : rounded;
  }

  private static Vector reflect(Vector x, Vector v) {
    BigFraction dot = BigFraction.ZERO;
    for (int j = 0; j < x.dimension(); j++) {
      dot = dot.add(x.exact(j).multiply(v.exact(j)));
    }
    BigFraction twice = dot.multiply(2).divide(v.squaredNorm());
    return Vector.generate(x.dimension(), j -> x.exact(j).subtract(twice.multiply(v.exact(j))));
  }

  private static BigFraction entry(List<Vector> columns, Vector eigenvalues, int i, int j) {
    BigFraction sum = BigFraction.ZERO;
    for (int m = 0; m < columns.size(); m++) {
      Vector q = columns.get(m);
      sum = sum.add(eigenvalues.exact(m).multiply(q.exact(i)).multiply(q.exact(j)));
    }
    return sum;
  }

  private static List<Vector> identity(int d) {
    return Matrix.diagonal(Vector.constant(d, BigFraction.ONE)).rows();
  }

  private static Vector sum(List<Vector> vectors) {
    return Vector.generate(
        vectors.get(0).dimension(),
        j -> vectors.stream().map(v -> v.exact(j)).reduce(BigFraction.ZERO, BigFraction::add));
  }
}
