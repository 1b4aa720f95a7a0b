package plumbline.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines that cells read, each the answer to a question of its own. */
@Timeout(60)
class KernelInputTest {
  private final BlockingQueue<String> questions = new LinkedBlockingQueue<>();
  private final ExecutorService cell = Executors.newSingleThreadExecutor();
  private int count;
  private final KernelInput input =
      new KernelInput(
          () -> {
            String name = "question " + ++count;
            questions.add(name);
            return name;
          });

  @AfterEach
  void close() {
    input.close();
    cell.shutdownNow();
  }

  private String line() throws IOException {
    return new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
  }

  /** A cell that waits for a line, and is interrupted. */
  private String interrupted() throws InterruptedException {
    input.allow(true);
    Thread thread = new Thread(() -> assertThrows(InterruptedIOException.class, this::line));
    thread.start();
    String question = questions.take();
    thread.interrupt();
    thread.join();
    return question;
  }

  @Test
  void anAnswerToTheQuestionOfAnInterruptedCellIsNotTheNextOnes() throws Exception {
    String former = interrupted();
    input.allow(true);
    Future<String> next = cell.submit(this::line);
    String present = questions.take();
    input.answer(former, "late");
    input.answer(present, "right");
    assertEquals("right", next.get());
  }

  /** Jupyter's own console names no question. */
  @Test
  void anAnswerThatNamesNoQuestionIsTakenWhileOneWaitsAndNotOtherwise() throws Exception {
    interrupted();
    input.answer("", "late");
    input.allow(true);
    Future<String> next = cell.submit(this::line);
    questions.take();
    input.answer("", "right");
    input.answer("", "twice");
    assertEquals("right", next.get());
    Future<String> after = cell.submit(this::line);
    questions.take();
    input.answer("", "after");
    assertEquals("after", after.get());
  }
}
