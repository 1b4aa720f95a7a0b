package plumbline.lab;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import plumbline.check.CheckResult;

/**
 * One check on behalf of one page: what it says last, and who still listens. A picture that was not
 * fetched is replaced by the next: a slow reader misses pictures, and never holds up a run.
 */
final class Run {
  /**
   * What a page is told.
   *
   * @param number counts from 1
   * @param json the whole state of the page
   * @param last whether nothing follows
   */
  record News(long number, String json, boolean last) {}

  /** So often one who waits shows that he is still there. */
  private static final long SIGN_OF_LIFE = 250;

  private final Setting setting;
  private Thread worker;
  private News latest = new News(0, "", false);
  private CheckResult result;
  private String failure;
  private boolean cancelled;
  private int listeners;
  private long heard = System.nanoTime();

  Run(Setting setting) {
    this.setting = setting;
  }

  Setting setting() {
    return setting;
  }

  /** The calling thread takes the work; false if it was cancelled before it began. */
  synchronized boolean begin() {
    worker = cancelled ? null : Thread.currentThread();
    return !cancelled;
  }

  /** It is done with it: no interrupt of this run reaches its next one. */
  synchronized void end() {
    worker = null;
    Thread.interrupted();
  }

  synchronized void say(String json) {
    tell(json, false);
  }

  /** The last that it says: what it found. */
  synchronized void found(CheckResult found, String json) {
    result = found;
    tell(json, true);
  }

  /** The last that it says: why it found nothing. */
  synchronized void fail(String sentence) {
    failure = sentence;
    tell(Shown.failed(sentence), true);
  }

  private void tell(String json, boolean last) {
    latest = new News(latest.number() + 1, json, last);
    notifyAll();
  }

  /**
   * What it found, waited for; empty if it has not ended within the time, or is cancelled.
   *
   * @throws IllegalArgumentException if it found nothing: why
   */
  synchronized Optional<CheckResult> result(long milliseconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    long left = milliseconds;
    while (!latest.last() && !cancelled && left > 0) {
      after(latest.number(), Math.min(left, SIGN_OF_LIFE));
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    if (failure != null) {
      throw new IllegalArgumentException(failure);
    }
    return Optional.ofNullable(result);
  }

  /**
   * The latest news after these, waited for; empty if there are none within the time, or the run is
   * cancelled.
   */
  synchronized Optional<News> after(long number, long milliseconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    heard = System.nanoTime();
    while (latest.number() <= number && !cancelled) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    heard = System.nanoTime();
    return latest.number() > number ? Optional.of(latest) : Optional.empty();
  }

  /**
   * One more stream listens.
   *
   * @return false if the run is cancelled and has nothing more to say
   */
  synchronized boolean join() {
    listeners += cancelled ? 0 : 1;
    return !cancelled;
  }

  /** A stream has ended, and its page may ask for the next. */
  synchronized void part() {
    listeners--;
  }

  /** A stream has broken: if it was the last, its page has gone. Another is the same page's. */
  synchronized void breakOff() {
    part();
    if (listeners == 0) {
      cancel();
    }
  }

  /** Whether nobody has listened for so long. */
  synchronized boolean isLeft(long milliseconds) {
    return System.nanoTime() - heard > TimeUnit.MILLISECONDS.toNanos(milliseconds);
  }

  synchronized void cancel() {
    cancelled = true;
    if (worker != null) {
      worker.interrupt();
    }
    notifyAll();
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }
}
