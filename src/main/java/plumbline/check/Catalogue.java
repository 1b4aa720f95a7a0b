package plumbline.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;
import plumbline.card.Card;
import plumbline.card.CardIndex;
import plumbline.theorem.Theorem;

/**
 * The cards on the class path and the theorems that are found by {@link ServiceLoader}, joined by
 * id. Built-in ones and those of a user's jar enter through the same door.
 */
public final class Catalogue {
  private final CardIndex cards;
  private final ClassLoader loader;
  private Map<String, Theorem<?>> theorems;

  private Catalogue(CardIndex cards, ClassLoader loader) {
    this.cards = cards;
    this.loader = loader;
  }

  /** Reads the index of the cards; opens no card and makes no theorem. */
  public static Catalogue load() {
    return load(Catalogue.class.getClassLoader());
  }

  /** The same with what else this loader sees: a user's jar beside the product. */
  public static Catalogue load(ClassLoader loader) {
    return new Catalogue(CardIndex.load(loader), loader);
  }

  /**
   * This catalogue and one result more, for a cell that states its own.
   *
   * @throws IllegalArgumentException if the card and the theorem have different ids, or the id is
   *     taken
   */
  public Catalogue with(Card card, Theorem<?> theorem) {
    String id = theorem.declaration().id();
    if (!card.id().equals(id)) {
      throw new IllegalArgumentException(
          "the card is %s and the theorem declares %s: give both one id".formatted(card.id(), id));
    }
    Map<String, Theorem<?>> more = new TreeMap<>(theorems());
    Catalogue grown = new Catalogue(cards.with(card), loader);
    more.put(id, theorem);
    grown.theorems = more;
    return grown;
  }

  public CardIndex cards() {
    return cards;
  }

  /** The ids of all cards, sorted. */
  public List<String> ids() {
    return cards.entries().stream().map(CardIndex.Entry::id).toList();
  }

  /** The executable class of a card; empty for a card that is stated and not checked. */
  public Optional<Theorem<?>> theorem(String id) {
    return Optional.ofNullable(theorems().get(id));
  }

  /**
   * Every theorem, by id.
   *
   * @throws IllegalStateException if two claim one id, or one has no card
   */
  public synchronized Map<String, Theorem<?>> theorems() {
    if (theorems == null) {
      Map<String, Theorem<?>> found = new TreeMap<>();
      for (Theorem<?> theorem : ServiceLoader.load(Theorem.class, loader)) {
        String id = theorem.declaration().id();
        if (cards.find(id).isEmpty()) {
          throw new IllegalStateException(
              theorem.getClass().getName() + " declares the id " + id + ", which has no card");
        }
        Theorem<?> other = found.put(id, theorem);
        if (other != null) {
          throw new IllegalStateException(
              theorem.getClass().getName()
                  + " and "
                  + other.getClass().getName()
                  + " both are "
                  + id);
        }
      }
      theorems = found;
    }
    return theorems;
  }

  /**
   * The ids that match any of the patterns, in catalogue order; {@code *} stands for any letters.
   * No pattern selects all.
   *
   * @throws IllegalArgumentException if a pattern matches nothing, naming the nearest ids
   */
  public List<String> select(List<String> patterns) {
    if (patterns.isEmpty()) {
      return ids();
    }
    List<String> selected = new ArrayList<>();
    for (String pattern : patterns) {
      Pattern glob = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
      List<String> matching = ids().stream().filter(id -> glob.matcher(id).matches()).toList();
      if (matching.isEmpty()) {
        throw new IllegalArgumentException(
            "there is no card "
                + pattern
                + "; the nearest are "
                + String.join(", ", nearest(pattern))
                + ": `list` shows all");
      }
      selected.addAll(matching);
    }
    return ids().stream().filter(selected::contains).toList();
  }

  /** The three ids that resemble the text most. */
  public List<String> nearest(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return ids().stream()
        .sorted(
            Comparator.comparingDouble((String id) -> distance(wanted, id)).thenComparing(id -> id))
        .limit(3)
        .toList();
  }

  /** The least edits that turn the text into the id, or into its part after the slash. */
  private static double distance(String text, String id) {
    String slug = id.substring(id.indexOf('/') + 1);
    double whole = edits(text, id);
    double part = edits(text, slug) + 0.5;
    double inside = id.contains(text) ? 1 : Double.POSITIVE_INFINITY;
    return Math.min(inside, Math.min(whole, part));
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
