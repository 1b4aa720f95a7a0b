package plumbline.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.formula.Formula.exp;
import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.ln;
import static plumbline.formula.Formula.max;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.formula.Formula.sqrt;

import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.series.Rationals;

class FormulaTest {
  private static final Constants S1 =
      Constants.none()
          .with("alpha", BigFraction.ONE, "declared")
          .with("L", BigFraction.ONE, "declared")
          .with("M", BigFraction.ONE, "declared")
          .with("mu", BigFraction.ONE_HALF, "declared")
          .with("c", BigFraction.ONE, "declared")
          .with("gap", new BigFraction(8), "declared");

  /** (4.14): alpha L M/(2 c mu) + (1 - alpha c mu)^(k-1) (F_1 - alpha L M/(2 c mu)). */
  private static Formula fixedStep() {
    Formula floor =
        name("alpha")
            .times(name("L"))
            .times(name("M"))
            .over(number(2).times(name("c")).times(name("mu")));
    Formula rate = number(1).minus(name("alpha").times(name("c")).times(name("mu")));
    return floor.plus(rate.power(k().minus(1)).times(name("gap").minus(floor)));
  }

  private static BigFraction exactly(Formula f, long at) {
    return f.at(Arithmetic.rationals(), S1, at);
  }

  @Test
  void aBoundHasOneValueInEveryArithmetic() {
    // 1 + 7 2^(-(k-1)): 8, 9/2, 11/4, 15/8, 23/16 (encoding note 2)
    String[] expected = {"8", "9/2", "11/4", "15/8", "23/16"};
    for (int i = 0; i < 5; i++) {
      BigFraction value = Rationals.parse(expected[i]);
      assertEquals(value, exactly(fixedStep(), i + 1));
      assertEquals(value.doubleValue(), fixedStep().at(S1, i + 1));
      assertEquals(value.doubleValue(), fixedStep().at(Arithmetic.digits(40), S1, i + 1).getReal());
    }
  }

  @Test
  void halfIntegerPowersAreRoots() {
    Formula root = k().power(number("-3/2"));
    assertEquals(new BigFraction(1, 27), exactly(root, 9));
    assertThrows(UnsupportedOperationException.class, () -> exactly(root, 2));
    // a root, two products and a reciprocal: six roundings of relative size u
    assertEquals(Math.pow(2, -1.5), root.at(S1, 2), 6 * 0x1p-53 * 0.36);
    assertEquals(new BigFraction(3, 2), exactly(sqrt(k().over(4)), 9));
  }

  @Test
  void otherPowersGoThroughTheLogarithm() {
    assertEquals(Math.cbrt(7), k().power(number("1/3")).at(S1, 7), 4e-16);
    // an exponent that is irrational itself: 3^(ln k) = k^(ln 3)
    assertEquals(Math.pow(5, Math.log(3)), number(3).power(ln(k())).at(S1, 5), 1e-14);
    assertEquals(Math.exp(0.25), exp(k().over(4)).at(S1, 1), 1e-15);
  }

  @Test
  void theGreaterOfTwoIsTaken() {
    Formula f = max(k(), number(3));
    assertEquals(new BigFraction(3), exactly(f, 2));
    assertEquals(new BigFraction(4), exactly(f, 4));
    assertEquals(4, f.at(Arithmetic.digits(40), S1, 4).getReal());
  }

  @Test
  void namesAreThoseThatOccur() {
    assertEquals(Set.of("L", "M", "alpha", "c", "gap", "mu"), fixedStep().names());
    assertTrue(fixedStep().dependsOnIteration());
    assertFalse(name("L").over(2).dependsOnIteration());
    assertEquals(
        "((1 - mu) ^ (k - 1))", number(1).minus(name("mu")).power(k().minus(1)).toString());
  }

  @Test
  void mapReachesEveryPartAndNothingElse() {
    // L becomes L 95/100 wherever it stands; the rate does not hold L
    Formula mutant =
        fixedStep().map(part -> part.equals(name("L")) ? name("L").times(number("95/100")) : part);
    // at k = 2: 8/2 + .95 (1 - 1/2)
    assertEquals(Rationals.parse("4.475"), exactly(mutant, 2));
    assertEquals(Rationals.parse("9/2"), exactly(fixedStep(), 2));
    assertEquals(fixedStep(), fixedStep().map(part -> part));
  }

  @Test
  void anUnknownNameIsNamedInTheMessage() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> name("beta").at(S1, 1));
    assertTrue(e.getMessage().contains("beta") && e.getMessage().contains("alpha"));
  }
}
