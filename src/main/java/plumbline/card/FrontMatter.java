package plumbline.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * The YAML between the two lines of three dashes; every method's failure is one clause: what, got,
 * allowed.
 */
final class FrontMatter {
  private static final ObjectMapper YAML =
      new ObjectMapper(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          // 0.1 in a card is the fraction 1/10, not the nearest double
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final List<String> CARD =
      List.of(
          "id",
          "title",
          "source",
          "expect",
          "corrected",
          "refutes",
          "needs",
          "references",
          "examples",
          "errata",
          "fails",
          "unchecked");
  private static final List<String> ERRATUM = List.of("slip", "printed", "correct", "measured");
  private static final List<String> FAILS = List.of("claim", "mutant");
  private static final List<String> SOURCE = List.of("document", "lines", "where", "slide");
  private static final List<String> EXAMPLE =
      List.of("claim", "constants", "k", "bound", "by hand");

  private final JsonNode root;

  FrontMatter(String yaml) {
    try {
      root = YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      // the front matter starts on the file's second line
      int line = e.getLocation() == null ? 1 : Math.max(0, e.getLocation().getLineNr()) + 1;
      throw new IllegalArgumentException(
          "the front matter is not YAML near line %d: got '%s', allowed is 'key: value' with every key once"
              .formatted(line, e.getOriginalMessage().lines().findFirst().orElse("")),
          e);
    }
    onlyKeys("the front matter", root, CARD);
  }

  Card card(Map<Section, String> sections) {
    return new Card(
        text(root, "id"),
        text(root, "title"),
        source(),
        expect(),
        optionalText("corrected"),
        optionalText("refutes"),
        list("needs", node -> scalar("needs", node)),
        list("references", node -> scalar("references", node)),
        list("examples", FrontMatter::example),
        list("errata", FrontMatter::erratum),
        fails(),
        optionalText("unchecked"),
        sections);
  }

  private Source source() {
    JsonNode source = required(root, "source");
    onlyKeys("'source'", source, SOURCE);
    return new Source(
        text(source, "document"),
        source.has("lines") ? Optional.of(text(source, "lines")) : Optional.empty(),
        text(source, "where"),
        text(source, "slide"));
  }

  private Expect expect() {
    String got = text(root, "expect");
    return Stream.of(Expect.values())
        .filter(expect -> expect.word().equals(got))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'expect' is '" + got + "': allowed are holds, refuted"));
  }

  private static Erratum erratum(JsonNode node) {
    onlyKeys("an entry of 'errata'", node, ERRATUM);
    return new Erratum(
        Erratum.Slip.of(text(node, "slip")),
        text(node, "printed"),
        text(node, "correct"),
        text(node, "measured"));
  }

  private Optional<Fails> fails() {
    JsonNode node = root.get("fails");
    if (node == null) {
      return Optional.empty();
    }
    onlyKeys("'fails'", node, FAILS);
    return Optional.of(new Fails(text(node, "claim"), text(node, "mutant")));
  }

  private static Example example(JsonNode node) {
    onlyKeys("an entry of 'examples'", node, EXAMPLE);
    Map<String, BigFraction> constants = new LinkedHashMap<>();
    JsonNode given = required(node, "constants");
    if (!given.isObject()) {
      throw new IllegalArgumentException(
          "'constants' is '%s': allowed is a map from names to exact numbers".formatted(given));
    }
    given
        .properties()
        .forEach(
            entry ->
                constants.put(
                    entry.getKey(), fraction("constants." + entry.getKey(), entry.getValue())));
    return new Example(
        text(node, "claim"),
        constants,
        whole(required(node, "k")),
        fraction("bound", required(node, "bound")),
        text(node, "by hand"));
  }

  private static long whole(JsonNode node) {
    if (!node.canConvertToLong() || !node.isIntegralNumber()) {
      throw new IllegalArgumentException(
          "'k' is '%s': allowed is a whole number".formatted(node.asText()));
    }
    return node.longValue();
  }

  private static BigFraction fraction(String key, JsonNode node) {
    return Fractions.parse(key, scalar(key, node));
  }

  private <T> List<T> list(String key, Function<JsonNode, T> member) {
    JsonNode node = root.get(key);
    List<T> members = new ArrayList<>();
    if (node == null) {
      return members;
    }
    if (!node.isArray()) {
      throw new IllegalArgumentException(
          "'%s' is '%s': allowed is a list, '[a, b]' or one '- a' per line"
              .formatted(key, node.asText()));
    }
    node.forEach(entry -> members.add(member.apply(entry)));
    return members;
  }

  private Optional<String> optionalText(String key) {
    return root.has(key) ? Optional.of(text(root, key)) : Optional.empty();
  }

  private static String text(JsonNode node, String key) {
    return scalar(key, required(node, key));
  }

  private static JsonNode required(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException(
          "the key '" + key + "' is missing or empty: allowed is a value");
    }
    return value;
  }

  private static String scalar(String key, JsonNode node) {
    if (!node.isValueNode() || node.isNull()) {
      throw new IllegalArgumentException(
          "'%s' is '%s': allowed is a single text or number".formatted(key, node));
    }
    return node.asText();
  }

  private static void onlyKeys(String what, JsonNode node, List<String> allowed) {
    if (!node.isObject()) {
      throw new IllegalArgumentException(
          what + " is not a map: got '" + node + "', allowed are the keys " + allowed);
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!allowed.contains(key)) {
                throw new IllegalArgumentException(
                    "%s has the key '%s': allowed are %s".formatted(what, key, allowed));
              }
            });
  }
}
