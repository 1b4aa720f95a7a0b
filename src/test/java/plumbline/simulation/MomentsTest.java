package plumbline.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final MathContext DIGITS = new MathContext(60);

  @Test
  void merging_two_small_blocks_gives_the_golden_values() {
    Moments all = Moments.of(1, 2, 4).merge(Moments.of(8, 16));
    // verdicts.md, section 1: n 5, mean 6.2, M2 148.8, M3 721.68, max 16
    assertEquals(5, all.count());
    assertEquals(6.2, all.mean(), 1e-14);
    assertEquals(148.8, all.m2(), 1e-12);
    assertEquals(721.68, all.m3(), 1e-11);
    assertEquals(16, all.max());
    assertFalse(all.capped());
  }

  @Test
  void merging_with_nothing_changes_nothing() {
    Moments some = Moments.of(0.25, 3, 0);
    assertEquals(some, some.merge(Moments.EMPTY));
    assertEquals(some, Moments.EMPTY.merge(some));
    assertEquals(Moments.EMPTY, Moments.of());
  }

  @Test
  void a_slice_of_an_array_is_folded_as_the_array_of_the_slice() {
    assertEquals(Moments.of(2, 4, 8), Moments.of(new double[] {1, 2, 4, 8, 16}, 1, 4));
    assertThrows(IndexOutOfBoundsException.class, () -> Moments.of(new double[] {1, 2}, 1, 3));
  }

  @Test
  void a_hundred_million_and_a_block_merge_as_in_BigDecimal() {
    Moments many = new Moments(100_000_000L, false, 1.0123, 2.0345e8, 8.1e8, 37.5);
    double[] ratios = new double[1024];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = (i * 37 % 1024) / 300.0;
    }
    Moments block = Moments.of(ratios);
    Moments merged = many.merge(block);
    BigDecimal[] exact = exactly(many, block);
    assertEquals(100_001_024L, merged.count());
    near(exact[0], merged.mean());
    near(exact[1], merged.m2());
    near(exact[2], merged.m3());
    // the control: in whole numbers the same product wraps around, and that this test would see
    long wrapped = many.count() * block.count() * (many.count() - block.count());
    assertNotEquals(1.0, wrapped / (1e8 * 1024 * (1e8 - 1024)), 1e-3);
  }

  private static BigDecimal[] exactly(Moments a, Moments b) {
    BigDecimal nA = BigDecimal.valueOf(a.count());
    BigDecimal nB = BigDecimal.valueOf(b.count());
    BigDecimal n = nA.add(nB);
    BigDecimal m2A = new BigDecimal(a.m2());
    BigDecimal m2B = new BigDecimal(b.m2());
    BigDecimal d = new BigDecimal(b.mean()).subtract(new BigDecimal(a.mean()));
    BigDecimal mean = new BigDecimal(a.mean()).add(d.multiply(nB).divide(n, DIGITS));
    BigDecimal m2 = m2A.add(m2B).add(d.pow(2).multiply(nA).multiply(nB).divide(n, DIGITS));
    BigDecimal cubes =
        d.pow(3).multiply(nA).multiply(nB).multiply(nA.subtract(nB)).divide(n.pow(2), DIGITS);
    BigDecimal crossed =
        BigDecimal.valueOf(3)
            .multiply(d)
            .multiply(nA.multiply(m2B).subtract(nB.multiply(m2A)))
            .divide(n, DIGITS);
    BigDecimal m3 = new BigDecimal(a.m3()).add(new BigDecimal(b.m3())).add(cubes).add(crossed);
    return new BigDecimal[] {mean, m2, m3};
  }

  private static void near(BigDecimal expected, double got) {
    assertEquals(expected.doubleValue(), got, 1e-12 * Math.abs(expected.doubleValue()));
  }

  @Test
  void overflow_is_capped_and_remembered() {
    Moments one = Moments.of(1, Double.POSITIVE_INFINITY);
    assertTrue(one.capped());
    assertEquals(1e60, one.max());
    assertEquals(5e59, one.mean(), 1e45);
    assertTrue(Moments.of(2e60).capped());
    assertFalse(Moments.of(1e60).capped());
    assertTrue(Moments.of(1).merge(one).capped());
    assertTrue(Double.isFinite(one.m3()));
  }

  @Test
  void what_is_not_a_ratio_is_rejected() {
    for (double bad : new double[] {Double.NaN, -1e-300, Double.NEGATIVE_INFINITY}) {
      var refusal = assertThrows(IllegalArgumentException.class, () -> Moments.of(1, bad));
      assertTrue(
          refusal.getMessage().startsWith("ratio of replica 1 is " + bad), refusal.getMessage());
    }
    assertEquals(0, Moments.of(-0.0).mean());
    assertThrows(IllegalArgumentException.class, () -> new Moments(-1, false, 0, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Moments(1, false, 0, Double.NaN, 0, 0));
  }

  @Test
  void the_diagnostics_are_those_of_the_textbook() {
    Moments r = Moments.of(1, 2, 4, 8, 16);
    assertEquals(148.8 / 5 / (6.2 * 6.2), r.cv2(), 1e-14);
    // sqrt(5) 721.68/148.8^1.5 = 0.8890413...
    assertEquals(Math.sqrt(5) * 721.68 / Math.pow(148.8, 1.5), r.skewness(), 1e-13);
    assertEquals(16.0 / 31, r.share(), 1e-15);
    assertEquals(0, Moments.EMPTY.cv2() + Moments.EMPTY.skewness() + Moments.EMPTY.share());
  }
}
