package plumbline.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's files, frames and signatures, without a running kernel. */
class KernelFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void whatIsNoConnectionFileIsRefusedInASentence() throws IOException {
    Path file = folder.resolve("connection.json");
    Map<String, String> refused =
        Map.of(
            "{", "is not JSON",
            "{\"shell_port\": 70000}", "has shell_port 70000: allowed is a port",
            "{\"transport\": \"ipc\"}", "has transport ipc: allowed is tcp",
            "{\"signature_scheme\": \"hmac-md5\"}", "allowed is hmac-sha256");
    for (var wrong : refused.entrySet()) {
      Files.writeString(file, wrong.getKey());
      assertSays(wrong.getValue(), () -> KernelConnection.read(file));
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      Map<KernelChannel, Integer> ports = new EnumMap<>(KernelChannel.class);
      for (KernelChannel channel : KernelChannel.values()) {
        ports.put(channel, taken.getLocalPort());
      }
      KernelConnection connection = new KernelConnection("127.0.0.1", ports, "");
      assertSays(
          "tcp://127.0.0.1:%d cannot be listened on".formatted(taken.getLocalPort()),
          () -> new KernelSockets(connection, sentence -> {}));
    }
  }

  @Test
  void aSignatureIsTheHmacOfTheFourPartsInOrder() throws IOException {
    ObjectNode header = KernelMessage.object().put("msg_id", "1").put("msg_type", "é");
    ObjectNode content = KernelMessage.object().put("code", "1 + 1");
    KernelMessage message =
        new KernelMessage(
            List.of("who".getBytes(StandardCharsets.UTF_8)),
            header,
            KernelMessage.object(),
            KernelMessage.object(),
            content);
    List<byte[]> frames = new KernelWire("secret").encode(message);
    assertEquals(
        List.of(
            "who",
            "<IDS|MSG>",
            // python3 -c 'import hmac; h = hmac.new(b"secret", digestmod="sha256"); ...', fed with
            // the four parts below, encoded in UTF-8
            "fcd815514ce090b537a66e10dc9a0f6cb589738792597d73dfc9d8a9e36d28bd",
            "{\"msg_id\":\"1\",\"msg_type\":\"é\"}",
            "{}",
            "{}",
            "{\"code\":\"1 + 1\"}"),
        frames.stream().map(frame -> new String(frame, StandardCharsets.UTF_8)).toList());
    assertEquals(content, new KernelWire("secret").decode(frames).content());
    byte[] whole = frames.get(2);
    for (int length : List.of(0, 1, 63)) {
      frames.set(2, Arrays.copyOf(whole, length));
      assertSays("the signature is not", () -> new KernelWire("secret").decode(frames));
    }
    frames.set(2, whole);
    frames.set(6, "{\"code\":\"1 + 2\"}".getBytes(StandardCharsets.UTF_8));
    assertSays("the signature is not", () -> new KernelWire("secret").decode(frames));
    List<byte[]> few = new ArrayList<>(frames.subList(0, 5));
    assertSays("3 after the delimiter", () -> new KernelWire("secret").decode(few));
  }

  @Test
  void theDataFolderIsJupytersOwnOnEachSystem() {
    assertEquals(Path.of("/d"), data("Linux", Map.of("JUPYTER_DATA_DIR", "/d", "HOME", "/h")));
    assertEquals(Path.of("/h/.local/share/jupyter"), data("Linux", Map.of("HOME", "/h")));
    assertEquals(Path.of("/x/jupyter"), data("Linux", Map.of("XDG_DATA_HOME", "/x")));
    assertEquals(Path.of("/me/.local/share/jupyter"), data("Linux", Map.of("XDG_DATA_HOME", "")));
    assertEquals(Path.of("/me/Library/Jupyter"), data("Mac OS X", Map.of()));
    assertEquals(Path.of("/a/jupyter"), data("Windows 11", Map.of("APPDATA", "/a")));
    assertEquals(Path.of("/me/.jupyter/data"), data("Windows 11", Map.of("HOME", "/h")));
  }

  private static Path data(String system, Map<String, String> environment) {
    Properties machine = new Properties();
    machine.setProperty("os.name", system);
    machine.setProperty("user.home", "/me");
    return KernelSpec.userData(environment, machine);
  }

  @Test
  void aKernelIsInstalledAndTakenAwayWithoutATrace() throws IOException {
    KernelSpec kernel = KernelSpec.in(folder, "Mine");
    Path java = Files.createFile(folder.resolve("java"));
    Path jar = Files.createFile(folder.resolve("plumbline.jar"));
    for (int i = 0; i < 2; i++) {
      kernel.install(List.of(java.toString(), "-jar", jar.toString()));
    }
    Path file = folder.resolve("kernels/mine/kernel.json");
    JsonNode root = JSON.readTree(Files.readString(file));
    List<String> argv = new ArrayList<>();
    root.path("argv").forEach(word -> argv.add(word.asText()));
    assertEquals(
        List.of(
            java.toString(), "-jar", jar.toString(), "kernel", "--connect", "{connection_file}"),
        argv);
    assertEquals("java", root.path("language").asText());
    assertEquals("message", root.path("interrupt_mode").asText());
    assertEquals(Optional.empty(), kernel.missing());
    Files.delete(jar);
    assertEquals(Optional.of(jar), kernel.missing());
    assertTrue(kernel.uninstall());
    assertFalse(Files.exists(file.getParent()));
    assertFalse(kernel.uninstall());
  }

  @Test
  void anothersKernelIsNeitherOverwrittenNorDeleted() throws IOException {
    KernelSpec kernel = KernelSpec.in(folder, KernelSpec.NAME);
    Files.createDirectories(kernel.file().getParent());
    Files.writeString(kernel.file(), "{\"argv\": [\"other\"]}");
    assertSays("the file of another kernel", () -> kernel.install(List.of("java")));
    assertSays("the file of another kernel", kernel::uninstall);
    assertEquals("{\"argv\": [\"other\"]}", Files.readString(kernel.file()));
    for (String outside : List.of("../up", "..", ".", "")) {
      assertThrows(IllegalArgumentException.class, () -> KernelSpec.in(folder, outside), outside);
    }
  }

  private static void assertSays(
      String part, org.junit.jupiter.api.function.Executable executable) {
    String said = assertThrows(NotebookException.class, executable).getMessage();
    assertTrue(said.contains(part), said);
  }
}
