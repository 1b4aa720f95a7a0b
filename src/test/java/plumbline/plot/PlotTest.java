package plumbline.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.check.ClaimResult;
import plumbline.check.Curve;
import plumbline.plot.Picture.Dress;

/** What a picture shows, and that it can be read. */
class PlotTest {
  static Stream<ClaimResult> claims() {
    return Stream.concat(
        Samples.results().checks().stream()
            .flatMap(check -> check.instances().stream())
            .flatMap(instance -> instance.claims().stream())
            .filter(Plot::drawable),
        awkward().stream());
  }

  /** Curves that axes find hard. */
  private static List<ClaimResult> awkward() {
    return List.of(
        only(Samples.line("one decade", Curve.Role.BOUND, 1, 30, k -> 3 / k)),
        only(Samples.line("huge and flat", Curve.Role.EXACT, 1, 10, k -> -123456789)),
        only(Samples.line("tiny, both signs", Curve.Role.EXACT, 1, 50, k -> 3e-9 * Math.sin(k))),
        only(Samples.line("all zero", Curve.Role.EXACT, 1, 100, k -> 0)),
        only(
            Samples.line(
                "ends at zero", Curve.Role.EXACT, 1, 100, k -> k < 50 ? Math.pow(10, -k / 10) : 0)),
        only(Samples.line("twelve decades", Curve.Role.EXACT, 1, 1e6, k -> 1 / (k * k))),
        only(new Curve("a point", Curve.Role.BOUND, List.of(0.0), List.of(0.25), List.of())),
        only(
            new Curve(
                "denormal", Curve.Role.BOUND, List.of(1.0, 2.0), List.of(5e-324, 1.0), List.of())),
        only(
            new Curve(
                "largest",
                Curve.Role.BOUND,
                List.of(0.0, 2.0),
                List.of(-1.7e308, 1.7e308),
                List.of())),
        only(
            Samples.line(
                "a name that is far too long for any legend ".repeat(6),
                Curve.Role.BOUND,
                0,
                12,
                k -> k),
            Samples.line("one", Curve.Role.EXACT, 0, 12, k -> k + 1),
            Samples.line("one", Curve.Role.PATH, 0, 12, k -> k + 2),
            Samples.line("another name that takes some room", Curve.Role.MEAN, 0, 12, k -> k + 3),
            Samples.line("and one more name that takes room", Curve.Role.MEAN, 0, 12, k -> k + 4)));
  }

  private static ClaimResult only(Curve... curves) {
    return Samples.claim(
        curves[0].name(),
        ClaimResult.Standing.CLAIMED,
        plumbline.verdict.Outcome.HOLDS,
        "a sentence",
        List.of(),
        List.of(curves));
  }

  private static Plot plot(ClaimResult claim) {
    return Plot.of(
        "A title that is so long that it needs a second line, for titles of theorems sometimes are",
        claim.sentence().isBlank() ? "subtitle" : claim.sentence() + " and gÄjqpy",
        claim);
  }

  @ParameterizedTest
  @MethodSource("claims")
  void noTwoTextsOverlap(ClaimResult claim) {
    for (Dress dress : List.of(Dress.FULL, Dress.PAGE, Dress.NARROW)) {
      Plot plot = plot(claim);
      List<Rectangle2D> boxes = plot.drawing(dress).textBoxes();
      assertEquals(List.of(), overlaps(boxes), claim.name());
      // the scan saw the texts: two axis titles, a legend entry a curve, a label a labelled tick
      int labels = labels(plot.curves(dress).x()).size() + labels(plot.curves(dress).y()).size();
      int least =
          2 + plot.curves(Dress.PAGE).lines().size() + labels + (dress == Dress.FULL ? 3 : 0);
      assertTrue(boxes.size() >= least, claim.name() + ": " + boxes.size() + " < " + least);
    }
  }

  @ParameterizedTest
  @MethodSource("claims")
  void noTextLeavesThePicture(ClaimResult claim) {
    Drawing drawing = plot(claim).drawing(Dress.FULL);
    Rectangle2D paper = new Rectangle2D.Double(0, 0, drawing.width(), drawing.height());
    assertEquals(
        List.of(), drawing.textBoxes().stream().filter(box -> !paper.contains(box)).toList());
  }

  @Test
  void theMeasureOfOverlapSeesTextsThatTouch() {
    Recorder recorder = new Recorder();
    recorder.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    recorder.drawString("bound", 10, 20);
    recorder.drawString("mean", 200, 20);
    assertEquals(0, overlaps(recorder.drawing(300, 50).textBoxes()).size());
    recorder.drawString("1e-3", 30, 24);
    assertEquals(1, overlaps(recorder.drawing(300, 50).textBoxes()).size());
  }

