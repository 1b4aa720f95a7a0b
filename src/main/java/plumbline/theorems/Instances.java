package plumbline.theorems;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Values;

/**
 * The instance library: objectives with the oracles that sample them, every constant exact or
 * certified, and the parameters that choose among them.
 *
 * <p>{@code S1} with h = 1 is the ledger's Q1, {@code QD} with h != 1 its QB.
 */
public final class Instances {
  /** The parameters of {@link #recursion} that choose an objective and its noise. */
  public static final Set<String> REPLACED =
      Set.of("problem", "c", "L", "h", "s2", "M", "law", "rest");

  private static final BigFraction TWO = new BigFraction(2);

  private Instances() {}

  /**
   * An objective and what returns its stochastic gradients.
   *
   * @param problem the objective
   * @param oracle its oracle
   */
  public record Sampled(Problem problem, Oracle oracle) {}

  /** F = c w^2/2, g = c w (1 + sqrt(M_V) zeta) + sqrt(M) xi; mu = mu_G = 1, M_G = 1 + M_V. */
  public static Sampled q1(BigFraction c, BigFraction m, BigFraction mV, Law zeta, Law xi) {
    return s1(c, BigFraction.ONE, mV, m, zeta, xi);
  }

  /**
   * F = c w^2/2, g = h c w (1 + s zeta) + sqrt(M) xi; mu = mu_G = h, M_V = h^2 s^2, M_G = h^2 (1 +
   * s^2).
   *
   * @param s2 s^2
   */
  public static Sampled s1(
      BigFraction c, BigFraction h, BigFraction s2, BigFraction m, Law zeta, Law xi) {
    Oracle oracle =
        Oracle.additive(Vector.constant(1, m), xi)
            .withMultiplicative(s2, zeta)
            .withScaling(Vector.constant(1, h));
    return new Sampled(Quadratic.diagonal(Vector.constant(1, c)), oracle);
  }

  /** F = sum of lambda_i w_i^2 / 2, g = grad F + xi, the variance of xi_i being sigma_i. */
  public static Sampled qd(Vector lambda, Vector sigma, Law law) {
    return new Sampled(Quadratic.diagonal(lambda), Oracle.additive(sigma, law));
  }

  /** {@link #qd} with g = H (grad F + xi), H diagonal: mu and mu_G are its extreme entries. */
  public static Sampled qb(Vector lambda, Vector h, Vector sigma, Law law) {
    Vector scaled =
        Vector.generate(
            h.dimension(), i -> h.exact(i).multiply(h.exact(i)).multiply(sigma.exact(i)));
    return new Sampled(Quadratic.diagonal(lambda), Oracle.additive(scaled, law).withScaling(h));
  }

  /**
   * c u u' + L v v' with u = (3, 4)/5, v = (-4, 3)/5: a quadratic of two variables whose axes are
   * not the coordinates' and whose entries are rational.
   */
  public static Quadratic rotated(BigFraction c, BigFraction l) {
    BigFraction nine = Rationals.of(9, 25);
    BigFraction sixteen = Rationals.of(16, 25);
    BigFraction off = Rationals.of(12, 25).multiply(c.subtract(l));
    Vector first = new Vector(List.of(nine.multiply(c).add(sixteen.multiply(l)), off));
    Vector second = new Vector(List.of(off, sixteen.multiply(c).add(nine.multiply(l))));
    boolean ordered = c.compareTo(l) <= 0;
    return new Quadratic(
        new Matrix(List.of(first, second)),
        Vector.constant(2, BigFraction.ZERO),
        Quadratic.extremes(
            Constant.exactly(ordered ? l : c, "the eigenvalue of (-4, 3)/5 or (3, 4)/5"),
            Constant.exactly(ordered ? c : l, "the eigenvalue of (3, 4)/5 or (-4, 3)/5")));
  }

  /**
   * Least squares on (1, 1), (1, -1), (2, 1/2), (2, -1/2): L = c = 5/2, F_* = 5/16, M = 1, M_V =
   * 9/25, M_G = 34/25 for one index drawn uniformly.
   */
  public static LeastSquares ls4() {
    return LeastSquares.of(Matrix.parse("1; 1; 2; 2"), Vector.parse("1 -1 1/2 -1/2"));
  }

