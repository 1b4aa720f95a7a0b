package plumbline.card;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The order in which the lectures state their results: by document, then line; a misprint comes
 * right after the card that corrects it.
 */
public final class ReadingOrder {
  private ReadingOrder() {}

  /** The order of entries among these. */
  public static Comparator<CardIndex.Entry> of(Collection<CardIndex.Entry> entries) {
    Map<String, CardIndex.Entry> all =
        entries.stream().collect(Collectors.toMap(CardIndex.Entry::id, Function.identity()));
    Function<CardIndex.Entry, CardIndex.Entry> anchor =
        entry -> entry.corrected().map(id -> all.getOrDefault(id, entry)).orElse(entry);
    Comparator<CardIndex.Entry> place =
        Comparator.comparing((CardIndex.Entry entry) -> entry.source().document())
            .thenComparing(entry -> entry.source().line())
            .thenComparing(CardIndex.Entry::id);
    return Comparator.comparing(anchor, place)
        .thenComparing(entry -> entry.corrected().isPresent())
        .thenComparing(CardIndex.Entry::id);
  }
}
