package plumbline.plot;

import java.awt.Color;
import java.util.List;
import plumbline.check.Curve;

/**
 * The colours of a picture, each with the name that a page's style sheet gives it, so that one
 * drawing serves a light and a dark page.
 *
 * <p>Those of curves are the Okabe-Ito palette (Okabe and Ito, "Color universal design", 2002),
 * told apart by readers with any common colour blindness; roles differ in line and mark too.
 */
enum Ink {
  PAPER(0xFFFFFF),
  TEXT(0x222222),
  AXIS(0x666666),
  GRID(0xE2E2E2),
  BOUND(0xD55E00),
  EXACT(0x009E73),
  MEAN(0x0072B2),
  BAND(0xBFE1F6),
  PATH(0xCC79A7),
  /** A second curve of a role that has one already. */
  SECOND(0xE69F00);

  /** Of claims that share a picture, told apart in this order. */
  static final List<Ink> SIDE_BY_SIDE = List.of(MEAN, BOUND, EXACT, PATH);

  private final Color color;

  Ink(int rgb) {
    this.color = new Color(rgb);
  }

  Color color() {
    return color;
  }

  /** The class of a shape in an inline SVG. */
  String cssClass() {
    return "ink-" + name().toLowerCase(java.util.Locale.ROOT);
  }

  static Ink of(Curve.Role role) {
    return Ink.valueOf(role.name());
  }

  /** The ink of a recorded colour; every colour that a chart is given comes from here. */
  static Ink of(Color color) {
    for (Ink ink : values()) {
      if (ink.color.getRGB() == color.getRGB()) {
        return ink;
      }
    }
    throw new IllegalStateException("a colour outside the palette was drawn: " + color);
  }
}
