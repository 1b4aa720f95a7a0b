package plumbline.plot;

import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import plumbline.check.Curve;

/** Builds the chart of some curves with XChart and records it. */
final class Picture {
  /** What surrounds the curves. */
  enum Dress {
    /** Title, subtitle, axes, legend. */
    FULL,
    /** Axes and legend: for a page that has the title as a heading. */
    PAGE,
    /** The same for a narrow screen. */
    NARROW,
    /** Curves and axis lines only. */
    THUMBNAIL
  }

  private static final double CONTENT = 0.96;
  private static final float THIN = 1.2f;
  private static final float THICK = 2.4f;

  private final Dress dress;
  private final Typeface typeface;
  private final Curves curves;
  private final Map<String, Ink> inks;
  private final List<Legend.Entry> entries = new ArrayList<>();
  private final int width;
  private final int height;

  /**
   * @param inks of curves by name, where roles do not give them
   */
  Picture(Dress dress, Curves curves, Map<String, Ink> inks) {
    this.dress = dress;
    this.inks = inks;
    this.curves = curves;
    this.typeface = new Typeface();
    this.width = width(dress);
    this.height = height(dress);
  }

  private static int width(Dress dress) {
    return switch (dress) {
      case FULL, PAGE -> 760;
      case NARROW -> 400;
      case THUMBNAIL -> 220;
    };
  }

  private static int height(Dress dress) {
    return switch (dress) {
      case FULL, PAGE -> 410;
      case NARROW -> 320;
      case THUMBNAIL -> 130;
    };
  }

  Drawing drawing(String title, String subtitle) {
    Recorder recorder = new Recorder();
    int head = dress == Dress.FULL ? head(recorder, title, subtitle) : 0;
    recorder.setTransform(AffineTransform.getTranslateInstance(0, head));
    chart().paint(recorder, width, height);
    if (dress == Dress.THUMBNAIL) {
      return recorder.drawing(width, height);
    }
    // painted back to front, read by role: bound, exact, mean, band, path
    entries.sort(Comparator.comparing(Legend.Entry::role));
    Legend legend = new Legend(typeface, entries, width);
    legend.draw(recorder, height);
    return recorder.drawing(width, head + height + legend.height());
  }

  /** Title and subtitle, broken into lines that fit; the height that they take. */
  private int head(Recorder recorder, String title, String subtitle) {
    int y = 14;
    for (String line : typeface.lines(title, typeface.title(), width - 32)) {
      y += 20;
      recorder.setFont(typeface.title());
      recorder.setColor(Ink.TEXT.color());
      recorder.drawString(line, 16, y);
    }
    for (String line : typeface.lines(subtitle, typeface.label(), width - 32)) {
      y += 18;
      recorder.setFont(typeface.label());
      recorder.setColor(Ink.AXIS.color());
      recorder.drawString(line, 16, y);
    }
    return y + 6;
  }

