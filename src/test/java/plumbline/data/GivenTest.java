package plumbline.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import plumbline.formula.Constants;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/** Objectives made of tables: constants by hand, against dense algebra, and sentences. */
final class GivenTest {
  private static Given given(String text, Wish wish) {
    return Given.of(Table.parse("t.csv", text, ','), wish);
  }

  private static Wish wish(String target, Wish.Scale scale, boolean intercept, String... columns) {
    return new Wish(
        target, List.of(columns), Optional.empty(), Rationals.of(1, 10), scale, intercept);
  }

  private static Wish plain(String... columns) {
    return wish("y", Wish.Scale.NONE, false, columns);
  }

  private static Wish squares() {
    return new Wish(
        "y",
        List.of(),
        Optional.of(Wish.Kind.LEAST_SQUARES),
        BigFraction.ONE,
        Wish.Scale.NONE,
        false);
  }

  private static String refused(String text, Wish wish) {
    return assertThrows(IllegalArgumentException.class, () -> given(text, wish)).getMessage();
  }

  private static void holds(String said, String... fragments) {
    for (String fragment : fragments) {
      assertTrue(said.contains(fragment), () -> fragment + " is not in: " + said);
    }
  }

  /**
   * By hand, two orthogonal columns: X'X/4 = diag(1/2, 2), w_* = (1/2, 5/4), residuals (1/2, -1/2,
   * 1/2, -1/2), F_* = 1/8, E|x|^2 r^2 = (1 + 1 + 4 + 4)/4/4 = 5/8.
   */
  @Test
  void constantsOfAlignedColumnsAreThoseByHand() {
    Given given = given("a,b,y\n1,0,1\n1,0,0\n0,2,3\n0,2,2\n", plain());
    LeastSquares ls = (LeastSquares) given.problem();
    Constants x = ls.constants();
    assertEquals(new BigFraction(2), x.exact("L"));
    assertEquals(Rationals.of(1, 2), x.exact("c"));
    assertEquals(Rationals.of(1, 8), x.exact("F_inf"));
    assertEquals(Vector.parse("1/2 5/4"), ls.minimizer().orElseThrow());
    // mean |x|^2 r x = 0, so M is the variance at the minimizer itself
    assertEquals(Rationals.of(5, 8), x.exact("M"));
    // C A^-2 = diag((1/2 - 1/4)/(1/4), (8 - 4)/4) = diag(1, 1): M_V is just above 1
    assertEquals(1, x.get("M_V"), 1e-6);
    assertTrue(x.exact("M_V").compareTo(BigFraction.ONE) > 0);
  }

  @Test
  void decimalsAreTakenAsTheyAreWritten() {
    LeastSquares ls = (LeastSquares) given("x,y\n0.1,1\n0.3,-1e-1\n", squares()).problem();
    assertEquals(Rationals.of(3, 10), ls.inputs().exact(1, 0));
    assertEquals(Rationals.of(-1, 10), ls.targets().exact(1));
    // a double would not be 1/10
    assertNotEquals(Rationals.of(0.1), ls.inputs().exact(0, 0));
  }

  @Test
  void scalingIsExactAndSaid() {
    String text = "a,y\n1,1\n-4,2\n0,3\n";
    Given largest = given(text, wish("y", Wish.Scale.LARGEST, true));
    LeastSquares ls = (LeastSquares) largest.problem();
    assertEquals(Matrix.parse("1 1/4; 1 -1; 1 0"), ls.inputs());
    holds(String.join(" ", largest.notes()), "divided by its largest absolute value");
    Given centred = given(text, wish("y", Wish.Scale.CENTRED, false));
    ls = (LeastSquares) centred.problem();
    // mean -1: deviations 2, -3, 1 over 3; targets less 2
    assertEquals(Matrix.parse("2/3; -1; 1/3"), ls.inputs());
    assertEquals(Vector.parse("-1 0 1"), ls.targets());
    holds(String.join(" ", centred.notes()), "the mean of y is taken from it");
    assertNotEquals(largest.described().get("digest"), centred.described().get("digest"));
  }

