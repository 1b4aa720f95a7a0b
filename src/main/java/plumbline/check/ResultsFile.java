package plumbline.check;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * {@code results.json}: written atomically, read with a sentence on whatever is wrong with it (its
 * digest is computed again), and digested in a form that is the same for equal results on any
 * machine.
 *
 * <p>A non-finite number is a string ("NaN", "Infinity"). The schema is the resource {@code
 * plumbline/results.schema.json}.
 */
public final class ResultsFile {
  /** The name of the file in the output folder. */
  public static final String NAME = "results.json";

  /** The version of its form. */
  public static final String SCHEMA_VERSION = "2";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addMixIn(Layer.class, Typed.class)
          .build();

  private ResultsFile() {}

  /** How the seven kinds of layer are told apart. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "layer")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Layer.Sampled.class, name = "sampled"),
    @JsonSubTypes.Type(value = Layer.Exact.class, name = "exact"),
    @JsonSubTypes.Type(value = Layer.Compared.class, name = "compared"),
    @JsonSubTypes.Type(value = Layer.Interval.class, name = "interval"),
    @JsonSubTypes.Type(value = Layer.Counted.class, name = "counted"),
    @JsonSubTypes.Type(value = Layer.Signed.class, name = "signed"),
    @JsonSubTypes.Type(value = Layer.Coincided.class, name = "coincided")
  })
  private interface Typed {}

  /**
   * Writes into the folder, which is made if it is missing; whatever was there stays until the new
   * file is whole.
   *
   * @throws IOException if the folder cannot be made or written
   */
  public static Path write(Path folder, Results results) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(NAME);
    WholeFile.write(
        file, (MAPPER.writeValueAsString(results) + "\n").getBytes(StandardCharsets.UTF_8));
    return file;
  }

  /** Checks, and whatever holds some, as JSON in the form of the file. */
  public static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(value.getClass() + " has no JSON form", e);
    }
  }

  /**
   * Reads a file that {@link #write} wrote.
   *
   * @throws IllegalArgumentException one sentence: the file, what is wrong, what to do
   */
  public static Results read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          file + " is not there: run `check` first, or name the folder of its results with --out");
    }
    try {
      Results results = MAPPER.readValue(file.toFile(), Results.class);
      if (results.checks() == null || results.run() == null || results.digest() == null) {
        throw new IllegalArgumentException(
            file + " lacks its run, digest or checks: make it anew with `check`");
      }
      if (!SCHEMA_VERSION.equals(results.schemaVersion())) {
        throw new IllegalArgumentException(
            file
                + " has schema version "
                + results.schemaVersion()
                + ", this program reads "
                + SCHEMA_VERSION
                + ": make it anew with `check`");
      }
      String actual = digest(results.checks());
      if (!actual.equals(results.digest())) {
        throw new IllegalArgumentException(
            "%s was changed after it was written (its checks have the digest %.12s..., it names %.12s...): make it anew with `check`"
                .formatted(file, actual, results.digest()));
      }
      return results;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          file
              + " is not a results file (line "
              + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
              + ": "
              + said(e)
              + "): make it anew with `check`",
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** What the parser found, without its words on where the surrounding object began. */
  private static String said(JsonProcessingException e) {
    String first = e.getOriginalMessage().lines().findFirst().orElse("");
    return first.replaceAll("\\s*\\(start marker at .*", "");
  }

  /**
   * SHA-256 of the checks in canonical JSON: keys sorted, no curves, no devices, shortest numbers.
   */
  public static String digest(List<CheckResult> checks) {
    StringBuilder canonical = new StringBuilder();
    JsonNode tree = MAPPER.valueToTree(checks);
    write(tree, canonical);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void write(JsonNode node, StringBuilder out) {
    if (node instanceof ObjectNode object) {
      TreeSet<String> keys = new TreeSet<>();
      object.fieldNames().forEachRemaining(keys::add);
      keys.remove("curves");
      keys.remove("device");
      out.append('{');
      for (String key : keys) {
        out.append(out.charAt(out.length() - 1) == '{' ? "" : ",");
        out.append('"').append(key).append("\":");
        write(object.get(key), out);
      }
      out.append('}');
    } else if (node.isArray()) {
      out.append('[');
      for (int i = 0; i < node.size(); i++) {
        out.append(i == 0 ? "" : ",");
        write(node.get(i), out);
      }
      out.append(']');
    } else if (node.isDouble()) {
      double x = node.doubleValue();
      out.append(Double.isFinite(x) ? Numbers.shortest(x) : "\"" + x + "\"");
    } else {
      out.append(node);
    }
  }
}
