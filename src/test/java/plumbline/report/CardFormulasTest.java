package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import plumbline.card.Card;
import plumbline.card.CardIndex;

/** Every formula of every card on the class path can be set. */
class CardFormulasTest {
  private final Prose prose = new Prose(new Maths());

  @Test
  void everyFormulaOfEveryCardIsSet() {
    CardIndex index = CardIndex.load(CardFormulasTest.class.getClassLoader());
    int formulas = 0;
    for (CardIndex.Entry entry : index.entries()) {
      Card card = index.open(entry.id());
      StringBuilder html = new StringBuilder(prose.line(card.title()));
      card.sections().values().forEach(text -> html.append(prose.html(text)));
      card.references().forEach(text -> html.append(prose.cited(text)));
      String page = html.toString();
      assertFalse(page.contains("katex-error") || page.contains("\uE000"), card.id());
      // what KaTeX set is out of the way; a dollar that is left opened no formula
      String rest = page.replaceAll("(?s)<span class=\"katex\">.*?</math>", "");
      assertFalse(rest.contains("$"), card.id() + " has a dollar outside a formula");
      formulas += page.split("<math ", -1).length - 1;
    }
    assertTrue(formulas >= 20 * index.entries().size() && formulas > 0, "saw " + formulas);
  }

  @Test
  void aBrokenFormulaIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> prose.html("a $\\frac{1$ b"));
  }
}
