package plumbline.theorems.bottou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Trial;

class Thm410NonconvexDiminishingTest {
  private final Thm410NonconvexDiminishing theorem = new Thm410NonconvexDiminishing();

  private Bound bound(Setting setting) {
    return Sheet.bound(theorem, setting, "explicit sum");
  }

  /** The sum of alpha_k E w_k^2 to K on Q1 with c = M = 1, exactly. */
  private static BigFraction sum(Setting s, int last) {
    List<BigFraction> moments = Sheet.secondMoments(s, "1", "1", "0", "1", last);
    BigFraction sum = BigFraction.ZERO;
    for (int k = 1; k <= last; k++) {
      sum =
          sum.add(
              s.recursion().stepsize().at(Arithmetic.rationals(), k).multiply(moments.get(k - 1)));
    }
    return sum;
  }

  @Test
  void at64TheRatioIs63Over64() {
    Setting s = Sheet.setting(theorem, "Q1, 64 steps of length 1, from the minimum");
    BigFraction b = bound(s).at(Arithmetic.rationals(), s.constants(), 64);
    assertEquals(new BigFraction(64), b);
    assertEquals(new BigFraction(63), sum(s, 64));
    Sheet.assertClose(.9900, sum(s, 1024).doubleValue() / bound(s).at(s.constants(), 1024), 5e-4);
  }

  @Test
  void fromTwoTheStartIsNeededAtTheFirstStep() {
    Setting s = Sheet.setting(theorem, "Q1, 64 steps of length 1, from 2");
    assertEquals("5", Sheet.at(bound(s), s.constants(), 1));
    assertEquals(new BigFraction(4), sum(s, 1));
    assertEquals(1, bound(s).terms().get(1).formula().at(s.constants(), 1));
  }

  @Test
  void smallBoundsFailFromTheKOfTheNote() {
    Setting s = Sheet.setting(theorem, "Q1, 64 steps of length 1, from the minimum");
    for (int k : new int[] {20, 21}) {
      double b = .95 * bound(s).at(s.constants(), k);
      // 19/19 and 20/19.95: the note's K >= 21
      assertEquals(k == 21, sum(s, k).doubleValue() > b + 1e-9, "k = " + k);
    }
    assertTrue(sum(s, 3).doubleValue() > bound(s).at(s.constants(), 3) / 2);
    assertEquals(sum(s, 2).doubleValue(), bound(s).at(s.constants(), 2) / 2);
  }

  @Test
  void forOneOverKIncrementsHalveExactly() {
    Setting s = Sheet.setting(theorem, "Q1, alpha_k = 1/k");
    Trial trial = new Increments(s.recursion());
    var sides =
        trial.sides(
            Arithmetic.rationals(),
            s.constants(),
            Bound.of("a half", Formula.number("1/2")),
            Checkpoints.of(2, 8, 16));
    assertEquals(3, sides.size());
    sides.forEach(side -> assertEquals(side.left(), side.right()));
    assertEquals(new BigFraction(1, 32), sides.get(1).left());
    assertEquals(sum(s, 32).subtract(sum(s, 16)), sides.get(1).left());
  }

  @Test
  void incrementsFallOrStayOnEveryInstanceThatClaimsIt() {
    int tried = 0;
    for (var preset : theorem.declaration().presets()) {
      Setting s = Sheet.setting(theorem, preset.name());
      boolean outside = preset.role() == plumbline.theorem.Role.OUTSIDE;
      for (Claim claim : outside ? theorem.otherwise(s) : theorem.claims(s)) {
        if (claim instanceof Claim.Exactly c) {
          for (var side :
              c.trial().sides(Arithmetic.doubles(), s.constants(), c.bound(), c.points())) {
            double excess = side.left().subtract(side.right()).getReal();
            assertTrue((outside ? -excess : excess) <= 1e-9, preset.name() + " " + side);
            tried++;
          }
        }
      }
    }
    assertEquals(9 * 3, tried);
  }

  @Test
  void slowStepsGainTheIncrementOfTheNote() {
    Setting s = Sheet.setting(theorem, "Q1, alpha_k = k^(-1/2)");
    var sides =
        new Increments(s.recursion())
            .sides(
                Arithmetic.doubles(),
                s.constants(),
                Bound.of("1", Formula.number(1)),
                Checkpoints.of(1024));
    // (L M/2) ln 2 in the limit
    Sheet.assertClose(.3466, sides.get(0).left().getReal(), 1e-2);
  }

  @Test
  void hypothesesFailWhereTheyShould() {
    Sheet.assertRoles(
        theorem,
        Map.of(
            "Q1, alpha_k = k^(-1/2)", "the sum of alpha_k^2 is finite",
            "Q1, constant", "the sum of alpha_k^2 is finite",
            "Q1, alpha_k = 2^-k, no noise", "the sum of alpha_k diverges"),
        9);
  }

  @Test
  void stepsThatAddUpToOneLeaveTheGradientStanding() {
    Setting s = Sheet.setting(theorem, "Q1, alpha_k = 2^-k, no noise");
    Bound left = Sheet.bound(theorem.otherwise(s), "the gradient does not vanish");
    double w = 1;
    for (int k = 1; k < 64; k++) {
      w *= 1 - s.recursion().stepsize().at(k);
    }
    Sheet.assertClose(.288788, w, 1e-6);
    double bound = left.at(s.constants(), 64);
    assertTrue(w * w >= bound && w * w <= 1.01 * bound, bound + " " + w * w);
  }

  @Test
  void nothingIsClaimedWhereALimitShowsTooLate() {
    var values = theorem.declaration().values(plumbline.theorem.Values.none().with("beta", "1/10"));
    assertEquals(
        List.of("explicit sum"),
        theorem.claims(theorem.setting(values)).stream().map(Claim::name).toList());
    // and rightly so: with beta c = 1/10 the increments do not even fall to 3/5
    var sides =
        new Increments(theorem.setting(values).recursion())
            .sides(
                Arithmetic.doubles(),
                theorem.setting(values).constants(),
                Bound.of("3/5", Formula.number("3/5")),
                Checkpoints.of(64));
    assertTrue(sides.get(0).left().getReal() > sides.get(0).right().getReal());
  }
}
