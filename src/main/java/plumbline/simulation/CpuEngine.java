package plumbline.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.lanes.Program;
import plumbline.lanes.Segment;
import plumbline.problem.Problem;

/**
 * Runs kernels as plain Java on threads of its own, one kernel a thread, a chunk of lanes at a
 * time. (Aparapi's own Java threads are six times slower and share what must not be shared.)
 */
public final class CpuEngine implements Engine {
  // short loops cost their ends: 512 lanes took 0.9 of the time of 256, and 128 took 1.2
  private static final int MOST_LANES = 512;

  /** So that two threads share sixteen replicas, the smallest block. */
  private static final int FEWEST_LANES = 8;

  /** Beyond this state of a chunk fewer lanes are faster, down to some. */
  private static final long NEAR_BYTES = 512 << 10;

  private static final int FEWEST_NEAR = 64;

  private final int threads;
  private final ExecutorService pool;
  private Prepared prepared;

  /** A plan with its tables and kernels, kept while blocks of it are asked for. */
  private record Prepared(Plan plan, Tables tables, int lanes, List<Lanes> kernels) {}

  /** An engine with as many threads as the machine offers. */
  public CpuEngine() {
    this(Runtime.getRuntime().availableProcessors());
  }

  /**
   * @param threads at least 1
   */
  public CpuEngine(int threads) {
    pool = Threads.pool(threads, "plumbline-lanes");
    this.threads = threads;
  }

  @Override
  public String device() {
    return "cpu";
  }

  @Override
  public boolean allowsCompany() {
    return true;
  }

  @Override
  public Optional<String> refuses(Plan plan) {
    return Refusals.of(plan);
  }

  @Override
  public synchronized Ratios run(Plan plan, long seed, long block) throws InterruptedException {
    prepare(plan);
    double[][] ratios = new double[plan.channels().size()][plan.replicasPerBlock()];
    Program program = prepared.tables().program(seed);
    AtomicInteger next = new AtomicInteger();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (Lanes kernel : prepared.kernels()) {
      tasks.add(
          () -> {
            kernel.install(program, 1);
            work(kernel, next, block, ratios);
            return null;
          });
    }
    for (Future<Void> task : pool.invokeAll(tasks)) {
      finish(task);
    }
    return new Ratios(ratios);
  }

  private static void finish(Future<Void> task) throws InterruptedException {
    try {
      task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new InterruptedException("the run was cancelled");
    }
  }

  private void prepare(Plan plan) {
    if (prepared != null && prepared.plan() == plan) {
      return;
    }
    refuses(plan).ifPresent(CpuEngine::refuse);
    Tables tables = new Tables(plan);
    Problem problem = plan.recursion().problem();
    int lanes = lanes(plan.replicasPerBlock(), 8L * problem.dimension() * (2 + tables.memories()));
    int kernels = Math.min(threads, plan.replicasPerBlock() / lanes);
    List<Lanes> made = new ArrayList<>();
    for (int i = 0; i < kernels; i++) {
      made.add(problem.lanes(new Layout(lanes, tables.memories())));
    }
    prepared = new Prepared(plan, tables, lanes, List.copyOf(made));
  }

  private static void refuse(String why) {
    throw new IllegalArgumentException(why);
  }

  /**
   * A power of two, so that chunks divide a block: at most a thread's share of it.
   *
   * @param bytes of state a lane
   */
  private int lanes(int replicas, long bytes) {
    int lanes = Math.min(MOST_LANES, Integer.highestOneBit(Math.max(1, replicas / threads)));
    while (lanes > FEWEST_NEAR && lanes * bytes > NEAR_BYTES) {
      lanes /= 2;
    }
    return Math.max(FEWEST_LANES, lanes);
  }

  private void work(Lanes kernel, AtomicInteger next, long block, double[][] ratios)
      throws InterruptedException {
    int lanes = prepared.lanes();
    int replicas = prepared.plan().replicasPerBlock();
    for (int from = next.getAndAdd(lanes); from < replicas; from = next.getAndAdd(lanes)) {
      kernel.number(block * replicas + from);
      for (Segment segment : prepared.tables().segments()) {
        if (Thread.interrupted()) {
          throw new InterruptedException("the run was cancelled");
        }
        kernel.load(segment);
        kernel.work(0, lanes);
      }
      for (int channel = 0; channel < ratios.length; channel++) {
        System.arraycopy(kernel.ratios()[channel], 0, ratios[channel], from, lanes);
      }
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