  private XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(width)
            .height(height)
            .xAxisTitle(curves.xTitle() + curves.x().unit())
            .yAxisTitle(curves.yTitle() + curves.y().unit())
            .build();
    style(chart.getStyler());
    grid(chart);
    for (Curve.Role role :
        List.of(
            Curve.Role.BAND,
            Curve.Role.PATH,
            Curve.Role.BOUND,
            Curve.Role.EXACT,
            Curve.Role.MEAN)) {
      int nth = 0;
      for (Curves.Line line : curves.lines(role)) {
        add(chart, line, inks.isEmpty() ? nth++ : 0);
      }
    }
    return chart;
  }

  private void style(XYStyler styler) {
    styler.setChartBackgroundColor(Ink.PAPER.color());
    styler.setPlotBackgroundColor(Ink.PAPER.color());
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesVisible(false);
    styler.setChartTitleVisible(false);
    styler.setChartFontColor(Ink.TEXT.color());
    styler.setPlotContentSize(CONTENT);
    styler.setChartPadding(dress == Dress.THUMBNAIL ? 4 : 14);
    styler.setMarkerSize(dress == Dress.THUMBNAIL ? 4 : 7);
    styler.setXAxisMin(curves.x().min());
    styler.setXAxisMax(curves.x().max());
    styler.setYAxisMin(curves.y().min());
    styler.setYAxisMax(curves.y().max());
    styler.setXAxisLogarithmic(curves.x().scale() == Axis.Scale.LOG);
    styler.setYAxisLogarithmic(curves.y().scale() == Axis.Scale.LOG);
    axes(styler);
    styler.setLegendVisible(false);
  }

  private void axes(XYStyler styler) {
    boolean text = dress != Dress.THUMBNAIL;
    styler.setAxisTitlesVisible(text);
    styler.setAxisTitleFont(typeface.label());
    styler.setAxisTitlePadding(8);
    styler.setAxisTickLabelsFont(typeface.tick());
    styler.setAxisTickLabelsColor(Ink.TEXT.color());
    styler.setAxisTickMarksColor(Ink.AXIS.color());
    styler.setAxisTickMarksStroke(new BasicStroke(1));
    styler.setAxisTickMarkLength(text ? 4 : 2);
    styler.setAxisTickPadding(5);
    styler.setAxisTicksMarksVisible(text);
    styler.setXAxisTickLabelsFormattingFunction(text ? curves.x()::label : tick -> "");
    styler.setYAxisTickLabelsFormattingFunction(text ? curves.y()::label : tick -> "");
    // or ticks at 2 and 5 are never asked for a label
    styler.setXAxisLogarithmicDecadeOnly(false);
    styler.setYAxisLogarithmicDecadeOnly(false);
    styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
    // the library picks a step from this hint; it takes ours if the hint names it exactly
    styler.setXAxisTickMarkSpacingHint(curves.x().spacing(CONTENT * (width - 110)));
    styler.setYAxisTickMarkSpacingHint(curves.y().spacing(CONTENT * (height - 80)));
  }

  /**
   * Grid lines as series of two points: the library's own grid has a line at every 2, ..., 9 too.
   * They come first, which also keeps the library from taking evenly spaced data for its ticks.
   */
  private void grid(XYChart chart) {
    if (dress == Dress.THUMBNAIL) {
      return;
    }
    Axis x = curves.x();
    Axis y = curves.y();
    int number = 0;
    for (double at : y.grid()) {
      rule(chart, number++, new double[] {x.min(), x.max()}, new double[] {at, at});
    }
    for (double at : x.grid()) {
      rule(chart, number++, new double[] {at, at}, new double[] {y.min(), y.max()});
    }
  }

  private void rule(XYChart chart, int number, double[] x, double[] y) {
    XYSeries series = chart.addSeries("grid " + number, x, y);
    series.setShowInLegend(false);
    plain(series, Ink.GRID, new BasicStroke(0.8f), SeriesMarkers.NONE);
  }

  private void add(XYChart chart, Curves.Line line, int nth) {
    Ink ink = inks.getOrDefault(line.name(), nth == 0 ? Ink.of(line.role()) : Ink.SECOND);
    XYSeries series = chart.addSeries(line.name(), line.xs(), line.ys());
    boolean scattered = curves.isNumbered() && !line.isLevel();
    boolean alone = line.size() == 1 || scattered;
    switch (line.role()) {
      case BAND -> {
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(ink.color());
        plain(series, ink, NO_LINE, SeriesMarkers.NONE);
      }
      case PATH -> plain(series, ink, dashed(THIN, nth, 0, 2), mark(alone, SeriesMarkers.CROSS));
      case BOUND ->
          plain(
              series,
              ink,
              scattered ? NO_LINE : dashed(THICK, nth, 0, 4),
              mark(alone, SeriesMarkers.SQUARE));
      case EXACT ->
          plain(
              series,
              ink,
              scattered ? NO_LINE : dashed(THICK, nth, 8, 5),
              mark(alone, SeriesMarkers.DIAMOND));
      case MEAN ->
          plain(series, ink, NO_LINE, nth == 0 ? SeriesMarkers.CIRCLE : SeriesMarkers.DIAMOND);
    }
    entries.add(
        new Legend.Entry(
            line.name(),
            ink,
            series.getLineStyle(),
            series.getMarker() == null ? List.of() : List.of(series.getMarker()),
            line.role()));
  }

  /** XChart compares with this very instance to leave a line out. */
  private static final BasicStroke NO_LINE = SeriesLines.NONE;

  private static Marker mark(boolean alone, Marker marker) {
    return alone ? marker : SeriesMarkers.NONE;
  }

  /** Dashes of this length and gap, shorter for every further curve; solid if the length is 0. */
  private BasicStroke dashed(float thickness, int nth, float dash, float gap) {
    float scale = dress == Dress.THUMBNAIL ? 0.6f : 1;
    float length = nth == 0 ? dash : dash / 2 + 2;
    return length == 0
        ? new BasicStroke(thickness * scale, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        : new BasicStroke(
            thickness * scale,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            10,
            new float[] {length * scale, gap * scale},
            0);
  }

  private static void plain(XYSeries series, Ink ink, BasicStroke stroke, Marker marker) {
    series.setLineColor(ink.color());
    series.setMarkerColor(ink.color());
    series.setLineStyle(stroke);
    series.setMarker(marker);
  }
}
