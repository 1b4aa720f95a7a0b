package plumbline.card;

/**
 * An error in a theorem's own formula that its check has to find; no bound or constant times a
 * number.
 *
 * @param claim the claim whose formula it is in
 * @param mutant its name, as {@code mutate --all} prints it
 */
public record Fails(String claim, String mutant) {
  public Fails {
    Words.present("claim", claim);
    Words.present("mutant", mutant);
    if (mutant.matches(".* x [0-9./]+")) {
      throw new IllegalArgumentException(
          "'mutant' is '%s': allowed is an error in the formula, nothing times a number"
              .formatted(mutant));
    }
  }
}
