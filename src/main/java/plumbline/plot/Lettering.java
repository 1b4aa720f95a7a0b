package plumbline.plot;

import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The outlines of the texts on all pictures of one page, each kept once.
 *
 * <p>Tick labels and names of curves come again in every picture: outlines were three quarters of a
 * page of four megabytes. Not for use by several threads at once.
 */
public final class Lettering {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** A reference to the outline, moved to where the text stands. */
  String use(Mark.Text text) {
    PathIterator outline = text.shape().getPathIterator(null);
    if (outline.isDone()) {
      return "";
    }
    double[] start = new double[6];
    outline.currentSegment(start);
    int number =
        numbers.computeIfAbsent(
            SvgWriter.path(text.shape(), start[0], start[1]), path -> numbers.size());
    return "<use href=\"#text-%d\" x=\"%s\" y=\"%s\" class=\"area %s\"/>"
        .formatted(
            number, SvgWriter.number(start[0]), SvgWriter.number(start[1]), text.ink().cssClass());
  }

  /** An element without size that holds the outlines; a page has it once, anywhere in its body. */
  public String svg() {
    if (numbers.isEmpty()) {
      return "";
    }
    StringBuilder out =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"outlines\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>\n");
    numbers.forEach(
        (path, number) -> out.append("<path id=\"text-%d\" d=\"%s\"/>\n".formatted(number, path)));
    return out.append("</defs></svg>\n").toString();
  }
}
