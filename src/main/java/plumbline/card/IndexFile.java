package plumbline.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plumbline.card.CardIndex.Entry;

/**
 * The JSON of one index: {@code {"schemaVersion": 1, "cards": [...]}}, sorted by id, one card a
 * line.
 */
final class IndexFile {
  private static final int VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private IndexFile() {}

  static String write(Collection<Entry> entries) {
    StringBuilder text =
        new StringBuilder("{\"schemaVersion\": ").append(VERSION).append(", \"cards\": [");
    String separator = "\n";
    for (Entry entry : entries) {
      text.append(separator).append(object(entry));
      separator = ",\n";
    }
    return text.append("\n]}\n").toString();
  }

  static List<Entry> read(String where, String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (root.path("schemaVersion").asInt() != VERSION || !root.path("cards").isArray()) {
        throw new CardException(
            where,
            "schemaVersion is '%s': allowed is %d, with a list 'cards'; build that jar again with this version"
                .formatted(root.path("schemaVersion").asText(), VERSION));
      }
      List<Entry> entries = new ArrayList<>();
      root.get("cards").forEach(node -> entries.add(entry(node)));
      return entries;
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new CardException(
          where,
          "is not an index of cards (%s): allowed is the file that IndexWriter writes"
              .formatted(e.getMessage().lines().findFirst().orElse("")),
          e);
    }
  }

  private static ObjectNode object(Entry entry) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", entry.id()).put("title", entry.title());
    ObjectNode source = node.putObject("source").put("document", entry.source().document());
    entry.source().lines().ifPresent(lines -> source.put("lines", lines));
    source.put("where", entry.source().where()).put("slide", entry.source().slide());
    node.put("expect", entry.expect().word());
    entry.corrected().ifPresent(id -> node.put("corrected", id));
    entry.refutes().ifPresent(claim -> node.put("refutes", claim));
    entry.unchecked().ifPresent(reason -> node.put("unchecked", reason));
    ArrayNode needs = node.putArray("needs");
    entry.needs().forEach(needs::add);
    return node;
  }

  private static Entry entry(JsonNode node) {
    JsonNode source = node.path("source");
    List<String> needs = new ArrayList<>();
    node.path("needs").forEach(need -> needs.add(need.asText()));
    return new Entry(
        node.path("id").asText(),
        node.path("title").asText(),
        new Source(
            source.path("document").asText(),
            Optional.ofNullable(source.get("lines")).map(JsonNode::asText),
            source.path("where").asText(),
            source.path("slide").asText()),
        Expect.valueOf(node.path("expect").asText().toUpperCase(Locale.ROOT)),
        Optional.ofNullable(node.get("corrected")).map(JsonNode::asText),
        Optional.ofNullable(node.get("refutes")).map(JsonNode::asText),
        Optional.ofNullable(node.get("unchecked")).map(JsonNode::asText),
        needs);
  }
}
