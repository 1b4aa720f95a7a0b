package plumbline.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import plumbline.card.Card;
import plumbline.card.CardIndex;
import plumbline.card.ReadingOrder;
import plumbline.check.CheckResult;
import plumbline.check.Results;

/**
 * Everything that the site speaks of, by lecture and in the order of its slides; a misprint stands
 * right after the card that corrects it.
 */
final class Contents {
  /** What a lecture is called by its folder; any other folder by its own name. */
  private static final Map<String, String> LECTURES =
      Map.of(
          "lecun", "LeCun: quadratic objectives",
          "ba", "Ba: optimization for deep learning",
          "bottou", "Bottou: stochastic gradient methods",
          "cevher", "Cevher: nonconvex optimization and overparametrised networks");

  /** A card, its result, or both. */
  record Item(String id, Optional<Card> card, Optional<CheckResult> check) {
    String title() {
      return card.map(Card::title).or(() -> check.map(CheckResult::title)).orElse(id);
    }

    /** Whether it has a page: a result, or the reason why there is none. */
    boolean hasPage() {
      return check.isPresent() || card.flatMap(Card::unchecked).isPresent();
    }

    /** Lecture, slide and place. */
    String source() {
      return check.map(CheckResult::source).or(() -> card.map(c -> c.source().cited())).orElse("");
    }

    Optional<String> corrected() {
      return card.flatMap(Card::corrected);
    }

    private String folder() {
      return id.substring(0, id.indexOf('/'));
    }
  }

  /** The items of one folder. */
  record Lecture(String folder, List<Item> items) {
    Lecture {
      items = List.copyOf(items);
    }

    String heading() {
      return LECTURES.getOrDefault(folder, folder);
    }
  }

  private final Map<String, Item> items;
  private final List<Lecture> lectures;

  Contents(Results results, Collection<Card> cards) {
    Map<String, Card> byId =
        cards.stream().collect(Collectors.toMap(Card::id, Function.identity()));
    Map<String, CheckResult> checks =
        results.checks().stream().collect(Collectors.toMap(CheckResult::id, Function.identity()));
    List<CardIndex.Entry> entries = byId.values().stream().map(CardIndex.Entry::of).toList();
    // what has no card comes last
    Set<String> order = new LinkedHashSet<>();
    entries.stream().sorted(ReadingOrder.of(entries)).forEach(entry -> order.add(entry.id()));
    order.addAll(new TreeSet<>(checks.keySet()));
    this.items = new LinkedHashMap<>();
    for (String id : order) {
      items.put(
          id, new Item(id, Optional.ofNullable(byId.get(id)), Optional.ofNullable(checks.get(id))));
    }
    Map<String, List<Item>> folders = new LinkedHashMap<>();
    for (Item item : items.values()) {
      folders.computeIfAbsent(item.folder(), folder -> new ArrayList<>()).add(item);
    }
    this.lectures =
        folders.entrySet().stream().map(e -> new Lecture(e.getKey(), e.getValue())).toList();
  }

  /** All, in order. */
  List<Item> items() {
    return List.copyOf(items.values());
  }

  List<Lecture> lectures() {
    return lectures;
  }

  Optional<Item> find(String id) {
    return Optional.ofNullable(items.get(id));
  }

  /** The misprints that a card corrects. */
  List<Item> misprints(String id) {
    return items.values().stream()
        .filter(item -> item.corrected().filter(id::equals).isPresent())
        .toList();
  }

  /** The items that rest on this one. */
  List<Item> above(String id) {
    return items.values().stream()
        .filter(item -> item.card().filter(card -> card.needs().contains(id)).isPresent())
        .toList();
  }
}
