package plumbline.theorems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Constants;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.problem.LeastSquares;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Status;

/** Certificates of moments on numbers just inside and just outside what is true. */
class NoiseTest {
  private static final BigFraction A_LITTLE = Rationals.parse("1e-9");

  private static BigFraction q(String text) {
    return Rationals.parse(text);
  }

  /** These constants with one of them a little less. */
  private static Constants less(Constants x, String name) {
    return x.with(name, x.exact(name).subtract(A_LITTLE), "a little less");
  }

  private static void certified(Status status) {
    assertInstanceOf(Status.Certified.class, status, status::toString);
  }

  private static void refuted(Status status) {
    assertInstanceOf(Status.Refuted.class, status, status::toString);
  }

  private static void open(Status status) {
    assertInstanceOf(Status.NotRefuted.class, status, status::toString);
  }

  private static void sharp(Problem problem, Oracle oracle) {
    Constants x = oracle.constants(problem);
    certified(Noise.variance(problem, oracle, x));
    refuted(Noise.variance(problem, oracle, less(x, "M")));
    refuted(Noise.variance(problem, oracle, less(x, "M_V")));
    refuted(Noise.variance(problem, oracle, less(x, "M_G")));
    // more of the one does not pay for less of the other
    Constants traded = less(x, "M").with("M_V", q("1000"), "more").with("M_G", q("2000"), "more");
    refuted(Noise.variance(problem, oracle, traded));
  }

  @Test
  void onQuadraticsTheVarianceIsTheBound() {
    Instances.Sampled s1 =
        Instances.s1(q("2"), q("1/2"), q("3"), q("1/4"), Law.RADEMACHER, Law.GAUSSIAN);
    // M = 1/4, M_V = h^2 s^2 = 3/4, M_G = 1
    assertEquals(q("3/4"), s1.oracle().constants(s1.problem()).exact("M_V"));
    sharp(s1.problem(), s1.oracle());
    Oracle sphere = Oracle.sphere(2, q("2")).withMultiplicative(q("1/9"), Law.STUDENT8);
    sharp(Instances.rotated(BigFraction.ONE, new BigFraction(10)), sphere);
  }

  @Test
  void ofOneIndexTheVarianceIsTheBound() {
    // x = 1, 1, 2, 2 and residuals that cancel: M = 1, M_V = 9/25
    sharp(Instances.ls4(), Oracle.indices(1, 1));
    sharp(Instances.ls4(), Oracle.indices(1, 3).withScaling(Vector.parse("1/2")));
  }

  @Test
  void ofMinibatchesInSpaceTheBoundIsCertifiedAndTouched() {
    LeastSquares ls = Instances.ls3();
    Oracle four = Oracle.indices(3, 4).withMultiplicative(q("1/4"), Law.GAUSSIAN);
    Constants x = four.constants(ls);
    certified(Noise.variance(ls, four, x));
    // M is the least for this M_V, but for one rounding of a double
    BigFraction share = BigFraction.ONE.subtract(Rationals.parse("1e-6"));
    Constants lower = x.with("M", x.exact("M").multiply(share), "a millionth less");
    refuted(Noise.variance(ls, four, lower));
  }

  @Test
  void withoutLinearGradientsEachPartIsBounded() {
    Cosine cosine = new Cosine(1, 1);
    Oracle oracle = Oracle.additive(Vector.parse("1/4 1/4"), Law.RADEMACHER);
    Constants x = oracle.constants(cosine);
    certified(Noise.variance(cosine, oracle, x));
    open(Noise.variance(cosine, oracle, less(x, "M")));
    Problem log = Instances.logistic();
    Oracle indices = Oracle.indices(3, 2);
    Constants y = indices.constants(log);
    certified(Noise.variance(log, indices, y));
    open(Noise.variance(log, indices, less(y, "M")));
    open(Noise.variance(log, Oracle.indices(3, 1), y));
  }

  @Test
  void theMeanIsReadOffTheScaling() {
    Oracle oracle = Oracle.exact(2).withScaling(Vector.parse("1/2 3"));
    Constants x = Constants.none().with("mu", q("1/2"), "least").with("mu_G", q("3"), "greatest");
    certified(Noise.descent(oracle, x));
    refuted(Noise.descent(oracle, less(x, "mu_G")));
    refuted(Noise.descent(oracle, x.with("mu", q("1/2").add(A_LITTLE), "more")));
    refuted(Noise.descent(oracle, x.with("mu", BigFraction.ZERO, "no descent")));
    Oracle backwards = Oracle.exact(1).withScaling(Vector.parse("-1"));
    refuted(Noise.descent(backwards, backwards.constants(Quadratic.diagonal(Vector.parse("1")))));
    certified(Noise.unbiased(Oracle.exact(2)));
    refuted(Noise.unbiased(oracle));
  }

