package plumbline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Request;
import plumbline.check.Results;
import plumbline.check.ResultsFile;
import plumbline.data.Given;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.problem.Problem;
import plumbline.series.Digits;
import plumbline.verdict.Outcome;

/**
 * A user's data: the objective in a few lines, then a row a theorem, and why one does not apply.
 */
final class DataTable implements Said {
  /** From here on fixed stepsizes take thousands of steps, and scaling helps. */
  private static final double ILL_CONDITIONED = 1000;

  private static final int VERDICT = 14;

  private final PrintWriter out;
  private final Given given;
  private final Colours colours = new Colours();
  private final List<Request> requests;
  private final Map<String, String> refused = new TreeMap<>();
  private final int width;

  DataTable(PrintWriter out, Given given, List<Request> requests) {
    this.out = out;
    this.requests = requests;
    this.given = given;
    this.width = requests.stream().mapToInt(r -> r.id().length()).max().orElse(1);
  }

  /**
   * The objective, its constants, and the head of the table.
   *
   * @param cannot what cannot be stated on it, by id, and why
   */
  void heading(Map<String, String> cannot) {
    refused.putAll(cannot);
    Problem problem = given.problem();
    Map<String, String> of = given.described();
    out.println(
        Text.wrap(
            "%s: %s; %s from %s"
                .formatted(of.get("data"), problem.name(), of.get("target"), of.get("inputs")),
            ""));
    Constants x = problem.constants();
    out.println(Text.wrap(named(x, "L", "c") + condition(x), "  "));
    out.println(Text.wrap(named(x, "F_inf", "M", "M_V"), "  "));
    given.notes().forEach(note -> out.println(Text.wrap(note, "  ")));
    boolean large = x.get("c") > 0 && conditionNumber(x) > ILL_CONDITIONED;
    if (large && of.get("scale").equals("none")) {
      out.println(
          Text.wrap("a condition number this large makes every step tiny: try --scale", "  "));
    }
    out.println();
    out.println(
        colours.strong(
            Text.pad("theorem", width + 2)
                + Text.pad("verdict", VERDICT + 2)
                + "value/bound  tried with"));
  }

  @Override
  public void refused(String id, IllegalArgumentException why) {
    refused.put(id, why.getMessage());
  }

  /** What was left out, after all that was not. */
  void leftOut() {
    refused.forEach((id, why) -> row(id, "not tried", "", "", why));
    out.flush();
  }

  private static String named(Constants x, String... names) {
    return Arrays.stream(names)
        .map(name -> (name.equals("F_inf") ? "F_*" : name) + " = " + shown(x.constant(name)))
        .collect(Collectors.joining(", "));
  }

  private static String shown(Constant constant) {
    String value = Digits.column(constant.value());
    return constant.error() > 0
        ? value + String.format(Locale.ROOT, " within %.0e", constant.error())
        : value + " (known exactly)";
  }

  private static double conditionNumber(Constants x) {
    return x.get("L") / x.get("c");
  }

  private static String condition(Constants x) {
    return x.get("c") > 0 ? ", condition number L/c = " + Digits.column(conditionNumber(x)) : "";
  }

  @Override
  public void card(CheckResult result, double seconds) {
    InstanceResult yours = result.instances().get(0);
    OptionalDouble tightness = Deciding.tightness(result);
    row(
        result.id(),
        yours.verdict() == Outcome.NOT_APPLICABLE ? "does not apply" : yours.verdict().name(),
        tightness.isPresent() ? Digits.column(tightness.getAsDouble()) : "",
        tried(result),
        "");
    said(yours);
    if (yours.claims().isEmpty() && yours.verdict() == Outcome.INCONCLUSIVE) {
      out.println(Text.wrap("it applies, and shows nothing by the k that are tried", "    "));
    }
    for (ClaimResult claim : yours.claims()) {
      boolean open = claim.verdict() != Outcome.HOLDS;
      boolean wrong = open && claim.verdict() != Outcome.INCONCLUSIVE;
      boolean said =
          switch (claim.standing()) {
            case CLAIMED -> open;
            case OTHERWISE -> wrong; // then the exit status is 1, and this is why
            default -> false;
          };
      if (said) {
        out.println(Text.wrap(claim.name() + ": " + claim.sentence(), "    "));
      }
    }
    out.flush();
  }

  /** The hypotheses alone, before anything is run. */
  void hypotheses(CheckResult result) {
    InstanceResult yours = result.instances().get(0);
    boolean applies = yours.verdict() != Outcome.NOT_APPLICABLE;
    row(result.id(), applies ? "applies" : "does not apply", "", tried(result), "");
    said(yours);
    out.flush();
  }

  private void row(String id, String verdict, String tightness, String tried, String why) {
    Outcome colour =
        Arrays.stream(Outcome.values())
            .filter(o -> o.name().equals(verdict))
            .findFirst()
            .orElse(Outcome.NOT_APPLICABLE);
    out.println(
        (Text.pad(id, width + 2)
                + colours.of(colour, Text.pad(verdict, VERDICT + 2))
                + Text.pad(tightness, 13)
                + tried)
            .stripTrailing());
    if (!why.isEmpty()) {
      out.println(Text.wrap(why, "    "));
    }
  }

  private void said(InstanceResult yours) {
    hypotheses(yours, "refuted", "fails:");
    hypotheses(yours, "not refuted", "is not certified:");
  }

  private void hypotheses(InstanceResult yours, String status, String verb) {
    yours.hypotheses().stream()
        .filter(h -> h.status().equals(status))
        .forEach(
            h ->
                out.println(Text.wrap("%s: %s %s".formatted(h.text(), verb, h.witness()), "    ")));
  }

  /** What was chosen or suggested, of the parameters that the data do not decide. */
  private String tried(CheckResult result) {
    Map<String, String> values = result.instances().get(0).parameters();
    return requests.stream()
        .filter(request -> request.id().equals(result.id()))
        .flatMap(request -> request.instances().get(0).values().text().keySet().stream())
        .map(name -> name + "=" + values.get(name))
        .collect(Collectors.joining(" "));
  }

  @Override
  public void summary(Results results, Path folder, long seed) {
    long applies =
        results.checks().stream().filter(c -> c.verdict() != Outcome.NOT_APPLICABLE).count();
    long holds = results.checks().stream().filter(c -> c.verdict() == Outcome.HOLDS).count();
    leftOut();
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "%d theorems, %d apply, %d hold; %.1f s on %s, seed %d",
            results.checks().size(),
            applies,
            holds,
            results.run().seconds(),
            results.run().device(),
            seed));
    out.println("digest " + results.digest());
    out.println("files  " + folder.resolve(ResultsFile.NAME) + ", " + folder.resolve("junit.xml"));
  }
}
