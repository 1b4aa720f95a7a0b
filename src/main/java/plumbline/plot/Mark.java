package plumbline.plot;

import java.awt.BasicStroke;
import java.awt.Shape;

/** One painted shape, in pixels from the top left corner. */
sealed interface Mark {
  Shape shape();

  Ink ink();

  /** The glyphs of one text. */
  record Text(Shape shape, Ink ink) implements Mark {}

  /** A filled area. */
  record Area(Shape shape, Ink ink) implements Mark {}

  /** A line. */
  record Line(Shape shape, Ink ink, BasicStroke stroke) implements Mark {}
}
