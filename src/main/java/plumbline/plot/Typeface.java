package plumbline.plot;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.util.ArrayList;
import java.util.List;

/** The fonts of a picture and the widths of its texts. */
final class Typeface {
  private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);
  // superscripts and Greek are needed: the logical font falls back glyph by glyph, a named one not
  private static final String FAMILY = Font.SANS_SERIF;

  private final Font title;
  private final Font label;
  private final Font tick;

  /**
   * @throws IllegalStateException if this machine has no font at all
   */
  Typeface() {
    try {
      title = new Font(FAMILY, Font.BOLD, 15);
      label = new Font(FAMILY, Font.PLAIN, 12);
      tick = new Font(FAMILY, Font.PLAIN, 11);
      width("0", label);
    } catch (RuntimeException | LinkageError | InternalError e) {
      throw new IllegalStateException(
          "this machine has no font that Java can draw with ("
              + e.getMessage()
              + "): install one, on Debian with 'apt-get install fontconfig fonts-dejavu-core'",
          e);
    }
  }

  Font title() {
    return title;
  }

  Font label() {
    return label;
  }

  Font tick() {
    return tick;
  }

  double width(String text, Font font) {
    return text.isBlank() ? 0 : new TextLayout(text, font, PLAIN).getAdvance();
  }

  /** Breaks at spaces into lines that are at most this wide; a longer word stands alone. */
  List<String> lines(String text, Font font, double most) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, font) > most) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }
}
