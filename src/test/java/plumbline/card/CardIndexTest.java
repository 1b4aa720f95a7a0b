package plumbline.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardIndexTest {
  @TempDir Path folder;

  /**
   * Lays out one jar's folder with a card and its index, and returns its place on the class path.
   */
  private URL jar(String name, String id, String needs, ClassLoader others) throws IOException {
    Path cards = folder.resolve(name).resolve("plumbline/cards");
    Path file = cards.resolve(id + ".md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, Sample.named(id, needs));
    IndexWriter.write(cards, cards.resolve("index.json"), others);
    return folder.resolve(name).toUri().toURL();
  }

  private static URLClassLoader classPath(URL... urls) {
    return new URLClassLoader(urls, null);
  }

  private static List<String> ids(CardIndex index) {
    return index.entries().stream().map(CardIndex.Entry::id).collect(Collectors.toList());
  }

  @Test
  void indexesOfSeveralJarsAreMerged() throws IOException {
    URL ours = jar("ours", "b/one", "[]", classPath());
    URL theirs = jar("theirs", "a/two", "[b/one]", classPath(ours));
    try (URLClassLoader loader = classPath(ours, theirs)) {
      CardIndex index = CardIndex.load(loader);
      assertEquals(List.of("a/two", "b/one"), ids(index));
      assertEquals(List.of("b/one"), index.find("a/two").orElseThrow().needs());
      assertEquals("a/two", index.open("a/two").id());
      assertTrue(index.find("a/three").isEmpty());
    }
  }

  @Test
  void anIdInTwoJarsIsAnErrorThatNamesBoth() throws IOException {
    URL ours = jar("ours", "a/one", "[]", classPath());
    URL theirs = jar("theirs", "a/one", "[]", classPath());
    try (URLClassLoader loader = classPath(ours, theirs)) {
      String message = assertThrows(CardException.class, () -> CardIndex.load(loader)).getMessage();
      assertTrue(message.contains("/ours/") && message.contains("/theirs/"), message);
    }
  }

  @Test
  void aNeedWhoseJarIsMissingIsAnError() throws IOException {
    URL ours = jar("ours", "a/one", "[]", classPath());
    URL theirs = jar("theirs", "a/two", "[a/one]", classPath(ours));
    try (URLClassLoader loader = classPath(theirs)) {
      String message = assertThrows(CardException.class, () -> CardIndex.load(loader)).getMessage();
      assertTrue(message.contains("'needs' of 'a/two' names 'a/one'"), message);
    }
  }

  @Test
  void loadingOpensNoCard() throws IOException {
    URL ours = jar("ours", "a/one", "[]", classPath());
    Path card = folder.resolve("ours/plumbline/cards/a/one.md");
    Files.writeString(card, "no longer a card");
    try (URLClassLoader loader = classPath(ours)) {
      CardIndex index = CardIndex.load(loader);
      assertEquals(List.of("a/one"), ids(index));
      assertThrows(CardException.class, () -> index.open("a/one"));
      Files.delete(card);
      String message = assertThrows(CardException.class, () -> index.open("a/one")).getMessage();
      assertTrue(message.contains("is not on the class path"), message);
    }
  }

  @Test
  void anUnknownIdIsAnsweredWithThoseAllowed() throws IOException {
    try (URLClassLoader loader = classPath(jar("ours", "a/one", "[]", classPath()))) {
      CardIndex index = CardIndex.load(loader);
      String message = assertThrows(CardException.class, () -> index.open("a/ten")).getMessage();
      assertTrue(message.contains("'a/ten'") && message.contains("[a/one]"), message);
    }
  }

  @Test
  void anIndexOfAnotherVersionOrShapeIsRefused() throws IOException {
    URL ours = jar("ours", "a/one", "[]", classPath());
    Path index = folder.resolve("ours/plumbline/cards/index.json");
    String good = Files.readString(index);
    for (String bad :
        List.of(
            good.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2"),
            good.replace("\"holds\"", "\"proved\""),
            "{")) {
      Files.writeString(index, bad);
      try (URLClassLoader loader = classPath(ours)) {
        String message =
            assertThrows(CardException.class, () -> CardIndex.load(loader)).getMessage();
        assertTrue(message.contains("allowed is"), message);
      }
    }
  }
}
