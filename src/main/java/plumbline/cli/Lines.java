package plumbline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Request;
import plumbline.check.Results;
import plumbline.check.ResultsFile;
import plumbline.series.Digits;
import plumbline.theorem.Role;
import plumbline.verdict.Outcome;

/** What a run prints: a line a card, claims that stay open, a summary. */
final class Lines implements Said {
  private final PrintWriter out;
  private final Colours colours = new Colours();
  private final int width;
  private final boolean verbose;

  Lines(PrintWriter out, List<Request> requests, boolean verbose) {
    this.out = out;
    this.width = requests.stream().mapToInt(r -> r.id().length()).max().orElse(1);
    this.verbose = verbose;
  }

  @Override
  public void card(CheckResult result, double seconds) {
    String mark = result.asExpected() ? colours.good("✓") : colours.bad("✗");
    String verdict = Text.pad(result.verdict().name(), 14);
    boolean misprint = result.asExpected() && result.verdict() == Outcome.REFUTED;
    out.println(
        "%s %s  %s %s"
            .formatted(
                mark,
                Text.pad(result.id(), width),
                misprint ? colours.good(verdict) : colours.of(result.verdict(), verdict),
                String.format(Locale.ROOT, "%6.1f s%s", seconds, tightness(result))));
    if (verbose) {
      result.instances().forEach(this::instance);
    } else {
      result.instances().forEach(instance -> worthSaying(result, instance));
    }
    out.flush();
  }

  private static String tightness(CheckResult result) {
    OptionalDouble largest = Deciding.tightness(result);
    return largest.isPresent() ? "  value/bound up to " + Digits.column(largest.getAsDouble()) : "";
  }

  private void instance(InstanceResult instance) {
    out.println(
        "    "
            + instance.name()
            + " ("
            + instance.role().name().toLowerCase(Locale.ROOT)
            + "): "
            + colours.of(instance.verdict(), instance.verdict().name()));
    refutedHypotheses(instance);
    instance.claims().forEach(claim -> claim(claim, "      "));
  }

  private void refutedHypotheses(InstanceResult instance) {
    instance.hypotheses().stream()
        .filter(h -> h.status().equals("refuted"))
        .forEach(
            h ->
                out.println(
                    Text.wrap("the hypothesis " + h.text() + " fails: " + h.witness(), "      ")));
  }

  /** Open claims always; refuted ones and errors where the card is not as expected. */
  private void worthSaying(CheckResult result, InstanceResult instance) {
    if (instance.role() == Role.YOURS) {
      refutedHypotheses(instance);
    }
    for (ClaimResult claim : instance.claims()) {
      boolean open = claim.verdict() == Outcome.INCONCLUSIVE;
      boolean bad = claim.verdict() == Outcome.REFUTED || claim.verdict() == Outcome.ERROR;
      if (claim.standing() != ClaimResult.Standing.SHOWN && (open || bad && !result.asExpected())) {
        out.println(
            "    "
                + colours.of(claim.verdict(), claim.verdict().name())
                + " "
                + Text.cut(claim.name() + " on " + instance.name(), 80));
        if (!result.asExpected()) {
          out.println(Text.wrap(claim.sentence(), "      "));
        }
      }
    }
  }

  private void claim(ClaimResult claim, String indent) {
    String shown = claim.standing() == ClaimResult.Standing.SHOWN ? " (shown, not counted)" : "";
    out.println(
        indent + colours.of(claim.verdict(), claim.verdict().name()) + " " + claim.name() + shown);
    out.println(Text.wrap(claim.sentence(), indent + "  "));
  }

  @Override
  public void summary(Results results, Path folder, long seed) {
    long expected = results.checks().stream().filter(CheckResult::asExpected).count();
    long claims = results.checks().stream().flatMap(CheckResult::counted).count();
    int statistical = results.run().statisticalClaims();
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "%d of %d cards as expected; %d claims, %.1f s on %s, seed %d",
            expected,
            results.checks().size(),
            claims,
            results.run().seconds(),
            results.run().device(),
            seed));
    out.println(
        statistical == 0
            ? "P(a true claim is refuted) = 0: no claim rests on chance"
            : String.format(
                Locale.ROOT,
                "P(a true claim is refuted) <= %d x 5e-10 = %.2g, the suite allows %.0e",
                statistical,
                statistical * 5e-10,
                results.run().alphaSuite()));
    out.println("digest " + results.digest());
    out.println("files  " + folder.resolve(ResultsFile.NAME) + ", " + folder.resolve("junit.xml"));
  }
}
