package plumbline.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.card.Card;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Results;
import plumbline.plot.Plot;
import plumbline.verdict.Outcome;

/** The page of one result: what is claimed, whether it held, the picture, then the details. */
final class TheoremPage {
  private final Prose prose;
  private final Results.Run run;
  private final CardText text;
  private final Figures figures = new Figures();

  /** For one page. */
  TheoremPage(Prose prose, Results.Run run, CardText text) {
    this.prose = prose;
    this.run = run;
    this.text = text;
  }

  /** A picture's claim and its instance. */
  record Shown(InstanceResult instance, ClaimResult claim) {}

  String html(CheckResult check, Optional<Card> card) {
    StringBuilder body = new StringBuilder();
    body.append("<h1>").append(prose.line(check.title())).append("</h1>\n");
    body.append("<p class=\"source\">")
        .append(Html.text(Words.source(check.source())))
        .append("</p>\n");
    card.ifPresent(c -> body.append(text.statement(c)));
    Optional<Shown> main = main(check);
    body.append(verdict(check));
    main.ifPresent(shown -> body.append(figures.figure(shown)));
    body.append(
        Html.section("tried", "Hypotheses, and where it was tried", Hypotheses.html(check)));
    card.ifPresent(c -> body.append(text.rest(c)));
    body.append(
        Html.section(
            "evidence",
            "The evidence, instance by instance",
            new Instances(figures).html(check, main)));
    body.append(Html.section("reproduce", "How to reproduce it", reproduce(check)));
    body.append(figures.outlines());
    return Layout.page(
        check.id() + ".html", Layout.plain(check.title()) + ", Plumbline", body.toString(), run);
  }

  private static String verdict(CheckResult check) {
    String sentence = Words.verdict(check);
    StringBuilder out = new StringBuilder("<div class=\"verdict\">\n<p>");
    out.append(Words.badge(check.verdict(), check.asExpected()));
    out.append(check.asExpected() ? "" : " <strong>not as expected</strong>").append("</p>\n<p>");
    out.append(Plain.html(sentence)).append("</p>\n");
    Words.note(check).ifPresent(note -> out.append("<p>" + Plain.html(note) + "</p>\n"));
    Optional<Shown> deciding = deciding(check);
    deciding
        .filter(shown -> !sentence.contains(Finding.sentence(shown.claim())))
        .ifPresent(shown -> out.append(found(shown)));
    out.append(Html.facts(facts(check, deciding)));
    List<Tightness> bounds = Tightness.of(check);
    if (bounds.size() > 1) {
      out.append(Html.details("How near each bound comes", near(bounds)));
    }
    out.append("<p><a href=\"../verdicts.html\">What a verdict means</a></p>\n</div>\n");
    return Html.section("verdict", "Verdict", out.toString());
  }

  /** The claim that says most about the card: its own, with its verdict, where it applies. */
  private static Optional<Shown> deciding(CheckResult check) {
    return shown(check).min(order(check));
  }

  private static String found(Shown shown) {
    return "<p>%s, on the instance <em>%s</em>: %s</p>\n"
        .formatted(
            Plain.html(shown.claim().name()),
            Html.text(shown.instance().name()),
            Plain.html(Finding.sentence(shown.claim())));
  }

  /** What decides the card in numbers, then what holds for all of its claims together. */
  private static Map<String, String> facts(CheckResult check, Optional<Shown> deciding) {
    Map<String, String> facts = new LinkedHashMap<>();
    Tightness.of(check).stream()
        .findFirst()
        .ifPresent(t -> facts.put("tightness", t.claim() + ": " + near(t)));
    deciding.ifPresent(shown -> facts.putAll(Finding.measured(shown.claim())));
    facts.putAll(Certainty.of(List.of(check)).facts());
    return facts;
  }

  private static String near(Tightness tightness) {
    return tightness.words() + ", on `" + tightness.instance() + "`";
  }

  private static String near(List<Tightness> bounds) {
    Map<String, String> rows = new LinkedHashMap<>();
    bounds.forEach(t -> rows.put(t.claim(), near(t)));
    return Html.facts(rows);
  }

  /** The claim that the page draws first: the same, but rather one that is a curve. */
  private static Optional<Shown> main(CheckResult check) {
    return shown(check)
        .filter(shown -> Plot.drawable(shown.claim()))
        .min(order(check).thenComparing(shown -> !Plot.curved(shown.claim())));
  }

  private static Stream<Shown> shown(CheckResult check) {
    return check.instances().stream()
        .flatMap(i -> Words.ordered(i).stream().map(claim -> new Shown(i, claim)));
  }

  private static Comparator<Shown> order(CheckResult check) {
    return Comparator.comparing((Shown s) -> s.claim().standing())
        .thenComparing(s -> s.claim().verdict() != check.verdict())
        .thenComparing(s -> s.instance().verdict() == Outcome.NOT_APPLICABLE);
  }

  private String reproduce(CheckResult check) {
    String id = check.id();
    return "<pre tabindex=\"0\"><code>java -jar target/plumbline.jar check "
        + Html.text(id)
        + " --seed "
        + run.seed()
        + "\njava -jar target/plumbline.jar plot "
        + Html.text(id)
        + " -o picture.png</code></pre>\n"
        + "<p>The seed fixes every draw, so the numbers on this page come out again, on any number"
        + " of threads.</p>\n";
  }
}
