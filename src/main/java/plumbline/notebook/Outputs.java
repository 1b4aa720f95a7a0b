package plumbline.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a notebook's cells gave, as data: texts as they stand, pictures by the curves that they draw
 * and the words that describe them, since the bytes of a PNG differ between versions of Java.
 */
final class Outputs {
  /** Curves are written with six digits; the last may differ by one, and the rounding of it. */
  private static final double LAST_DIGIT = 2e-5;

  private static final ObjectMapper SORTED =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private Outputs() {}

  /** One output of a cell: its kind and what of it is compared. */
  record Output(String cell, String kind, String content) {}

  /** What differs between two runs of a notebook, in sentences; empty if nothing does. */
  static List<String> differences(Path committed, Path again) throws IOException {
    List<Output> before = of(committed);
    List<Output> after = of(again);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      if (i >= before.size() || i >= after.size()) {
        Output only = i < before.size() ? before.get(i) : after.get(i);
        differences.add(
            "cell %s has the output %s %s"
                .formatted(only.cell(), only.kind(), i < before.size() ? "no more" : "newly"));
      } else if (!same(before.get(i), after.get(i))) {
        differences.add(
            "cell %s: committed %s \"%s\", now %s \"%s\""
                .formatted(
                    before.get(i).cell(),
                    before.get(i).kind(),
                    before.get(i).content(),
                    after.get(i).kind(),
                    after.get(i).content()));
      }
    }
    return differences;
  }

  private static boolean same(Output one, Output other) {
    if (!one.cell().equals(other.cell()) || !one.kind().equals(other.kind())) {
      return false;
    }
    return one.kind().equals(Picture.CURVES)
        ? alike(one.content(), other.content())
        : one.content().equals(other.content());
  }

  /** Word by word; numbers may differ in their last digit. */
  private static boolean alike(String one, String other) {
    String[] a = one.split("[\\s\"]+");
    String[] b = other.split("[\\s\"]+");
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (!a[i].equals(b[i]) && !near(a[i], b[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean near(String a, String b) {
    try {
      double x = Double.parseDouble(a);
      double y = Double.parseDouble(b);
      return Math.abs(x - y) <= LAST_DIGIT * Math.max(Math.abs(x), Math.abs(y));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** All outputs of a notebook, in order. */
  static List<Output> of(Path file) throws IOException {
    List<Output> outputs = new ArrayList<>();
    for (ObjectNode cell : NotebookFile.read(file).cells()) {
      String id = cell.path("id").asText();
      for (JsonNode output : cell.path("outputs")) {
        JsonNode data = output.path("data");
        if (!data.isObject()) {
          outputs.add(new Output(id, "printed", NotebookFile.text(output.path("text"))));
        }
        Set<String> kinds = new TreeSet<>();
        data.fieldNames().forEachRemaining(kinds::add);
        for (String kind : kinds) {
          // of a picture its words and its size
          JsonNode compared =
              kind.equals("image/png") ? output.path("metadata").path(kind) : data.path(kind);
          outputs.add(new Output(id, kind, content(compared)));
        }
      }
    }
    return outputs;
  }

  /** JSON with its names in order: Jupyter writes them in an order of its own. */
  private static String content(JsonNode node) throws IOException {
    boolean text = node.isTextual() || node.isArray() && node.path(0).isTextual();
    return text
        ? NotebookFile.text(node)
        : SORTED.writeValueAsString(SORTED.treeToValue(node, Object.class));
  }
}
