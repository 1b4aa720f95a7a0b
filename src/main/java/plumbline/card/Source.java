package plumbline.card;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a result is stated.
 *
 * @param document file name of the text copy, or a citation for a result that is not from the
 *     lectures
 * @param lines of the text copy, which give the order of the results: "331-343, again at 345-364"
 * @param where theorem and equation numbers, or which line of the slide
 * @param slide title of the slide
 */
public record Source(String document, Optional<String> lines, String where, String slide) {
  private static final Pattern FIRST = Pattern.compile("\\A\\d{1,7}(?!\\d)");

  public Source {
    Words.present("source.document", document);
    Words.present("source.where", where);
    Words.present("source.slide", slide);
    lines.ifPresent(
        text -> {
          if (!FIRST.matcher(text).find()) {
            throw new IllegalArgumentException(
                "'source.lines' is '%s': allowed is a text that begins with a line's number, such as 331-343"
                    .formatted(text));
          }
        });
  }

  /** A place that is not counted in lines. */
  public Source(String document, String where, String slide) {
    this(document, Optional.empty(), where, slide);
  }

  /** The first line, for the order of the lecture; after all others where no line is given. */
  public int line() {
    Matcher first = FIRST.matcher(lines.orElse(""));
    return first.find() ? Integer.parseInt(first.group()) : Integer.MAX_VALUE;
  }

  /** Lecture, slide and place, as a reader would look it up. */
  public String cited() {
    return Lectures.name(document) + ", slide \"" + slide + "\", " + where;
  }
}
