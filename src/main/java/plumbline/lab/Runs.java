package plumbline.lab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import plumbline.check.Catalogue;
import plumbline.check.CheckResult;
import plumbline.check.InstanceResult;
import plumbline.check.Options;
import plumbline.check.Progress;
import plumbline.check.Request;
import plumbline.check.Suite;
import plumbline.simulation.Engine;

/** The runs of all pages: at most one a page, each on a thread of its own, taking turns. */
final class Runs implements AutoCloseable {
  /** For an eye: what is left open after it is said to be open. */
  static final double SECONDS = 3;

  /** A tenth of a second is what a hand on a slider still feels as at once. */
  private static final long BETWEEN_PICTURES = TimeUnit.MILLISECONDS.toNanos(100);

  private static final int MOST = 32;
  private static final int REMEMBERED = 32;

  private final Catalogue catalogue;
  private final Turns turns;
  private final Patience patience;
  private final Map<String, Run> byPage = new ConcurrentHashMap<>();
  private final AtomicInteger working = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool(Runs::thread);
  private final ScheduledExecutorService reaper =
      Executors.newSingleThreadScheduledExecutor(Runs::thread);
  private final Map<String, CheckResult> finished =
      Collections.synchronizedMap(
          new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CheckResult> eldest) {
              return size() > REMEMBERED;
            }
          });

  Runs(Catalogue catalogue, Turns turns, Patience patience) {
    this.catalogue = catalogue;
    this.turns = turns;
    this.patience = patience;
    reaper.scheduleWithFixedDelay(this::reap, 500, 500, TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "plumbline-lab");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The page's run at this setting: the one that goes on, or a new one in place of another. A
   * stream has joined it, see {@link Stream#send}.
   *
   * @throws IllegalStateException if too many run already
   */
  synchronized Run of(String page, Setting setting) {
    Run present = byPage.get(page);
    if (present != null && present.setting().equals(setting) && present.join()) {
      return present;
    }
    if (present != null) {
      present.cancel();
      byPage.remove(page);
    }
    countIn();
    Run run = new Run(setting);
    run.join();
    byPage.put(page, run);
    threads.execute(() -> work(run));
    return run;
  }

  private synchronized void countIn() {
    if (working.get() >= MOST) {
      throw new IllegalStateException(
          MOST + " runs go on already, which is the most: close a page and try again");
    }
    working.incrementAndGet();
  }

  Patience patience() {
    return patience;
  }

  /** How many work now, those included that were cancelled and have not heard of it yet. */
  int working() {
    return working.get();
  }

  private void reap() {
    byPage.forEach(
        (page, run) -> {
          if (run.isLeft(patience.left()) && byPage.remove(page, run)) {
            run.cancel();
          }
        });
  }

  private void work(Run run) {
    Setting setting = run.setting();
    try {
      if (!run.begin()) {
        return;
      }
      CheckResult result = check(setting, new Heard(run));
      run.found(result, Shown.done(setting, result));
    } catch (InterruptedException | CancellationException e) {
      // its page has gone, or moved on
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      run.fail(sentence(e));
    } finally {
      run.end();
      working.decrementAndGet();
    }
  }

  private static String sentence(Throwable e) {
    return e instanceof IllegalArgumentException && e.getMessage() != null
        ? e.getMessage()
        : "unexpected: "
            + e
            + ": this is an error of plumbline and not of the input; the command line shows it in"
            + " full";
  }

  private CheckResult check(Setting setting, Progress progress) throws InterruptedException {
    Options options =
        new Options(setting.seed(), OptionalDouble.empty(), OptionalDouble.of(SECONDS));
    Request request =
        new Request(
            setting.id(),
            List.of(setting.instance(catalogue.theorem(setting.id()).orElseThrow().declaration())));
    try (Engine engine = turns.engine()) {
      CheckResult result = new Suite(catalogue, options).check(request, engine, progress);
      finished.put(key(setting), result);
      return result;
    }
  }

  /**
   * The result at a setting: remembered, or of a run of this page. Empty if that goes on still; it
   * does for a while, so that the page can ask again, and ends if it does not.
   *
   * @throws IllegalArgumentException if nothing can be found at this setting
   * @throws IllegalStateException if too many run already
   */
  Optional<CheckResult> result(String page, Setting setting) throws InterruptedException {
    CheckResult known = finished.get(key(setting));
    if (known != null) {
      return Optional.of(known);
    }
    Run run = of(page, setting);
    try {
      return run.result(patience.left());
    } finally {
      run.part();
    }
  }

  private static String key(Setting setting) {
    return setting.id() + "?" + setting.query();
  }

  /** Shows what is so far, not more often than an eye follows. */
  private static final class Heard implements Progress {
    /** Hypotheses and bound; exact curves; the first mean: none of these waits. */
    private static final int AT_ONCE = 3;

    private final Run run;
    private int shown;
    private long last;

    Heard(Run run) {
      this.run = run;
    }

    @Override
    public void soFar(Supplier<InstanceResult> instance) {
      goOn();
      long now = System.nanoTime();
      if (shown < AT_ONCE || now - last >= BETWEEN_PICTURES) {
        run.say(Shown.soFar(run.setting(), instance.get()));
        shown++;
        last = System.nanoTime();
        // what draws may swallow an interrupt, and the engine would not hear of it
        goOn();
      }
    }

    private void goOn() {
      if (run.isCancelled()) {
        throw new CancellationException("the page has gone, or moved on");
      }
    }
  }

  @Override
  public void close() {
    reaper.shutdownNow();
    byPage.values().forEach(Run::cancel);
    threads.shutdown();
  }
}
