package plumbline.notebook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cell's value in each form that it has, by MIME type; a front end shows the richest that it can.
 *
 * @param forms text in the order "image/png" (in base64), "text/plain"
 * @param description of the picture for those who cannot see it; empty if there is no picture
 */
record Bundle(Map<String, String> forms, String description) {
  private static final String PNG = "image/png";

  static Bundle of(Object value) {
    Map<String, String> forms = new LinkedHashMap<>();
    String text = String.valueOf(value);
    if (value instanceof Picture picture) {
      forms.put(PNG, picture.base64());
    }
    forms.put("text/plain", text);
    return new Bundle(forms, value instanceof Picture ? text : "");
  }

  boolean isPicture() {
    return forms.containsKey(PNG);
  }

  /** The forms as Jupyter's messages hold them; its files split texts into lines. */
  ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    forms.forEach(data::put);
    return data;
  }

  /** What Jupyter's pages read the alternative text of a picture from. */
  ObjectNode metadata() {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    if (isPicture()) {
      metadata.putObject(PNG).put("alt", description);
    }
    return metadata;
  }
}
