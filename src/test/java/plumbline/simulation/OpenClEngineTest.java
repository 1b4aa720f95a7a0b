package plumbline.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import plumbline.formula.Constants;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.oracle.Oracle;
import plumbline.problem.Accuracy;
import plumbline.problem.Problem;
import plumbline.recursion.Recursion;
import plumbline.series.Vector;

/** Kernels that plans share, and arrays that move while a device works. */
class OpenClEngineTest {
  private static final int BLOCKS = 8;

  private static Plan example(String name) {
    return Examples.all().get(name);
  }

  private static double[] onCpu(Plan plan) throws InterruptedException {
    try (CpuEngine engine = new CpuEngine(1)) {
      return engine.run(plan, 3, 0).channel(0);
    }
  }

  @Test
  void plansOfOneLeafShareOneKernelAndKeepTheirBits() throws Exception {
    List<Plan> plans =
        List.of(
            example("dense quadratic, factor GAUSSIAN"),
            example("momentum"),
            example("logistic"),
            example("diagonal quadratic, STUDENT4, d = 6"));
    try (OpenClEngine engine = OpenCl.engine()) {
      for (int round = 0; round < 2; round++) {
        for (Plan plan : plans) {
          assertEquals(Optional.empty(), engine.refuses(plan));
          assertArrayEquals(onCpu(plan), engine.run(plan, 3, 0).channel(0));
        }
      }
      // the leaf of quadratics and the leaf of logistic sums
      assertEquals(2, engine.compiled());
    }
  }

  @Test
  void whatIsRefusedOrNotIsCompiledBeforeItRuns() throws Exception {
    try (OpenClEngine engine = OpenCl.engine()) {
      assertEquals(0, engine.compiled());
      engine.refuses(example("cosine"));
      assertEquals(1, engine.compiled());
      engine.run(example("cosine"), 3, 0);
      assertEquals(1, engine.compiled());
    }
  }

  @Test
  void anEngineThatOnlyCompiledClosesWithoutHarm() throws Exception {
    // Aparapi's dispose ends the process on a kernel that was compiled and never ran
    for (int i = 0; i < 5; i++) {
      try (OpenClEngine engine = OpenCl.engine()) {
        engine.refuses(example("cosine"));
        engine.refuses(example("logistic"));
      }
    }
  }

  @Test
  void arraysThatTheCollectorMovesKeepTheirBits() throws Exception {
    Plan plan = example("two segments");
    assertTrue(new Tables(plan).segments().size() > 1, "what moves between two of them");
    double[] expected = onCpu(plan);
    AtomicBoolean done = new AtomicBoolean();
    Thread collector =
        new Thread(
            () -> {
              while (!done.get()) {
                System.gc();
                pause();
              }
            });
    int wrong = 0;
    try (OpenClEngine engine = OpenCl.engine()) {
      engine.run(plan, 3, 0);
      collector.start();
      for (int i = 0; i < BLOCKS; i++) {
        // another plan, so that its arrays are young and move
        Plan same = new Plan(plan.recursion(), plan.stream(), plan.purpose(), plan.channels(), 256);
        double[] actual = engine.run(same, 3, 0).channel(0);
        wrong += java.util.Arrays.equals(expected, actual) ? 0 : 1;
      }
    } finally {
      done.set(true);
      collector.join();
    }
    assertEquals(0, wrong, "of " + BLOCKS + " blocks");
  }

  /** Without it one collection follows another, and a block takes a quarter of a minute. */
  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Made(Lanes kernel) implements Problem {
    @Override
    public String name() {
      return "made for a test";
    }

    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public Constants constants() {
      return Constants.none();
    }

    @Override
    public Optional<Vector> minimizer() {
      return Optional.of(Vector.parse("0"));
    }

    @Override
    public Accuracy accuracy() {
      return new Accuracy(true, 0, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public Lanes lanes(Layout layout) {
      return kernel;
    }
  }

  @Test
  void aPlanWhoseKernelDoesNotTranslateIsRefusedInTheSentenceThatRunThrows() throws Exception {
    Plan like = example("diagonal quadratic, GAUSSIAN, d = 1");
    Problem problem = new Made(new Untranslatable(1, new Layout(256, 0)));
    Recursion recursion =
        new Recursion(
            problem,
            Oracle.exact(1),
            like.recursion().method(),
            like.recursion().stepsize(),
            like.recursion().start());
    Plan plan = new Plan(recursion, "", 0, like.channels(), 256);
    try (OpenClEngine engine = OpenCl.engine()) {
      String why = engine.refuses(plan).orElseThrow();
      assertTrue(
          why.startsWith("plumbline.simulation.Untranslatable does not translate to OpenCL"), why);
      Exception thrown = assertThrows(IllegalArgumentException.class, () -> engine.run(plan, 3, 0));
      assertTrue(
          thrown.getMessage().startsWith("plumbline.simulation.Untranslatable does not translate"),
          thrown::getMessage);
      assertEquals(0, engine.compiled());
    }
  }
}
