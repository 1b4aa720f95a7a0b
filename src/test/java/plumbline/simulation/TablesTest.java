package plumbline.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.lanes.Segment;
import plumbline.method.Method;
import plumbline.oracle.Oracle;
import plumbline.problem.Network;
import plumbline.problem.Problem;
import plumbline.recursion.Start;
import plumbline.series.Vector;

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

  /** 2^15 products a segment, but 256 iterations at least and 4096 at most. */
  @Test
  void segmentsAreAsLongAsAStepIsShort() {
    assertEquals(4096, length("two segments")); // 2 x 2 products a step: 8192 would be more
    assertEquals(1820, length(Examples.LEAST_SQUARES, 6)); // 3 x 6
    assertEquals(2184, length(Examples.LEAST_SQUARES, 0)); // 3 x 5
    assertEquals(256, length(Examples.grouped(Network.Trained.ALL), 0));
  }

  private static long length(String example) {
    Segment first = new Tables(Examples.all().get(example)).segments().get(0);
    return first.last() - first.first() + 1;
  }

  private static long length(Problem problem, int batch) {
    int d = problem.dimension();
    Oracle oracle = batch == 0 ? Oracle.exact(d) : Oracle.indices(d, batch);
    Start start = new Start.At(Vector.constant(d, BigFraction.ONE));
    Plan plan = Examples.plan(problem, oracle, Method.stochasticGradient(), start, 9000);
    Segment first = new Tables(plan).segments().get(0);
    return first.last() - first.first() + 1;
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
