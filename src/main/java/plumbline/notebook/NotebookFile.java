package plumbline.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plumbline.check.WholeFile;

/** A notebook of format 4 as JSON, laid out as Jupyter writes it: one space a level. */
final class NotebookFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root;

  private NotebookFile(ObjectNode root) {
    this.root = root;
  }

  static NotebookFile read(Path file) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new NotebookException(
          file + " is not JSON (" + e.getOriginalMessage() + "): give a notebook", e);
    }
    if (root.path("nbformat").asInt() != 4 || !root.path("cells").isArray()) {
      throw new NotebookException(
          "%s has nbformat %s and %s: a notebook of format 4 is needed"
              .formatted(
                  file,
                  root.path("nbformat").asText("none"),
                  root.path("cells").isArray() ? "cells" : "no cells"));
    }
    for (JsonNode cell : root.path("cells")) {
      if (!cell.isObject()) {
        throw new NotebookException(
            "%s holds %s, which is no cell: give a notebook".formatted(file, cell));
      }
    }
    return new NotebookFile((ObjectNode) root);
  }

  /** All cells, Markdown too. */
  List<ObjectNode> cells() {
    List<ObjectNode> cells = new ArrayList<>();
    root.path("cells").forEach(cell -> cells.add((ObjectNode) cell));
    return cells;
  }

  /** A text that is written as one string or as a list of lines. */
  static String text(JsonNode node) {
    if (!node.isArray()) {
      return node.asText();
    }
    StringBuilder text = new StringBuilder();
    node.forEach(line -> text.append(line.asText()));
    return text.toString();
  }

  /** The list of lines, each but the last with its line feed. */
  static ArrayNode lines(String text) {
    ArrayNode lines = JSON.createArrayNode();
    for (String line : text.split("(?<=\n)")) {
      lines.add(line);
    }
    return lines;
  }

  static ObjectNode stream(String text) {
    ObjectNode output = JSON.createObjectNode();
    output.put("name", "stdout").put("output_type", "stream");
    output.set("text", lines(text));
    return output;
  }

  /** The value of a cell's last expression. */
  static ObjectNode value(Object value, int count) {
    Bundle bundle = Bundle.of(value);
    ObjectNode output = JSON.createObjectNode();
    output.set("data", bundle.data());
    output.put("execution_count", count);
    output.set("metadata", bundle.metadata());
    output.put("output_type", "execute_result");
    bundle.data().set("text/plain", lines(bundle.data().path("text/plain").asText()));
    return output;
  }

  /** Puts these outputs into a code cell in place of its former ones. */
  static void run(ObjectNode cell, int count, List<ObjectNode> outputs) {
    cell.put("execution_count", count);
    cell.putArray("outputs").addAll(outputs);
  }

  /** Writes the file whole or not at all. */
  void write(Path file) throws IOException {
    String text = JSON.writer(layout()).writeValueAsString(root) + "\n";
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static DefaultPrettyPrinter layout() {
    DefaultIndenter indent = new DefaultIndenter(" ", "\n");
    DefaultPrettyPrinter layout =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
    layout.indentArraysWith(indent);
    layout.indentObjectsWith(indent);
    return layout;
  }
}
