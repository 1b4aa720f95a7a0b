package plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.card.Card;
import plumbline.card.Section;
import plumbline.report.Contents.Item;

/**
 * What the search looks through, as a script that sets one variable: a page opened from a file may
 * load a script, and nothing else.
 */
final class SearchIndex {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FORMULA = Pattern.compile("(\\${1,2})([^$]+)\\1");

  /** A letter or a Greek name with what hangs below it: "\mu_G", "w_{k+1}", "F_\ast". */
  private static final Pattern SYMBOL =
      Pattern.compile(
          "(\\\\[A-Za-z]+|(?<![A-Za-z\\\\])[A-Za-z](?![A-Za-z]))"
              + "(?:_(?:\\{([^{}]*)\\}|(\\\\[A-Za-z]+|[A-Za-z0-9*])))?");

  /** Letters by their LaTeX names, where these are others than in {@link Tokens#GREEK}. */
  private static final Map<String, String> LATEX =
      Map.of("varepsilon", "ε", "varphi", "φ", "nabla", "∇", "ell", "ℓ");

  private SearchIndex() {}

  static String script(Contents contents) {
    ArrayNode entries = JSON.createArrayNode();
    contents.items().stream().filter(Item::hasPage).forEach(item -> entries.add(entry(item)));
    try {
      return "var plumblineIndex = " + JSON.writeValueAsString(entries) + ";\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written as JSON", e);
    }
  }

  private static ObjectNode entry(Item item) {
    ObjectNode entry = JSON.createObjectNode();
    String title = Layout.plain(item.title());
    entry.put("page", item.id() + ".html").put("title", title).put("html", Plain.html(title));
    entry.put("slide", Words.onSlide(item.source()));
    entry.put(
        "verdict",
        item.check().map(check -> Words.word(check.verdict())).orElse("stated, not checked"));
    ArrayNode symbols = entry.putArray("symbols");
    symbols(item).forEach(symbols::add);
    return entry;
  }

  /** Those of the statement, the constants of the instances and the names of the claims. */
  private static Set<String> symbols(Item item) {
    Set<String> symbols = new TreeSet<>();
    item.card().ifPresent(card -> symbols.addAll(symbols(card)));
    item.check().stream()
        .flatMap(check -> check.instances().stream())
        .forEach(
            instance -> {
              symbols.addAll(instance.constants().keySet());
              instance.claims().forEach(claim -> symbols.add(claim.name()));
            });
    return symbols;
  }

  private static Set<String> symbols(Card card) {
    Set<String> symbols = new TreeSet<>();
    String text = card.title() + " " + card.section(Section.STATEMENT);
    for (Matcher formula = FORMULA.matcher(text); formula.find(); ) {
      for (Matcher symbol = SYMBOL.matcher(formula.group(2)); symbol.find(); ) {
        symbols.addAll(spellings(symbol));
      }
    }
    return symbols;
  }

  /** As it is seen, and as it is typed: "μ_G" and "mu_G". */
  private static List<String> spellings(Matcher symbol) {
    String letter = symbol.group(1).replace("\\", "");
    String seen = Tokens.GREEK.getOrDefault(letter, LATEX.getOrDefault(letter, letter));
    if (seen.length() > 1) {
      return List.of();
    }
    String below = symbol.group(2) != null ? symbol.group(2) : symbol.group(3);
    Function<String, String> with =
        text -> below == null ? text : text + "_" + below.replace("\\ast", "*").replace("\\", "");
    return List.of(with.apply(letter), with.apply(seen));
  }
}
