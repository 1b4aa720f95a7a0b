package plumbline.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Runs plans with somebody's own step in place of the declared method: replica by replica, on
 * threads of its own, with the draws that every engine takes.
 *
 * <p>A step that throws, returns no iterate, or does not end is a {@link StepException}; of several
 * replicas that fail, the one of the lowest number is told.
 */
public final class ScalarEngine implements Engine {
  private static final long PAUSE_MILLISECONDS = 20;

  private final Supplier<? extends ScalarStep> steps;
  private final Limits limits;
  private final int threads;
  private final ExecutorService pool;
  private final long began;
  private Prepared prepared;

  /** A plan with its tables, kept while blocks of it are asked for. */
  private record Prepared(Plan plan, Tables tables, double[] stepsizes) {}

  /**
   * How long a step and a whole run may take.
   *
   * @param step seconds, above 0
   * @param run seconds, above 0
   */
  public record Limits(double step, double run) {
    public Limits {
      if (!(step > 0 && run > 0)) {
        throw new IllegalArgumentException(
            "time limits are above 0, got " + step + " s a step and " + run + " s a run");
      }
    }

    /** Ten seconds a step, ten minutes in all. */
    public static Limits standard() {
      return new Limits(10, 600);
    }
  }

  /** A failure and its replica. */
  private record Failed(long replica, RuntimeException why) {}

  /**
   * @param steps makes a new object for each replica
   * @param threads at least 1
   */
  public ScalarEngine(Supplier<? extends ScalarStep> steps, int threads, Limits limits) {
    pool = Threads.pool(threads, "plumbline-steps");
    this.steps = steps;
    this.limits = limits;
    this.threads = threads;
    began = System.nanoTime();
  }

  @Override
  public String device() {
    return "scalar";
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
    int replicas = plan.replicasPerBlock();
    double[][] ratios = new double[plan.channels().size()][replicas];
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Failed> failed = new AtomicReference<>();
    List<ScalarRun> runs = new ArrayList<>();
    List<Runnable> tasks = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      ScalarRun run = newRun(seed);
      runs.add(run);
      tasks.add(
          () -> {
            for (int r = next.getAndIncrement(); r < replicas; r = next.getAndIncrement()) {
              one(run, block * replicas + r, r, ratios, failed);
            }
          });
    }
    finish(tasks, runs);
    if (failed.get() != null) {
      throw failed.get().why();
    }
    return new Ratios(ratios);
  }

  private void one(
      ScalarRun run, long number, int r, double[][] ratios, AtomicReference<Failed> failed) {
    Failed before = failed.get();
    if (before != null && before.replica() < number) {
      return;
    }
    try {
      run.run(fresh(), number, ScalarRun.UNSEEN);
      for (int channel = 0; channel < ratios.length; channel++) {
        ratios[channel][r] = run.ratio(channel);
      }
    } catch (RuntimeException e) {
      // replicas of lower numbers are still run: for any number of threads the lowest is told
      failed.accumulateAndGet(
          new Failed(number, e), (a, b) -> a == null || b.replica() < a.replica() ? b : a);
    }
  }

  private ScalarStep fresh() {
    ScalarStep step;
    try {
      step = steps.get();
    } catch (Throwable e) { // whatever it is, it is the author's
      throw new StepException("a new object of the step could not be made: " + e, e);
    }
    if (step == null) {
      throw new StepException("no step was made for a replica: give a new object each time");
    }
    return step;
  }

  private ScalarRun newRun(long seed) {
    return new ScalarRun(prepared.tables(), prepared.stepsizes(), seed);
  }

  /**
   * The iterates w_1, w_2, ... of some replicas up to the plan's last iteration, each of shape
   * [last][d]; the replicas are run in this order, one after another.
   *
   * @throws StepException if the step fails
   */
  public synchronized List<double[][]> paths(Plan plan, long seed, long... replicas)
      throws InterruptedException {
    prepare(plan);
    ScalarRun run = newRun(seed);
    List<double[][]> paths = new ArrayList<>();
    Runnable all =
        () -> {
          for (long replica : replicas) {
            double[][] path = new double[(int) plan.last()][];
            run.run(fresh(), replica, (k, w) -> path[k - 1] = w);
            paths.add(path);
          }
        };
    finish(List.of(all), List.of(run));
    return paths;
  }

  /** The same by the declared method, bit for bit as every engine makes it. */
  public static List<double[][]> references(Plan plan, long seed, long... replicas) {
    Refusals.of(plan).ifPresent(ScalarEngine::refuse);
    ScalarRun run = new ScalarRun(new Tables(plan), new double[0], seed);
    List<double[][]> paths = new ArrayList<>();
    for (long replica : replicas) {
      double[][] path = new double[(int) plan.last()][];
      run.reference(replica, (k, w) -> path[k - 1] = w);
      paths.add(path);
    }
    return paths;
  }

  private static void refuse(String why) {
    throw new IllegalArgumentException(why);
  }

  private void prepare(Plan plan) {
    if (prepared != null && prepared.plan() == plan) {
      return;
    }
    refuses(plan).ifPresent(ScalarEngine::refuse);
    double[] stepsizes = new double[(int) plan.last() + 1];
    for (int k = 1; k <= stepsizes.length; k++) {
      stepsizes[k - 1] = plan.recursion().stepsize().at(k);
    }
    prepared = new Prepared(plan, new Tables(plan), stepsizes);
  }

  /** Waits for all tasks, and no longer than a step or the run may take. */
  private void finish(List<Runnable> tasks, List<ScalarRun> runs) throws InterruptedException {
    List<Future<?>> futures = new ArrayList<>();
    tasks.forEach(task -> futures.add(pool.submit(task)));
    try {
      for (Future<?> future : futures) {
        await(future, runs);
      }
    } catch (StepException | InterruptedException e) {
      runs.forEach(ScalarRun::cancel);
      futures.forEach(future -> future.cancel(true));
      throw e;
    }
  }

  private void await(Future<?> future, List<ScalarRun> runs) throws InterruptedException {
    while (true) {
      try {
        future.get(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException running) {
        long now = System.nanoTime();
        for (ScalarRun run : runs) {
          run.watch(now, (long) (limits.step() * 1e9));
        }
        // a sum would run over where a limit is meant to be none
        if (now - began > (long) (limits.run() * 1e9)) {
          throw StepException.impatient(limits.run());
        }
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        // what a step throws is a StepException by now: this is an error of ours
        throw (Error) e.getCause();
      }
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
