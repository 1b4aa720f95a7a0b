package plumbline.card;

import java.util.Locale;

/** What the check of a card is expected to say. */
public enum Expect {
  /** The result is stated as it should be: its claims are expected to hold. */
  HOLDS,
  /** The card states a misprint: the claim that it names is expected to be refuted. */
  REFUTED;

  /** The word in a card's front matter and in the index: {@code holds} or {@code refuted}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