  @Test
  void lengthIsThatOfEveryDraw() {
    assertTrue(Noise.hasLength(Oracle.sphere(2, q("1")), q("1")));
    assertTrue(Noise.hasLength(Oracle.additive(Vector.parse("0 1"), Law.RADEMACHER), q("1")));
    assertTrue(!Noise.hasLength(Oracle.sphere(2, q("2")), q("1")));
    assertTrue(!Noise.hasLength(Oracle.additive(Vector.parse("0 1"), Law.GAUSSIAN), q("1")));
    assertTrue(!Noise.hasLength(Oracle.indices(2, 1), BigFraction.ZERO));
  }

  @Property(tries = 150, seed = "20260402")
  void whatIsCertifiedOfIndicesIsTrueAtEveryPoint(
      @ForAll @Size(9) List<@IntRange(min = -4, max = 4) Integer> numbers,
      @ForAll @Size(2) List<@IntRange(min = -30, max = 30) Integer> point,
      @ForAll @IntRange(min = 1, max = 3) int batch,
      @ForAll @IntRange(min = 0, max = 4) int factor,
      @ForAll @IntRange(min = 0, max = 60) int m,
      @ForAll @IntRange(min = 0, max = 12) int mV) {
    Matrix x = new Matrix(List.of(row(numbers, 0), row(numbers, 3), row(numbers, 6)));
    Vector y = Vector.of(numbers.get(2), numbers.get(5), numbers.get(8));
    LeastSquares ls = new LeastSquares(x, y, java.util.Optional.empty(), Constants.none());
    Oracle oracle =
        Oracle.indices(2, batch)
            .withMultiplicative(Rationals.of(factor, 4), Law.RADEMACHER)
            .withScaling(Vector.parse("1 1/2"))
            .withAdditive(Vector.parse("1/3 1/5"), Law.GAUSSIAN);
    Constants constants =
        Constants.none()
            .with("mu_G", BigFraction.ONE, "")
            .with("M", new BigFraction(m), "")
            .with("M_V", new BigFraction(mV), "")
            .with("M_G", new BigFraction(mV + 1), "");
    boolean certified = Noise.variance(ls, oracle, constants) instanceof Status.Certified;
    Statistics.label("certified").collect(certified);
    BigFraction worst = null;
    for (int i = -2; i <= 2; i++) {
      Vector w = Vector.of(point.get(0) * i / 4.0, point.get(1) / 4.0 + i);
      BigFraction slack = slack(ls, oracle, constants, w);
      worst = worst == null || slack.compareTo(worst) < 0 ? slack : worst;
    }
    assertTrue(!certified || worst.signum() >= 0, () -> ls + ", " + oracle + ", " + constants);
  }

  private static Vector row(List<Integer> numbers, int from) {
    return Vector.of(numbers.get(from), numbers.get(from + 1));
  }

  /** M + M_V |grad F|^2 - V[g] at w, with V[g] from the mean over every batch and every sign. */
  private static BigFraction slack(LeastSquares ls, Oracle oracle, Constants x, Vector w) {
    int n = ls.inputs().height();
    BigFraction second = BigFraction.ZERO;
    Vector mean = Vector.parse("0 0");
    int batches = (int) Math.round(Math.pow(n, oracle.batch()));
    for (int batch = 0; batch < batches; batch++) {
      Vector g = Vector.parse("0 0");
      for (int rest = batch, i = 0; i < oracle.batch(); i++, rest /= n) {
        g = plus(g, gradient(ls, w, rest % n), Rationals.of(1, oracle.batch()));
      }
      Vector scaled = Vector.generate(2, j -> oracle.scaling().exact(j));
      Vector drawn = g;
      Vector h = Vector.generate(2, j -> scaled.exact(j).multiply(drawn.exact(j)));
      second = second.add(h.squaredNorm().divide(batches));
      mean = plus(mean, h, Rationals.of(1, batches));
    }
    // E (1 + s zeta)^2 = 1 + s^2
    BigFraction variance =
        second
            .multiply(oracle.multiplicative().add(BigFraction.ONE))
            .add(oracle.totalVariance())
            .subtract(mean.squaredNorm());
    Vector full = Vector.parse("0 0");
    for (int i = 0; i < n; i++) {
      full = plus(full, gradient(ls, w, i), Rationals.of(1, n));
    }
    return x.exact("M").add(x.exact("M_V").multiply(full.squaredNorm())).subtract(variance);
  }

  private static Vector gradient(LeastSquares ls, Vector w, int i) {
    Vector row = ls.inputs().rows().get(i);
    BigFraction residual = row.dot(w).subtract(ls.targets().exact(i));
    return Vector.generate(2, j -> row.exact(j).multiply(residual));
  }

  private static Vector plus(Vector a, Vector b, BigFraction times) {
    return Vector.generate(2, j -> a.exact(j).add(b.exact(j).multiply(times)));
  }
}
