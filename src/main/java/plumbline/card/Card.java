package plumbline.card;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One documented result as a reader sees it: what is claimed, why, where it is sharp, how it fails.
 *
 * <p>Title, source, expectation and references live here only; parameters and instances live in the
 * executable class, and the two are joined by the id.
 *
 * @param id {@code folder/slug}; the file is {@code <folder>/<slug>.md}
 * @param title one line
 * @param source where the result is stated
 * @param expect what its check should say
 * @param corrected on a misprint's card the id of the card that states the result correctly
 * @param refutes on a misprint's card the name of the claim that must be refuted
 * @param needs ids of the cards that this one rests on
 * @param references literature, one line each
 * @param examples values of the bound worked by hand
 * @param errata where what is printed differs from what is right
 * @param fails an error in the formula that the check has to find, on a card with a check
 * @param unchecked why there is no check, on a card without one
 * @param sections Markdown by section, all five present
 */
public record Card(
    String id,
    String title,
    Source source,
    Expect expect,
    Optional<String> corrected,
    Optional<String> refutes,
    List<String> needs,
    List<String> references,
    List<Example> examples,
    List<Erratum> errata,
    Optional<Fails> fails,
    Optional<String> unchecked,
    Map<Section, String> sections) {

  static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9][A-Za-z0-9.-]*");
  private static final String AS_PRINTED = "-as-printed";

  public Card {
    checkId("id", id);
    Words.present("title", title);
    needs = List.copyOf(needs);
    references = List.copyOf(references);
    examples = List.copyOf(examples);
    errata = List.copyOf(errata);
    unchecked.ifPresent(reason -> Words.present("unchecked", reason));
    if (unchecked.isPresent() && (fails.isPresent() || !examples.isEmpty())) {
      throw new IllegalArgumentException(
          "'unchecked' is given with 'fails' or 'examples': allowed are those with a check only");
    }
    checkNeeds(id, needs);
    checkMisprint(id, expect, corrected, refutes);
    checkSections(sections);
    sections = Collections.unmodifiableMap(new EnumMap<>(sections));
  }

  /** The Markdown of one section, without its heading. */
  public String section(Section section) {
    return sections.get(section);
  }

  static void checkId(String key, String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "'%s' is '%s': allowed is folder/slug in letters, digits, '-' and '.'"
              .formatted(key, id));
    }
  }

  private static void checkNeeds(String id, List<String> needs) {
    needs.forEach(need -> checkId("needs", need));
    if (needs.contains(id)) {
      throw new IllegalArgumentException(
          "'needs' names '" + id + "': allowed are other cards, not the card itself");
    }
    if (new HashSet<>(needs).size() < needs.size()) {
      throw new IllegalArgumentException(
          "'needs' is " + needs + ": allowed is every card once only");
    }
  }

  /**
   * A misprint's card names its corrected twin and the claim to be refuted; any other card names
   * neither.
   */
  private static void checkMisprint(
      String id, Expect expect, Optional<String> corrected, Optional<String> refutes) {
    if (expect == Expect.HOLDS) {
      if (corrected.isPresent() || refutes.isPresent()) {
        throw new IllegalArgumentException(
            "'corrected' or 'refutes' is given with expect: holds: allowed with expect: refuted"
                + " only");
      }
      return;
    }
    if (corrected.isEmpty() || refutes.isEmpty()) {
      throw new IllegalArgumentException(
          "expect is 'refuted' but 'corrected' or 'refutes' is missing: allowed is a misprint's"
              + " card that names the card which states it correctly and the claim to be refuted");
    }
    Words.present("refutes", refutes.get());
    String stem = corrected.get() + AS_PRINTED;
    if (!id.equals(stem) && !id.startsWith(stem + "-")) {
      throw new IllegalArgumentException(
          "'id' is '%s' with corrected: %s: allowed is %s or %s-word"
              .formatted(id, corrected.get(), stem, stem));
    }
  }

  private static void checkSections(Map<Section, String> sections) {
    for (Section section : Section.values()) {
      if (sections.getOrDefault(section, "").isBlank()) {
        throw new IllegalArgumentException(
            "the section '" + section.heading() + "' is missing or empty: allowed is a text");
      }
    }
  }
}
