package plumbline.theorems.bottou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.theorem.Claim;
import plumbline.theorem.Tail;

class Cor412Test {
  private final Cor412 theorem = new Cor412();

  /** E|grad F|^2 at 64, 256, 1024, 4096 on Q1 with c = 1, by the second moment in doubles. */
  private static double[] gradients(Setting s) {
    double m =
        ((plumbline.recursion.Start.At) s.recursion().start()).point().squaredNorm().doubleValue();
    double[] found = new double[4];
    int next = 0;
    for (int k = 1; k <= 4096; k++) {
      if (k == 64 << (2 * next)) {
        found[next++] = m;
      }
      double a = s.recursion().stepsize().at(k);
      m = (1 - a) * (1 - a) * m + a * a * s.constants().get("M");
    }
    return found;
  }

  @Test
  void forOneOverKTheGradientIsMOverKMinusOne() {
    Setting s = Sheet.setting(theorem, "Q1, alpha_k = 1/k");
    List<BigFraction> moments = Sheet.secondMoments(s, "1", "1", "0", "1", 256);
    assertEquals(new BigFraction(1, 63), moments.get(63));
    assertEquals(new BigFraction(1, 255), moments.get(255));
    double r = ratio(theorem.claims(s), "gradient falls").r().at(s.constants(), 1);
    double[] g = gradients(s);
    for (int i = 0; i < 3; i++) {
      assertTrue(g[i + 1] <= r * g[i]);
    }
  }

  /** With c = 6 and alpha_k = 10/(k + 64)^(3/5) steps are longer than 2/c until k = 226. */
  @Test
  void nothingIsClaimedOfAFirstStepThatIsTooLong() {
    var values = theorem.declaration().typical().values();
    Setting allowed = theorem.setting(theorem.declaration().values(values));
    assertTrue(theorem.claims(allowed).stream().anyMatch(c -> c.name().equals("gradient falls")));
    var set = values.with("c", "6").with("p", "3/5").with("gamma", "64").with("beta", "10");
    Setting far = theorem.setting(theorem.declaration().values(set));
    double growth = 1;
    for (int k = 64; k < 256; k++) {
      double factor = 1 - 6 * far.recursion().stepsize().at(k);
      growth *= factor * factor;
    }
    assertTrue(growth > 1, "the claim would be false");
    assertEquals(List.of(), theorem.claims(far));
  }

  @Test
  void outsideThereIsAPlateauWhichTheClaimWouldNotSurvive() {
    for (String name : List.of("Q1, constant", "Q1, alpha_k = 2^-k, no noise")) {
      Setting s = Sheet.setting(theorem, name);
      double plateau = ratio(theorem.otherwise(s), "plateau").r().at(s.constants(), 1);
      double[] g = gradients(s);
      for (int i = 0; i < 3; i++) {
        assertTrue(g[i + 1] >= plateau * g[i], name);
        assertTrue(g[i + 1] > .6 * g[i], name);
      }
    }
  }

  @Test
  void slowStepsFallAllTheSame() {
    Setting s = Sheet.setting(theorem, "Q1, alpha_k = k^(-1/2)");
    double fall = ratio(theorem.otherwise(s), "falls all the same").r().at(s.constants(), 1);
    Sheet.assertClose(.6, fall, 1e-12);
    double[] g = gradients(s);
    for (int i = 0; i < 3; i++) {
      assertTrue(g[i + 1] <= fall * g[i]);
    }
  }

  @Test
  void thePairsAreFourTimesTheIterationsAndTheScalesTheirSize() {
    Setting s = Sheet.setting(theorem, "COS, alpha_k = 4/(k + 3)");
    // sampled, so to 1024 only, which its name says; where moments close to 4096
    Claim.Ratio claim = ratio(theorem.claims(s), "gradient falls, up to k = 1024");
    assertEquals(2, claim.pairs().size());
    assertEquals(1024, claim.pairs().get(1).x().checkpoints().last());
    Setting closed = Sheet.setting(theorem, "Q1, alpha_k = 1/k");
    Claim.Ratio whole = ratio(theorem.claims(closed), "gradient falls");
    assertEquals(3, whole.pairs().size());
    assertEquals(4096, whole.pairs().get(2).x().checkpoints().last());
    // the plateau of COS stops as early
    Setting constant = Sheet.setting(theorem, "COS, constant");
    assertEquals(2, ratio(theorem.otherwise(constant), "plateau, up to k = 1024").pairs().size());
    for (Claim.Pair pair : claim.pairs()) {
      assertEquals(4 * pair.y().checkpoints().last(), pair.x().checkpoints().last());
    }
    // measured .0176 at 64: the declared size is of that order
    double size = claim.pairs().get(0).yScale();
    assertTrue(size > .0176 && size < .0352, "" + size);
    Tail.Max max = assertInstanceOf(Tail.Max.class, claim.effort().tail());
    // 1 + max(|y_1|, 1/2)^2 = 2
    Sheet.assertClose(2, max.largestRatio().applyAsDouble(64) * size, 1e-9);
  }

  @Test
  void hypothesesFailWhereTheyShould() {
    Sheet.assertRoles(
        theorem,
        Map.of(
            "Q1, alpha_k = k^(-1/2)", "the sum of alpha_k^2 is finite",
            "Q1, constant", "the sum of alpha_k^2 is finite",
            "COS, constant", "the sum of alpha_k^2 is finite",
            "Q1, alpha_k = 2^-k, no noise", "the sum of alpha_k diverges"),
        4);
  }

  private static Claim.Ratio ratio(List<Claim> claims, String name) {
    return (Claim.Ratio)
        claims.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }
}
