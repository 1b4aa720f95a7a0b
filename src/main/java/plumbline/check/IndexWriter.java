package plumbline.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Preset;
import plumbline.theorem.Theorem;

/**
 * Writes, while the jar is built, which cards have a check and the kinds of their claims: one card
 * a line, its id and the kinds apart by spaces. So {@code list} need not make a theorem.
 */
public final class IndexWriter {
  /** The list of one jar. */
  public static final String RESOURCE = "plumbline/cards/checked.txt";

  private IndexWriter() {}

  /** Argument: the file to write. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    String lines =
        Catalogue.load().theorems().entrySet().stream()
            .map(e -> e.getKey() + " " + String.join(" ", kinds(e.getValue())) + "\n")
            .collect(Collectors.joining());
    Files.writeString(file, lines);
  }

  /** The kinds of the claims on any instance, sorted: "mean", "slope". */
  static <S> Set<String> kinds(Theorem<S> theorem) {
    Declaration declaration = theorem.declaration();
    Set<String> kinds = new TreeSet<>();
    for (Preset preset : declaration.presets()) {
      S setting = theorem.setting(declaration.values(preset.values()));
      Stream.concat(theorem.claims(setting).stream(), theorem.otherwise(setting).stream())
          .map(IndexWriter::kind)
          .forEach(kinds::add);
    }
    return kinds;
  }

  /** As a {@link ClaimResult} calls it. */
  private static String kind(Claim claim) {
    return claim.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
