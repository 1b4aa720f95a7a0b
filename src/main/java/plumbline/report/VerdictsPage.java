package plumbline.report;

import static plumbline.plot.Numbers.percent;
import static plumbline.plot.Numbers.two;
import static plumbline.plot.Numbers.whole;

import java.util.List;
import plumbline.check.Results;
import plumbline.verdict.Levels;

/** The page on what a verdict means, with the arithmetic of false alarms of this very run. */
final class VerdictsPage {
  private VerdictsPage() {}

  static String html(Results results) {
    Certainty certainty = Certainty.of(results.checks());
    return Layout.page(
        "verdicts.html",
        "What a verdict means, Plumbline",
        "<h1>What a verdict means</h1>\n"
            + words()
            + alarms(results.run(), certainty)
            + power(certainty)
            + evidence()
            + limits(),
        results.run());
  }

  private static String words() {
    return Html.section(
        "words",
        "Five words",
        """
        <dl>
        <dt><span class="badge good"><span aria-hidden="true">✓</span> holds</span></dt>
        <dd>Nothing contradicts the claim, and a violation larger than the stated resolution is excluded. It does not mean proved: only these instances were tried, and only to this resolution.</dd>
        <dt><span class="badge misprint"><span aria-hidden="true">✗</span> refuted</span></dt>
        <dd>The claim is false on an instance, by exact computation; or the draws contradict it so strongly that a true claim would show as much with a probability of at most %s. On the card of a misprint this is the expected verdict.</dd>
        <dt><span class="badge open"><span aria-hidden="true">?</span> open</span></dt>
        <dd>Neither, within the planned number of replicas. The claim may be true or false.</dd>
        <dt><span class="badge none"><span aria-hidden="true">–</span> does not apply</span></dt>
        <dd>A hypothesis fails on this instance, so the theorem claims nothing there. What is computed is shown, and not counted; what happens instead is judged as a claim of its own.</dd>
        <dt><span class="badge bad"><span aria-hidden="true">!</span> error</span></dt>
        <dd>The computation broke a promise, so nothing is said about the theorem.</dd>
        </dl>
        """
            .formatted(two(Levels.ALPHA_CLAIM)));
  }

  private static String alarms(Results.Run run, Certainty certainty) {
    double spent = certainty.alarm();
    double nights = spent > 0 ? 1 / spent : Double.POSITIVE_INFINITY;
    return Html.section(
        "alarms",
        "How often a true result would be called refuted",
        """
        <p>Toss a fair coin %8$s times. That it shows heads every time is about as likely as that a true claim is refuted here: each claim that rests on simulation may be refuted by chance with a probability of at most %1$s.</p>
        <p>One such claim is safe; what of many? The probability that at least one of several things happens is at most the sum of their probabilities, whether or not they depend on each other. This run has %2$s claims that rest on simulation, so the probability that any true one among them is refuted is at most</p>
        <p class="sum">%3$s.</p>
        <p>%4$s The whole catalogue may spend %5$s, which is enough for %6$s such claims. The %7$s claims of this run that have no chance in them, such as identities, exact moments and enumerations, spend nothing.</p>
        <p>The level holds at every number of replicas at once, so a run may look at its data as often as it likes and stop when it is sure. For upper bounds it holds without any assumption on the tails. The random draws are fixed by the seed: a second run with the same seed gives the same verdict, so a suite that is green stays green until code or draws change.</p>
        """
            .formatted(
                two(Levels.ALPHA_CLAIM),
                whole(certainty.drawn()),
                certainty.sum(),
                Double.isInfinite(nights)
                    ? "No chance is involved at all."
                    : "With new draws every night, one false alarm would be expected in not less"
                        + " than "
                        + two(nights / 365.25)
                        + " years.",
                two(run.alphaSuite()),
                whole(Math.round(run.alphaSuite() / Levels.ALPHA_CLAIM)),
                whole(certainty.plain()),
                Math.round(-Math.log(Levels.ALPHA_CLAIM) / Math.log(2))));
  }

  private static String power(Certainty certainty) {
    List<Double> violations = certainty.violations();
    String run =
        violations.isEmpty()
            ? ""
            : "<p>Here, of %s claims about means and probabilities, the sharpest would have caught a violation by %s, half of them one by %s or less, and the bluntest one by %s.</p>\n"
                .formatted(
                    whole(violations.size()),
                    percent(violations.get(0)),
                    percent(violations.get(violations.size() / 2)),
                    percent(violations.get(violations.size() - 1)));
    return Html.section(
        "power",
        "Would a false one be noticed?",
        """
        <p>A test that cannot fail always passes, so a low rate of false alarms is worth nothing alone. Each simulated claim therefore says what it <em>would</em> have seen: the smallest violation that a run of this size refutes with a probability of 99 %.</p>
        """
            + run
            + """
            <p>And it is tried: planted errors, such as a constant a little too small or a term left out, go through the same procedure and have to come out refuted.</p>
            """);
  }

  private static String evidence() {
    return Html.section(
        "evidence",
        "Three layers of evidence",
        """
        <ol>
        <li><strong>Exact.</strong> Where moments close or a sample space is finite, the expectation is computed, as fractions or with a proved bound on rounding. Such a layer decides its claim.</li>
        <li><strong>Simulator against exact.</strong> The simulator has to reproduce the exact moments, or its other verdicts are worth nothing.</li>
        <li><strong>Simulated.</strong> The mean over many replicas is held against the bound. A page states between which multiples of the bound that mean lies.</li>
        </ol>
        """);
  }

  private static String limits() {
    return Html.section(
        "limits",
        "What is not said",
        """
        <p>A theorem speaks of all objectives, all noises, all iterations; a run tries a few of each. The sharp instances are chosen so that the bound is attained there, or as nearly as is known: an error in a constant would show on them first. The <em>tightness</em> on the pages says how near a bound comes to what it bounds, on such an instance and beyond its first point.</p>
        <p>The word "holds" has an error of its own: a claim that is violated by its resolution or more is called "holds" with a probability of at most %s.</p>
        """
            .formatted(two(Levels.BETA)));
  }
}
