package plumbline.theorems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Constants;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;

class InstancesTest {
  @Test
  void fourPointsHaveTheConstantsOfTheLedger() {
    LeastSquares ls = Instances.ls4();
    Constants x = ls.constants();
    assertEquals(Rationals.of(5, 2), x.exact("L"));
    assertEquals(Rationals.of(5, 2), x.exact("c"));
    assertEquals(Rationals.of(5, 16), x.exact("F_inf"));
    assertEquals(BigFraction.ONE, x.exact("M"));
    assertEquals(Rationals.of(9, 25), x.exact("M_V"));
    assertEquals(Vector.parse("0"), ls.minimizer().orElseThrow());
  }

  @Test
  void theRotatedQuadraticHasTheMatrixOfTheNote() {
    assertEquals(
        Matrix.parse("6.76 -4.32; -4.32 4.24"),
        Instances.rotated(BigFraction.ONE, new BigFraction(10)).hessian());
  }

  @Test
  void theVarianceOfAnIndexIsBelowItsBoundByEnumeration() {
    LeastSquares ls = Instances.ls3();
    Vector target = ls.minimizer().orElseThrow();
    BigFraction most = BigFraction.ZERO;
    for (String text :
        List.of("0 0 0", "1 0 0", "0 1 0", "0 0 1", "-1 2 3", "2 2 2", "1/10 0 -1/9")) {
      Vector step = Vector.parse(text);
      Vector w = Vector.generate(3, j -> target.exact(j).add(step.exact(j)));
      BigFraction[] v = variance(ls, w);
      Constants x = ls.constants();
      BigFraction bound = x.exact("M").add(x.exact("M_V").multiply(v[1]));
      assertTrue(v[0].compareTo(bound) <= 0, text);
      BigFraction share = v[0].divide(bound);
      most = share.compareTo(most) > 0 ? share : most;
    }
    // a bound that is never nearly met would say little
    assertTrue(most.doubleValue() > .5, "" + most.doubleValue());
  }

  /** V[g(w)] of one index and |grad F(w)|^2, by enumeration. */
  private static BigFraction[] variance(LeastSquares ls, Vector w) {
    int n = ls.inputs().height();
    int d = ls.dimension();
    BigFraction[] mean = {BigFraction.ZERO, BigFraction.ZERO, BigFraction.ZERO};
    BigFraction second = BigFraction.ZERO;
    for (int i = 0; i < n; i++) {
      BigFraction r = ls.targets().exact(i).negate();
      for (int j = 0; j < d; j++) {
        r = r.add(ls.inputs().exact(i, j).multiply(w.exact(j)));
      }
      for (int j = 0; j < d; j++) {
        BigFraction g = r.multiply(ls.inputs().exact(i, j));
        mean[j] = mean[j].add(g.divide(n));
        second = second.add(g.multiply(g).divide(n));
      }
    }
    BigFraction square = BigFraction.ZERO;
    for (BigFraction m : mean) {
      square = square.add(m.multiply(m));
    }
    return new BigFraction[] {second.subtract(square), square};
  }

  @Test
  void theExtremeEigenvaluesAreBracketed() {
    LeastSquares ls = Instances.ls3();
    // trace of X'X/8 is 1 + 8/8 + 8/8
    assertTrue(ls.constants().get("c") > 0 && ls.constants().get("L") < 3);
  }

  @Test
  void noPointIsBelowTheLogisticMinimum() {
    Logistic log = Instances.logistic();
    Vector target = log.minimizer().orElseThrow();
    double least = log.constants().get("F_inf");
    for (int j = 0; j < 3; j++) {
      for (double h : new double[] {-1e-3, 1e-3}) {
        double[] w = target.toArray();
        w[j] += h;
        double gap = log.value(Vector.of(w)).value() - least;
        // between c h^2/2 and L h^2/2
        assertTrue(gap > .04e-6 && gap < .13e-6, "" + gap);
      }
    }
  }
}
