package plumbline.theorems.bottou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.recursion.Reading;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Tail;
import plumbline.theorem.Theorem;

/** Every claim whose moments close, against its exact moments: no chance and no verdicts. */
class ExactMomentsTest {
  private static final List<Theorem<Setting>> THEOREMS =
      List.of(
          new Thm46FixedStep(),
          new Thm47Diminishing(),
          new Thm48NonconvexFixed(),
          new Thm410NonconvexDiminishing(),
          new Cor412());

  private static double expectation(Reading reading) {
    List<Binary64> values = ClosedMoments.expectation(Arithmetic.doubles(), reading).orElseThrow();
    return values.get(values.size() - 1).getReal();
  }

  @Test
  void everyClaimThatClosesIsMet() {
    int met = 0;
    for (Theorem<Setting> theorem : THEOREMS) {
      for (Preset preset : theorem.declaration().presets()) {
        Setting s = Sheet.setting(theorem, preset.name());
        if (ClosedMoments.close(s.recursion())) {
          boolean outside = preset.role() == Role.OUTSIDE;
          for (Claim claim : outside ? theorem.otherwise(s) : theorem.claims(s)) {
            met += met(claim, s.constants(), preset.name());
          }
        }
      }
    }
    assertTrue(met > 300, "compared " + met);
  }

  private static int met(Claim claim, Constants x, String preset) {
    int compared = 0;
    if (claim instanceof Claim.Mean mean) {
      List<Binary64> values =
          ClosedMoments.expectation(Arithmetic.doubles(), mean.x()).orElseThrow();
      for (int i = 0; i < values.size(); i++) {
        long k = mean.x().checkpoints().at().get(i);
        double bound = mean.bound().at(x, k);
        relate(mean, values.get(i).getReal() - bound, 1e-11 * bound, preset + ", k = " + k);
        compared++;
      }
    } else if (claim instanceof Claim.Ratio ratio) {
      for (Claim.Pair pair : ratio.pairs()) {
        double r = ratio.r().at(x, 1);
        relate(ratio, expectation(pair.x()) / expectation(pair.y()) - r, 0, preset);
        compared++;
      }
    } else if (claim instanceof Claim.Slope slope) {
      for (Claim.Pair pair : slope.pairs()) {
        double p = Math.log(expectation(pair.y()) / expectation(pair.x())) / pair.run();
        relate(slope, p - slope.p().at(x, 1), slope.tau(), preset);
        compared++;
      }
    }
    return compared;
  }

  private static void relate(Claim claim, double difference, double tolerance, String where) {
    double missed =
        claim.relation() == Relation.AT_MOST
            ? difference
            : claim.relation() == Relation.AT_LEAST ? -difference : Math.abs(difference);
    assertTrue(missed <= tolerance, claim.name() + ", " + where + ": missed by " + missed);
  }

  @Test
  void whatIsClaimedInsideIsFalseOutside() {
    assertRefuted(new Thm46FixedStep(), "S1, half as long again", "(4.14)");
    assertRefuted(new Thm46FixedStep(), "Q1, 2.5 times too long", "(4.14)");
    assertRefuted(new Thm47Diminishing(), "Q1, alpha_1 = 3", "(4.19)");
    assertRefuted(new Thm47Diminishing(), "Q1, M_V forgotten in alpha_1", "(4.19)");
    assertRefuted(new Thm48NonconvexFixed(), "LS4, half as long again", "(4.26)");
    assertRefuted(new Thm48NonconvexFixed(), "Q1, three times too long", "(4.26)");
  }

  private static void assertRefuted(Theorem<Setting> theorem, String preset, String claim) {
    Setting s = Sheet.setting(theorem, preset);
    Claim.Mean mean =
        (Claim.Mean)
            theorem.claims(s).stream()
                .filter(c -> c.name().equals(claim))
                .findFirst()
                .orElseThrow();
    Bound bound = mean.bound();
    List<Binary64> values = ClosedMoments.expectation(Arithmetic.doubles(), mean.x()).orElseThrow();
    double most = 0;
    for (int i = 1; i < values.size(); i++) {
      long k = mean.x().checkpoints().at().get(i);
      most = Math.max(most, values.get(i).getReal() / bound.at(s.constants(), k));
    }
    assertTrue(most > 1.5, preset + ": " + most);
  }

  @Test
  void squaredVariationsAreThoseOfTheNotes() {
    Thm46FixedStep fixed = new Thm46FixedStep();
    assertVariation(fixed, "LS4", "(4.14)", new long[] {1, 2, 3, 4, 6}, 0, .945, 2.18, 2.37, 1.15);
    assertVariation(
        fixed,
        "S1, alpha at its limit",
        "(4.14)",
        new long[] {1, 2, 3, 4, 6, 64},
        0,
        1.19,
        2.85,
        4.39,
        4.84,
        2.5);
    assertVariation(
        new Thm47Diminishing(),
        "Q1, both arguments of nu equal",
        "(4.19)",
        new long[] {2, 3, 4, 8},
        1.28,
        2.051,
        2.523,
        2.976);
  }

  private static void assertVariation(
      Theorem<Setting> theorem, String preset, String claim, long[] ks, double... noted) {
    Setting s = Sheet.setting(theorem, preset);
    for (Claim c : theorem.claims(s)) {
      if (c.name().equals(claim)) {
        Tail.ClosedForm tail =
            assertInstanceOf(Tail.ClosedForm.class, ((Claim.Mean) c).effort().tail());
        for (int i = 0; i < ks.length; i++) {
          // by hand in fractions: q' = E a^4 q + 6 alpha^2 M E a^2 m + alpha^4 M^2, q/m^2 - 1
          double v = tail.squaredVariation().applyAsDouble(ks[i]);
          assertEquals(noted[i], v, 6e-3, "k = " + ks[i]);
        }
      }
    }
  }
}
