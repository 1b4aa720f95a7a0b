package plumbline.theorems.lecun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.theorem.Declaration;
import plumbline.theorem.Preset;
import plumbline.theorem.Status;

class HeavyBallRateTest {
  private final HeavyBallRate theorem = new HeavyBallRate();

  @Test
  void theCurvaturesAreCertifiedAndLieWhereTheyAreSaidToLie() {
    Declaration declaration = theorem.declaration();
    HeavyBallRate.Ball ball = theorem.setting(declaration.values(declaration.typical().values()));
    for (int i = 0; i < 2; i++) {
      assertInstanceOf(Status.Certified.class, theorem.hypotheses().get(i).test().apply(ball));
    }
    // kappa = 100, L = 1
    assertEquals(new BigFraction(1, 100), ball.recursion().constants().exact("c"));
    assertEquals(BigFraction.ONE, ball.recursion().constants().exact("L"));
  }

  /**
   * Steps are stable below 2 (1 + beta)/L = 404/121 at kappa = 100, which is 1.01 of the declared
   * 400/121: growth is claimed from there on, and of a shorter step nothing (with a half, w_2 is
   * 79/121 of w_1).
   */
  @ParameterizedTest
  @CsvSource({"1/2, 0", "1009/1000, 0", "101/100, 1", "11/10, 1"})
  void growthIsClaimedOfUnstableStepsOnly(String factor, int claims) {
    Declaration declaration = theorem.declaration();
    Preset yours = declaration.yours(declaration.typical(), Map.of("factor", factor));
    HeavyBallRate.Ball ball = theorem.setting(declaration.values(yours.values()));
    assertInstanceOf(Status.Refuted.class, theorem.hypotheses().get(2).test().apply(ball));
    assertEquals(claims, theorem.otherwise(ball).size());
  }
}
