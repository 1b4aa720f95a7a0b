package plumbline.check.own;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import plumbline.card.IndexWriter;

/** What a user's jar holds: cards, their index, and a services line a theorem. */
public final class UsersJar {
  private static final String BODY =
      """
      ## Statement

      See the class.

      ## Why it is true

      See the class.

      ## Where it is sharp

      Everywhere.

      ## What failure looks like

      See the misprint.

      ## Notes

      None.
      """;

  private UsersJar() {}

  /** Writes the cards of these theorems with their misprints, and opens them beside the product. */
  public static URLClassLoader open(Path folder) throws IOException {
    Path cards = folder.resolve("plumbline/cards");
    Files.createDirectories(cards.resolve("own"));
    for (String slug :
        List.of("martingale-step", "unbiased-oracle", "saddle-symmetry", "heavy-ball")) {
      write(cards, slug, "expect: holds\n");
      write(
          cards,
          slug + "-as-printed",
          "expect: refuted\ncorrected: own/" + slug + "\nrefutes: as printed\n");
    }
    IndexWriter.main(new String[] {cards.toString(), cards.resolve("index.json").toString()});
    Path services = folder.resolve("META-INF/services");
    Files.createDirectories(services);
    StringBuilder lines = new StringBuilder();
    for (Class<?> type :
        List.of(
            MartingaleStep.class,
            UnbiasedOracle.class,
            SaddleSymmetry.class,
            HeavyBallForms.class)) {
      lines.append(type.getName()).append('\n').append(type.getName()).append("$AsPrinted\n");
    }
    Files.writeString(services.resolve("plumbline.theorem.Theorem"), lines);
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, UsersJar.class.getClassLoader());
  }

  private static void write(Path cards, String slug, String expect) throws IOException {
    Files.writeString(
        cards.resolve("own/" + slug + ".md"),
        "---\nid: own/"
            + slug
            + "\ntitle: "
            + slug
            + "\nsource: {document: own notes, where: \"(1)\", slide: own}\n"
            + expect
            + "---\n"
            + BODY);
  }
}
