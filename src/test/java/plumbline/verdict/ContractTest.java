package plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.simulation.Moments;
import plumbline.theorem.Tail;

class ContractTest {
  private static final Moments R = new Moments(46439, false, .99, 2 * 46439 * .99 * .99, 0, 10);

  private static String name(Tail tail) {
    return Contract.of(tail, 8).name().orElse("none");
  }

  @Test
  void every_tail_is_read_under_its_own_name() {
    assertEquals("GaussianQuadratic", name(new Tail.GaussianQuadratic("")));
    assertEquals("ClosedForm", name(new Tail.ClosedForm(k -> 1.0 / k, "")));
    assertEquals("Max", name(new Tail.Max(k -> k, "")));
    assertEquals("Inherited", name(new Tail.Inherited(2, "")));
    assertEquals("assumed", name(new Tail.Assumed(2, "")));
    assertEquals("none", name(Tail.none()));
    assertThrows(IllegalArgumentException.class, () -> name(new Tail.Variance(1, "")));
  }

  @Test
  void a_window_takes_the_worst_k_in_it() {
    assertEquals(1.0 / 8, Contract.over(new Tail.ClosedForm(k -> 1.0 / k, ""), 8, 15).planned());
    assertEquals(14, Contract.over(new Tail.Max(k -> k, ""), 8, 15).planned());
    assertEquals(2, Contract.over(new Tail.GaussianQuadratic(""), 8, 15).planned());
  }

  @Test
  void the_contract_is_widened_so_that_it_survives_rounding() {
    // (sqrt 2 + 2(1 + sqrt 2) 1e-6)^2 = 2 + 4 sqrt 2 (1 + sqrt 2) 1e-6 = 2 + 1.3657e-5: the margin
    // 1.4e-5 of section 5
    assertEquals(1.3657e-5, Contract.Cv2.rounded(2, 1.05) - 2, 1e-9);
    assertEquals(2 * 1.3657e-5, Contract.Cv2.rounded(2, .5) - 2, 2e-9);
    double widened = Synthetic.gaussian().against(R, 1.05);
    assertEquals(33.8749386825, widened, 1e-3);
    assertTrue(widened < 33.8749386825);
    double upper = Synthetic.gaussian().upper(R, 1e-4);
    assertTrue(upper >= 1.0233495857 && upper < 1.02335, "U = " + upper);
  }

  @Test
  void nothing_is_known_without_one() {
    Contract none = Contract.of(Tail.none(), 8);
    assertEquals(Double.NEGATIVE_INFINITY, none.against(R, 2));
    assertEquals(Double.POSITIVE_INFINITY, none.upper(R, .5));
    assertTrue(Double.isNaN(none.power(R, 1)) && Double.isNaN(none.planned()));
    assertEquals(Optional.empty(), none.brokenBy(R));
  }

  @Test
  void what_cannot_be_a_contract_is_rejected() {
    assertThrows(IllegalArgumentException.class, () -> new Contract.Cv2(Double.NaN, ""));
    assertThrows(IllegalArgumentException.class, () -> new Contract.Bounded(0));
  }
}
