package plumbline.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * Standard input of the cells: each line is asked of the person at the front end. Closing puts the
 * former stream back.
 */
final class KernelInput extends InputStream {
  private final InputStream before = System.in;
  private final Supplier<String> question;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private Optional<String> asked = Optional.empty();
  private volatile boolean allowed;
  private byte[] line = {};
  private int at;

  /**
   * @param question asks for a line and gives its own name; {@link #answer} brings the line
   */
  KernelInput(Supplier<String> question) {
    this.question = question;
    System.setIn(this);
  }

  /** Whether the front end of the next cell takes questions; what was left of a line is dropped. */
  void allow(boolean takesQuestions) {
    allowed = takesQuestions;
    at = line.length;
  }

  /**
   * Takes a line if it answers the question that waits: what comes late is for a cell that has
   * ended.
   *
   * @param to the name of the question; empty from a front end that names none
   */
  synchronized void answer(String to, String text) {
    if (asked.isPresent() && (to.isEmpty() || asked.get().equals(to))) {
      asked = Optional.empty();
      answers.add(text);
    }
  }

  private synchronized void pose() {
    answers.clear();
    asked = Optional.of(question.get());
  }

  private synchronized void giveUp() {
    answers.clear();
    asked = Optional.empty();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Reads to the end of a line at most, or a Scanner would ask for more than it needs. */
  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == line.length) {
      ask();
    }
    int count = Math.min(length, line.length - at);
    System.arraycopy(line, at, into, from, count);
    at += count;
    return count;
  }

  private void ask() throws IOException {
    if (!allowed) {
      throw new IOException(
          "this front end takes no input: write the value into the cell, or run it in a notebook");
    }
    pose();
    try {
      line = (answers.take() + "\n").getBytes(StandardCharsets.UTF_8);
      at = 0;
    } catch (InterruptedException e) {
      giveUp();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the cell was interrupted while it waited for a line");
    }
  }

  @Override
  public int available() {
    return line.length - at;
  }

  @Override
  public void close() {
    System.setIn(before);
  }
}
