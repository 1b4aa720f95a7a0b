package plumbline.simulation;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.method.Method;
import plumbline.oracle.Oracle;
import plumbline.problem.Problem;
import plumbline.quantity.Quantity;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.stepsize.Stepsize;

/** ReadyKernels in the state in which an engine runs them. */
public final class ReadyKernels {
  /** Steps that one call of {@code work} makes; their table is one segment. */
  public static final int STEPS = 255;

  private ReadyKernels() {}

  /**
   * Stochastic gradient with stepsize 1/100 from standard normal weights; the gap is read once.
   *
   * @param lanes a power of two
   */
  public static Lanes of(Problem problem, Oracle oracle, int lanes) {
    Recursion recursion =
        new Recursion(
            problem,
            oracle,
            Method.stochasticGradient(),
            Stepsize.fixed(new BigFraction(1, 100)),
            new Start.Normal(BigFraction.ONE));
    Channel end = new Channel(Quantity.GAP, Channel.Gather.AT, STEPS + 1, STEPS + 1, j -> 1);
    Plan plan = new Plan(recursion, "benchmark", 0, List.of(end), lanes);
    Tables tables = new Tables(plan);
    Lanes kernel = problem.lanes(new Layout(lanes, tables.memories()));
    kernel.install(tables.program(0), 1);
    kernel.number(0);
    if (tables.segments().size() != 1 || tables.program(0).steps() != STEPS) {
      throw new IllegalStateException(
          "one table of " + STEPS + " steps is wanted, got " + tables.segments().size());
    }
    kernel.load(tables.segments().get(0));
    kernel.work(0, lanes);
    return kernel;
  }
}