  @ParameterizedTest
  @MethodSource("claims")
  void theLegendCoversNoPartOfTheChart(ClaimResult claim) {
    Drawing drawing = plot(claim).drawing(Dress.PAGE);
    double legend =
        drawing.textBoxes().stream()
            .skip(drawing.textBoxes().size() - plot(claim).curves(Dress.PAGE).lines().size())
            .mapToDouble(Rectangle2D::getMinY)
            .min()
            .orElseThrow();
    double ruled =
        drawing.marks().stream()
            .filter(mark -> mark.ink() == Ink.GRID)
            .mapToDouble(mark -> mark.shape().getBounds2D().getMaxY())
            .max()
            .orElseThrow();
    assertTrue(legend > ruled + 10, legend + " is not below " + ruled);
  }

  @ParameterizedTest
  @MethodSource("claims")
  void everyDecadeIsTickedAndLabelsAreShort(ClaimResult claim) {
    Curves curves = plot(claim).curves(Dress.PAGE);
    List<Rectangle2D> ticks = ticks(plot(claim).drawing(Dress.PAGE));
    for (Axis axis : List.of(curves.x(), curves.y())) {
      for (String label : labels(axis)) {
        assertTrue(label.length() <= 6, "'" + label + "' is longer than six characters");
      }
      assertTrue(labels(axis).size() >= 2, "too few labels: " + labels(axis) + " on " + axis);
      assertEquals(
          labels(axis).size(), labels(axis).stream().distinct().count(), labels(axis).toString());
      if (axis.scale() != Axis.Scale.LINEAR) {
        boolean horizontal = axis == curves.x();
        long marked =
            grid(plot(claim).drawing(Dress.PAGE), !horizontal)
                .filter(
                    at ->
                        ticks.stream()
                            .anyMatch(
                                tick ->
                                    Math.abs(
                                            (horizontal ? tick.getCenterX() : tick.getCenterY())
                                                - at)
                                        < 1.5))
                .count();
        assertEquals(decades(axis), marked, claim.name() + " " + axis);
      }
    }
  }

  /** Counted from the ends of the axis alone. */
  private static long decades(Axis axis) {
    boolean log = axis.scale() == Axis.Scale.LOG;
    double low = log ? Math.log10(axis.min()) : axis.min();
    double high = log ? Math.log10(axis.max()) : axis.max();
    return (long) (Math.floor(high + 1e-9) - Math.ceil(low - 1e-9)) + 1;
  }

  /** Tick marks: short lines in the colour of axes. */
  private static List<Rectangle2D> ticks(Drawing drawing) {
    return drawing.marks().stream()
        .filter(mark -> mark.ink() == Ink.AXIS)
        .map(mark -> mark.shape().getBounds2D())
        .filter(box -> Math.max(box.getWidth(), box.getHeight()) <= 5)
        .toList();
  }

  private static Stream<Double> grid(Drawing drawing, boolean horizontal) {
    return drawing.marks().stream()
        .filter(mark -> mark.ink() == Ink.GRID)
        .map(mark -> mark.shape().getBounds2D())
        .filter(box -> horizontal == box.getWidth() > box.getHeight())
        .map(box -> horizontal ? box.getCenterY() : box.getCenterX());
  }

  private static List<String> labels(Axis axis) {
    List<String> labels = new ArrayList<>();
    if (axis.scale() == Axis.Scale.LOG) {
      for (int decade = -330; decade < 310; decade++) {
        for (int j = 1; j < 10; j++) {
          double tick = Math.pow(10, decade) * j;
          if (tick >= axis.min() * (1 - 1e-9) && tick <= axis.max() * (1 + 1e-9)) {
            labels.add(axis.label(tick));
          }
        }
      }
    } else {
      axis.grid().forEach(tick -> labels.add(axis.label(tick)));
    }
    labels.removeIf(String::isEmpty);
    return labels;
  }

  @Test
  void aScaledAxisSaysItsUnit() {
    ClaimResult tiny = only(Samples.line("tiny", Curve.Role.EXACT, 1, 50, k -> 3e-9 * Math.sin(k)));
    assertEquals(" (in units of 1e-9)", plot(tiny).curves(Dress.PAGE).y().unit());
    assertEquals("", plot(Samples.fixedStepClaim()).curves(Dress.PAGE).y().unit());
  }

  @Test
  void valuesOfAFewHundredthsAreLabelledAsTheyAre() {
    ClaimResult small = only(Samples.line("small", Curve.Role.EXACT, 1, 50, k -> 0.05 + k / 5000));
    Axis y = plot(small).curves(Dress.PAGE).y();
    assertEquals("", y.unit());
    // 0.0500 to 0.0600 in steps of 0.002
    assertEquals("0.050", y.label(y.min()));
  }

