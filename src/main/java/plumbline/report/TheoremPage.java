package plumbline.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.card.Card;
import plumbline.card.Section;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Layer;
import plumbline.check.Results;
import plumbline.plot.Lettering;
import plumbline.plot.Numbers;
import plumbline.plot.Plot;
import plumbline.verdict.Outcome;

/** The page of one result: what is claimed, whether it held, the picture, then the details. */
final class TheoremPage {
  private final Prose prose;
  private final Results.Run run;
  private final CardText text;
  private final Lettering lettering = new Lettering();

  /** For one page. */
  TheoremPage(Prose prose, Results.Run run, CardText text) {
    this.prose = prose;
    this.run = run;
    this.text = text;
  }

  /** A picture's claim and its instance. */
  private record Shown(InstanceResult instance, ClaimResult claim) {}

  String html(CheckResult check, Optional<Card> card) {
    StringBuilder body = new StringBuilder();
    body.append("<h1>").append(prose.line(check.title())).append("</h1>\n");
    body.append("<p class=\"source\">")
        .append(Html.text(Words.source(check.source())))
        .append("</p>\n");
    card.ifPresent(c -> body.append(text.section(c, Section.STATEMENT)));
    Optional<Shown> main = main(check);
    body.append(verdict(check));
    main.ifPresent(shown -> body.append(figure(shown)));
    body.append(Html.section("tried", "Where it was tried", instances(check, main)));
    card.ifPresent(c -> body.append(text.rest(c)));
    body.append(Html.section("reproduce", "How to reproduce it", reproduce(check)));
    body.append(lettering.svg());
    return Layout.page("../", Layout.plain(check.title()) + ", Plumbline", body.toString(), run);
  }

  private String verdict(CheckResult check) {
    String numbers = deciding(check).map(TheoremPage::numbers).orElse("");
    String note =
        check.note().isBlank() ? "" : "<p>" + Html.text(Words.note(check.note())) + "</p>\n";
    return Html.section(
        "verdict",
        "Verdict",
        "<div class=\"verdict\">\n<p>"
            + Words.badge(check.verdict(), check.asExpected())
            + (check.asExpected() ? "" : " <strong>not as expected</strong>")
            + "</p>\n<p>"
            + Html.text(Words.verdict(check))
            + "</p>\n"
            + note
            + numbers
            + "<p><a href=\"../verdicts.html\">What a verdict means</a></p>\n</div>\n");
  }

  /** The claim that says most about the card: its own, with its verdict, where it applies. */
  private static Optional<Shown> deciding(CheckResult check) {
    return shown(check).min(order(check));
  }

