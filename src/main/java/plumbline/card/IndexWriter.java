package plumbline.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.card.CardIndex.Entry;

/** Reads every card of a folder while the jar is built, and writes their index. */
public final class IndexWriter {
  private IndexWriter() {}

  /**
   * Arguments: the folder of all cards, the index to write. A card that cannot be read fails the
   * build.
   */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      throw new CardException(
          "IndexWriter",
          "got %d arguments: allowed are two, the folder of the cards and the index to write"
              .formatted(arguments.length));
    }
    write(Path.of(arguments[0]), Path.of(arguments[1]), IndexWriter.class.getClassLoader());
  }

  /**
   * Writes the index.
   *
   * @param theorems the folder of all cards; files directly in it are not cards
   * @param output the index
   * @param others where the cards of other jars are looked for, which a need may point to
   */
  static void write(Path theorems, Path output, ClassLoader others) {
    try {
      Map<String, Entry> own = new TreeMap<>();
      for (Path file : files(theorems)) {
        Card card = CardReader.read(theorems, file);
        own.put(card.id(), Entry.of(card));
      }
      Map<String, Entry> known = new TreeMap<>(own);
      for (URL url : Collections.list(others.getResources(CardIndex.RESOURCE))) {
        // the index of an earlier build of this folder would hide a need that no longer points
        // anywhere
        if (!url.equals(output.toAbsolutePath().normalize().toUri().toURL())) {
          try (var in = url.openStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            IndexFile.read(url.toExternalForm(), text).forEach(e -> known.putIfAbsent(e.id(), e));
          }
        }
      }
      own.values()
          .forEach(
              entry ->
                  CardIndex.checkLinks(
                      theorems.resolve(entry.id() + ".md").toString(), entry, known));
      Files.createDirectories(output.toAbsolutePath().getParent());
      Files.writeString(output, IndexFile.write(own.values()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All Markdown files below a lecture's folder, sorted; one that lies deeper has no id and is an
   * error.
   */
  private static List<Path> files(Path theorems) throws IOException {
    if (!Files.isDirectory(theorems)) {
      throw new CardException(
          theorems.toString(), "is not a folder: allowed is the folder of the cards");
    }
    try (Stream<Path> walk = Files.walk(theorems)) {
      List<Path> files =
          walk.filter(path -> path.toString().endsWith(".md"))
              .filter(path -> theorems.relativize(path).getNameCount() > 1)
              .sorted()
              .collect(Collectors.toList());
      for (Path file : files) {
        if (theorems.relativize(file).getNameCount() != 2) {
          throw new CardException(
              file.toString(), "lies too deep: allowed is <folder>/<slug>.md below " + theorems);
        }
      }
      return files;
    }
  }
}
