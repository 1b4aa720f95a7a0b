package plumbline.notebook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A cell's value in each form that it has; a front end shows the richest that it can.
 *
 * @param data the forms by MIME type, "text/plain" always among them
 * @param metadata what goes with them, by MIME type: a picture's description and size
 */
record Bundle(ObjectNode data, ObjectNode metadata) {
  static Bundle of(Object value) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    if (value instanceof Shown shown) {
      shown.show(data, metadata);
    }
    data.put("text/plain", String.valueOf(value));
    return new Bundle(data, metadata);
  }
}
