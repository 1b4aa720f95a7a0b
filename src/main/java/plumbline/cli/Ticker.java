package plumbline.cli;

import java.io.PrintWriter;
import plumbline.check.CheckResult;
import plumbline.check.Progress;

/** One line on a terminal that says how far a long run is, and is erased before anything else. */
final class Ticker implements Progress {
  /** A run that is over sooner needs no such line. */
  private static final long PATIENCE_NANOSECONDS = 2_000_000_000L;

  /** Often enough to be seen to move, seldom enough to cost nothing. */
  private static final long PAUSE_NANOSECONDS = 100_000_000L;

  private final PrintWriter err;
  private final long patience;
  private final long start = System.nanoTime();
  private long shown;
  private int length;
  private String card = "";
  private String instance = "";

  private Ticker(PrintWriter err, long patience) {
    this.err = err;
    this.patience = patience;
    this.shown = start;
  }

  /** For a person at a terminal; silent elsewhere. */
  static Ticker on(PrintWriter err) {
    return new Ticker(err, Colours.terminal() ? PATIENCE_NANOSECONDS : Long.MAX_VALUE);
  }

  /** Shows itself at once and wherever it is. */
  static Ticker impatient(PrintWriter err) {
    return new Ticker(err, 0);
  }

  /** Any words. */
  void text(String words) {
    card = words;
    show("");
  }

  @Override
  public void card(String id, int index, int total) {
    card = (index + 1) + "/" + total + " " + id;
    instance = "";
    show("");
  }

  @Override
  public void instance(String name) {
    instance = ", " + name;
    show("");
  }

  @Override
  public void replicas(long done, long most) {
    show(", %d of at most %d replicas".formatted(Math.min(done, most), most));
  }

  @Override
  public void done(CheckResult result) {
    erase();
  }

  private void show(String replicas) {
    long now = System.nanoTime();
    if (now - start < patience || length > 0 && now - shown < PAUSE_NANOSECONDS) {
      return;
    }
    erase();
    // a full line would wrap, and a carriage return would not come back to its start
    String line = Text.cut(card + instance + replicas, 79);
    err.print(line);
    err.flush();
    length = line.length();
    shown = now;
  }

  /** Leaves the line empty. */
  void erase() {
    if (length > 0) {
      err.print("\r" + " ".repeat(length) + "\r");
      err.flush();
      length = 0;
    }
  }
}
