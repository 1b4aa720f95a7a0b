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
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;

/**
 * Writes, while the jar is built, which cards have a check and the kinds of their claims: one card
 * a line, its id and the kinds apart by spaces, and at the end {@link #UNSHARP} where no sharp
 * instance is known. So {@code list} need not make a theorem.
 */
public final class IndexWriter {
  /** The list of one jar. */
  public static final String RESOURCE = "plumbline/cards/checked.txt";

  /** Beside the kinds: no instance is known that attains the bound. */
  public static final String UNSHARP = "(not-sharp)";

  private IndexWriter() {}

  /** Argument: the file to write. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    String lines =
        Catalogue.load().theorems().entrySet().stream()
            .map(e -> line(e.getKey(), e.getValue()))
            .collect(Collectors.joining());
    Files.writeString(file, lines);
  }

  private static String line(String id, Theorem<?> theorem) {
    boolean misprint = id.contains("-as-printed");
    boolean sharp = misprint || theorem.declaration().has(Role.SHARP);
    return id + " " + String.join(" ", kinds(theorem)) + (sharp ? "" : " " + UNSHARP) + "\n";
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
