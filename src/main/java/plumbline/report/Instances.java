package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Layer;
import plumbline.plot.Numbers;
import plumbline.plot.Plot;
import plumbline.report.TheoremPage.Shown;

/** All evidence of a result, instance by instance; closed, until somebody wants to see it. */
final class Instances {
  private final Figures figures;

  Instances(Figures figures) {
    this.figures = figures;
  }

  /**
   * One block an instance.
   *
   * @param main what the page draws already
   */
  String html(CheckResult check, Optional<Shown> main) {
    StringBuilder out = new StringBuilder();
    int number = 0;
    for (InstanceResult instance : check.instances()) {
      number++;
      boolean expected = Words.expected(check, instance);
      out.append("<article class=\"instance\"><details").append(expected ? "" : " open=\"\"");
      out.append(">\n<summary><h3>").append(Html.text(instance.name()));
      out.append(" ").append(Words.badge(instance.verdict(), expected));
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

  static String hypotheses(InstanceResult instance) {
    if (instance.hypotheses().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("<h4>Hypotheses</h4>\n<ul class=\"certificates\">\n");
    for (InstanceResult.HypothesisResult hypothesis : instance.hypotheses()) {
      out.append("<li><span class=\"sign\" aria-hidden=\"true\">");
      out.append(Hypotheses.sign(hypothesis)).append("</span> ");
      out.append(Plain.html(hypothesis.text())).append(": <strong>");
      out.append(Html.text(hypothesis.status())).append("</strong>");
      if (!hypothesis.witness().isBlank()) {
        out.append(" <span class=\"witness\">").append(Plain.html(hypothesis.witness()));
        out.append("</span>");
      }
      out.append("</li>\n");
    }
    return out.append("</ul>\n").toString();
  }

  private String claim(CheckResult check, Shown shown, boolean drawn) {
    ClaimResult claim = shown.claim();
    StringBuilder out = new StringBuilder("<h4>");
    out.append(Plain.html(claim.name())).append(" ");
    out.append(Words.badge(claim, Words.expected(check, claim.verdict())));
    out.append("</h4>\n<p>").append(Plain.html(Finding.sentence(claim)));
    out.append(" <span class=\"role\">(").append(Html.text(Words.standing(claim.standing())));
    out.append(")</span></p>\n").append(Html.facts(Finding.facts(claim)));
    if (Plot.drawable(claim) && !drawn) {
      out.append(Html.details("Picture", figures.figure(shown)));
    }
    String numbers =
        claim.layers().stream()
            .map(
                layer ->
                    "<p>"
                        + Plain.html(Evidence.sentence(layer, claim.relation()))
                        + "</p>\n"
                        + Evidence.table(layer))
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
    List<List<String>> parameters = new ArrayList<>(List.of(List.of("parameter", "value")));
    instance.parameters().forEach((name, value) -> parameters.add(List.of(name, value)));
    List<List<String>> constants =
        new ArrayList<>(List.of(List.of("constant", "value", "how it is known")));
    for (Map.Entry<String, InstanceResult.ConstantResult> entry : instance.constants().entrySet()) {
      InstanceResult.ConstantResult constant = entry.getValue();
      String value = Numbers.four(constant.value());
      boolean both = !constant.exact().isEmpty() && !constant.exact().equals(value);
      constants.add(
          List.of(entry.getKey(), both ? constant.exact() + " = " + value : value, constant.how()));
    }
    return (parameters.size() > 1 ? Html.typed("Parameters", parameters) : "")
        + (constants.size() > 1 ? Html.table("Constants", constants) : "");
  }
}
