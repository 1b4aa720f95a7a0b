package plumbline.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import plumbline.card.Card;
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
    TreeSet<String> ids = new TreeSet<>(byId.keySet());
    ids.addAll(checks.keySet());
    Map<String, Item> all = new TreeMap<>();
    for (String id : ids) {
      all.put(
          id, new Item(id, Optional.ofNullable(byId.get(id)), Optional.ofNullable(checks.get(id))));
    }
    this.items = new LinkedHashMap<>();
    all.values().stream().sorted(order(all)).forEach(item -> items.put(item.id(), item));
    Map<String, List<Item>> folders = new LinkedHashMap<>();
    for (Item item : items.values()) {
      folders.computeIfAbsent(item.folder(), folder -> new ArrayList<>()).add(item);
    }
    this.lectures =
        folders.entrySet().stream().map(e -> new Lecture(e.getKey(), e.getValue())).toList();
  }

  /** By document, then line, as the corrected card has them; what has no card comes last. */
  private static Comparator<Item> order(Map<String, Item> all) {
    Function<Item, Item> anchor =
        item -> item.corrected().map(id -> all.getOrDefault(id, item)).orElse(item);
    Comparator<Item> place =
        Comparator.comparing((Item i) -> i.card().map(c -> c.source().document()).orElse("~"))
            .thenComparing(i -> i.card().map(c -> c.source().line()).orElse(Integer.MAX_VALUE))
            .thenComparing(Item::id);
    return Comparator.comparing(anchor, place)
        .thenComparing(item -> item.corrected().isPresent())
        .thenComparing(Item::id);
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
