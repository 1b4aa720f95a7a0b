package plumbline.plot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plumbline.check.ClaimResult;
import plumbline.check.Curve;
import plumbline.check.InstanceResult;
import plumbline.check.WholeFile;
import plumbline.plot.Picture.Dress;

/** A picture of one claim: its bound against what was computed and measured. */
public final class Plot {
  /** How many claims one picture takes. */
  public static final int MOST_TOGETHER = Ink.SIDE_BY_SIDE.size();

  private final String title;
  private final String subtitle;
  private final ClaimResult claim;
  private final Map<String, Ink> inks;
  private final Curves curves;
  private final String description;

  private Plot(String title, String subtitle, ClaimResult claim, Map<String, Ink> inks) {
    this.title = title;
    this.subtitle = subtitle;
    this.claim = claim;
    this.inks = inks;
    this.curves = Curves.of(claim, 8);
    this.description = Description.of(claim, curves);
  }

  /**
   * A picture of a claim.
   *
   * @throws IllegalArgumentException if there is no finite value to draw, see {@link #drawable}
   */
  public static Plot of(String title, String subtitle, ClaimResult claim) {
    return new Plot(title, subtitle, claim, Map.of());
  }

  /**
   * Several claims in one picture, an ink each: bounds and, of each, the exact curve or else the
   * simulated means.
   *
   * @param labels of the claims, all different
   * @param claims at most {@link #MOST_TOGETHER}
   */
  public static Plot together(
      String title, String subtitle, List<String> labels, List<ClaimResult> claims) {
    List<Curve> curves = new ArrayList<>();
    Map<String, Ink> inks = new HashMap<>();
    for (int i = 0; i < claims.size(); i++) {
      List<Curve> own = claims.get(i).curves();
      boolean exact = own.stream().anyMatch(curve -> curve.role() == Curve.Role.EXACT);
      Curve.Role measured = exact ? Curve.Role.EXACT : Curve.Role.MEAN;
      for (Curve curve : own) {
        if (curve.role() == Curve.Role.BOUND || curve.role() == measured) {
          String name = labels.get(i) + ": " + curve.name();
          curves.add(new Curve(name, curve.role(), curve.x(), curve.y(), curve.upper()));
          inks.put(name, Ink.SIDE_BY_SIDE.get(i));
        }
      }
    }
    ClaimResult first = claims.get(0);
    ClaimResult all =
        new ClaimResult(
            first.name(),
            first.kind(),
            first.relation(),
            first.standing(),
            first.verdict(),
            first.sentence(),
            first.layers(),
            curves);
    return new Plot(title, subtitle, all, inks);
  }

  /** What is drawn. */
  public List<Curve> drawn() {
    return claim.curves();
  }

  /**
   * The claim that a picture of an instance shows where none is named: the theorem's with most
   * curves. Where the theorem does not apply it is still its bound, and not what happens otherwise.
   */
  public static Optional<ClaimResult> main(InstanceResult instance) {
    return instance.claims().stream()
        .max(
            Comparator.comparing(Plot::drawable)
                .thenComparing(c -> c.standing() != ClaimResult.Standing.OTHERWISE)
                .thenComparing(Plot::curved)
                .thenComparing(c -> c.curves().size()));
  }

  /** Whether a claim has anything to draw. */
  public static boolean drawable(ClaimResult claim) {
    return Curves.drawable(claim);
  }

  /** Whether a curve of a claim has a shape: three points or more. */
  public static boolean curved(ClaimResult claim) {
    return drawable(claim)
        && claim.curves().stream()
            .filter(curve -> curve.role() != Curve.Role.BAND)
            .anyMatch(curve -> curve.y().stream().filter(Double::isFinite).count() > 2);
  }

  /**
   * Writes PNG, SVG or PDF, as the file's name ends. The file appears whole or not at all.
   *
   * @throws IllegalArgumentException for any other ending
   * @throws IOException if the folder is missing or cannot be written
   */
  public void write(Path file) throws IOException {
    WholeFile.write(file, bytes(checkedEnding(file)));
  }

  /**
   * The ending of a picture's name: png, svg or pdf. For a command line that wants to refuse a name
   * before it computes.
   */
  public static String checkedEnding(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!name.contains(".") || !ending.matches("png|svg|pdf")) {
      throw new IllegalArgumentException(
          "the picture's file is '%s': allowed are names that end in .png, .svg or .pdf, so rename it"
              .formatted(file));
    }
    return ending;
  }

  private byte[] bytes(String ending) throws IOException {
    Drawing drawing = drawing(Dress.FULL);
    return switch (ending) {
      case "png" -> PngWriter.write(drawing);
      case "pdf" -> PdfWriter.write(drawing, named());
      default ->
          SvgWriter.standalone(drawing, named(), description).getBytes(StandardCharsets.UTF_8);
    };
  }

  private String named() {
    return subtitle.isEmpty() ? title : title + ": " + subtitle;
  }

  /** The picture as bytes of a PNG, for a notebook. */
  public byte[] png() throws IOException {
    return bytes("png");
  }

  /** The picture as a file of its own, as SVG in UTF-8. */
  public byte[] svg() throws IOException {
    return bytes("svg");
  }

  /**
   * An SVG element for a page, without title and paper. Shapes have the classes {@code line} or
   * {@code area}, and {@code ink-NAME}; the style sheet gives each ink its colour in light and
   * dark.
   *
   * @param lettering of the page, which has to hold its outlines
   */
  public String inlineSvg(Lettering lettering) {
    return SvgWriter.inline(drawing(Dress.PAGE), "class=\"plot\" aria-hidden=\"true\"", lettering);
  }

  /** The same for a screen of 400 pixels: smaller, its texts as large. */
  public String narrowSvg(Lettering lettering) {
    return SvgWriter.inline(
        drawing(Dress.NARROW), "class=\"plot\" aria-hidden=\"true\"", lettering);
  }

  /** A small inline SVG without text. */
  public String thumbnailSvg() {
    return SvgWriter.inline(
        drawing(Dress.THUMBNAIL), "class=\"thumb\" aria-hidden=\"true\"", new Lettering());
  }

  /**
   * What the picture shows, in sentences made from its data: the text for those who cannot see it.
   */
  public String description() {
    return description;
  }

  /** How many points are not drawn, and why, in a sentence; empty if all are. */
  public Optional<String> omitted() {
    return Description.omitted(curves(Dress.PAGE));
  }

  Drawing drawing(Dress dress) {
    return new Picture(dress, curves(dress), inks).drawing(title, subtitle);
  }

  /** On a narrow picture fewer labels fit: those of six characters need 60 pixels each. */
  Curves curves(Dress dress) {
    return dress == Dress.NARROW ? Curves.of(claim, 5) : curves;
  }
}
