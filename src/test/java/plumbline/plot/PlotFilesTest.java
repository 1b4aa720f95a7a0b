package plumbline.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import plumbline.check.ClaimResult;
import plumbline.plot.Picture.Dress;

/** What a picture is written as: files by their ending, and elements for a page. */
class PlotFilesTest {
  private static Plot plot(ClaimResult claim) {
    return Plot.of("A title", claim.sentence(), claim);
  }

  @Test
  void writesPngSvgAndPdfByEnding(@TempDir Path folder) throws Exception {
    Plot plot = plot(Samples.fixedStepClaim());
    for (String name : List.of("a.png", "a.SVG", "a.pdf")) {
      plot.write(folder.resolve(name));
    }
    assertEquals(1520, ImageIO.read(folder.resolve("a.png").toFile()).getWidth());
    Document svg = xml(Files.readString(folder.resolve("a.SVG")));
    assertEquals("svg", svg.getDocumentElement().getNodeName());
    assertEquals(1, svg.getElementsByTagName("title").getLength());
    assertTrue(svg.getElementsByTagName("path").getLength() > 40);
    assertTrue(Files.size(folder.resolve("a.SVG")) < 150_000);
    assertPdf(Files.readString(folder.resolve("a.pdf"), StandardCharsets.ISO_8859_1));
    // nothing else is left behind
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(3, files.count());
    }
  }

  private static void assertPdf(String pdf) {
    assertTrue(pdf.startsWith("%PDF-1.4\n"));
    assertTrue(pdf.endsWith("%%EOF\n"));
    int table =
        Integer.parseInt(
            pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.lastIndexOf("\n%%EOF")));
    assertTrue(pdf.startsWith("xref\n0 6\n", table));
    String[] rows = pdf.substring(table).split("\n");
    for (int object = 1; object <= 5; object++) {
      int offset = Integer.parseInt(rows[2 + object].substring(0, 10));
      assertTrue(pdf.startsWith(object + " 0 obj\n", offset), "object " + object);
    }
    int length = Integer.parseInt(pdf.replaceAll("(?s).*/Length (\\d+) .*", "$1"));
    int stream = pdf.indexOf("stream\n") + 7;
    assertTrue(pdf.startsWith("endstream", stream + length));
  }

  @Test
  void anotherEndingIsRefusedBeforeAnythingIsWritten(@TempDir Path folder) {
    Plot plot = plot(Samples.fixedStepClaim());
    for (String name : List.of("a.jpg", "png", "a.png.gz", "a")) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> plot.write(folder.resolve(name)))
              .getMessage();
      assertTrue(message.contains(name) && message.contains(".png, .svg or .pdf"), message);
    }
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void aMissingFolderIsAnErrorAndAnOldPictureStays(@TempDir Path folder) throws IOException {
    Plot plot = plot(Samples.fixedStepClaim());
    assertThrows(NoSuchFileException.class, () -> plot.write(folder.resolve("no/where.png")));
    Path old = Files.writeString(folder.resolve("old.svg"), "old");
    plot.write(old);
    assertTrue(Files.readString(old).startsWith("<?xml"));
  }

  @Test
  void inlineSvgNamesInksAndHasNoColourOfItsOwn() throws Exception {
    Plot plot = plot(Samples.fixedStepClaim());
    for (String svg : List.of(plot.inlineSvg(new Lettering()), plot.thumbnailSvg())) {
      xml(svg);
      assertTrue(svg.contains("class=\"line ink-bound\""));
      assertFalse(
          svg.replace("href=\"#text-", "").contains("#"),
          "a colour of its own would not turn with the page");
    }
    assertTrue(plot.thumbnailSvg().length() < 20_000);
    assertEquals(0, plot.drawing(Dress.THUMBNAIL).textBoxes().size());
  }

  @Test
  void aPageKeepsTheOutlineOfATextOnce() throws Exception {
    Plot plot = plot(Samples.fixedStepClaim());
    Lettering lettering = new Lettering();
    String first = plot.inlineSvg(lettering);
    String outlines = lettering.svg();
    assertTrue(
        first.equals(plot.inlineSvg(lettering)), "the same picture asks for the same outlines");
    assertTrue(outlines.equals(lettering.svg()), "and brings no new ones");
    Set<String> kept = new TreeSet<>();
    NodeList paths = xml(outlines).getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      assertTrue(kept.add("#" + ((Element) paths.item(i)).getAttribute("id")));
    }
    Set<String> used = new TreeSet<>();
    NodeList uses = xml(first).getElementsByTagName("use");
    for (int i = 0; i < uses.getLength(); i++) {
      used.add(((Element) uses.item(i)).getAttribute("href"));
    }
    assertEquals(kept, used);
    assertEquals(plot.drawing(Dress.PAGE).textBoxes().size(), uses.getLength());
    Plot.of("", "", Samples.hostile().instances().get(0).claims().get(0)).inlineSvg(lettering);
    assertTrue(lettering.svg().length() > outlines.length(), "other names have other outlines");
  }

  @Test
  void aCoordinateHasTwoDecimalsAtMostAndItsSign() {
    double[] values = {0, 3, -3, 0.5, -0.5, 0.054, -0.056, 12.349, -0.004, 1.999};
    List<String> expected =
        List.of("0", "3", "-3", "0.5", "-0.5", "0.05", "-0.06", "12.35", "0", "2");
    assertEquals(expected, Arrays.stream(values).mapToObj(SvgWriter::number).toList());
  }

  @Test
  void hostileNamesDoNotBreakTheSvg(@TempDir Path folder) throws Exception {
    ClaimResult claim = Samples.hostile().instances().get(0).claims().get(0);
    Plot.of(Samples.HOSTILE, Samples.HOSTILE, claim).write(folder.resolve("a.svg"));
    Document svg = xml(Files.readString(folder.resolve("a.svg")));
    assertEquals(0, svg.getElementsByTagName("b").getLength());
    assertTrue(svg.getElementsByTagName("title").item(0).getTextContent().contains("</script>"));
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
