package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plumbline.card.Card;
import plumbline.card.Erratum;

/** Counts the formulas of a card by its dollars, without the code that sets them. */
final class Formulas {
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`|\\\\\\$");

  private Formulas() {}

  /** Those of the card itself and of what its page says of its neighbours. */
  static int onThePageOf(String id, List<Card> cards) {
    Card card = cards.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    List<String> texts = new ArrayList<>(card.sections().values());
    texts.addAll(card.references());
    texts.add(card.title());
    card.unchecked().ifPresent(texts::add);
    texts.addAll(errata(card));
    for (Card other : cards) {
      if (other.needs().contains(id) || card.needs().contains(other.id())) {
        texts.add(other.title());
      }
      if (other.corrected().filter(id::equals).isPresent()) {
        texts.add(other.title());
        texts.addAll(errata(other));
      }
      if (card.corrected().filter(other.id()::equals).isPresent()) {
        texts.add(other.title());
      }
    }
    return texts.stream().mapToInt(Formulas::count).sum();
  }

  private static List<String> errata(Card card) {
    return card.errata().stream()
        .flatMap((Erratum e) -> Stream.of(e.printed(), e.correct(), e.measured()))
        .toList();
  }

  private static int count(String text) {
    String bare = CODE.matcher(text).replaceAll("").replace("$$", "$");
    return (int) bare.chars().filter(c -> c == '$').count() / 2;
  }
}