  @Test
  void otherTargetsHaveAnotherDigestAndTheSameNumbersTheSame() {
    String digest = given("x,y\n1,1\n3,-1\n", squares()).described().get("digest");
    assertEquals(digest, given("x,y\n1.0,1\n3,-1e0\n", squares()).described().get("digest"));
    for (String other : List.of("x,y\n1,1\n3,-2\n", "x,y\n1,2\n3,-1\n")) {
      assertNotEquals(digest, given(other, squares()).described().get("digest"), other);
    }
  }

  /** What a message allows, on both sides: 1e-30 and 1e30 in size, a cell of 60 characters. */
  @Test
  void theLimitsOfANumberAreWhereTheyAreSaidToBe() {
    String longest = "1." + "0".repeat(58);
    for (String fine : List.of("1e-30", "-1e-30", "0", "1e30", "-1e30", longest)) {
      given("x,y\n" + fine + ",1\n3,-1\n", squares());
    }
    for (String wrong : List.of("0.9e-30", "-0.9e-30", "1.1e30", "-1.1e30", longest + "0")) {
      holds(refused("x,y\n" + wrong + ",1\n3,-1\n", squares()), "line 2", "got \"");
    }
  }

  @Test
  void wordsMakeALogisticRegressionAndNumbersAreAskedAbout() {
    Given words = given("x,y\n1,yes\n2,no\n3,yes\n", plain());
    Logistic logistic = (Logistic) words.problem();
    assertEquals(Vector.parse("1 -1 1"), logistic.labels());
    assertEquals(Rationals.of(1, 10), logistic.constants().exact("c"));
    holds(words.notes().get(0), "\"no\" is -1 and \"yes\" is +1");
    holds(refused("x,y\n1,0\n2,1\n3,0\n", plain()), "numbers or labels", "--problem");
    Wish asked =
        new Wish(
            "y",
            List.of(),
            Optional.of(Wish.Kind.RIDGE_LOGISTIC),
            BigFraction.ONE,
            Wish.Scale.NONE,
            false);
    logistic = (Logistic) given("x,y\n1,0\n2,1\n3,0.0\n", asked).problem();
    assertEquals(Vector.parse("-1 1 -1"), logistic.labels());
    holds(refused("x,y\n1,0\n2,1\n3,2\n4,3\n", asked), "has 4 different values", "two labels");
    holds(refused("x,y\n1,0\n2,0.0\n", asked), "has 1 value, ");
  }

  @Test
  void whatATableDoesNotAllowIsRefusedInOneSentence() {
    String text = "area,age,y\n1,2,3\n4,,6\n7,old,10\n";
    holds(refused(text, plain()), "t.csv, line 3, column age: got an empty cell", "--columns");
    holds(
        refused("area,age,y\n1,2,3\n7,12 years,10\n2,1,5\n", plain()),
        "line 3, column age: got \"12 years\"");
    String target = refused("x,y\n1,1\n2,\n1,4\n", squares());
    holds(target, "line 3, column y (the target): got an empty cell", "with --target");
    assertFalse(target.contains("--columns"), target);
    holds(refused("x,y\n1e40,1\n2,3\n1,4\n", plain()), "line 2", "between 1e-30 and 1e30");
    holds(refused("x,y\nNaN,1\n2,3\n1,4\n", plain()), "line 2", "got \"NaN\"");
    holds(
        refused("area,y\n1,2\n3,4\n", wish("prise", Wish.Scale.NONE, false)),
        "no column prise",
        "the nearest are");
    holds(refused("area,y\n1,2\n3,4\n5,1\n", plain("aera")), "no column aera", "area");
    holds(refused("a,y\n1,2\n3,4\n5,1\n", plain("a", "a")), "a column twice");
    holds(refused("a,b,y\n1,0,2\n3,0,4\n5,0,1\n", plain()), "column b is 0 in every row");
    holds(
        refused("a,b,y\n1,7,2\n3,7,4\n5,7,1\n", wish("y", Wish.Scale.CENTRED, false)),
        "column b is 7 in every row");
    StringBuilder wide = new StringBuilder("y");
    StringBuilder row = new StringBuilder("1");
    for (int j = 0; j < 33; j++) {
      wide.append(",x").append(j);
      row.append(',').append(j);
    }
    holds(refused(wide + "\n" + row + "\n", plain()), "33 inputs, allowed are 1 to 32");
    assertThrows(IllegalArgumentException.class, () -> plain("y"));
  }

