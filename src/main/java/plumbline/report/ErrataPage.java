package plumbline.report;

import java.util.Collection;
import java.util.List;
import plumbline.card.Card;
import plumbline.card.Errata;
import plumbline.check.Results;

/** Where the lectures and what holds differ, from the cards, for whoever teaches from them. */
final class ErrataPage {
  private final Prose prose;
  private final Contents contents;
  private final Links links;

  ErrataPage(Prose prose, Contents contents, Links links) {
    this.prose = prose;
    this.contents = contents;
    this.links = links;
  }

  String html(Results results, Collection<Card> cards) {
    List<Errata.Document> documents = Errata.of(cards);
    StringBuilder body = new StringBuilder("<h1>Errata</h1>\n");
    body.append("<div class=\"prose\">").append(prose.html(Errata.about())).append("</div>\n");
    int number = 0;
    for (Errata.Document document : documents) {
      StringBuilder kinds = new StringBuilder();
      for (Errata.Kind kind : document.kinds()) {
        kinds.append("<h3>").append(Html.text(kind.heading())).append("</h3>\n");
        kind.entries().forEach(entry -> kinds.append(entry(entry)));
      }
      body.append(Html.section("document-" + ++number, document.name(), kinds.toString()));
    }
    if (documents.isEmpty()) {
      body.append("<p>No card of this site names any.</p>\n");
    }
    return Layout.page("errata.html", "Errata, Plumbline", body.toString(), results.run());
  }

  private String entry(Errata.Entry entry) {
    Card card = entry.card();
    String link =
        contents.find(card.id()).map(item -> links.link("", item)).orElse(Html.text(card.id()));
    return "<article class=\"slip\">\n<h4>"
        + link
        + "</h4>\n<p class=\"source\">"
        + Html.text("Slide \"" + card.source().slide() + "\", " + card.source().where())
        + "</p>\n"
        + links.triple(entry.erratum())
        + "</article>\n";
  }
}
