package plumbline.lanes;

import java.util.concurrent.TimeUnit;
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

/** Draws on as many lanes as the CPU engine takes; nanoseconds a number drawn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class DrawBenchmark {
  private static final int LANES = 512;

  private final Draw kernel = new Draw(LANES);
  private int iteration;

  /** Four words of 32 bits a lane. */
  @Benchmark
  @OperationsPerInvocation(4 * LANES)
  public int[] words() {
    kernel.draw(0, LANES, ++iteration, 0, 0);
    return kernel.x0;
  }

  /** Four normals a lane, the words included. */
  @Benchmark
  @OperationsPerInvocation(4 * LANES)
  public double[] normals() {
    kernel.normals(0, LANES, ++iteration, 0, 0, 4);
    return kernel.z3;
  }

  /** A kernel that has draws alone. */
  private static final class Draw extends Noise {
    Draw(int lanes) {
      super(lanes, 1);
      for (int l = 0; l < lanes; l++) {
        replica[l] = l;
      }
    }

    @Override
    public void run() {
      throw new UnsupportedOperationException("nothing here is translated");
    }
  }
}
