package plumbline.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The same seed gives the same bits, whatever runs it. */
class EnginesTest {
  private static final long SEED = 20;

  private static double[][] run(Engine engine, Plan plan, long block) throws InterruptedException {
    Ratios ratios = engine.run(plan, SEED, block);
    double[][] all = new double[ratios.channels()][];
    for (int channel = 0; channel < all.length; channel++) {
      all[channel] = ratios.channel(channel);
    }
    return all;
  }

  private static void assertSame(double[][] expected, double[][] actual) {
    assertEquals(expected.length, actual.length);
    for (int channel = 0; channel < expected.length; channel++) {
      assertArrayEquals(expected[channel], actual[channel], "channel " + channel);
    }
  }

  @TestFactory
  List<DynamicTest> anyNumberOfThreadsGivesTheSameBits() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, Plan> example : Examples.all().entrySet()) {
      tests.add(
          DynamicTest.dynamicTest(
              example.getKey(),
              () -> {
                double[][] one;
                try (CpuEngine engine = new CpuEngine(1)) {
                  one = run(engine, example.getValue(), 3);
                }
                for (int threads : new int[] {2, 7}) {
                  try (CpuEngine engine = new CpuEngine(threads)) {
                    assertSame(one, run(engine, example.getValue(), 3));
                  }
                }
                assertMoves(example.getValue(), one);
              }));
    }
    assertEquals(37, tests.size());
    return tests;
  }

  /** Replicas differ where something is drawn, and all numbers are finite. */
  private static void assertMoves(Plan plan, double[][] ratios) {
    for (double[] channel : ratios) {
      assertTrue(Arrays.stream(channel).allMatch(Double::isFinite));
    }
    assertTrue(Arrays.stream(ratios[0]).distinct().count() > 1, "all replicas are alike");
  }

  @TestFactory
  List<DynamicTest> openClGivesTheBitsOfJava() throws UnavailableException {
    OpenClEngine device = OpenCl.engine();
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, Plan> example : Examples.all().entrySet()) {
      tests.add(
          DynamicTest.dynamicTest(
              example.getKey(),
              () -> {
                try (CpuEngine engine = new CpuEngine(1)) {
                  assertSame(
                      run(engine, example.getValue(), 3), run(device, example.getValue(), 3));
                }
              }));
    }
    tests.add(DynamicTest.dynamicTest("close", device::close));
    return tests;
  }

  @Test
  void blocksFollowOneAnother() throws InterruptedException {
    Plan plan = Examples.all().get("dense quadratic, factor GAUSSIAN");
    Plan wide = new Plan(plan.recursion(), plan.stream(), plan.purpose(), plan.channels(), 512);
    try (CpuEngine engine = new CpuEngine(2)) {
      double[] second = engine.run(plan, SEED, 1).channel(0);
      double[] both = engine.run(wide, SEED, 0).channel(0);
      assertArrayEquals(second, Arrays.copyOfRange(both, 256, 512));
    }
  }

  @Test
  void seedStreamAndPurposeChangeTheDraws() throws InterruptedException {
    Plan plan = Examples.all().get("diagonal quadratic, GAUSSIAN, d = 2");
    try (CpuEngine engine = new CpuEngine(1)) {
      double[] first = engine.run(plan, SEED, 0).channel(0);
      assertArrayEquals(first, engine.run(plan, SEED, 0).channel(0));
      assertFalse(Arrays.equals(first, engine.run(plan, SEED + 1, 0).channel(0)));
      assertFalse(Arrays.equals(first, engine.run(plan, SEED, 1).channel(0)));
      Plan stream = new Plan(plan.recursion(), "another", plan.purpose(), plan.channels(), 256);
      assertFalse(Arrays.equals(first, engine.run(stream, SEED, 0).channel(0)));
      Plan purpose = new Plan(plan.recursion(), plan.stream(), 2, plan.channels(), 256);
      assertFalse(Arrays.equals(first, engine.run(purpose, SEED, 0).channel(0)));
    }
  }

  @Test
  void anInterruptedRunStops() {
    Plan plan = Examples.all().get("least squares");
    try (CpuEngine engine = new CpuEngine(1)) {
      Thread.currentThread().interrupt();
      org.junit.jupiter.api.Assertions.assertThrows(
          InterruptedException.class, () -> engine.run(plan, SEED, 0));
    }
  }
}
