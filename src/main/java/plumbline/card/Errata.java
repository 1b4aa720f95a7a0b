package plumbline.card;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
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

      """;

  private static final String ABOUT =
      """
      A machine's text copy of the lecture slides was read. Figures and some glyphs are lost in it, so that a slip listed here may be the copy's and not the author's. The lectures are good, and nearly all of what they state came out as stated; these are the exceptions, for whoever teaches from them.
      What is *false as printed*, or *true with a hypothesis that is not printed*, has a card of its own that `check` refutes, beside the card that states the result correctly.
      """;

  /** One entry and the card that has it. */
  public record Entry(Card card, Erratum erratum) {}

  /** The entries of one kind, in the order of the lecture. */
  public record Kind(Erratum.Slip slip, List<Entry> entries) {
    public Kind {
      entries = List.copyOf(entries);
    }

    /** Its words with a capital. */
    public String heading() {
      String words = slip.words();
      return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
  }

  /** The kinds that one lecture has, from a false statement to a damaged copy. */
  public record Document(String name, List<Kind> kinds) {
    public Document {
      kinds = List.copyOf(kinds);
    }
  }

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

  /** What the list is and is not, as Markdown: the words above every list of errata. */
  public static String about() {
    return ABOUT;
  }

  /** All errata of the cards, by document and then by kind. */
  public static List<Document> of(Collection<Card> cards) {
    Map<String, List<Entry>> documents =
        cards.stream()
            .sorted(Comparator.comparing((Card c) -> c.source().line()).thenComparing(Card::id))
            .flatMap(card -> card.errata().stream().map(erratum -> new Entry(card, erratum)))
            .collect(
                Collectors.groupingBy(
                    entry -> entry.card().source().document(), TreeMap::new, Collectors.toList()));
    return documents.entrySet().stream()
        .map(of -> new Document(Lectures.name(of.getKey()), kinds(of.getValue())))
        .toList();
  }

  private static List<Kind> kinds(List<Entry> entries) {
    return Arrays.stream(Erratum.Slip.values())
        .map(s -> new Kind(s, entries.stream().filter(e -> e.erratum().slip() == s).toList()))
        .filter(kind -> !kind.entries().isEmpty())
        .toList();
  }

  /** The whole list. */
  static String markdown(List<Card> cards) {
    StringBuilder text = new StringBuilder(HEAD).append(ABOUT);
    for (Document document : of(cards)) {
      text.append("\n## ").append(document.name()).append('\n');
      for (Kind kind : document.kinds()) {
        text.append("\n### ").append(kind.heading()).append("\n\n");
        kind.entries().forEach(entry -> text.append(line(entry)));
      }
    }
    return text.toString();
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
