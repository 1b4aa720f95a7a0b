package plumbline.report;

import static plumbline.plot.Numbers.two;
import static plumbline.plot.Numbers.whole;

import plumbline.check.Results;

/** The page on what a verdict means, with the arithmetic of false alarms of this very run. */
final class VerdictsPage {
  /** What one claim may spend of the suite's false alarms; 2000 such claims make 1e-6. */
  private static final double PER_CLAIM = 5e-10;

  private VerdictsPage() {}

  static String html(Results results) {
    return Layout.page(
        "",
        "What a verdict means, Plumbline",
        "<h1>What a verdict means</h1>\n" + words() + alarms(results.run()) + evidence() + limits(),
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
        <dd>The evidence contradicts the claim so strongly that a true claim would show as much with a probability of at most %s. On the card of a misprint this is the expected verdict.</dd>
        <dt><span class="badge open"><span aria-hidden="true">?</span> open</span></dt>
        <dd>Neither, within the planned number of replicas. The claim may be true or false.</dd>
        <dt><span class="badge none"><span aria-hidden="true">–</span> does not apply</span></dt>
        <dd>A hypothesis fails on this instance, so the theorem claims nothing there. What is computed is shown, and not counted; what happens instead is judged as a claim of its own.</dd>
        <dt><span class="badge bad"><span aria-hidden="true">!</span> error</span></dt>
        <dd>The computation broke a promise, so nothing is said about the theorem.</dd>
        </dl>
        """
            .formatted(two(PER_CLAIM)));
  }

  private static String alarms(Results.Run run) {
    double spent = run.statisticalClaims() * PER_CLAIM;
    double years = spent > 0 ? 1 / (365.25 * spent) : Double.POSITIVE_INFINITY;
    return Html.section(
        "alarms",
        "How often a true result would be called refuted",
        """
        <p>Each claim that rests on simulation may be refuted by chance with a probability of at most %s. This run has %s such claims, so the probability that any true one among them is refuted is at most</p>
        <p class="sum">%s × %s = %s.</p>
        <p>%s The limit for the whole catalogue is %s. Claims without chance in them, such as identities, exact moments and enumerations, spend nothing.</p>
        <p>The level holds at every number of replicas at once, so a run may look at its data as often as it likes and stop when it is sure. For upper bounds it holds without any assumption on the tails. The random draws are fixed by the seed: a second run with the same seed gives the same verdict, so a suite that is green stays green until code or draws change.</p>
        """
            .formatted(
                two(PER_CLAIM),
                whole(run.statisticalClaims()),
                whole(run.statisticalClaims()),
                two(PER_CLAIM),
                two(spent),
                Double.isInfinite(years)
                    ? "No chance is involved at all."
                    : "With new draws every night, one false alarm would be expected in not less than "
                        + two(years)
                        + " years.",
                two(run.alphaSuite())));
  }

  private static String evidence() {
    return Html.section(
        "evidence",
        "Three layers of evidence",
        """
        <ol>
        <li><strong>Exact.</strong> Where moments close or a sample space is finite, the expectation is computed, as fractions or with a proved bound on rounding. Such a layer decides its claim.</li>
        <li><strong>Simulator against exact.</strong> The simulator has to reproduce the exact moments, or its other verdicts are worth nothing.</li>
        <li><strong>Simulated.</strong> The mean over many replicas is held against the bound. A page states between which multiples of the bound that mean lies, and the smallest violation that the run would have caught with a probability of 99 %.</li>
        </ol>
        <p>That last number is the power of the run. A verdict without it would be worth little: a test that cannot fail always passes.</p>
        """);
  }

  private static String limits() {
    return Html.section(
        "limits",
        "What is not said",
        """
        <p>A theorem speaks of all objectives, all noises, all iterations; a run tries a few of each. The sharp instances are chosen so that the bound is attained there, or as nearly as is known: an error in a constant would show on them first. Planted errors, such as a constant a little too small or a term left out, go through the same procedure and have to come out refuted.</p>
        <p>The word "holds" has an error of its own: a claim that is violated by its resolution or more is called "holds" with a probability of at most 1e-4.</p>
        """);
  }
}
