package plumbline.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.card.Card;
import plumbline.card.Section;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.verdict.Outcome;

/**
 * Pieces of the site's pages, for a page that is made elsewhere and is to look like one of them.
 * For use by several threads.
 */
public final class PageParts {
  private final Prose prose = new Prose(new Maths());

  /** Escaped for elements and attributes, as it is. */
  public static String text(String text) {
    return Html.text(text);
  }

  /** A short text in plain characters, set as mathematics; what is in backquotes stays. */
  public static String set(String text) {
    return Plain.html(text);
  }

  /** A title without its dollars, for a window. */
  public static String plain(String title) {
    return Layout.plain(title);
  }

  /**
   * All that comes before a page's body.
   *
   * @param looks where {@link #looks} are served, with / at its end
   * @param own lines that only such a page has
   */
  public static String head(String title, String looks, String own) {
    return Layout.head(title, looks, own);
  }

  /** One line: text with formulas between dollars. */
  public String line(String text) {
    return prose.line(text);
  }

  /** A section of a card, without its heading. */
  public String prose(Card card, Section section) {
    return "<div class=\"prose\">" + prose.html(card.section(section)) + "</div>\n";
  }

  /** Where a card's statement is from. */
  public static String source(String cited) {
    return Html.text(Words.source(cited));
  }

  /** A verdict as a sign and a word in its colour. */
  public static String badge(Outcome outcome, boolean expected) {
    return Words.badge(outcome, expected);
  }

  /** The same of a claim; one that is only shown is not counted. */
  public static String badge(ClaimResult claim, boolean expected) {
    return Words.badge(claim, expected);
  }

  /** How a claim counts, in words. */
  public static String standing(ClaimResult claim) {
    return Html.text(Words.standing(claim.standing()));
  }

  /** Hypotheses with their status, and how that is known. */
  public static String hypotheses(InstanceResult instance) {
    return Instances.hypotheses(instance);
  }

  /** What was found about a claim, as a sentence. */
  public static String finding(ClaimResult claim) {
    return Plain.html(Finding.sentence(claim));
  }

  /** What that rests on: replicas, limits, what would have been noticed. */
  public static String facts(ClaimResult claim) {
    return Html.facts(Finding.facts(claim));
  }

  /** Author and title of the lecture, where a card's source is a slide of one. */
  public static Optional<String> lecture(String cited) {
    return Words.lecture(cited);
  }

  /** What is opened on demand. */
  public static String details(String summary, String html) {
    return Html.details(summary, html);
  }

  /** A table of texts; the first row is the head. */
  public static String table(String caption, List<List<String>> rows) {
    return Html.table(caption, rows);
  }

  /** Style sheets and fonts by name: plumbline.css, katex/... */
  public static Map<String, byte[]> looks() {
    return Report.looks();
  }
}
