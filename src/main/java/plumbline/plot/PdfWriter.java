package plumbline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a drawing as a PDF of one page, one point a pixel.
 *
 * <p>Paths, colours and dashes are all that a drawing has, and PDF 1.4 says each in one line (ISO
 * 32000-1, section 8); a library for this would be the largest part of the jar.
 */
final class PdfWriter {
  private PdfWriter() {}

  static byte[] write(Drawing drawing, String title) {
    String content = content(drawing);
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 "
                + drawing.width()
                + " "
                + drawing.height()
                + "] /Resources << >> /Contents 4 0 R >>",
            "<< /Length " + content.length() + " >>\nstream\n" + content + "endstream",
            "<< /Title " + text(title) + " /Creator (Plumbline) >>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, "%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      offsets.add(out.size());
      put(out, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
    }
    int table = out.size();
    put(out, "xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
    offsets.forEach(offset -> put(out, String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
    put(
        out,
        "trailer\n<< /Size "
            + (objects.size() + 1)
            + " /Root 1 0 R /Info 5 0 R >>\nstartxref\n"
            + table
            + "\n%%EOF\n");
    return out.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A text string in UTF-16, as hexadecimal: no character needs an escape. */
  private static String text(String text) {
    StringBuilder out = new StringBuilder("<FEFF");
    for (char c : text.toCharArray()) {
      out.append(String.format("%04X", (int) c));
    }
    return out.append('>').toString();
  }

  private static String content(Drawing drawing) {
    // a PDF's origin is the lower left corner
    StringBuilder out = new StringBuilder("1 0 0 -1 0 " + drawing.height() + " cm\n1 j\n");
    for (Mark mark : drawing.marks()) {
      out.append(color(mark.ink().color(), mark instanceof Mark.Line ? "RG" : "rg"));
      if (mark instanceof Mark.Line line) {
        out.append(stroke(line.stroke())).append(path(line.shape())).append("S\n");
      } else {
        out.append(path(mark.shape())).append("f\n");
      }
    }
    return out.toString();
  }

  private static String color(Color color, String operator) {
    return number(color.getRed() / 255.0)
        + number(color.getGreen() / 255.0)
        + number(color.getBlue() / 255.0)
        + operator
        + "\n";
  }

  private static String stroke(BasicStroke stroke) {
    StringBuilder out = new StringBuilder(number(stroke.getLineWidth())).append("w [");
    if (stroke.getDashArray() != null) {
      for (float dash : stroke.getDashArray()) {
        out.append(number(dash));
      }
    }
    return out.append("] 0 d\n").toString();
  }

  private static String path(Shape shape) {
    StringBuilder out = new StringBuilder();
    double[] p = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator it = shape.getPathIterator(null); !it.isDone(); it.next()) {
      switch (it.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> out.append(point(p, 0)).append("m\n");
        case PathIterator.SEG_LINETO -> out.append(point(p, 0)).append("l\n");
        case PathIterator.SEG_QUADTO -> {
          // PDF has cubic curves only: the same parabola, one degree higher
          double[] c = {
            x + 2 * (p[0] - x) / 3,
            y + 2 * (p[1] - y) / 3,
            p[2] + 2 * (p[0] - p[2]) / 3,
            p[3] + 2 * (p[1] - p[3]) / 3,
            p[2],
            p[3]
          };
          System.arraycopy(c, 0, p, 0, 6);
          out.append(point(p, 0)).append(point(p, 2)).append(point(p, 4)).append("c\n");
        }
        case PathIterator.SEG_CUBICTO ->
            out.append(point(p, 0)).append(point(p, 2)).append(point(p, 4)).append("c\n");
        default -> out.append("h\n");
      }
      int last = it.currentSegment(new double[6]) <= PathIterator.SEG_LINETO ? 0 : 4;
      x = p[last];
      y = p[last + 1];
    }
    return out.toString();
  }

  private static String point(double[] p, int i) {
    return number(p[i]) + number(p[i + 1]);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f ", value);
  }
}
