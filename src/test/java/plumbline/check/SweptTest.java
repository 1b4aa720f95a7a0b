package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweptTest {
  /** Sides at k = 1, 2, ..., by their words. */
  private static String axis(String... words) {
    List<Layer.Side> sides =
        Arrays.stream(words)
            .map(w -> new Layer.Side(w, Arrays.asList(words).indexOf(w) + 1L, 1, 1, 0))
            .toList();
    return Swept.axis(sides);
  }

  @Test
  void pointsThatAreNamedNameTheAxis() {
    assertEquals("n", axis("n = 1", "n = 2", "n = 3"));
    assertEquals("iteration k", axis("k = 1", "k = 2", "k = 3"));
    assertEquals("delay k", axis("delay 1", "delay 2"));
  }

  @Test
  void aNumberInsideTheWordsIsReplacedWhereItIsThePoint() {
    assertEquals("alpha x k/20", axis("alpha x 1/20", "alpha x 2/20", "alpha x 3/20"));
    // 2/2: the first 2 is the point, the second is not
    assertEquals("w = k/2", axis("w = 1/2", "w = 2/2"));
  }

  @Test
  void pointsWithoutACommonWordAreIterations() {
    assertEquals("iteration k", axis("k = 1", "the last, n = 2"));
    assertEquals("iteration k", axis("first", "second"));
    assertEquals("iteration k", Swept.axis(List.of()));
  }
}
