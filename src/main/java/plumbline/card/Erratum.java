package plumbline.card;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A place where what we read and what is right differ.
 *
 * @param slip what kind of difference
 * @param printed what our text copy reads, in a few words
 * @param correct what holds instead
 * @param measured a number that tells the two apart, and on what
 */
public record Erratum(Slip slip, String printed, String correct, String measured) {
  /** Kinds of differences, from a false statement to a damaged copy. */
  public enum Slip {
    W("false as printed"),
    H("true with a hypothesis that is not printed"),
    M("wording"),
    X("our text copy is damaged; slide not seen"),
    WX("false in our text copy, perhaps for a lost glyph; slide not seen");

    private final String words;

    Slip(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /** Whether the statement as printed has a card of its own, to be refuted. */
    public boolean isRefuted() {
      return this == W || this == H;
    }

    static Slip of(String name) {
      return Arrays.stream(values())
          .filter(slip -> slip.name().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "'slip' is '%s': allowed are %s"
                          .formatted(
                              name,
                              Arrays.stream(values())
                                  .map(Enum::name)
                                  .collect(Collectors.joining(", ")))));
    }
  }

  public Erratum {
    Words.present("printed", printed);
    Words.present("correct", correct);
    Words.present("measured", measured);
  }
}
