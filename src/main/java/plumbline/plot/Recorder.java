package plumbline.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A canvas that keeps the shapes painted on it.
 *
 * <p>The chart library paints each segment of a curve as a line of its own, which makes a dashed
 * curve look solid: segments that continue one another are joined here. Clips are kept but not
 * applied; {@link Picture} gives the library no point outside its axes. Images are refused.
 */
final class Recorder extends Graphics2D {
  private final List<Mark> marks = new ArrayList<>();
  private final RenderingHints hints = new RenderingHints(Map.of());
  private AffineTransform transform = new AffineTransform();
  private Color color = Ink.TEXT.color();
  private Color background = Ink.PAPER.color();
  private Stroke stroke = new BasicStroke(1);
  private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private Shape clip;

  Drawing drawing(int width, int height) {
    return new Drawing(width, height, marks);
  }

  @Override
  public void draw(Shape shape) {
    BasicStroke line = (BasicStroke) stroke;
    if (line.getLineWidth() == 0) {
      return;
    }
    Path2D path = new Path2D.Double(shape, transform);
    if (!(shape instanceof Line2D && joined(path, line))) {
      marks.add(new Mark.Line(path, Ink.of(color), line));
    }
  }

  private boolean joined(Path2D segment, BasicStroke line) {
    if (marks.isEmpty() || !(marks.get(marks.size() - 1) instanceof Mark.Line)) {
      return false;
    }
    Mark.Line last = (Mark.Line) marks.get(marks.size() - 1);
    double[] from = new double[6];
    segment.getPathIterator(null).currentSegment(from);
    Point2D end = ((Path2D) last.shape()).getCurrentPoint();
    if (last.ink() != Ink.of(color)
        || !last.stroke().equals(line)
        || end.distance(from[0], from[1]) > 0) {
      return false;
    }
    Point2D to = segment.getCurrentPoint();
    ((Path2D) last.shape()).lineTo(to.getX(), to.getY());
    return true;
  }

  @Override
  public void fill(Shape shape) {
    Path2D path = new Path2D.Double(shape, transform);
    // outlines of text are the only general paths that reach a canvas: shapes of the library are
    // rectangles, ellipses and double paths
    marks.add(
        shape instanceof GeneralPath
            ? new Mark.Text(path, Ink.of(color))
            : new Mark.Area(path, Ink.of(color)));
  }