  @Test
  void aColumnThatDependsOnOthersIsNamed() {
    Given given = given("a,b,c,y\n1,2,3,1\n2,1,3,0\n0,1,1,2\n4,-1,3,1\n", plain());
    assertEquals(BigFraction.ZERO, given.problem().constants().exact("c"));
    assertTrue(given.problem().minimizer().isEmpty());
    holds(given.notes().get(0), "column c is a combination of those before it");
    // the twin without it has a c
    Given twin = given("a,b,c,y\n1,2,3,1\n2,1,3,0\n0,1,1,2\n4,-1,3,1\n", plain("a", "b"));
    assertTrue(twin.problem().constants().get("c") > 0);
    assertEquals(List.of(), twin.notes());
  }

  /** Dense doubles of another library, written without a look at how constants are computed. */
  @Property(tries = 60)
  void constantsAgreeWithDenseAlgebra(
      @ForAll @IntRange(min = 1, max = 4) int d,
      @ForAll @Size(60) List<@IntRange(min = -300, max = 300) Integer> hundredths) {
    int n = 60 / (d + 1);
    double[][] table = new double[n][d + 1];
    StringBuilder text = new StringBuilder("y");
    for (int j = 0; j < d; j++) {
      text.append(",x").append(j);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= d; j++) {
        // a ramp keeps columns apart where the generator repeats a number
        int number = hundredths.get(i * (d + 1) + j) + 100 * (i % (j + 2));
        table[i][j] = number / 100.0;
        text.append(j == 0 ? "\n" : ",").append(number).append("e-2");
      }
    }
    RealMatrix all = MatrixUtils.createRealMatrix(table);
    RealMatrix x = all.getSubMatrix(0, n - 1, 1, d);
    RealVector y = all.getColumnVector(0);
    RealMatrix a = x.transposeMultiply(x).scalarMultiply(1.0 / n);
    double[] eigen = new EigenDecompositionSymmetric(a).getEigenvalues();
    double l = Arrays.stream(eigen).max().orElseThrow();
    double c = Arrays.stream(eigen).min().orElseThrow();
    Constants constants = given(text + "\n", squares()).problem().constants();
    assertEquals(l, constants.get("L"), 1e-9 * l);
    assertEquals(c, constants.get("c"), 1e-9 * l);
    Assume.that(c > 1e-6 * l);
    RealVector w = new LUDecomposition(a).getSolver().solve(x.preMultiply(y).mapMultiply(1.0 / n));
    RealVector r = y.subtract(x.operate(w));
    assertEquals(r.dotProduct(r) / 2 / n, constants.get("F_inf"), 1e-9 * (1 + y.dotProduct(y)));
    // (4.8) at w_* and on both sides of it along every axis, near and far
    for (int j = 0; j < d; j++) {
      for (double step : new double[] {0, 0.1, -0.1, 1, -1, 30, -30}) {
        RealVector at = w.copy();
        at.addToEntry(j, step);
        RealVector residual = x.operate(at).subtract(y);
        RealVector gradient = x.preMultiply(residual).mapMultiply(1.0 / n);
        double second = 0;
        for (int i = 0; i < n; i++) {
          RealVector row = x.getRowVector(i);
          second += row.dotProduct(row) * Math.pow(residual.getEntry(i), 2) / n;
        }
        double square = gradient.dotProduct(gradient);
        double bound = constants.get("M") + constants.get("M_V") * square;
        assertTrue(second - square <= bound + 1e-9 * (1 + second), text::toString);
      }
    }
  }
}
