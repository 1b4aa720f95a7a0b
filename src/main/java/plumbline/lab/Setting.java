package plumbline.lab;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plumbline.theorem.Declaration;
import plumbline.theorem.Preset;

/**
 * What a page shows, all of it in its address: {@code ?from=LS4&set.alpha=1/2&seed=7} is {@code
 * --from LS4 --set alpha=1/2 --seed 7}. A parameter has a prefix, since some are named seed.
 *
 * @param id of the card
 * @param base the declared instance that values start from
 * @param changes values in place of the base's, as written; none equals the base's own
 * @param seed of the draws
 */
record Setting(String id, Preset base, Map<String, String> changes, long seed) {
  private static final String SET = "set.";

  /** The one key of an address that says nothing of what is shown. */
  static final String PAGE = "page";

  Setting {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }

  /**
   * Reads the query of an address.
   *
   * @param query as sent, or null
   * @param standard the seed where none is given
   * @throws IllegalArgumentException one sentence: what, got, allowed, what to do
   */
  static Setting read(Declaration declaration, String query, long standard) {
    Map<String, String> given = parse(query);
    given.remove(PAGE);
    String from = given.remove("from");
    String seed = given.remove("seed");
    Preset base = from == null || from.isBlank() ? declaration.typical() : declaration.named(from);
    Map<String, String> own = declaration.values(base.values()).text();
    Map<String, String> changes = new LinkedHashMap<>();
    for (Map.Entry<String, String> pair : given.entrySet()) {
      if (!pair.getKey().startsWith(SET)) {
        throw new IllegalArgumentException(
            "the address has the key %s: allowed are from, seed and set.NAME, such as set.%s=%s"
                .formatted(
                    pair.getKey(),
                    own.isEmpty() ? "alpha" : own.keySet().iterator().next(),
                    own.isEmpty() ? "1/10" : own.values().iterator().next()));
      }
      String name = pair.getKey().substring(SET.length());
      String value = pair.getValue().strip();
      declaration.parameter(name).check(value);
      if (!value.equals(own.get(name))) {
        changes.put(name, value);
      }
    }
    return new Setting(declaration.id(), base, changes, seed(seed, standard));
  }

  private static long seed(String text, long standard) {
    try {
      return text == null || text.isBlank() ? standard : Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "seed=" + text + " is no integer of 64 bits: write one, such as 0", e);
    }
  }

  /** The pairs of a query; the last of a key counts. */
  static Map<String, String> parse(String query) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (query != null && !query.isEmpty()) {
      for (String pair : query.split("&")) {
        int equal = pair.indexOf('=');
        String key = equal < 0 ? pair : pair.substring(0, equal);
        pairs.put(decoded(key), equal < 0 ? "" : decoded(pair.substring(equal + 1)));
      }
    }
    return pairs;
  }

  /** A lone % is refused in a sentence. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the address holds " + text + ", which is not written in percent signs: write %25 for %",
          e);
    }
  }

  /** The instance that is checked. */
  Preset instance(Declaration declaration) {
    return declaration.yours(base, changes);
  }

  /** The query of this setting, in one way only: equal settings have equal queries. */
  String query() {
    StringBuilder out = new StringBuilder("from=").append(encoded(base.name()));
    new java.util.TreeMap<>(changes)
        .forEach(
            (name, value) ->
                out.append("&")
                    .append(SET)
                    .append(encoded(name))
                    .append("=")
                    .append(encoded(value)));
    return out.append("&seed=").append(seed).toString();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/").replace("%2C", ",");
  }

  /** The command that gives the same numbers. */
  String command(double seconds) {
    StringBuilder out = new StringBuilder("plumbline check ").append(id);
    out.append(" --from ").append(quoted(base.name()));
    changes.forEach((name, value) -> out.append(" --set ").append(quoted(name + "=" + value)));
    return out.append(" --seed ")
        .append(seed)
        .append(" --time ")
        .append(plumbline.plot.Numbers.four(seconds))
        .append("s")
        .toString();
  }

  /** For a shell. */
  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9_.,=/+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** "QD, Gaussian, with alpha = 1/10". */
  String title() {
    return Preset.title(base.name(), changes);
  }

  /** A key of the address, if it is there. */
  static Optional<String> key(String query, String name) {
    return Optional.ofNullable(parse(query).get(name));
  }
}
