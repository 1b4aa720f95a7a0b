package plumbline.notebook;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A value of a cell that is more than its text: a picture, a table. Its {@link #toString} is what a
 * reader without a browser gets.
 */
interface Shown {
  /**
   * Adds what there is beside the text, by MIME type, as notebooks hold it.
   *
   * @param data the output's bundle
   * @param metadata what goes with it, by MIME type
   */
  void show(ObjectNode data, ObjectNode metadata);
}
