package plumbline.simulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import plumbline.lanes.Layout;
import plumbline.lanes.Replica;
import plumbline.lanes.Segment;

/** Runs replicas of a plan one at a time, each with a step of its own or with the plan's method. */
final class ScalarRun implements ScalarStep.Given {
  private final Tables tables;
  private final double[] stepsizes;
  private final Replica replica;
  private final int d;
  private long number;
  private int k;

  /** When the step that runs began, in nanoseconds; 0 between steps. Read by a watch. */
  private volatile long since;

  private volatile boolean cancelled;

  /**
   * @param stepsizes alpha_1, alpha_2, ..., shared by all runs of a plan
   */
  ScalarRun(Tables tables, double[] stepsizes, long seed) {
    this.tables = tables;
    this.stepsizes = stepsizes;
    int memories = Math.max(Replica.FEWEST_MEMORIES, tables.memories());
    replica = new Replica(tables.plan().recursion().problem().lanes(new Layout(1, memories)));
    replica.install(tables.program(seed));
    d = tables.plan().recursion().problem().dimension();
  }

  /** Called before each step with k and w_k, and once more behind the last. */
  interface Visitor {
    void at(int k, double[] w);
  }

  /** Sees nothing, and costs nothing. */
  static final Visitor UNSEEN = (k, w) -> {};

  /** Runs one replica with this step. */
  void run(ScalarStep step, long replicaNumber, Visitor visitor) {
    walk(replicaNumber, visitor, () -> replica.move(checked(step)));
  }

  /** Runs one replica with the method that the recursion declares. */
  void reference(long replicaNumber, Visitor visitor) {
    walk(replicaNumber, visitor, () -> replica.step(k));
  }

  private void walk(long replicaNumber, Visitor visitor, Runnable step) {
    number = replicaNumber;
    int steps = tables.steps();
    for (Segment segment : tables.segments()) {
      if (segment.first() == 1) {
        replica.begin(number, segment);
      } else {
        replica.load(segment);
      }
      for (k = segment.first(); k <= segment.last(); k++) {
        if (visitor != UNSEEN) {
          visitor.at(k, replica.iterate());
        }
        replica.readIterate(k);
        if (k <= steps) {
          replica.readGradient(k);
          step.run();
        }
      }
    }
  }

  double ratio(int channel) {
    return replica.ratio(channel);
  }

  private double[] checked(ScalarStep step) {
    goOn();
    double[] next;
    since = System.nanoTime();
    try {
      next = step.step(replica.iterate(), this, k);
    } catch (StepException e) {
      throw e;
    } catch (Throwable e) { // whatever it is, it is the author's
      throw new StepException(
          k, "step " + k + " of replica " + number + " threw " + e + place(e, step), e);
    } finally {
      since = 0;
    }
    if (next == null) {
      throw said("returned null: return the next iterate");
    }
    shape("returned", next);
    for (int j = 0; j < d; j++) {
      if (!Double.isFinite(next[j])) {
        throw said(
            "returned " + next[j] + " in coordinate " + (j + 1) + ": an iterate is finite numbers");
      }
    }
    return next;
  }

  /** Where in the author's own class it happened. */
  private static String place(Throwable e, ScalarStep step) {
    return Arrays.stream(e.getStackTrace())
        .filter(line -> line.getClassName().equals(step.getClass().getName()))
        .findFirst()
        .map(line -> " (" + line.getFileName() + ", line " + line.getLineNumber() + ")")
        .orElse("");
  }

  private void shape(String did, double[] vector) {
    if (vector.length != d) {
      throw said(
          "%s %d coordinates where the iterate has %d: keep the length"
              .formatted(did, vector.length, d));
    }
  }

  private StepException said(String what) {
    return StepException.at(number, k, what);
  }

  @Override
  public double[] gradient(double[] at) {
    goOn();
    if (at == null) {
      throw said("asked for a gradient at null: give a point");
    }
    shape("asked for a gradient at", at);
    if (!DoubleStream.of(at).allMatch(Double::isFinite)) {
      throw said("asked for a gradient where a coordinate is no finite number");
    }
    return replica.gradient(at, k);
  }

  @Override
  public double stepsize(long of) {
    if (of < 1) {
      throw said("asked for alpha_" + of + ": stepsizes are numbered from 1");
    }
    return of <= stepsizes.length
        ? stepsizes[(int) of - 1]
        : tables.plan().recursion().stepsize().at(of);
  }

  /** Tells the watch whether a step has run for longer than it may. */
  void watch(long now, long limitNanoseconds) {
    long began = since;
    if (began != 0 && now - began > limitNanoseconds) {
      throw said(
          String.format(
              Locale.ROOT, "has not returned after %.1f s: does it end?", limitNanoseconds / 1e9));
    }
  }

  /** Ends this run with its next step or gradient. */
  void cancel() {
    cancelled = true;
  }

  private void goOn() {
    if (cancelled) {
      throw said("was given up");
    }
  }
}
