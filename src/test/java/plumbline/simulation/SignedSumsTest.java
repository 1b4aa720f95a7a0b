package plumbline.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SignedSumsTest {
  @Test
  void phi_is_odd_and_its_exponential_is_below_the_parabola() {
    for (double x = -5; x <= 5; x += 0.01) {
      assertEquals(-SignedSums.phi(x), SignedSums.phi(-x));
      assertTrue(Math.exp(SignedSums.phi(x)) <= (1 + x + x * x / 2) * (1 + 1e-15), "x = " + x);
    }
    assertEquals(Math.log(2.5), SignedSums.phi(1), 1e-15);
  }

  @Test
  void sums_of_blocks_add_to_the_sums_of_all() {
    SignedSums all = SignedSums.of(new double[] {1, -2, 3, 0.5}, 0.25, 2, 0.1);
    SignedSums merged =
        SignedSums.of(new double[] {1, -2}, 0.25, 2, 0.1)
            .merge(SignedSums.EMPTY)
            .merge(SignedSums.of(new double[] {3, 0.5}, 0.25, 2, 0.1));
    assertEquals(all.count(), merged.count());
    assertEquals(0.625, merged.mean(), 1e-15);
    for (int j = 0; j < SignedSums.SCALES; j++) {
      assertEquals(all.up().get(j), merged.up().get(j), 1e-14);
      assertEquals(all.below().get(j), merged.below().get(j), 1e-14);
      assertEquals(-all.up().get(j), all.down().get(j), 0);
      assertTrue(all.above().get(j) > all.down().get(j));
    }
  }

  @Test
  void readings_that_are_not_finite_and_empty_variances_are_rejected() {
    assertThrows(
        IllegalArgumentException.class, () -> SignedSums.of(new double[] {Double.NaN}, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> SignedSums.of(new double[] {1}, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> SignedSums.of(new double[] {1}, 0, 1, 0));
  }
}
