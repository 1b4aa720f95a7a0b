package plumbline.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import plumbline.card.Card;

/** What a card rests on and what rests on it, as links between their pages. */
final class Links {
  private final Prose prose;
  private final Map<String, Card> cards;
  private final Set<String> pages;

  /**
   * @param cards all cards known
   * @param pages the ids that have a page in this site
   */
  Links(Prose prose, Collection<Card> cards, Set<String> pages) {
    this.prose = prose;
    this.cards = cards.stream().collect(Collectors.toMap(Card::id, Function.identity()));
    this.pages = pages;
  }

  /** Two lists, each left out where it is empty. */
  String html(Card card) {
    List<Card> below = card.needs().stream().map(cards::get).filter(need -> need != null).toList();
    List<Card> above =
        cards.values().stream()
            .filter(other -> other.needs().contains(card.id()))
            .sorted(Comparator.comparing(Card::id))
            .toList();
    return list("rests", "Rests on", below) + list("leads", "Leads to", above);
  }

  private String list(String id, String heading, List<Card> linked) {
    if (linked.isEmpty()) {
      return "";
    }
    String items =
        linked.stream().map(card -> "<li>" + link(card) + "</li>\n").collect(Collectors.joining());
    return Html.section(id, heading, "<ul>\n" + items + "</ul>\n");
  }

  private String link(Card card) {
    String title = prose.line(card.title());
    return Optional.of(card.id())
        .filter(pages::contains)
        .map(page -> "<a href=\"../" + page + ".html\">" + title + "</a>")
        .orElse(title + " <code>" + Html.text(card.id()) + "</code>");
  }
}
