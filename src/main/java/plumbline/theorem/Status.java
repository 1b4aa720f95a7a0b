package plumbline.theorem;

/** What is known of a hypothesis on an instance. */
public sealed interface Status {
  /** It is met, and this is why. */
  record Certified(String by) implements Status {}

  /** It fails, and this shows it. */
  record Refuted(String witness) implements Status {}

  /** A search found nothing against it; the card is conditional. */
  record NotRefuted(String search) implements Status {}

  static Status certified(String by) {
    return new Certified(by);
  }

  /** Certified if the condition is met, else refuted, with the same words. */
  static Status of(boolean met, String numbers) {
    return met ? new Certified(numbers) : new Refuted(numbers);
  }
}