  private static String numbers(Shown shown) {
    return "<p>%s, on the instance <em>%s</em>: %s</p>\n%s"
        .formatted(
            Html.text(shown.claim().name()),
            Html.text(shown.instance().name()),
            Html.text(Finding.sentence(shown.claim())),
            Html.facts(Finding.facts(shown.claim())));
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

  private String figure(Shown shown) {
    Plot plot = Plot.of("", "", shown.claim());
    return """
    <figure>
    <div class="picture" role="img" tabindex="0" aria-label="%s">
    <div class="wide">%s</div><div class="narrow">%s</div></div>
    <figcaption>%s, on the instance <em>%s</em>: %s</figcaption>
    </figure>
    """
        .formatted(
            Html.text(plot.description()),
            plot.inlineSvg(lettering),
            plot.narrowSvg(lettering),
            Html.text(shown.claim().name()),
            Html.text(shown.instance().name()),
            Html.text(Finding.sentence(shown.claim())));
  }

  private String instances(CheckResult check, Optional<Shown> main) {
    StringBuilder out = new StringBuilder(overview(check));
    int number = 0;
    for (InstanceResult instance : check.instances()) {
      number++;
      boolean open =
          check.instances().size() == 1
              || main.filter(shown -> shown.instance() == instance).isPresent()
              || !expected(check, instance);
      out.append("<article class=\"instance\"><details").append(open ? " open=\"\"" : "");
      out.append(">\n<summary><h3>").append(Html.text(instance.name()));
      out.append(" ").append(Words.badge(instance.verdict(), expected(check, instance)));
      // the target lies inside, so that a browser opens what surrounds it
      out.append("</h3></summary>\n<p class=\"role\" id=\"instance-").append(number).append("\">");
      out.append(Html.text(Words.role(instance.role())));
      out.append("</p>\n").append(hypotheses(instance));
      for (ClaimResult claim : Words.ordered(instance)) {
        boolean drawn = main.filter(shown -> shown.claim() == claim).isPresent();
        out.append(claim(check, new Shown(instance, claim), drawn));
      }
      out.append(Html.details("Parameters and constants", settings(instance)));
      out.append("</details></article>\n");
    }
    return out.toString();
  }

  /** One row an instance, so that a dozen of them can be read at a glance. */
  private static String overview(CheckResult check) {
    if (check.instances().size() < 2) {
      return "";
    }
    StringBuilder out =
        new StringBuilder(
            "<div class=\"scroll\"><table class=\"overview\">\n"
                + "<thead><tr><th scope=\"col\">instance</th><th scope=\"col\">role</th><th"
                + " scope=\"col\">verdict</th></tr></thead>\n"
                + "<tbody>");
    int number = 0;
    for (InstanceResult instance : check.instances()) {
      out.append("<tr><td><a href=\"#instance-").append(++number).append("\">");
      out.append(Html.text(instance.name())).append("</a></td><td>");
      out.append(Html.text(instance.role().name().toLowerCase(java.util.Locale.ROOT)));
      out.append("</td><td>").append(Words.badge(instance.verdict(), expected(check, instance)));
      out.append("</td></tr>\n");
    }
    return out.append("</tbody></table></div>\n").toString();
  }

  private static boolean expected(CheckResult check, InstanceResult instance) {
    return check.asExpected()
        || instance.verdict() == Outcome.HOLDS
        || instance.verdict() == Outcome.INCONCLUSIVE;
  }

  static String hypotheses(InstanceResult instance) {
    if (instance.hypotheses().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("<h4>Hypotheses</h4>\n<ul class=\"hypotheses\">\n");
    for (InstanceResult.HypothesisResult hypothesis : instance.hypotheses()) {
      String sign =
          switch (hypothesis.status()) {
            case "certified" -> "✓";
            case "refuted" -> "✗";
            default -> "?";
          };
      out.append("<li><span class=\"sign\" aria-hidden=\"true\">").append(sign).append("</span> ");
      out.append(Html.text(hypothesis.text())).append(": <strong>");
      out.append(Html.text(hypothesis.status())).append("</strong>");
      if (!hypothesis.witness().isBlank()) {
        out.append(" <span class=\"witness\">").append(Html.text(hypothesis.witness()));
        out.append("</span>");
      }
      out.append("</li>\n");
    }
    return out.append("</ul>\n").toString();
  }

  private String claim(CheckResult check, Shown shown, boolean drawn) {
    ClaimResult claim = shown.claim();
    boolean fine =
        check.asExpected()
            || claim.verdict() == Outcome.HOLDS
            || claim.verdict() == Outcome.INCONCLUSIVE;
    StringBuilder out = new StringBuilder("<h4>");
    out.append(Html.text(claim.name())).append(" ").append(Words.badge(claim.verdict(), fine));
    out.append("</h4>\n<p>").append(Html.text(Finding.sentence(claim)));
    out.append(" <span class=\"role\">(").append(Html.text(Words.standing(claim.standing())));
    out.append(")</span></p>\n").append(Html.facts(Finding.facts(claim)));
    if (Plot.drawable(claim) && !drawn) {
      out.append(Html.details("Picture", figure(shown)));
    }
    String numbers =
        claim.layers().stream()
            .map(
                layer ->
                    "<p>" + Html.text(Evidence.sentence(layer)) + "</p>\n" + Evidence.table(layer))
            .collect(Collectors.joining());
    if (!Finding.facts(claim).isEmpty()) {
      numbers += "<p class=\"source\">In results.json: " + Html.text(claim.sentence()) + "</p>\n";
    }
    return out.append(numbers.isEmpty() ? "" : Html.details(summary(claim), numbers)).toString();
  }

  private static String summary(ClaimResult claim) {
    boolean sampled = claim.layers().stream().anyMatch(l -> l instanceof Layer.Sampled);
    return sampled ? "Numbers, checkpoint by checkpoint" : "Numbers";
  }

  private static String settings(InstanceResult instance) {
    List<List<String>> parameters =
        new java.util.ArrayList<>(List.of(List.of("parameter", "value")));
    instance.parameters().forEach((name, value) -> parameters.add(List.of(name, value)));
    List<List<String>> constants =
        new java.util.ArrayList<>(List.of(List.of("constant", "value", "how it is known")));
    for (Map.Entry<String, InstanceResult.ConstantResult> entry : instance.constants().entrySet()) {
      InstanceResult.ConstantResult constant = entry.getValue();
      String value = Numbers.four(constant.value());
      boolean both = !constant.exact().isEmpty() && !constant.exact().equals(value);
      constants.add(
          List.of(entry.getKey(), both ? constant.exact() + " = " + value : value, constant.how()));
    }
    return (parameters.size() > 1 ? Html.table("Parameters", parameters) : "")
        + (constants.size() > 1 ? Html.table("Constants", constants) : "");
  }

  private String reproduce(CheckResult check) {
    String id = check.id();
    return "<pre><code>java -jar target/plumbline.jar check "
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
