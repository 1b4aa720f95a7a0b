package plumbline.theorem;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import plumbline.formula.Formula;
import plumbline.method.Method;
import plumbline.oracle.Oracle;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.SignedReading;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;

/** What a signed claim and a coincidence must be made of. */
class ClaimShapesTest {
  private static final Checkpoints AT = Checkpoints.of(1, 2);
  private static final Effort BY_VARIANCE = Effort.sharp(new Tail.Variance(4, "declared"));

  private static Recursion from(Start start) {
    return new Recursion(
        Quadratic.diagonal(Vector.parse("1 2")),
        Oracle.exact(2),
        Method.stochasticGradient(),
        Stepsize.fixed(new BigFraction(1, 4)),
        start);
  }

  private static final Recursion POINT = from(new Start.At(Vector.parse("1 1")));

  private static List<Claim.Coordinate> coordinates() {
    return List.of(
        new Claim.Coordinate(
            SignedReading.coordinate(POINT, Quantity.COORDINATE, 1, AT), Formula.number(0)));
  }

  private static void assertSays(String what, Executable made) {
    String message = assertThrows(IllegalArgumentException.class, made).getMessage();
    assertTrue(message.contains(what), message);
  }

  @Test
  void aSignedMeanNeedsABoundOnItsVariance() {
    Claim.Signed claim = new Claim.Signed("z", coordinates(), Relation.EQUAL, BY_VARIANCE);
    assertEquals(2, claim.deviation());
    assertEquals(2, claim.scale(), "sigma by default");
    assertSays(
        "it needs Tail.Variance",
        () -> new Claim.Signed("z", coordinates(), Relation.EQUAL, Effort.sharp(Tail.none())));
    assertSays(
        "claim it with Exactly",
        () ->
            new Claim.Signed(
                "z", coordinates(), Relation.EQUAL, Effort.sharp(new Tail.Variance(0, "none"))));
    assertSays(
        "at least one coordinate",
        () -> new Claim.Signed("z", List.of(), Relation.EQUAL, BY_VARIANCE));
    Claim.Coordinate one = coordinates().get(0);
    assertSays(
        "two coordinates of one name",
        () -> new Claim.Signed("z", List.of(one, one), Relation.EQUAL, BY_VARIANCE));
    assertSays(
        "a finite scale > 0",
        () -> new Claim.Signed("z", coordinates(), Relation.EQUAL, 0, BY_VARIANCE));
  }

  @Test
  void aMeanOfRatiosRefusesWhatMayBeNegative() {
    Reading signed = Reading.coordinate(POINT, Quantity.COORDINATE, 0, AT);
    Bound one = Bound.of("one", Formula.number(1));
    assertSays(
        "claim it as a signed mean",
        () -> new Claim.Mean("m", signed, Relation.AT_MOST, one, BY_VARIANCE));
    assertSays(
        "claim it as a signed mean",
        () ->
            new Claim.Chance(
                "c", signed, one, Relation.AT_MOST, Formula.number("1/2"), BY_VARIANCE));
    assertSays("claim it as a signed mean", () -> new Claim.Pair("p", signed, 1, signed, 1, 1));
  }

  @Test
  void theTermsOfASumAreReadEquallyOften() {
    Reading gap = Reading.at(POINT, Quantity.GAP, AT);
    assertSays(
        "give all equally many",
        () ->
            SignedReading.difference(
                "d", gap, BigFraction.ONE, Reading.at(POINT, Quantity.GAP, Checkpoints.of(1))));
    assertSays("a sum of no reading", () -> new SignedReading("nothing", List.of()));
  }

  @Test
  void aCoincidenceStartsAtAPointAndIsReadEquallyOften() {
    Reading x = Reading.at(POINT, Quantity.GAP, AT);
    assertDoesNotThrow(() -> new Claim.Coincide("c", x, x, x, Need.MUST_DECIDE));
    Reading normal = Reading.at(from(new Start.Normal(BigFraction.ONE)), Quantity.GAP, AT);
    assertSays(
        "a start must be a point", () -> new Claim.Coincide("c", x, normal, x, Need.MUST_DECIDE));
    Reading once = Reading.at(POINT, Quantity.GAP, Checkpoints.of(2));
    assertSays(
        "read all three equally often",
        () -> new Claim.Coincide("c", x, x, once, Need.MUST_DECIDE));
  }
}