  /** Least squares on eight points of R^3, an intercept and two inputs, not interpolated. */
  public static LeastSquares ls3() {
    return LeastSquares.of(
        Matrix.parse("1 0 0; 1 1 0; 1 0 1; 1 1 1; 1 -1 0; 1 0 -1; 1 2 1; 1 1 -2"),
        Vector.parse("1 2 0 1 -1 1 3 0"));
  }

  /**
   * Ridge logistic regression, lambda = 1/10, on x_i = (cos i, sin 2i, cos(3i + 1)), i = 0..19; y_i
   * is the sign of cos i, flipped where 5 divides i.
   */
  public static Logistic logistic() {
    double[][] x = new double[20][];
    double[] y = new double[20];
    for (int i = 0; i < 20; i++) {
      x[i] = new double[] {StrictMath.cos(i), StrictMath.sin(2 * i), StrictMath.cos(3 * i + 1)};
      y[i] = (x[i][0] > 0 ? 1 : -1) * (i % 5 == 0 ? -1 : 1);
    }
    return Logistic.of(Matrix.of(x), Vector.of(y), Rationals.of(1, 10));
  }

  /** The parameters of {@link #recursion}, with these families to choose from. */
  public static List<Parameter> parameters(String... families) {
    return List.of(
        Parameter.choice("problem", "the family of the objective and its oracle", families),
        Parameter.real("c", "c", "least curvature (S1, QD, rotated)", "1e-3", "100", "1"),
        Parameter.real("L", "L", "greatest curvature (QD, rotated)", "1e-3", "100", "10"),
        Parameter.real("h", "h", "first entry of the scaling H (S1, QD)", "0.01", "10", "1"),
        Parameter.real("s2", "s^2", "variance of the factor 1 + s zeta", "0", "10", "0"),
        Parameter.real("M", "M", "total variance of the additive noise", "0", "100", "1"),
        Parameter.choice(
            "law",
            "the law of both noises",
            "RADEMACHER",
            "GAUSSIAN",
            "SPHERE",
            "STUDENT4",
            "STUDENT8"),
        Parameter.integer("batch", "n_{mb}", "indices a step (LS4, LS, LOG)", "1", "64", "1"),
        Parameter.real("start", "w_1", "every coordinate of w_1", "-10", "10", "1"),
        Parameter.real("rest", "y_1", "half-square coordinates of w_1 (COS)", "-10", "10", "1"));
  }

  /** An instance; values as in {@code --set}: "problem=LS4 alpha=5/17". */
  public static Preset preset(Role role, String name, String values) {
    return Preset.of(
        name,
        role,
        Arrays.stream(values.split(" "))
            .filter(word -> !word.isEmpty())
            .flatMap(word -> Arrays.stream(word.split("=", 2)))
            .toArray(String[]::new));
  }

  /** Stochastic gradient on the instance that these values name. */
  public static Recursion recursion(Values values, Stepsize stepsize) {
    return recursion(values, sampled(values), stepsize);
  }

  /** Stochastic gradient on this objective, from the start that these values name. */
  public static Recursion recursion(Values values, Sampled sampled, Stepsize stepsize) {
    int d = sampled.problem().dimension();
    int first = sampled.problem() instanceof Cosine cosine ? cosine.cosines() : d;
    Vector start = Vector.generate(d, j -> values.get(j < first ? "start" : "rest"));
    return new Recursion(
        sampled.problem(),
        sampled.oracle(),
        Method.stochasticGradient(),
        stepsize,
        new Start.At(start));
  }