  @Override
  public void drawString(String text, float x, float y) {
    if (!text.isEmpty()) {
      TextLayout layout = new TextLayout(text, font, getFontRenderContext());
      fill(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
    }
  }

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    fill(
        new TextLayout(text, getFontRenderContext())
            .getOutline(AffineTransform.getTranslateInstance(x, y)));
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    fill(new GeneralPath(glyphs.getOutline(x, y)));
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle(x, y, width, height));
  }

  @Override
  public void clearRect(int x, int y, int width, int height) {
    marks.add(new Mark.Area(new Rectangle(x, y, width, height), Ink.of(background)));
  }

  @Override
  public Graphics create() {
    throw refused("a second canvas");
  }

  @Override
  public void dispose() {}

  @Override
  public FontRenderContext getFontRenderContext() {
    return new FontRenderContext(null, true, true);
  }

  @Override
  public FontMetrics getFontMetrics(Font of) {
    return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).getGraphics().getFontMetrics(of);
  }

  @Override
  public void translate(int x, int y) {
    transform.translate(x, y);
  }

  @Override
  public void translate(double x, double y) {
    transform.translate(x, y);
  }

  @Override
  public void rotate(double angle) {
    transform.rotate(angle);
  }

  @Override
  public void rotate(double angle, double x, double y) {
    transform.rotate(angle, x, y);
  }

  @Override
  public void scale(double x, double y) {
    transform.scale(x, y);
  }

  @Override
  public void shear(double x, double y) {
    transform.shear(x, y);
  }

  @Override
  public void transform(AffineTransform more) {
    transform.concatenate(more);
  }

  @Override
  public void setTransform(AffineTransform other) {
    transform = new AffineTransform(other);
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public Color getColor() {
    return color;
  }

  @Override
  public void setColor(Color other) {
    color = other;
  }

  @Override
  public Paint getPaint() {
    return color;
  }

  @Override
  public void setPaint(Paint paint) {
    color = (Color) paint;
  }

  @Override
  public Color getBackground() {
    return background;
  }

  @Override
  public void setBackground(Color other) {
    background = other;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setStroke(Stroke other) {
    stroke = other;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setFont(Font other) {
    font = other;
  }

  @Override
  public Shape getClip() {
    return clip;
  }

  @Override
  public void setClip(Shape other) {
    clip = other;
  }

  @Override
  public void setClip(int x, int y, int width, int height) {
    clip = new Rectangle(x, y, width, height);
  }

  @Override
  public void clip(Shape other) {
    clip = other;
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {
    clip = new Rectangle(x, y, width, height);
  }

  @Override
  public Rectangle getClipBounds() {
    return clip == null ? null : clip.getBounds();
  }

  @Override
  public boolean hit(Rectangle box, Shape shape, boolean onStroke) {
    return shape.intersects(
        new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight()));
  }

  @Override
  public RenderingHints getRenderingHints() {
    return hints;
  }

  @Override
  public Object getRenderingHint(RenderingHints.Key key) {
    return hints.get(key);
  }

  @Override
  public void setRenderingHint(RenderingHints.Key key, Object value) {
    if (value != null) {
      hints.put(key, value);
    }
  }

  @Override
  public void setRenderingHints(Map<?, ?> others) {
    hints.clear();
    hints.putAll(others);
  }

  @Override
  public void addRenderingHints(Map<?, ?> others) {
    hints.putAll(others);
  }

  @Override
  public void setPaintMode() {}

  @Override
  public void setXORMode(Color other) {
    throw refused("XOR painting");
  }

  @Override
  public Composite getComposite() {
    return java.awt.AlphaComposite.SrcOver;
  }

  @Override
  public void setComposite(Composite other) {
    throw refused("transparency");
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    throw refused("a device");
  }

  @Override
  public void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw refused("copying");
  }

  @Override
  public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    throw refused("a round rectangle");
  }

  @Override
  public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    throw refused("a round rectangle");
  }

  @Override
  public void drawOval(int x, int y, int width, int height) {
    draw(new java.awt.geom.Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void fillOval(int x, int y, int width, int height) {
    fill(new java.awt.geom.Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void drawArc(int x, int y, int width, int height, int start, int angle) {
    throw refused("an arc");
  }

  @Override
  public void fillArc(int x, int y, int width, int height, int start, int angle) {
    throw refused("an arc");
  }

  @Override
  public void drawPolyline(int[] x, int[] y, int n) {
    throw refused("an integer polyline");
  }

  @Override
  public void drawPolygon(int[] x, int[] y, int n) {
    draw(new java.awt.Polygon(x, y, n));
  }

  @Override
  public void fillPolygon(int[] x, int[] y, int n) {
    fill(new java.awt.Polygon(x, y, n));
  }

  @Override
  public boolean drawImage(Image image, AffineTransform at, ImageObserver observer) {
    throw refused("an image");
  }

  @Override
  public void drawImage(BufferedImage image, BufferedImageOp op, int x, int y) {
    throw refused("an image");
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform at) {
    throw refused("an image");
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform at) {
    throw refused("an image");
  }

  @Override
  public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    throw refused("an image");
  }

  @Override
  public boolean drawImage(Image image, int x, int y, int w, int h, ImageObserver observer) {
    throw refused("an image");
  }

  @Override
  public boolean drawImage(Image image, int x, int y, Color ground, ImageObserver observer) {
    throw refused("an image");
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int w, int h, Color ground, ImageObserver observer) {
    throw refused("an image");
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      ImageObserver observer) {
    throw refused("an image");
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      Color ground,
      ImageObserver observer) {
    throw refused("an image");
  }

  private static UnsupportedOperationException refused(String what) {
    return new UnsupportedOperationException(
        "a picture holds lines, areas and text, got " + what + ": draw it as a shape");
  }
}
