package plumbline.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is printed, as texts. */
class KernelStreamsTest {
  @Test
  void aCharacterThatComesInTwoPartsIsOne() throws InterruptedException {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (KernelStreams streams = new KernelStreams(timer, (stream, text) -> heard.add(text))) {
      // e acute is 0xC3 0xA9 in UTF-8
      System.out.write(new byte[] {'a', (byte) 0xC3}, 0, 2);
      System.out.flush();
      assertEquals("a", heard.poll(1, TimeUnit.MINUTES));
      System.out.write(new byte[] {(byte) 0xA9}, 0, 1);
      streams.flush();
      assertEquals("\u00e9", heard.poll(1, TimeUnit.MINUTES));
    } finally {
      timer.shutdownNow();
    }
  }
}
