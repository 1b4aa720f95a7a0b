package plumbline.notebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * A message of the Jupyter protocol.
 *
 * @param identities the frames before the delimiter: whom to answer, or a topic
 * @param parent the header of what it answers; empty if nothing
 */
record KernelMessage(
    List<byte[]> identities,
    ObjectNode header,
    ObjectNode parent,
    ObjectNode metadata,
    ObjectNode content) {
  /** The version of the protocol that is spoken. */
  static final String PROTOCOL = "5.4";

  static final ObjectMapper JSON = new ObjectMapper();

  /** This kernel's own session. */
  private static final String SESSION = UUID.randomUUID().toString();

  KernelMessage {
    identities = List.copyOf(identities);
  }

  /** What comes before every first request. */
  static KernelMessage none() {
    return new KernelMessage(List.of(), object(), object(), object(), object());
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Its kind: "execute_request". */
  String type() {
    return header.path("msg_type").asText();
  }

  /** The answer to whoever sent this. */
  KernelMessage reply(String type, ObjectNode content) {
    return new KernelMessage(identities, header(type), header, object(), content);
  }

  /** What all who look on are told because of this. */
  KernelMessage broadcast(String type, ObjectNode content) {
    List<byte[]> topic = List.of(type.getBytes(StandardCharsets.UTF_8));
    return new KernelMessage(topic, header(type), header, object(), content);
  }

  private static ObjectNode header(String type) {
    return object()
        .put("msg_id", UUID.randomUUID().toString())
        .put("session", SESSION)
        .put("username", "kernel")
        // Jupyter's pattern of dates has six digits after the point and no more
        .put("date", Instant.now().truncatedTo(ChronoUnit.MICROS).toString())
        .put("msg_type", type)
        .put("version", PROTOCOL);
  }
}
