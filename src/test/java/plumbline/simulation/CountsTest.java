package plumbline.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CountsTest {
  @Test
  void counts_add() {
    assertEquals(new Counts(30, 4, 6), new Counts(10, 1, 2).merge(new Counts(20, 3, 4)));
    assertEquals(Counts.sharp(7, 3), Counts.EMPTY.merge(Counts.sharp(7, 3)));
  }

  @Test
  void impossible_counts_are_rejected() {
    assertThrows(IllegalArgumentException.class, () -> new Counts(10, 3, 2));
    assertThrows(IllegalArgumentException.class, () -> new Counts(10, 3, 11));
    assertThrows(IllegalArgumentException.class, () -> new Counts(10, -1, 11));
  }
}
