package plumbline.notebook;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Standard output and standard error of the cells, handed on while they run: what was printed
 * within a twentieth of a second makes one message. Closing puts the former streams back.
 */
final class KernelStreams implements AutoCloseable {
  private static final long PAUSE_MILLIS = 50;

  /** Who prints more within one pause waits for its end, so that a client can keep up. */
  private static final int MOST_BYTES = 1 << 18;

  private final PrintStream outBefore = System.out;
  private final PrintStream errBefore = System.err;
  private final ScheduledExecutorService timer;
  private final BiConsumer<String, String> receiver;
  private final Deque<Run> pending = new ArrayDeque<>();
  private int size;
  private boolean due;

  /** Bytes in a row that went to one of the streams. */
  private record Run(String stream, ByteArrayOutputStream bytes) {}

  /**
   * @param timer its thread hands on what was printed
   * @param receiver takes the name, "stdout" or "stderr", and a text
   */
  KernelStreams(ScheduledExecutorService timer, BiConsumer<String, String> receiver) {
    this.timer = timer;
    this.receiver = receiver;
    System.setOut(new PrintStream(new Stream("stdout"), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(new Stream("stderr"), true, StandardCharsets.UTF_8));
  }

  private final class Stream extends OutputStream {
    private final String name;

    Stream(String name) {
      this.name = name;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      append(name, bytes, from, length);
    }
  }

  private synchronized void append(String stream, byte[] bytes, int from, int length) {
    while (size > MOST_BYTES) {
      try {
        wait();
      } catch (InterruptedException e) {
        // the cell is being ended: what it still prints is short
        Thread.currentThread().interrupt();
        break;
      }
    }
    Run last = pending.peekLast();
    if (last == null || !last.stream().equals(stream)) {
      last = new Run(stream, new ByteArrayOutputStream());
      pending.add(last);
    }
    last.bytes().write(bytes, from, length);
    size += length;
    if (!due) {
      due = true;
      timer.schedule(() -> hand(false), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Hands on all that was printed. */
  void flush() {
    hand(true);
  }

  /** Keeps the beginning of a character that is not whole yet, unless this is the end. */
  private synchronized void hand(boolean end) {
    due = false;
    size = 0;
    while (!pending.isEmpty()) {
      Run run = pending.remove();
      byte[] bytes = run.bytes().toByteArray();
      boolean whole = end || !pending.isEmpty();
      ByteBuffer in = ByteBuffer.wrap(bytes);
      CharBuffer text = CharBuffer.allocate(bytes.length);
      decoder().decode(in, text, whole);
      if (text.flip().hasRemaining()) {
        receiver.accept(run.stream(), text.toString().replace("\r\n", "\n"));
      }
      if (in.hasRemaining()) {
        Run rest = new Run(run.stream(), new ByteArrayOutputStream());
        rest.bytes().writeBytes(Arrays.copyOfRange(bytes, in.position(), bytes.length));
        pending.add(rest);
        break;
      }
    }
    notifyAll();
  }

  private static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  @Override
  public void close() {
    System.setOut(outBefore);
    System.setErr(errBefore);
    flush();
  }
}
