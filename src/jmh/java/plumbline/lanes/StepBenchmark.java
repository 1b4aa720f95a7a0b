package plumbline.lanes;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import plumbline.formula.Constants;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.LeastSquares;
import plumbline.problem.Network;
import plumbline.problem.Quadratic;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.simulation.ReadyKernels;

/**
 * The parts of a step on the problems of the workloads W1, W3 and W5. Nanoseconds a coordinate and
 * replica; of the network, a unit, sample and replica.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class StepBenchmark {
  private static final int LANES = 512;
  private static final int FEW_LANES = 16;
  private static final int COORDINATES = 10;
  private static final int ROWS = 1000;
  private static final int ROW_COORDINATES = 20;
  private static final int SAMPLES = 20;
  private static final int UNITS = 2000;

  /** A diagonal quadratic with and without noise. */
  @State(Scope.Thread)
  public static class OfQuadratic {
    private final Quadratic problem =
        Quadratic.diagonal(Vector.generate(COORDINATES, j -> new BigFraction(1 + j, 10)));
    final Lanes exact = ReadyKernels.of(problem, Oracle.exact(COORDINATES), LANES);
    final Lanes noisy =
        ReadyKernels.of(
            problem,
            Oracle.additive(Vector.constant(COORDINATES, BigFraction.ONE), Law.GAUSSIAN),
            LANES);
    int iteration;
  }

  /** A sum of squares, of which one term is drawn. */
  @State(Scope.Thread)
  public static class OfSum {
    final Lanes kernel =
        ReadyKernels.of(
            new LeastSquares(
                inputs(ROWS, ROW_COORDINATES),
                Vector.generate(ROWS, i -> new BigFraction(i * 29 % 32 - 16, 16)),
                Optional.empty(),
                Constants.none()),
            Oracle.indices(ROW_COORDINATES, 1),
            LANES);
    int iteration;
  }

  /** The first layer of a wide network. */
  @State(Scope.Thread)
  public static class OfNetwork {
    final Lanes kernel =
        ReadyKernels.of(
            new Network(
                inputs(SAMPLES, COORDINATES),
                Vector.generate(SAMPLES, i -> new BigFraction(i % 2 == 0 ? 1 : -1)),
                UNITS,
                Network.Trained.FIRST_LAYER),
            Oracle.exact(UNITS * COORDINATES),
            FEW_LANES);
  }

  private static Matrix inputs(int rows, int columns) {
    return new Matrix(
        IntStream.range(0, rows)
            .mapToObj(
                i ->
                    Vector.generate(
                        columns, j -> new BigFraction((i * 37 + j * 101) % 64 - 32, 64)))
            .toList());
  }

  @Benchmark
  @OperationsPerInvocation(LANES * COORDINATES)
  public Object gradientOfQuadratic(OfQuadratic of) {
    of.exact.oracle(0, 0, LANES, ++of.iteration);
    return of.exact;
  }

  /** Draws and the adding of noise included. */
  @Benchmark
  @OperationsPerInvocation(LANES * COORDINATES)
  public Object noisyGradientOfQuadratic(OfQuadratic of) {
    of.noisy.oracle(0, 0, LANES, ++of.iteration);
    return of.noisy;
  }

  /** w &lt;- a w + b g, with a and b that leave the numbers ordinary. */
  @Benchmark
  @OperationsPerInvocation(LANES * COORDINATES)
  public Object combine(OfQuadratic of) {
    of.exact.combine(0, 1.0, -0x1p-60, Codes.G * COORDINATES, 0, LANES);
    return of.exact;
  }

  /** Whole steps, from a new start each time. */
  @Benchmark
  @OperationsPerInvocation(LANES * COORDINATES * ReadyKernels.STEPS)
  public Object stepsOnQuadratic(OfQuadratic of) {
    of.noisy.work(0, LANES);
    return of.noisy;
  }

  /** The draw of the index included. */
  @Benchmark
  @OperationsPerInvocation(LANES * ROW_COORDINATES)
  public Object gradientOfSumByIndex(OfSum of) {
    of.kernel.oracle(0, 0, LANES, ++of.iteration);
    return of.kernel;
  }

  @Benchmark
  @OperationsPerInvocation(FEW_LANES * UNITS * SAMPLES)
  public Object gradientOfNetwork(OfNetwork of) {
    of.kernel.oracle(0, 0, FEW_LANES, 1);
    return of.kernel;
  }
}
