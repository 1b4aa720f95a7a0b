package plumbline.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plumbline.card.Card;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.Results;
import plumbline.plot.Plot;
import plumbline.verdict.Outcome;

/** The first page: how the run went, then every result by lecture. */
final class IndexPage {
  private static final Map<String, String> LECTURES =
      Map.of(
          "lecun", "LeCun: quadratic objectives and efficient backpropagation",
          "ba", "Ba: optimization for deep learning",
          "bottou", "Bottou: stochastic gradient methods",
          "cevher", "Cevher: nonconvex optimization and overparametrised networks");

  private final Prose prose;

  IndexPage(Prose prose) {
    this.prose = prose;
  }

  String html(Results results, Collection<Card> cards) {
    StringBuilder body = new StringBuilder("<h1>Theory, put to the test</h1>\n");
    body.append("<p class=\"lead\">").append(Html.text(summary(results))).append("</p>\n");
    List<CheckResult> wrong =
        results.checks().stream().filter(check -> !check.asExpected()).toList();
    if (!wrong.isEmpty()) {
      body.append(
          Html.section(
              "wrong", "Not as expected", "<div class=\"alarm\">" + list(wrong) + "</div>\n"));
    }
    Map<String, List<CheckResult>> lectures =
        results.checks().stream()
            .collect(
                Collectors.groupingBy(
                    check -> folder(check.id()), TreeMap::new, Collectors.toList()));
    lectures.forEach(
        (folder, checks) ->
            body.append(
                Html.section(
                    folder, LECTURES.getOrDefault(folder, folder), cited(checks) + list(checks))));
    body.append(unchecked(results, cards));
    return Layout.page("", "Plumbline: theory, put to the test", body.toString(), results.run());
  }

  /** The lecture, once for all of its cards. */
  private static String cited(List<CheckResult> checks) {
    return checks.stream()
        .map(check -> Words.lecture(check.source()))
        .flatMap(Optional::stream)
        .distinct()
        .map(lecture -> "<p class=\"source\">" + Html.text(lecture) + "</p>\n")
        .collect(Collectors.joining());
  }

  private static String folder(String id) {
    return id.substring(0, id.indexOf('/'));
  }

  private static String summary(Results results) {
    int all = results.checks().size();
    long held = count(results, Outcome.HOLDS);
    long refuted = count(results, Outcome.REFUTED);
    long open = count(results, Outcome.INCONCLUSIVE);
    long wrong = results.checks().stream().filter(check -> !check.asExpected()).count();
    return "%d result%s tried: %d held%s%s. %s"
        .formatted(
            all,
            all == 1 ? " was" : "s were",
            held,
            refuted == 0
                ? ""
                : ", " + refuted + " misprint" + (refuted == 1 ? " was" : "s were") + " refuted",
            open == 0 ? "" : ", " + open + " stayed open",
            wrong == 0
                ? "Every verdict is the one that its card expects."
                : wrong + (wrong == 1 ? " verdict is" : " verdicts are") + " not as expected.");
  }

  private static long count(Results results, Outcome outcome) {
    return results.checks().stream()
        .filter(check -> check.asExpected() && check.verdict() == outcome)
        .count();
  }

  private String list(List<CheckResult> checks) {
    return "<ul class=\"cards\">\n"
        + checks.stream().map(this::item).collect(Collectors.joining())
        + "</ul>\n";
  }

  private String item(CheckResult check) {
    String thumbnail =
        check.instances().stream()
            .sorted(Comparator.comparing(i -> i.verdict() == Outcome.NOT_APPLICABLE))
            .flatMap(instance -> Words.ordered(instance).stream())
            .filter(Plot::curved)
            .findFirst()
            .map(
                (ClaimResult claim) ->
                    "<span class=\"thumbnail\">"
                        + Plot.of("", "", claim).thumbnailSvg()
                        + "</span>")
            .orElse("");
    return """
    <li><a href="%s.html">%s<span class="title">%s</span></a>
    <p>%s</p><p class="source">%s</p></li>
    """
        .formatted(
            Html.text(check.id()),
            thumbnail,
            prose.line(check.title()),
            Words.badge(check.verdict(), check.asExpected()),
            Html.text(Words.onSlide(check.source())));
  }

  /** Cards that this run did not check: listed, never hidden. */
  private String unchecked(Results results, Collection<Card> cards) {
    List<Card> rest =
        cards.stream()
            .filter(card -> find(results, card.id()).isEmpty())
            .sorted(Comparator.comparing(Card::id))
            .toList();
    if (rest.isEmpty()) {
      return "";
    }
    String items =
        rest.stream()
            .map(
                card ->
                    "<li>"
                        + title(card)
                        + " <code>"
                        + Html.text(card.id())
                        + "</code>"
                        + card.unchecked().map(why -> ": " + prose.line(why)).orElse("")
                        + "</li>\n")
            .collect(Collectors.joining());
    return Html.section(
        "unchecked",
        "Stated, not checked in this run",
        "<p>"
            + rest.size()
            + (rest.size() == 1 ? " card" : " cards")
            + ".</p>\n<ul>\n"
            + items
            + "</ul>\n");
  }

  /** With a link where the card has a page of its own. */
  private String title(Card card) {
    String title = prose.line(card.title());
    return card.unchecked().isPresent()
        ? "<a href=\"" + card.id() + ".html\">" + title + "</a>"
        : title;
  }

  private static Optional<CheckResult> find(Results results, String id) {
    return results.checks().stream().filter(check -> check.id().equals(id)).findFirst();
  }
}
