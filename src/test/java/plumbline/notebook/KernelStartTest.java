package plumbline.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How kernels begin and end. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KernelStartTest {
  @TempDir Path folder;

  @Test
  void ofTenStartsNoneLosesAnOutputAndAllShutDown() throws Exception {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      try (KernelClient one = new KernelClient(folder, Map.of());
          KernelClient other = new KernelClient(folder, Map.of())) {
        for (KernelClient kernel : List.of(one, other)) {
          // without a kernel_info_request first, which would give the outputs time to connect
          var answer = kernel.run("System.out.print(\"printed\");\n6 * 7");
          seen.add(String.join(" ", answer.types()) + " " + answer.printed("stdout"));
          boolean restart = seen.size() % 2 == 0;
          var end =
              kernel.ask(
                  KernelChannel.CONTROL,
                  "shutdown_request",
                  KernelMessage.object().put("restart", restart));
          assertEquals(restart, end.reply().content().path("restart").asBoolean());
          assertEquals(0, kernel.ended());
          assertEquals("", kernel.log());
        }
      }
    }
    assertEquals(10, seen.size());
    assertEquals(
        List.of("statusbusy execute_input stream execute_result statusidle printed"),
        seen.stream().distinct().toList());
  }

  @Test
  void aFirstCellWaitsForSomebodyWhoListens() throws Exception {
    Set<KernelChannel> first = EnumSet.complementOf(EnumSet.of(KernelChannel.IOPUB));
    try (KernelClient kernel = new KernelClient(folder, Map.of(), first)) {
      assertEquals("there?", new String(kernel.beat("there?".getBytes(UTF_8)), UTF_8));
      String id =
          kernel.send(
              KernelChannel.SHELL,
              "execute_request",
              KernelClient.cell("System.out.print(\"printed\");\n6 * 7"));
      // well below the ten seconds of the kernel's patience
      assertFalse(kernel.hears(KernelChannel.SHELL, 2000), "answered though nobody listened");
      kernel.connect(KernelChannel.IOPUB);
      assertEquals(
          List.of("statusbusy", "execute_input", "stream", "execute_result", "statusidle"),
          kernel.answer(KernelChannel.SHELL, id).types());
    }
  }

  @Test
  void aKernelEndsWithTheProcessThatStartedIt() throws Exception {
    // any process that waits: a kernel whose own parent goes on
    try (KernelClient parent = new KernelClient(folder, Map.of());
        KernelClient kernel =
            new KernelClient(folder, Map.of("JPY_PARENT_PID", String.valueOf(parent.pid())))) {
      assertEquals("ok", kernel.run("1 + 1").reply().content().path("status").asText());
      parent.kill();
      assertEquals(0, kernel.ended());
    }
  }

  @Test
  void aShutdownEndsARunningCellToo() throws Exception {
    try (KernelClient kernel = new KernelClient(folder, Map.of())) {
      String id =
          kernel.send(KernelChannel.SHELL, "execute_request", KernelClient.cell("while (true) {}"));
      while (!kernel.next(id).type().equals("execute_input")) {}
      kernel.ask(KernelChannel.CONTROL, "shutdown_request", KernelMessage.object());
      assertEquals(0, kernel.ended());
    }
  }
}