  /** The objective and the oracle that these values name. */
  public static Sampled sampled(Values v) {
    Law law = Law.valueOf(v.choice("law"));
    Law factorLaw = law == Law.SPHERE ? Law.RADEMACHER : law;
    BigFraction m = v.get("M");
    return switch (v.choice("problem")) {
      case "S1" -> s1(v.get("c"), v.get("h"), v.get("s2"), m, factorLaw, law);
      case "QD" -> {
        Vector h = new Vector(List.of(v.get("h"), BigFraction.ONE));
        Vector lambda = new Vector(List.of(v.get("c"), v.get("L")));
        // a sphere has no axes to scale: its whole length is declared
        Sampled qb =
            law == Law.SPHERE
                ? scaled(spread(Quadratic.diagonal(lambda), m, law), h)
                : qb(lambda, h, Vector.constant(2, m.divide(h.squaredNorm())), law);
        yield factor(qb, v.get("s2"), factorLaw);
      }
      case "rotated" ->
          factor(spread(rotated(v.get("c"), v.get("L")), m, law), v.get("s2"), factorLaw);
      case "LS4" -> indices(ls4(), v.integer("batch"));
      case "LS" -> indices(ls3(), v.integer("batch"));
      case "LOG" -> indices(logistic(), v.integer("batch"));
      case "COS" -> spread(new Cosine(1, 1), m, law);
      case "COS12" -> spread(new Cosine(6, 6), m, law);
      default -> throw new IllegalArgumentException("no family named " + v.choice("problem"));
    };
  }

  /** Additive noise of this total variance, the same in every coordinate. */
  private static Sampled spread(Problem problem, BigFraction m, Law law) {
    int d = problem.dimension();
    BigFraction share = law == Law.SPHERE ? m : m.divide(d);
    return new Sampled(problem, Oracle.additive(Vector.constant(d, share), law));
  }

  private static Sampled scaled(Sampled sampled, Vector h) {
    return new Sampled(sampled.problem(), sampled.oracle().withScaling(h));
  }

  private static Sampled factor(Sampled sampled, BigFraction s2, Law law) {
    return new Sampled(sampled.problem(), sampled.oracle().withMultiplicative(s2, law));
  }

  /** This objective with the mean gradient of so many indices, drawn with replacement. */
  public static Sampled indices(Problem problem, int batch) {
    return new Sampled(problem, Oracle.indices(problem.dimension(), batch));
  }

  /** F(w) - F_inf at this point, exactly where the objective is rational. */
  public static Constant gap(Problem problem, Vector w) {
    if (problem instanceof Quadratic q) {
      BigFraction gap = quadratic(q, w).subtract(q.constants().exact("F_inf"));
      return Constant.exactly(gap, "(w - w_*)'A(w - w_*)/2 at the start");
    }
    if (problem instanceof LeastSquares ls) {
      BigFraction gap = ls.value(w).subtract(ls.constants().exact("F_inf"));
      return Constant.exactly(gap, "F(w_1) - F_* in rationals");
    }
    if (problem instanceof Cosine cosine) {
      double gap = 0;
      for (int j = 0; j < w.dimension(); j++) {
        double half = StrictMath.cos(w.get(j) / 2);
        gap += j < cosine.cosines() ? 2 * half * half : w.get(j) * w.get(j) / 2;
      }
      // 1 + cos x = 2 cos^2(x/2); a few roundings a coordinate
      return Constant.within(gap, 8 * w.dimension() * Math.ulp(Math.max(1, gap)), "in doubles");
    }
    if (problem instanceof Logistic logistic) {
      Constant least = logistic.constants().constant("F_inf");
      Constant value = logistic.value(w);
      return new Constant(
          value.exact().subtract(least.exact()),
          value.error() + least.error(),
          "F(w_1) to 40 digits, F_* by Newton's method");
    }
    throw new IllegalArgumentException("no gap is known for " + problem.name());
  }

  private static BigFraction quadratic(Quadratic q, Vector w) {
    BigFraction sum = BigFraction.ZERO;
    for (int i = 0; i < w.dimension(); i++) {
      for (int j = 0; j < w.dimension(); j++) {
        sum =
            sum.add(
                q.hessian()
                    .exact(i, j)
                    .multiply(w.exact(i).subtract(q.centre().exact(i)))
                    .multiply(w.exact(j).subtract(q.centre().exact(j))));
      }
    }
    return sum.divide(TWO);
  }
}
