package plumbline.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a connection file says: where the kernel listens, and the key that signs.
 *
 * @param ip the address to listen on
 * @param ports one a channel
 * @param key of the HMAC; an empty one switches signatures off
 */
record KernelConnection(String ip, Map<KernelChannel, Integer> ports, String key) {
  KernelConnection {
    ports = Map.copyOf(ports);
  }

  /**
   * Reads the file that Jupyter writes.
   *
   * @throws NotebookException if something in it is missing or not what this kernel speaks
   */
  static KernelConnection read(Path file) throws IOException {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new NotebookException(
          "%s is not JSON (%s): give the connection file that Jupyter writes"
              .formatted(file, e.getOriginalMessage()),
          e);
    }
    only(file, root, "transport", "tcp");
    only(file, root, "signature_scheme", "hmac-sha256");
    Map<KernelChannel, Integer> ports = new LinkedHashMap<>();
    for (KernelChannel channel : KernelChannel.values()) {
      String name = channel.name().toLowerCase(Locale.ROOT) + "_port";
      int port = root.path(name).asInt();
      if (port < 1 || port > 65_535) {
        throw new NotebookException(
            "%s has %s %s: allowed is a port from 1 to 65535; give the connection file that Jupyter writes"
                .formatted(file, name, root.path(name).asText("none")));
      }
      ports.put(channel, port);
    }
    return new KernelConnection(
        root.path("ip").asText("127.0.0.1"), ports, root.path("key").asText(""));
  }

  private static void only(Path file, JsonNode root, String name, String allowed) {
    String got = root.path(name).asText(allowed);
    if (!got.equals(allowed)) {
      throw new NotebookException(
          "%s has %s %s: allowed is %s; set Jupyter back to it"
              .formatted(file, name, got, allowed));
    }
  }

  /** The address of a channel, as ZeroMQ writes it. */
  String address(KernelChannel channel) {
    return "tcp://" + ip + ":" + ports.get(channel);
  }
}
