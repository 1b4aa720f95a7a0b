package plumbline.card;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The list of all errata that cards name, as Markdown: {@code theorems/ERRATA.md}. */
public final class Errata {
  private static final String HEAD =
      """
      # Errata

      Generated from the cards by `java -cp target/plumbline.jar plumbline.card.Errata theorems/ERRATA.md`; a test holds the two together.

      A machine's text copy of the lecture slides was read. Figures and some glyphs are lost in it, so that a slip listed here may be the copy's and not the author's. The lectures are good, and nearly all of what they state came out as stated; these are the exceptions, for whoever teaches from them.
      What is *false as printed*, or *true with a hypothesis that is not printed*, has a card of its own that `check` refutes, beside the card that states the result correctly.
      """;

  /** One entry and the card that has it. */
  private record Entry(Card card, Erratum erratum) {}

  private Errata() {}

  /** Argument: the file to write. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new CardException(
          "Errata",
          "got %d arguments: allowed is one, the file to write".formatted(arguments.length));
    }
    CardIndex index = CardIndex.load(Errata.class.getClassLoader());
    List<Card> cards = index.entries().stream().map(entry -> index.open(entry.id())).toList();
    Files.writeString(Path.of(arguments[0]), markdown(cards), StandardCharsets.UTF_8);
  }

  /** The whole list, by document and then by kind. */
  static String markdown(List<Card> cards) {
    Map<String, List<Entry>> documents =
        cards.stream()
            .flatMap(card -> card.errata().stream().map(erratum -> new Entry(card, erratum)))
            .collect(
                Collectors.groupingBy(
                    entry -> entry.card().source().document(), TreeMap::new, Collectors.toList()));
    StringBuilder text = new StringBuilder(HEAD);
    documents.forEach((document, entries) -> document(text, document, entries));
    return text.toString();
  }

  private static void document(StringBuilder text, String document, List<Entry> entries) {
    text.append("\n## ").append(Lectures.name(document)).append('\n');
    for (Erratum.Slip slip : Erratum.Slip.values()) {
      List<Entry> of =
          entries.stream()
              .filter(entry -> entry.erratum().slip() == slip)
              .sorted(Comparator.comparing(entry -> entry.card().id()))
              .toList();
      if (!of.isEmpty()) {
        String words = slip.words();
        text.append("\n### ")
            .append(words.substring(0, 1).toUpperCase(Locale.ROOT))
            .append(words.substring(1))
            .append("\n\n");
        of.forEach(entry -> text.append(line(entry)));
      }
    }
  }

  private static String line(Entry entry) {
    Card card = entry.card();
    Erratum erratum = entry.erratum();
    return "- [%s](%s.md), slide \"%s\", %s. Printed: %s. Correct: %s. Measured: %s.\n"
        .formatted(
            card.id(),
            card.id(),
            card.source().slide(),
            card.source().where(),
            erratum.printed(),
            erratum.correct(),
            erratum.measured());
  }
}
