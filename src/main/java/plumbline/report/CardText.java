package plumbline.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import plumbline.card.Card;
import plumbline.card.Example;
import plumbline.card.Section;
import plumbline.check.Results;
import plumbline.plot.Numbers;

/** A card as HTML: its sections, worked examples, links and references. */
final class CardText {
  private final Prose prose;
  private final Links links;

  CardText(Prose prose, Links links) {
    this.prose = prose;
    this.links = links;
  }

  /** The whole page of a card without a check: the card, and why there is none. */
  String page(Card card, String why, Results.Run run) {
    String body =
        "<h1>"
            + prose.line(card.title())
            + "</h1>\n<p class=\"source\">"
            + Html.text(Words.source(card.source().cited()))
            + "</p>\n"
            + statement(card)
            + Html.section(
                "verdict",
                "Stated, not checked",
                "<div class=\"verdict\">\n<p>" + prose.line(Words.sentence(why)) + "</p>\n</div>\n")
            + rest(card);
    return Layout.page(card.id() + ".html", Layout.plain(card.title()) + ", Plumbline", body, run);
  }

  /** The statement, with what is printed differently beside it. */
  String statement(Card card) {
    return Html.section(
        "statement",
        Section.STATEMENT.heading(),
        "<div class=\"prose\">"
            + prose.html(card.section(Section.STATEMENT))
            + "</div>\n"
            + links.errata(card));
  }

  /** One section under its heading. */
  private String section(Card card, Section section) {
    return Html.section(
        section.name().toLowerCase(Locale.ROOT),
        section.heading(),
        "<div class=\"prose\">" + prose.html(card.section(section)) + "</div>\n");
  }

  /** All but the statement. */
  String rest(Card card) {
    StringBuilder out = new StringBuilder();
    if (!card.examples().isEmpty()) {
      out.append(Html.section("examples", "Worked by hand", examples(card)));
    }
    for (Section section : List.of(Section.WHY, Section.SHARP, Section.FAILURE, Section.NOTES)) {
      out.append(section(card, section));
    }
    out.append(links.around(card));
    if (!card.references().isEmpty()) {
      String items =
          card.references().stream()
              .map(reference -> "<li>" + prose.cited(reference) + "</li>\n")
              .collect(Collectors.joining());
      out.append(Html.section("references", "References", "<ul>\n" + items + "</ul>\n"));
    }
    return out.toString();
  }

  private static String examples(Card card) {
    List<List<String>> rows =
        new ArrayList<>(List.of(List.of("claim", "constants", "k", "bound", "by hand")));
    for (Example example : card.examples()) {
      String constants =
          example.constants().entrySet().stream()
              .map(entry -> entry.getKey() + " = " + fraction(entry.getValue()))
              .collect(Collectors.joining(", "));
      rows.add(
          List.of(
              example.claim(),
              constants,
              Numbers.whole(example.k()),
              fraction(example.bound()),
              example.byHand()));
    }
    return "<p>Values of the bound, worked by hand from the card; a test holds the code to"
        + " them.</p>\n"
        + Html.table("Worked examples", rows);
  }

  private static String fraction(BigFraction fraction) {
    String exact =
        fraction.getDenominator().equals(BigInteger.ONE)
            ? fraction.getNumerator().toString()
            : fraction.getNumerator() + "/" + fraction.getDenominator();
    return exact.length() <= 16 ? exact : Numbers.four(fraction.doubleValue());
  }
}
