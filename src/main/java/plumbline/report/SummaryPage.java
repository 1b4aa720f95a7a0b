package plumbline.report;

import static plumbline.plot.Numbers.percent;
import static plumbline.plot.Numbers.two;
import static plumbline.plot.Numbers.whole;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import plumbline.card.Card;
import plumbline.card.Errata;
import plumbline.check.CheckResult;
import plumbline.check.InstanceResult.HypothesisResult;
import plumbline.check.Results;
import plumbline.report.Contents.Item;
import plumbline.report.Contents.Lecture;
import plumbline.theorem.Role;
import plumbline.verdict.Levels;
import plumbline.verdict.Outcome;

/** One page for a colleague: what was tried, what held, what was found wrong, how sure. */
final class SummaryPage {
  private final Prose prose;
  private final Contents contents;
  private final Links links;

  SummaryPage(Prose prose, Contents contents, Links links) {
    this.prose = prose;
    this.contents = contents;
    this.links = links;
  }

  String html(Results results, Collection<Card> cards) {
    String body =
        "<h1>What came of it</h1>\n<p class=\"lead\">"
            + Html.text(Count.of(contents.items()).sentence())
            + "</p>\n"
            + Html.section("tried", "What was tried", tried(results))
            + Html.section("held", "What held", held(results))
            + Html.section("wrong", "What was found wrong", wrong(cards))
            + Html.section("sure", "How sure this is", sure(results))
            + Html.section("again", "How to see it again", again(results));
    return Layout.page("summary.html", "Summary, Plumbline", body, results.run());
  }

  private String tried(Results results) {
    Certainty certainty = Certainty.of(results.checks());
    long instances = results.checks().stream().mapToLong(c -> c.instances().size()).sum();
    long outside =
        results.checks().stream()
            .flatMap(check -> check.instances().stream())
            .filter(instance -> instance.role() == Role.OUTSIDE)
            .count();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("lecture", "tried", "held", "misprints refuted", "open", "not checked"));
    for (Lecture lecture : contents.lectures()) {
      Count count = Count.of(lecture.items());
      rows.add(
          List.of(
              lecture.heading(),
              whole(count.tried()),
              whole(count.held()),
              whole(count.refuted()),
              whole(count.open()),
              whole(count.unchecked())));
    }
    return "<p>%s results on %s instances, %s of which break a hypothesis on purpose. That makes %s claims: %s are decided without chance, by fractions, enumeration or arithmetic with proved rounding, and %s by simulation, with %s replicas in all.</p>\n%s"
        .formatted(
            whole(results.checks().size()),
            whole(instances),
            whole(outside),
            whole(certainty.plain() + certainty.drawn()),
            whole(certainty.plain()),
            whole(certainty.drawn()),
            whole(certainty.replicas()),
            Html.table("By lecture", rows));
  }

  private String held(Results results) {
    List<Tightness> bounds =
        results.checks().stream()
            .filter(check -> check.expect().equals("holds"))
            .flatMap(check -> Tightness.of(check).stream())
            .toList();
    long attained = bounds.stream().filter(Tightness::isAttained).count();
    List<CheckResult> open =
        results.checks().stream().filter(c -> c.verdict() == Outcome.INCONCLUSIVE).toList();
    return "<p>%s of the results held on every instance to which they apply. Of %s inequalities that were tried where they should be sharp, %s are attained there, to within %s: no constant that is smaller by more would do.</p>\n%s"
        .formatted(
            whole(Count.of(contents.items()).held()),
            whole(bounds.size()),
            whole(attained),
            percent(1 - Tightness.ATTAINED),
            open.isEmpty() ? "" : "<p>Not decided, and said so: " + linked(open) + ".</p>\n");
  }

  private String linked(List<CheckResult> checks) {
    return checks.stream()
        .map(check -> contents.find(check.id()).orElseThrow())
        .map(item -> links.link("", item))
        .collect(Collectors.joining("; "));
  }

  private String wrong(Collection<Card> cards) {
    List<Errata.Kind> kinds =
        Errata.of(cards).stream().flatMap(document -> document.kinds().stream()).toList();
    List<Errata.Entry> false_ =
        kinds.stream()
            .filter(kind -> kind.slip().isRefuted())
            .flatMap(kind -> kind.entries().stream())
            .toList();
    long others = kinds.stream().mapToLong(k -> k.entries().size()).sum() - false_.size();
    List<CheckResult> unexpected =
        contents.items().stream()
            .flatMap(item -> item.check().stream())
            .filter(check -> !check.asExpected())
            .toList();
    return (unexpected.isEmpty()
            ? ""
            : "<p class=\"alarm\">Not as expected: " + linked(unexpected) + ".</p>\n")
        + "<p>%s %s false as printed or %s a hypothesis that is not printed, in the text copy that was read. Each is refuted on a page of its own, and the statement that holds stands beside it. %s more %s wording or a damaged copy; <a href=\"errata.html\">all errata</a>.</p>\n"
            .formatted(
                whole(false_.size()),
                false_.size() == 1 ? "statement is" : "statements are",
                false_.size() == 1 ? "needs" : "need",
                whole(others),
                others == 1 ? "concerns" : "concern")
        + false_.stream()
            .map(this::line)
            .collect(Collectors.joining("", "<ul class=\"found\">\n", "</ul>\n"));
  }

  private String line(Errata.Entry entry) {
    Item item = contents.find(entry.card().id()).orElseThrow();
    return "<li>%s. <em>Printed:</em> %s. <em>Holds:</em> %s.</li>\n"
        .formatted(
            links.link("", item),
            prose.line(entry.erratum().printed()),
            prose.line(entry.erratum().correct()));
  }

  private static String sure(Results results) {
    Certainty certainty = Certainty.of(results.checks());
    List<Double> violations = certainty.violations();
    List<HypothesisResult> hypotheses =
        results.checks().stream()
            .flatMap(check -> check.instances().stream())
            .flatMap(instance -> instance.hypotheses().stream())
            .toList();
    String power =
        violations.isEmpty()
            ? ""
            : " Of the simulated ones half would have refuted, with probability 99\u00a0%%, a violation by %s or less; the bluntest would have needed %s."
                .formatted(
                    percent(violations.get(violations.size() / 2)),
                    percent(violations.get(violations.size() - 1)));
    return "<p>The probability that this run refutes any true claim by chance is at most %s; %s is allowed. %s claims have no chance in them.%s A claim that is violated by its resolution or more is called \"holds\" with probability at most %s.</p>\n<p>Hypotheses were looked at one by one: %s times certified, %s times refuted with a witness, %s times neither. Where one fails, nothing is claimed.</p>\n"
        .formatted(
            certainty.sum(),
            two(results.run().alphaSuite()),
            whole(certainty.plain()),
            power,
            two(Levels.BETA),
            count(hypotheses, "certified"),
            count(hypotheses, "refuted"),
            count(hypotheses, "not refuted"));
  }

  private static String count(List<HypothesisResult> hypotheses, String status) {
    return whole(hypotheses.stream().filter(h -> h.status().equals(status)).count());
  }

  private static String again(Results results) {
    return "<pre tabindex=\"0\"><code>java -jar target/plumbline.jar check --seed %s\njava -jar target/plumbline.jar report</code></pre>\n<p>The same seed gives the same results, whose digest begins with <code>%.12s</code>.</p>\n"
        .formatted(results.run().seed(), Html.text(results.digest()));
  }
}
