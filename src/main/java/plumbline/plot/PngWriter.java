package plumbline.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Writes a drawing as PNG, two pixels of the file for one of the drawing. */
final class PngWriter {
  static final int SCALE = 2;

  private PngWriter() {}

  static byte[] write(Drawing drawing) throws IOException {
    ImageIO.setUseCache(false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image(drawing), "png", out);
    return out.toByteArray();
  }

  static BufferedImage image(Drawing drawing) {
    BufferedImage image =
        new BufferedImage(
            SCALE * drawing.width(), SCALE * drawing.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(SCALE, SCALE);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    for (Mark mark : drawing.marks()) {
      g.setColor(mark.ink().color());
      if (mark instanceof Mark.Line line) {
        g.setStroke(line.stroke());
        g.draw(line.shape());
      } else {
        g.fill(mark.shape());
      }
    }
    g.dispose();
    return image;
  }
}