  @Test
  void noTickLiesBetweenTwoIterations() {
    ClaimResult one = only(Samples.points("one checkpoint", 75, 75, k -> 2));
    Axis x = plot(one).curves(Dress.PAGE).x();
    assertEquals(List.of(73.0, 74.0, 75.0, 76.0, 77.0), x.grid());
  }

  /** A band over one iteration alone would have no width: limits of an event, drawn as a bar. */
  @Test
  void theBandOfASinglePointIsABar() {
    Curve band = new Curve("limits", Curve.Role.BAND, List.of(75.0), List.of(0.25), List.of(0.75));
    ClaimResult one =
        only(
            Samples.points("share", 75, 75, k -> 0.5),
            Samples.line("claimed", Curve.Role.BOUND, 75, 75, k -> 1),
            Samples.line("exact", Curve.Role.EXACT, 75, 75, k -> 0),
            band);
    Curves.Line bar = plot(one).curves(Dress.PAGE).lines(Curve.Role.BAND).get(0);
    // of an axis from 73 to 77
    assertArrayEquals(new double[] {74.976, 75.024, 75.024, 74.976}, bar.xs(), 1e-9);
    assertArrayEquals(new double[] {0.25, 0.25, 0.75, 0.75}, bar.ys(), 1e-9);
  }

  @Test
  void geometricDecayIsAStraightLineOverLinearK() {
    assertEquals(Axis.Scale.LINEAR, plot(Samples.contraction()).curves(Dress.PAGE).x().scale());
    assertEquals(Axis.Scale.LOG, plot(Samples.refutedClaim("(8)")).curves(Dress.PAGE).x().scale());
  }

  @Test
  void aDashedCurveIsOneLine() {
    Drawing drawing = plot(Samples.contraction()).drawing(Dress.PAGE);
    // one in the chart, one in the legend
    assertEquals(2, drawing.marks().stream().filter(mark -> mark.ink() == Ink.EXACT).count());
  }

  @Test
  void whatIsNotFiniteIsLeftOutAndCounted() {
    List<Double> x = List.of(1.0, 2.0, 3.0, 4.0, 5.0);
    List<Double> y = List.of(1.0, Double.NaN, Double.POSITIVE_INFINITY, 2.0, 3.0);
    Plot plot = plot(only(new Curve("gap", Curve.Role.BOUND, x, y, List.of())));
    assertEquals(2, plot.curves(Dress.PAGE).left());
    assertEquals(
        "Expected value against iteration k, both axes linear. gap goes from 1 at k = 1 to 3 at k ="
            + " 5. 2 points are not drawn: not positive, not finite, or beyond the axis.",
        plot.description());
  }

  /** A step too long: the measured gap grows tenfold a step, and 1 - alpha c mu is negative. */
  @Test
  void aBoundBelowZeroDoesNotFlattenADivergence() {
    ClaimResult claim =
        only(
            Samples.line("bound", Curve.Role.BOUND, 1, 8, k -> k % 2 == 0 ? -2 : 2),
            Samples.line("exact", Curve.Role.EXACT, 1, 8, k -> Math.pow(10, k)));
    Curves curves = plot(claim).curves(Dress.PAGE);
    assertEquals(Axis.Scale.POWERS, curves.y().scale());
    assertEquals(4, curves.left());
    // over less than four decades the bound's sign is worth seeing
    ClaimResult mild =
        only(
            Samples.line("bound", Curve.Role.BOUND, 1, 3, k -> k % 2 == 0 ? -2 : 2),
            Samples.line("exact", Curve.Role.EXACT, 1, 3, k -> Math.pow(10, k)));
    assertEquals(Axis.Scale.LINEAR, plot(mild).curves(Dress.PAGE).y().scale());
  }

  @Test
  void aClaimWithoutFiniteValuesIsRefused() {
    ClaimResult nothing =
        only(new Curve("gone", Curve.Role.BOUND, List.of(1.0), List.of(Double.NaN), List.of()));
    assertFalse(Plot.drawable(nothing));
    String message = assertThrows(IllegalArgumentException.class, () -> plot(nothing)).getMessage();
    assertEquals(
        "the claim 'gone' has no point to draw: allowed is a claim with a curve of finite values",
        message);
  }

  /** Pairs of boxes that share an area. */
  private static List<String> overlaps(List<Rectangle2D> boxes) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (boxes.get(i).intersects(boxes.get(j))) {
          found.add(boxes.get(j) + " and " + boxes.get(i));
        }
      }
    }
    return found;
  }
}
