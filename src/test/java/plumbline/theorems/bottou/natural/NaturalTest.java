package plumbline.theorems.bottou.natural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/** Numbers by hand. */
class NaturalTest {
  private static final LinearAlgebra<BigFraction> EXACT = LinearAlgebra.exact();

  private static BigFraction f(String text) {
    return Rationals.parse(text);
  }

  private static List<BigFraction> v(String text) {
    return Vector.parse(text).entries();
  }

  private static <S> S setting(Theorem<S> theorem, String... namesAndValues) {
    Values values = Values.none();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values = values.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return theorem.setting(theorem.declaration().values(values));
  }

  @Test
  void theNaturalGradientOfTheRotatedMetricIsAFifthAndElevenTenths() {
    Geometry of =
        setting(new NatgradConstraint(), "metric", Geometries.ROTATED, "g1", "-1", "g2", "2");
    assertEquals(v("1/5 11/10"), of.natural(EXACT));
    assertEquals(f("2"), of.constants().exact("q"));
  }

  @Test
  void theLowestPointOfAnEllipsoidIsFoundByItsFactors() {
    List<List<BigFraction>> metric = EXACT.lift(Matrix.parse("73 -36; -36 52").scaled(f("1/25")));
    assertEquals(v("-1/10 -11/20"), Ellipsoid.of(EXACT, metric).lowest(v("-1 2"), f("1/2")));
    // another metric, another point: of |delta|^2 <= 20 the lowest is -2 (-1, 2)
    List<List<BigFraction>> plain = EXACT.identity(2);
    assertEquals(v("2 -4"), Ellipsoid.of(EXACT, plain).lowest(v("-1 2"), f("20")));
  }

  @Test
  void aSingularMetricHasAWitnessAndARegularOneNone() {
    Geometry singular = setting(new NatgradLagrange(), "metric", Geometries.SINGULAR);
    assertTrue(singular.definite() instanceof Status.Refuted);
    assertEquals(f("9"), singular.constants().exact("slope"));
    assertTrue(setting(new NatgradLagrange()).definite() instanceof Status.Certified);
  }

  @Test
  void withoutRegularizationTheIteratesEndInTwoPoints() {
    Radius of = new Radius(f("1/2"), f("0"), f("37/10"));
    Arithmetic<BigFraction> in = Arithmetic.rationals();
    BigFraction w = of.start();
    for (String next : List.of("27/10", "17/10", "7/10", "-3/10", "7/10", "-3/10")) {
      w = of.next(in, w);
      assertEquals(f(next), w);
    }
    assertEquals(f("0"), of.next(in, f("0")));
  }

  @Test
  void tooLittleRegularizationLeavesACycleAndItsIntervalIsKnown() {
    Radius of = new Radius(f("5"), f("3/2"), f("13/10"));
    Arithmetic<Binary64> in = Arithmetic.doubles();
    assertEquals(-1, of.next(in, new Binary64(1)).getReal(), 1e-15);
    assertTrue(of.settles());
    assertFalse(new Radius(f("5"), f("3/2"), f("2")).settles());
    assertFalse(new Radius(f("5"), f("3"), f("13/10")).settles());
  }

  @Test
  void noiseAddsItsTraceAndABatchItsShareOfIt() {
    Draws of = setting(new JensenSmoothing());
    assertEquals(f("58/5"), of.signal());
    assertEquals(f("96/5"), of.spread());
    assertEquals(f("154/5"), of.expected(EXACT, 1, BigFraction.ONE));
    assertEquals(f("106/5"), of.expected(EXACT, 2, BigFraction.ONE));
  }

  @Test
  void equalBlocksHaveEqualScalesAndUnequalOnesHaveNot() {
    Blocks of = setting(new BlockwiseScaling(), "sigma", "0", "mu", "2");
    assertEquals(v("1/4 1/4 1/4"), of.scales(EXACT, 4));
    assertEquals(v("0 -1/4 -1/4"), of.step(EXACT, 4));
    LinearAlgebra<Binary64> doubles = new LinearAlgebra<>(Arithmetic.doubles());
    List<Binary64> apart = of.scales(doubles, 8);
    assertNotEquals(apart.get(0).getReal(), apart.get(2).getReal());
    assertEquals(0.5 / Math.sqrt(10), apart.get(2).getReal(), 1e-15);
  }

  @Test
  void theTwoAveragesOfABatchOfSixtyFourAreFarApart() {
    Accumulator of = setting(new RmspropDerivation(), "B", "64");
    assertEquals(f("101/100"), of.meanOfSquares());
    assertEquals(f("41/1600"), of.squareOfMean());
    Accumulator one = setting(new RmspropDerivation());
    assertEquals(one.meanOfSquares(), one.squareOfMean());
  }

  @Test
  void theDoubleSumOfTwentyInputsOfMeanOneHalfIsAHundredAndFifteen() {
    Neuron of = setting(new FaninHeuristic(), "mean", "1/2", "share", "3");
    assertEquals(f("115"), of.squaredSum(20));
    assertEquals(f("6"), of.sharedSquare(2));
    assertEquals(f("20"), setting(new FaninHeuristic()).squaredSum(20));
  }

  @Test
  void theFisherBlockIsRegularFromFiveExamplesOnAndItsRankCountsBelow() {
    for (int examples = 5; examples <= 12; examples++) {
      assertTrue(new Neuron(f("0"), 1, examples, f("1/2")).isRegular(), "S = " + examples);
    }
    Neuron four = new Neuron(f("0"), 1, 4, f("1/2"));
    assertFalse(four.isRegular());
    assertEquals(f("4"), Neuron.pseudo(four.gradients(5, false)));
    assertEquals(f("2"), Neuron.fisher(List.of(v("1 2"), v("3 -1"), v("0 1"))));
  }

  @Test
  void aRectifiedGaussianHasTheMomentsThatItsIntegralsGive() {
    Arithmetic<Binary64> in = Arithmetic.doubles();
    assertEquals(0.3989422804014327, Quadrature.first(in).getReal(), 1e-14);
    assertEquals(0.5, Quadrature.squared(in).getReal(), 1e-14);
    Second signs = new Second(Second.Inputs.SIGNS, f("1/2"));
    assertEquals(f("1/4"), signs.product(Arithmetic.rationals()));
  }
}
