package plumbline.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.card.Card;
import plumbline.card.Erratum;
import plumbline.report.Contents.Item;

/** What stands beside a card: what it rests on, what rests on it, and where the print differs. */
final class Links {
  private final Prose prose;
  private final Contents contents;

  Links(Prose prose, Contents contents) {
    this.prose = prose;
    this.contents = contents;
  }

  /** Two lists, each left out where it is empty. */
  String around(Card card) {
    List<Item> below = card.needs().stream().map(contents::find).flatMap(Optional::stream).toList();
    return list("rests", "Rests on", below) + list("leads", "Leads to", contents.above(card.id()));
  }

  private String list(String id, String heading, List<Item> linked) {
    if (linked.isEmpty()) {
      return "";
    }
    String items =
        linked.stream()
            .map(item -> "<li>" + link("../", item) + " " + badge(item) + "</li>\n")
            .collect(Collectors.joining());
    return Html.section(id, heading, "<ul>\n" + items + "</ul>\n");
  }

  private static String badge(Item item) {
    return item.check().map(c -> Words.badge(c.verdict(), c.asExpected())).orElse("");
  }

  /** The title, with a link where there is a page. */
  String link(String root, Item item) {
    String title = prose.line(item.title());
    return item.hasPage()
        ? "<a href=\"" + root + Html.text(item.id()) + ".html\">" + title + "</a>"
        : title + " <code>" + Html.text(item.id()) + "</code>";
  }

  /** The errata of a card and of the misprints that it corrects, for beside the statement. */
  String errata(Card card) {
    StringBuilder out = new StringBuilder();
    card.errata().forEach(erratum -> out.append(erratum(erratum)));
    for (Item misprint : contents.misprints(card.id())) {
      misprint.card().ifPresent(c -> c.errata().forEach(e -> out.append(erratum(e))));
      out.append("<p>The statement as printed has a page of its own: ");
      out.append(link("../", misprint)).append(".</p>\n");
    }
    card.corrected()
        .flatMap(contents::find)
        .ifPresent(
            item ->
                out.append("<p>The statement that holds: ")
                    .append(link("../", item))
                    .append(".</p>\n"));
    return out.isEmpty()
        ? ""
        : "<aside class=\"beside\" aria-labelledby=\"erratum\">\n<h3 id=\"erratum\">As printed, and"
            + " as it holds</h3>\n"
            + out
            + "</aside>\n";
  }

  private String erratum(Erratum erratum) {
    return "<p class=\"slip\">"
        + Html.text(Words.sentence(erratum.slip().words()))
        + "</p>\n"
        + triple(erratum);
  }

  /** Printed, correct, measured. */
  String triple(Erratum erratum) {
    return """
    <dl class="erratum">
    <div><dt>Printed</dt><dd>%s</dd></div>
    <div><dt>Holds</dt><dd>%s</dd></div>
    <div><dt>Measured</dt><dd>%s</dd></div>
    </dl>
    """
        .formatted(
            prose.line(erratum.printed()),
            prose.line(erratum.correct()),
            prose.line(erratum.measured()));
  }
}
