package plumbline.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.lanes.Segment;

/** However a run is cut into segments, it is the same run. */
class TablesTest {
  @Test
  void segmentsOfSevenIterationsGiveTheBitsOfOne() {
    for (Map.Entry<String, Plan> example : Examples.all().entrySet()) {
      if (example.getValue().last() < 1000) {
        Tables cut = new Tables(example.getValue(), 7);
        Tables whole = new Tables(example.getValue(), 1000);
        assertEquals((example.getValue().last() + 6) / 7, cut.segments().size());
        assertEquals(1, whole.segments().size());
        assertArrayEquals(ratios(whole), ratios(cut), example.getKey());
      }
    }
  }

  private static double[][] ratios(Tables tables) {
    Lanes kernel = tables.plan().recursion().problem().lanes(new Layout(16, tables.memories()));
    kernel.install(tables.program(3), 1);
    kernel.number(0);
    for (Segment segment : tables.segments()) {
      kernel.load(segment);
      kernel.work(0, 16);
    }
    return kernel.ratios();
  }
}
