package plumbline.notebook;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Hashtable;
import javax.imageio.ImageIO;

/**
 * A picture as a value of a cell. It is an image, because Java kernels show those inline; it keeps
 * its PNG, so that {@link NotebookRunner} writes the same bytes.
 */
public final class Picture extends BufferedImage {
  private final byte[] png;
  private final String description;

  private Picture(BufferedImage image, byte[] png, String description) {
    super(
        image.getColorModel(),
        image.getRaster(),
        image.isAlphaPremultiplied(),
        new Hashtable<String, Object>());
    this.png = png;
    this.description = description;
  }

  /**
   * A picture of a PNG.
   *
   * @param png a PNG file's bytes
   * @param description what it shows, for those who cannot see it
   */
  static Picture of(byte[] png, String description) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    if (image == null) {
      throw new IllegalArgumentException(png.length + " bytes that are no picture: give a PNG");
    }
    return new Picture(image, png.clone(), description);
  }

  /** The PNG in base64, as notebooks hold it. */
  String base64() {
    return Base64.getEncoder().encodeToString(png);
  }

  /** What the picture shows, in words. */
  @Override
  public String toString() {
    return description;
  }
}
