package plumbline.theorems.cevher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.oracle.Law;
import plumbline.theorem.Claim;
import plumbline.theorem.Relation;

class PsgdTheoremTest {
  private final PsgdTheorem theorem = new PsgdTheorem();

  @Test
  void theTimesAreThoseOfTheNoteAndAreReadOneIterationLater() {
    Map<String, Long> times =
        Map.of("eta = 1/5", 75L, "eta = 1/10", 300L, "eta = 1/20", 1199L, "eta = 1/40", 4794L);
    times.forEach(
        (preset, t) -> {
          Given<Escape> given = Given.on(theorem, preset);
          Claim.Chance claim = given.claim(Claim.Chance.class, "near a minimum at T");
          assertEquals(t, given.setting().steps());
          // x_0 is w_1, so x_T is w_{T+1}
          assertEquals(List.of(t + 1), claim.x().checkpoints().at());
          assertEquals(0.05, claim.probability().at(given.constants(), t + 1), 0);
        });
  }

  @Test
  void theSquaredRadiusIsEtaLogOneOverEtaZeta() {
    Given<Escape> given = Given.on(theorem, "eta = 1/10");
    Claim.Chance claim = given.claim(Claim.Chance.class, "near a minimum at T");
    assertEquals(0.1 * Math.log(200), given.at(claim.threshold(), 301), 1e-15);
  }

  @Test
  void theLinearisedSecondMomentFollowsItsRecursion() {
    Given<Escape> given = Given.on(theorem, "eta = 1/5");
    Claim.Mean claim = given.claim(Claim.Mean.class, "escape phase, at most");
    BigFraction eta = Given.fraction("1/5");
    BigFraction v = BigFraction.ZERO;
    for (long t = 1; t <= 8; t++) {
      v = eta.add(1).pow(2).multiply(v).add(eta.pow(2).divide(2));
      assertEquals(v, given.exactly(claim.bound(), t + 1));
    }
    assertEquals(List.of(2L, 3L, 5L, 9L), claim.x().checkpoints().at());
  }

  @Test
  void afterTwoStepsTheMomentLiesBetweenTheTwoBounds() {
    for (String preset : List.of("eta = 1/5", "eta = 1/10", "eta = 1/40")) {
      Given<Escape> given = Given.on(theorem, preset);
      double eta = given.setting().eta().doubleValue();
      // x_1 = -eta cos U: the mean of (x_1 + eta sin x_1)^2 over U, plus eta^2/2
      double sum = 0;
      int points = 4096;
      for (int i = 0; i < points; i++) {
        double x = -eta * Math.cos(2 * Math.PI * (i + 0.5) / points);
        sum += Math.pow(x + eta * Math.sin(x), 2) / points;
      }
      double moment = sum + eta * eta / 2;
      double most = given.at(given.claim(Claim.Mean.class, "escape phase, at most").bound(), 3);
      double least = given.at(given.claim(Claim.Mean.class, "escape phase, at least").bound(), 3);
      assertTrue(least < moment && moment < most, preset);
      // and the upper one is nearly attained: five per cent less would be false
      assertTrue(moment > 0.95 * most, preset);
    }
  }

  @Test
  void afterEightStepsASampleLiesBetweenTheTwoBounds() {
    Given<Escape> given = Given.on(theorem, "eta = 1/5");
    SplittableRandom random = new SplittableRandom(5);
    int replicas = 20_000;
    double sum = 0;
    for (int i = 0; i < replicas; i++) {
      double x = 0;
      for (int t = 0; t < 8; t++) {
        x += 0.2 * (Math.sin(x) - Math.cos(2 * Math.PI * random.nextDouble()));
      }
      sum += x * x / replicas;
    }
    double most = given.at(given.claim(Claim.Mean.class, "escape phase, at most").bound(), 9);
    double least = given.at(given.claim(Claim.Mean.class, "escape phase, at least").bound(), 9);
    assertTrue(least < sum && sum < most, least + " " + sum + " " + most);
  }

  @Test
  void noiseAlongYAloneIsOutsideAndStays() {
    Given<Escape> given = Given.on(theorem, "noise along y only");
    assertEquals(List.of("the noise has variance in every direction"), given.refuted());
    assertEquals(Law.RADEMACHER, given.setting().recursion().oracle().additiveLaw());
    assertEquals(BigFraction.ONE, given.setting().recursion().oracle().totalVariance());
    Claim.Chance claim = given.claim(Claim.Chance.class, "stays at the saddle");
    assertEquals(Relation.AT_LEAST, claim.relation());
    // pi^2 is beyond the squared radius
    assertTrue(given.at(claim.threshold(), 76) < Math.PI * Math.PI);
    assertEquals(List.of("near a minimum at T"), given.claims());
  }

  @Test
  void whatTheTheoremLeavesOpenIsNamed() {
    Given<Escape> given = Given.on(theorem, "eta = 1/10 from (1/10, 1)");
    assertEquals(List.of(), given.refuted());
    assertEquals(
        List.of("eta <= eta_max/max(1, ln(1/zeta))", "T and the radius are of the stated order"),
        given.open());
  }
}
