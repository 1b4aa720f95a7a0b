package plumbline.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Hashtable;
import java.util.List;
import javax.imageio.ImageIO;
import plumbline.check.Curve;
import plumbline.plot.Plot;
import plumbline.series.Digits;

/**
 * A picture as a value of a cell. It is an image, because Java kernels show those inline; it keeps
 * its PNG, so that {@link NotebookRunner} writes the same bytes, and the curves that were drawn, so
 * that two runs are compared by their data.
 */
public final class Picture extends BufferedImage implements Shown {
  /** The curves of a picture; no browser shows it. */
  static final String CURVES = "application/vnd.plumbline.curves+json";

  /** Of the curves' values: more than a picture shows, less than a compiler changes. */
  private static final Digits DIGITS =
      new Digits(new java.math.MathContext(6, java.math.RoundingMode.HALF_EVEN), -4, 9);

  private final byte[] png;
  private final String description;
  private final List<Curve> curves;

  private Picture(BufferedImage image, byte[] png, String description, List<Curve> curves) {
    super(
        image.getColorModel(),
        image.getRaster(),
        image.isAlphaPremultiplied(),
        new Hashtable<String, Object>());
    this.png = png;
    this.description = description;
    this.curves = List.copyOf(curves);
  }

  static Picture of(Plot plot) {
    try {
      byte[] png = plot.png();
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      return new Picture(image, png, plot.description(), plot.drawn());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the picture shows, in words. */
  @Override
  public String toString() {
    return description;
  }

  @Override
  public void show(ObjectNode data, ObjectNode metadata) {
    data.put("image/png", Base64.getEncoder().encodeToString(png));
    ArrayNode drawn = data.putArray(CURVES);
    for (Curve curve : curves) {
      ObjectNode node = drawn.addObject();
      node.put("name", curve.name());
      node.put("role", curve.role().name().toLowerCase(java.util.Locale.ROOT));
      node.put("x", numbers(curve.x()));
      node.put("y", numbers(curve.y()));
      if (!curve.upper().isEmpty()) {
        node.put("upper", numbers(curve.upper()));
      }
    }
    metadata
        .putObject("image/png")
        .put("alt", description)
        .put("width", getWidth() / 2)
        .put("height", getHeight() / 2);
  }

  private static String numbers(List<Double> values) {
    return String.join(" ", values.stream().map(DIGITS::orWord).toList());
  }
}
