package plumbline.plot;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A finished picture as shapes in paint order, from which every format is written.
 *
 * <p>Text is kept as glyph outlines: a picture then looks the same on a machine with other fonts,
 * and the boxes that a test measures are those that a reader sees.
 *
 * @param width in pixels
 * @param height in pixels
 * @param marks in paint order
 */
record Drawing(int width, int height, List<Mark> marks) {
  Drawing {
    marks = List.copyOf(marks);
  }

  /** The boxes of all texts. */
  List<Rectangle2D> textBoxes() {
    return marks.stream()
        .filter(mark -> mark instanceof Mark.Text)
        .map(mark -> mark.shape().getBounds2D())
        .toList();
  }
}
