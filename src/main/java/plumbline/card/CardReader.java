package plumbline.card;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a {@link Card} from Markdown with YAML front matter; every failure is a {@link
 * CardException}.
 */
public final class CardReader {
  private static final Pattern CARD =
      Pattern.compile("\\A---\\n(.*?\\n)---[ \\t]*\\n(.*)\\z", Pattern.DOTALL);

  private CardReader() {}

  /**
   * Reads {@code <folder>/<slug>.md} below the folder of all cards.
   *
   * @param theorems the folder that holds the lectures' folders
   * @param file a card two levels below it
   */
  public static Card read(Path theorems, Path file) {
    String relative = theorems.relativize(file).toString().replace('\\', '/');
    String where = file.toString().replace('\\', '/');
    try {
      return read(where, relative, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CardException(
          where, "cannot be read (" + e + "): allowed is a text file in UTF-8", e);
    }
  }

  /**
   * Reads a card from its text.
   *
   * @param where how a message names the file
   * @param relative {@code folder/slug.md}, against which the id is held
   * @param text the whole file, lines ending in LF or CRLF
   */
  public static Card read(String where, String relative, String text) {
    Matcher parts = CARD.matcher(text.replace("\r\n", "\n"));
    try {
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            "the front matter is missing: got '%s' as the first line, allowed is a line '---', YAML, a line '---', the sections"
                .formatted(text.lines().findFirst().orElse("")));
      }
      Card card = new FrontMatter(parts.group(1)).card(Body.sections(parts.group(2)));
      if (!(card.id() + ".md").equals(relative)) {
        throw new IllegalArgumentException(
            "'id' is '%s' in the file %s: allowed is '%s' (the folder and the file's name without .md)"
                .formatted(card.id(), relative, relative.replaceFirst("\\.md$", "")));
      }
      return card;
    } catch (IllegalArgumentException e) {
      throw new CardException(where, e.getMessage(), e);
    }
  }
}
