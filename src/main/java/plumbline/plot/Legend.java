package plumbline.plot;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import plumbline.check.Curve;

/**
 * What each line, mark and area means, in rows below the chart.
 *
 * <p>The library's own legend sets each text by the height of its glyphs, so that words of a row
 * stand on different lines, and does not wrap.
 */
final class Legend {
  /** One entry; the stroke {@link SeriesLines#NONE} is no line. */
  record Entry(String name, Ink ink, BasicStroke stroke, List<Marker> marker, Curve.Role role) {}

  private static final int ROW = 20;
  private static final int SAMPLE = 28;
  private static final int GAP = 22;

  private final Typeface typeface;
  private final List<List<Entry>> rows = new ArrayList<>();
  private final int width;

  Legend(Typeface typeface, List<Entry> entries, int width) {
    this.typeface = typeface;
    this.width = width;
    double used = Double.POSITIVE_INFINITY;
    for (Entry entry : entries) {
      Entry short_ = shortened(entry);
      if (used + length(short_) > width - 32) {
        rows.add(new ArrayList<>());
        used = 0;
      }
      rows.get(rows.size() - 1).add(short_);
      used += length(short_);
    }
  }

  int height() {
    return rows.size() * ROW + 10;
  }

  void draw(Recorder recorder, int top) {
    recorder.setFont(typeface.label());
    for (int row = 0; row < rows.size(); row++) {
      double total = rows.get(row).stream().mapToDouble(this::length).sum() - GAP;
      double x = (width - total) / 2;
      for (Entry entry : rows.get(row)) {
        sample(recorder, entry, x, top + row * ROW + 9);
        recorder.setColor(Ink.TEXT.color());
        recorder.drawString(entry.name(), (float) (x + SAMPLE + 7), top + row * ROW + 13);
        x += length(entry);
      }
    }
  }

  private void sample(Recorder recorder, Entry entry, double x, double y) {
    recorder.setColor(entry.ink().color());
    if (entry.role() == Curve.Role.BAND) {
      recorder.fill(new Rectangle2D.Double(x, y - 5, SAMPLE, 10));
      return;
    }
    if (entry.stroke() != SeriesLines.NONE) {
      recorder.setStroke(entry.stroke());
      recorder.draw(new Line2D.Double(x, y, x + SAMPLE, y));
    }
    entry.marker().forEach(marker -> marker.paint(recorder, x + SAMPLE / 2.0, y, 7));
  }

  private double length(Entry entry) {
    return SAMPLE + 7 + typeface.width(entry.name(), typeface.label()) + GAP;
  }

  /** Cut with an ellipsis where a name alone is wider than the picture. */
  private Entry shortened(Entry entry) {
    String name = entry.name();
    while (name.length() > 2 && length(named(entry, name)) > width - 32) {
      name = name.substring(0, name.length() - 2).stripTrailing() + "…";
    }
    return named(entry, name);
  }

  private static Entry named(Entry entry, String name) {
    return new Entry(name, entry.ink(), entry.stroke(), entry.marker(), entry.role());
  }
}
