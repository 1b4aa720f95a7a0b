package plumbline.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/** What every card that comes with Plumbline keeps to. */
class BuiltInCardsTest {
  private static final Pattern FORMULA =
      Pattern.compile("\\$\\$(.+?)\\$\\$|\\$([^$]+)\\$", Pattern.DOTALL);
  private static final Parser MARKDOWN =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final CardIndex index = CardIndex.load(getClass().getClassLoader());

  private List<Card> cards() {
    List<Card> cards =
        index.entries().stream().map(entry -> index.open(entry.id())).collect(Collectors.toList());
    assertTrue(cards.size() >= 14, "saw " + cards.size() + " cards");
    return cards;
  }

  @Test
  void theNamedTheoremsAreThere() {
    List<String> ids =
        List.of(
            "bottou/cor412",
            "bottou/thm410-nonconvex-diminishing",
            "bottou/thm46-fixed-step",
            "bottou/thm47-diminishing",
            "bottou/thm48-nonconvex-fixed",
            "cevher/overparam-rate",
            "cevher/overparam-rate-as-printed",
            "cevher/psgd-theorem",
            "cevher/sgd-nonconvex-rate",
            "cevher/sgd-nonconvex-rate-as-printed-eq13",
            "cevher/sgd-nonconvex-rate-as-printed-eq8",
            "lecun/quad-contraction-invL",
            "lecun/quad-linear-recursion",
            "lecun/quad-spectral-norm");
    assertEquals(
        ids, cards().stream().map(Card::id).filter(ids::contains).collect(Collectors.toList()));
  }

  @Test
  void theIndexSaysWhatTheCardsSay() {
    for (Card card : cards()) {
      assertEquals(CardIndex.Entry.of(card), index.find(card.id()).orElseThrow());
    }
  }

  @Test
  void formulasSurviveTheMarkdownParserUntouched() {
    int seen = 0;
    for (Card card : cards()) {
      for (Section section : Section.values()) {
        List<String> damaged = damaged(card.section(section));
        assertEquals(List.of(), damaged, card.id() + ", " + section.heading());
        seen += formulas(card.section(section)).size();
      }
    }
    assertTrue(seen > 300, "saw " + seen + " formulas");
  }

  @Test
  void aFormulaThatMarkdownWouldDamageIsFound() {
    assertEquals(List.of("\\{1\\}"), damaged("The set $\\{1\\}$."));
    assertEquals(List.of("a \\\\ b"), damaged("Rows $a \\\\ b$."));
    assertEquals(List.of("(F_*), (G_*)"), damaged("The $(F_*), (G_*)$."));
    assertEquals(List.of("a<b>c"), damaged("So $a<b>c$."));
    assertEquals(List.of(), damaged("So $F_\\ast \\lbrace 1 \\rbrace$, and\n$$\\frac12\na$$"));
  }

  @Test
  void dollarSignsComeInPairs() {
    for (Card card : cards()) {
      for (Section section : Section.values()) {
        String rest = FORMULA.matcher(card.section(section)).replaceAll("");
        assertFalse(rest.contains("$"), card.id() + ", " + section.heading());
      }
    }
  }

  @Test
  void noCardSaysThatAMachineProvedOrVerifiedAnything() {
    for (Card card : cards()) {
      String text = String.join(" ", card.sections().values()).toLowerCase(Locale.ROOT);
      assertFalse(text.contains("proved") || text.contains("verified"), card.id());
    }
  }

  private static List<String> formulas(String markdown) {
    List<String> formulas = new ArrayList<>();
    Matcher matcher = FORMULA.matcher(markdown);
    while (matcher.find()) {
      formulas.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return formulas;
  }

  /** The formulas that do not come through as they were written. */
  private static List<String> damaged(String markdown) {
    String text = text(MARKDOWN.parse(markdown));
    return formulas(markdown).stream()
        .filter(formula -> !text.contains("$" + formula + "$"))
        .collect(Collectors.toList());
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Text) {
        text.append(((Text) child).getLiteral());
      } else if (child instanceof SoftLineBreak) {
        text.append('\n');
      } else {
        text.append(text(child));
      }
    }
    return text.toString();
  }
}
