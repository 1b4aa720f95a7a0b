package plumbline.plot;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** Writes a drawing as SVG. */
final class SvgWriter {
  private static final String[] COMMANDS = {"M", "L", "Q", "C", "Z"};
  private static final int[] COORDINATES = {2, 2, 4, 6, 0};

  private SvgWriter() {}

  /** A file of its own: colours are fixed, the paper is white. */
  static String standalone(Drawing drawing, String title, String description) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + open(drawing, "")
        + "<title>"
        + escape(title)
        + "</title>\n<desc>"
        + escape(description)
        + "</desc>\n"
        + body(drawing)
        + "</svg>\n";
  }

  /**
   * A part of a page: every shape has a class (ink-bound, ink-text, ...) and the page's style sheet
   * says what colour that is; the paper is the page's, and so are the outlines of texts.
   */
  static String inline(Drawing drawing, String attributes, Lettering lettering) {
    StringBuilder out = new StringBuilder(open(drawing, " " + attributes));
    for (Mark mark : drawing.marks()) {
      if (mark instanceof Mark.Text text) {
        out.append(lettering.use(text)).append('\n');
      } else if (mark.ink() != Ink.PAPER) {
        out.append(element(mark, false)).append('\n');
      }
    }
    return out.append("</svg>\n").toString();
  }

  private static String open(Drawing drawing, String attributes) {
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\"%s>\n",
        drawing.width(),
        drawing.height(),
        drawing.width(),
        drawing.height(),
        attributes);
  }

  private static String body(Drawing drawing) {
    StringBuilder out =
        new StringBuilder("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    for (Mark mark : drawing.marks()) {
      if (mark.ink() != Ink.PAPER) {
        out.append(element(mark, true)).append('\n');
      }
    }
    return out.toString();
  }

  private static String element(Mark mark, boolean fixed) {
    String ink = mark.ink().cssClass();
    String hex = String.format("#%06x", mark.ink().color().getRGB() & 0xFFFFFF);
    String path = "<path d=\"" + path(mark.shape(), 0, 0) + "\" ";
    if (mark instanceof Mark.Line line) {
      return path
          + (fixed ? "stroke=\"" + hex + "\"" : "class=\"line " + ink + "\"")
          + " fill=\"none\" stroke-linejoin=\"round\" stroke-width=\""
          + number(line.stroke().getLineWidth())
          + "\""
          + dashes(line.stroke().getDashArray())
          + "/>";
    }
    return path + (fixed ? "fill=\"" + hex + "\"" : "class=\"area " + ink + "\"") + "/>";
  }

  private static String dashes(float[] dashes) {
    if (dashes == null) {
      return "";
    }
    StringBuilder out = new StringBuilder(" stroke-dasharray=\"");
    for (int i = 0; i < dashes.length; i++) {
      out.append(i == 0 ? "" : " ").append(number(dashes[i]));
    }
    return out.append('"').toString();
  }

  /** The outline, seen from the point (x, y). */
  static String path(Shape shape, double x, double y) {
    StringBuilder out = new StringBuilder();
    double[] points = new double[6];
    for (PathIterator it = shape.getPathIterator(null); !it.isDone(); it.next()) {
      int command = it.currentSegment(points);
      out.append(COMMANDS[command]);
      for (int i = 0; i < COORDINATES[command]; i++) {
        out.append(i == 0 ? "" : " ").append(number(points[i] - (i % 2 == 0 ? x : y)));
      }
    }
    return out.toString();
  }

  /**
   * Two decimals: a hundredth of a pixel is below what an eye sees. A page has a hundred thousand
   * such numbers: a Formatter takes seconds for them.
   */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    long size = Math.abs(hundredths);
    String sign = hundredths < 0 ? "-" : "";
    long whole = size / 100;
    long rest = size % 100;
    return rest == 0
        ? sign + whole
        : rest % 10 == 0
            ? sign + whole + "." + rest / 10
            : sign + whole + (rest < 10 ? ".0" : ".") + rest;
  }

  private static String escape(String text) {
    // XML 1.0 has no way to write most control characters
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
