package plumbline.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.Layer;
import plumbline.check.Results;
import plumbline.plot.Numbers;
import plumbline.plot.Plot;
import plumbline.report.Contents.Item;
import plumbline.report.Contents.Lecture;
import plumbline.verdict.Outcome;

/** The first page: how the run went, then every result by lecture, in the order of the slides. */
final class IndexPage {
  private final Prose prose;
  private final Contents contents;

  IndexPage(Prose prose, Contents contents) {
    this.prose = prose;
    this.contents = contents;
  }

  String html(Results results) {
    Count count = Count.of(contents.items());
    StringBuilder body = new StringBuilder("<h1>Theory, put to the test</h1>\n");
    body.append("<p class=\"lead\">").append(Html.text(count.sentence())).append("</p>\n");
    body.append(
        "<p>Lectures state theorems; here each one is tried on concrete instances, by exact"
            + " computation where there is a way and by simulation where there is none. A page a"
            + " result has the statement, the verdict with its error probability, and the picture."
            + " One page for a colleague is the <a href=\"summary.html\">summary</a>.</p>\n");
    List<Item> wrong =
        contents.items().stream()
            .filter(item -> item.check().filter(check -> !check.asExpected()).isPresent())
            .toList();
    if (!wrong.isEmpty()) {
      body.append(
          Html.section(
              "wrong", "Not as expected", "<div class=\"alarm\">" + list(wrong) + "</div>\n"));
    }
    for (Lecture lecture : contents.lectures()) {
      List<Item> shown = lecture.items().stream().filter(Item::hasPage).toList();
      if (!shown.isEmpty()) {
        body.append(Html.section(lecture.folder(), lecture.heading(), cited(shown) + list(shown)));
      }
    }
    body.append(rest());
    return Layout.page(
        "index.html", "Plumbline: theory, put to the test", body.toString(), results.run());
  }

  /** The lecture, once for all of its cards. */
  private static String cited(List<Item> items) {
    return items.stream()
        .map(item -> Words.lecture(item.source()))
        .flatMap(Optional::stream)
        .distinct()
        .map(lecture -> "<p class=\"source\">" + Html.text(lecture) + "</p>\n")
        .collect(Collectors.joining());
  }

  private String list(List<Item> items) {
    return "<ul class=\"cards\">\n"
        + items.stream().map(this::item).collect(Collectors.joining())
        + "</ul>\n";
  }

  private String item(Item item) {
    Optional<CheckResult> check = item.check();
    String badge =
        check
            .map(c -> Words.badge(c.verdict(), c.asExpected()))
            .orElse("<span class=\"badge none\">stated, not checked</span>");
    String tight =
        check
            .map(Tightness::card)
            .filter(words -> !words.isEmpty())
            .map(words -> " <span class=\"tight\">" + Plain.html(words) + "</span>")
            .orElse("");
    return """
    <li%s><a href="%s.html">%s<span class="title">%s</span></a>
    <p>%s%s</p><p class="source">%s</p></li>
    """
        .formatted(
            item.corrected().isPresent() ? " class=\"twin\"" : "",
            Html.text(item.id()),
            check.map(IndexPage::thumbnail).orElse("<span class=\"thumbnail\"></span>"),
            prose.line(item.title()),
            badge,
            tight,
            Html.text(Words.slide(item.source())));
  }

  /** Without a curve, the two numbers that were compared first. */
  private static String numbers(CheckResult check) {
    return check.instances().stream()
        .flatMap(instance -> Words.ordered(instance).stream())
        .filter(claim -> claim.layers().stream().anyMatch(l -> l instanceof Layer.Compared))
        .findFirst()
        .map(IndexPage::numbers)
        .orElse("");
  }

  private static String numbers(ClaimResult claim) {
    Layer.Compared compared =
        claim.layers().stream()
            .filter(Layer.Compared.class::isInstance)
            .map(Layer.Compared.class::cast)
            .findFirst()
            .orElseThrow();
    Layer.Side side = compared.sides().get(0);
    boolean refuted = claim.verdict() == Outcome.REFUTED;
    String sign =
        switch (claim.relation()) {
          case "at most" -> refuted ? ">" : "≤";
          case "at least" -> refuted ? "<" : "≥";
          default -> refuted ? "≠" : "=";
        };
    String line = Numbers.four(side.left()) + " " + sign + " " + Numbers.four(side.right());
    return "<span class=\"numbers\" aria-hidden=\"true\">" + Plain.html(line) + "</span>";
  }

  /** The first claim that has a curve, or else points, where the theorem applies. */
  private static String thumbnail(CheckResult check) {
    return "<span class=\"thumbnail\">"
        + check.instances().stream()
            .sorted(Comparator.comparing(i -> i.verdict() == Outcome.NOT_APPLICABLE))
            .flatMap(instance -> Words.ordered(instance).stream())
            .filter(Plot::drawable)
            .min(Comparator.comparing(claim -> !Plot.curved(claim)))
            .map(claim -> Plot.of("", "", claim).thumbnailSvg())
            .orElseGet(() -> numbers(check))
        + "</span>";
  }

  /** Cards that have a check and no result here: listed, never hidden. */
  private String rest() {
    List<Item> rest = contents.items().stream().filter(item -> !item.hasPage()).toList();
    if (rest.isEmpty()) {
      return "";
    }
    String items =
        rest.stream()
            .map(
                item ->
                    "<li>"
                        + prose.line(item.title())
                        + " <code>"
                        + Html.text(item.id())
                        + "</code></li>\n")
            .collect(Collectors.joining());
    return Html.section(
        "rest",
        "Not in this run",
        "<p>"
            + rest.size()
            + (rest.size() == 1 ? " card" : " cards")
            + ". <code>check</code> without a name takes them all.</p>\n<ul>\n"
            + items
            + "</ul>\n");
  }
}
