package plumbline.card;

/** The five sections of a card, in the order in which every card has them. */
public enum Section {
  STATEMENT("Statement"),
  WHY("Why it is true"),
  SHARP("Where it is sharp"),
  FAILURE("What failure looks like"),
  NOTES("Notes");

  private final String heading;

  Section(String heading) {
    this.heading = heading;
  }

  /** The text of the section's level-two heading. */
  public String heading() {
    return heading;
  }
}
