package plumbline.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexWriterTest {
  /** Sees no card at all, so that a test does not depend on the cards that are built in. */
  private final ClassLoader nothing = new URLClassLoader(new URL[0], null);

  @TempDir Path folder;
  private Path theorems;
  private Path output;

  @BeforeEach
  void layOut() {
    theorems = folder.resolve("theorems");
    output = folder.resolve("classes/plumbline/cards/index.json");
  }

  private void put(String id, String needs) throws IOException {
    Path file = theorems.resolve(id + ".md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, Sample.named(id, needs));
  }

  private String failure() {
    return assertThrows(CardException.class, () -> IndexWriter.write(theorems, output, nothing))
        .getMessage();
  }

  @Test
  void theIndexIsSortedAndTheSameEveryTime() throws IOException {
    put("b/two", "[a/one]");
    put("a/one", "[]");
    IndexWriter.write(theorems, output, nothing);
    String first = Files.readString(output);
    assertEquals(
        """
        {"schemaVersion": 1, "cards": [
        {"id":"a/one","title":"Halving","source":{"document":"book.txt","where":"(1)","slide":"Halving"},"expect":"holds","needs":[]},
        {"id":"b/two","title":"Halving","source":{"document":"book.txt","where":"(1)","slide":"Halving"},"expect":"holds","needs":["a/one"]}
        ]}
        """,
        first);
    IndexWriter.write(theorems, output, nothing);
    assertEquals(first, Files.readString(output));
  }

  @Test
  void aNeedThatPointsNowhereFailsTheBuild() throws IOException {
    put("a/one", "[a/two]");
    String message = failure();
    assertTrue(message.contains("one.md: 'needs' of 'a/one' names 'a/two'"), message);
    assertFalse(Files.exists(output));
  }

  @Test
  void theIndexOfAnEarlierBuildDoesNotHideAMissingCard() throws IOException {
    put("a/one", "[a/two]");
    put("a/two", "[]");
    URL classes = folder.resolve("classes").toUri().toURL();
    try (URLClassLoader earlier =
        new URLClassLoader(new URL[] {new URL(classes, "classes/")}, null)) {
      IndexWriter.write(theorems, output, earlier);
      Files.delete(theorems.resolve("a/two.md"));
      assertThrows(CardException.class, () -> IndexWriter.write(theorems, output, earlier));
    }
  }

  @Test
  void aNeedMayPointIntoAnotherJar() throws IOException {
    put("a/one", "[]");
    IndexWriter.write(theorems, output, nothing);
    Files.delete(theorems.resolve("a/one.md"));
    put("b/two", "[a/one]");
    Path second = folder.resolve("second/index.json");
    try (URLClassLoader jars =
        new URLClassLoader(new URL[] {folder.resolve("classes/").toUri().toURL()}, null)) {
      IndexWriter.write(theorems, second, jars);
    }
    assertTrue(Files.readString(second).contains("\"b/two\""));
    assertFalse(Files.readString(second).contains("\"id\":\"a/one\""));
  }

  @Test
  void aFileThatIsNoCardFailsTheBuildByName() throws IOException {
    put("a/one", "[]");
    Files.writeString(theorems.resolve("a/broken.md"), "Hello");
    assertTrue(failure().contains("a/broken.md: the front matter is missing"), failure());
  }

  @Test
  void aCardThatLiesTooDeepFailsTheBuild() throws IOException {
    put("a/one", "[]");
    Files.createDirectories(theorems.resolve("a/b"));
    Files.writeString(theorems.resolve("a/b/two.md"), Sample.named("a/two", "[]"));
    assertTrue(failure().contains("lies too deep"), failure());
  }

  @Test
  void filesDirectlyInTheFolderAreNotCards() throws IOException {
    put("a/one", "[]");
    Files.writeString(theorems.resolve("ERRATA.md"), "# Errata");
    IndexWriter.write(theorems, output, nothing);
    assertEquals(3, Files.readString(output).lines().count());
  }

  @Test
  void aMissingFolderAndWrongArgumentsAreSaid() {
    assertTrue(failure().contains("is not a folder"), failure());
    assertThrows(CardException.class, () -> IndexWriter.main(new String[] {"one"}));
  }
}
