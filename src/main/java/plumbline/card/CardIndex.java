package plumbline.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every card on the class path, from the indexes that were written at build time: ours and those of
 * users' jars.
 *
 * <p>Loading opens no card; {@link #open} reads one.
 */
public final class CardIndex {
  /** The folder of the cards in a jar; a card is {@code plumbline/cards/<folder>/<slug>.md}. */
  public static final String FOLDER = "plumbline/cards/";

  /** The index of one jar. */
  public static final String RESOURCE = FOLDER + "index.json";

  /** What the index says of one card: enough to list it. */
  public record Entry(
      String id,
      String title,
      Source source,
      Expect expect,
      Optional<String> corrected,
      Optional<String> refutes,
      Optional<String> unchecked,
      List<String> needs) {
    public Entry {
      Card.checkId("id", id);
      needs = List.copyOf(needs);
    }

    /** What an index would say of this card. */
    public static Entry of(Card card) {
      return new Entry(
          card.id(),
          card.title(),
          card.source(),
          card.expect(),
          card.corrected(),
          card.refutes(),
          card.unchecked(),
          card.needs());
    }
  }

  private final ClassLoader loader;
  private final Map<String, Entry> entries;
  private final Map<String, Card> given;

  private CardIndex(ClassLoader loader, Map<String, Entry> entries, Map<String, Card> given) {
    this.loader = loader;
    this.entries = Collections.unmodifiableMap(entries);
    this.given = Map.copyOf(given);
  }

  /**
   * Merges all indexes that the loader sees; an id in two of them, or a need that points nowhere,
   * is an error.
   */
  public static CardIndex load(ClassLoader loader) {
    Map<String, Entry> entries = new TreeMap<>();
    Map<String, String> origins = new TreeMap<>();
    for (URL url : indexes(loader)) {
      String where = url.toExternalForm();
      for (Entry entry : IndexFile.read(where, text(url))) {
        String other = origins.put(entry.id(), where);
        if (other != null) {
          throw new CardException(
              where,
              "the id '%s' is also in %s: allowed is every id once on the class path"
                  .formatted(entry.id(), other));
        }
        entries.put(entry.id(), entry);
      }
    }
    entries.values().forEach(entry -> checkLinks(origins.get(entry.id()), entry, entries));
    return new CardIndex(loader, entries, Map.of());
  }

  /**
   * This index and one card more, which lies in no jar.
   *
   * @throws IllegalArgumentException if the id is taken, or the card points nowhere
   */
  public CardIndex with(Card card) {
    if (entries.containsKey(card.id())) {
      throw new IllegalArgumentException(
          "the id %s is taken by a card of the catalogue: choose another, such as own/%s"
              .formatted(card.id(), card.id().substring(card.id().indexOf('/') + 1)));
    }
    Map<String, Entry> more = new TreeMap<>(entries);
    Entry entry = Entry.of(card);
    more.put(card.id(), entry);
    checkLinks(card.id(), entry, more);
    Map<String, Card> cards = new TreeMap<>(given);
    cards.put(card.id(), card);
    return new CardIndex(loader, more, cards);
  }

  /** All entries, sorted by id. */
  public Collection<Entry> entries() {
    return entries.values();
  }

  /** The entry of one id. */
  public Optional<Entry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** Reads the card itself. */
  public Card open(String id) {
    if (!entries.containsKey(id)) {
      throw new CardException(
          RESOURCE, "no card has the id '" + id + "': allowed are " + entries.keySet());
    }
    if (given.containsKey(id)) {
      return given.get(id);
    }
    URL url = loader.getResource(FOLDER + id + ".md");
    if (url == null) {
      throw new CardException(
          RESOURCE,
          "the index names '%s' but %s%s.md is not on the class path: allowed is an index of what is there, so build again"
              .formatted(id, FOLDER, id));
    }
    return CardReader.read(url.toExternalForm(), id + ".md", text(url));
  }

  /**
   * What a card points to must exist, and a misprint's twin must be a card that is expected to
   * hold.
   */
  static void checkLinks(String where, Entry entry, Map<String, Entry> known) {
    for (String need : entry.needs()) {
      if (!known.containsKey(need)) {
        throw new CardException(
            where,
            "'needs' of '%s' names '%s', which is no card: allowed are %s"
                .formatted(entry.id(), need, known.keySet()));
      }
    }
    entry
        .corrected()
        .filter(id -> !known.containsKey(id) || known.get(id).expect() != Expect.HOLDS)
        .ifPresent(
            id -> {
              throw new CardException(
                  where,
                  "'corrected' of '%s' names '%s': allowed is a card with expect: holds"
                      .formatted(entry.id(), id));
            });
  }

  private static List<URL> indexes(ClassLoader loader) {
    try {
      List<URL> urls = new ArrayList<>();
      // one jar named twice on a class path is one jar
      for (URL url : Collections.list(loader.getResources(RESOURCE))) {
        if (urls.stream().noneMatch(u -> u.toExternalForm().equals(url.toExternalForm()))) {
          urls.add(url);
        }
      }
      return urls;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(URL url) {
    try {
      URLConnection connection = url.openConnection();
      // a cached jar stays open, and on some systems cannot then be replaced while a notebook runs
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new CardException(
          url.toExternalForm(), "cannot be read (" + e + "): allowed is a text file in UTF-8", e);
    }
  }
}
