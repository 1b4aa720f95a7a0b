package plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.check.MutantResult;
import plumbline.check.MutantResult.Standing;
import plumbline.check.MutantResult.Witness;
import plumbline.check.MutationResult;
import plumbline.theorem.Role;
import plumbline.verdict.Outcome;

/** The table of mutants: its width, what it says of a survivor, and the exit status. */
class MutantLinesTest {
  private static final String LONG =
      "((1 - ((alpha * c) * mu)) ^ (k - 1)) -> ((1 - ((alpha * c) * mu)) ^ ((k - 1) - 1))";

  private static MutantResult mutant(String name, Standing standing, Optional<Outcome> simulated) {
    boolean demanded = standing == Standing.DEMANDED;
    return new MutantResult(
        new MutantResult.Place("least squares in R^3, minibatches of 4", Role.SHARP, "(4.14)"),
        name,
        standing,
        demanded ? Set.of(Witness.EXACT, Witness.SIMULATION) : Set.of(),
        0.0526,
        "k = 2",
        "exact moments",
        Optional.of(Outcome.REFUTED),
        simulated,
        simulated.isPresent() ? 8388608 : 0,
        "");
  }

  private static MutationResult result(Optional<Outcome> simulated) {
    return new MutationResult(
        "bottou/thm46-fixed-step",
        List.of(
            mutant("bound x 0.95", Standing.DEMANDED, simulated),
            mutant(LONG, Standing.DEMANDED, Optional.of(Outcome.REFUTED)),
            mutant("bound x 0.98", Standing.BELOW_RESOLUTION, Optional.empty()),
            mutant("mu dropped", Standing.NOT_CLASSED, Optional.of(Outcome.INCONCLUSIVE))),
        List.of("Q1, 2.5 times too long: a hypothesis is refuted"));
  }

  private static String printed(MutationResult result) {
    StringWriter text = new StringWriter();
    new MutantLines(new PrintWriter(text), true).print(result, 12.3);
    return text.toString();
  }

  @Test
  void noLineIsLongerThan100Columns() {
    List<String> lines = printed(result(Optional.of(Outcome.INCONCLUSIVE))).lines().toList();
    assertTrue(lines.size() >= 12, "lines " + lines.size());
    lines.forEach(line -> assertTrue(line.length() <= 100, line));
  }

  @Test
  void everyDemandedMutantRefutedIsStatus0() {
    MutationResult good = result(Optional.of(Outcome.REFUTED));
    assertEquals(0, MutateCommand.status(List.of(good)));
    assertTrue(printed(good).contains("2 of 2 demanded mutants refuted (100 %)"), printed(good));
  }

  /** INCONCLUSIVE, an error, and a simulation that was never made. */
  @Test
  void oneSurvivorIsStatus1AndIsNamed() {
    for (Optional<Outcome> simulated :
        List.of(Optional.of(Outcome.INCONCLUSIVE), Optional.<Outcome>empty())) {
      MutationResult bad = result(simulated);
      assertEquals(1, MutateCommand.status(List.of(bad)));
      assertTrue(printed(bad).contains("1 of 2 demanded mutants refuted (50 %)"), printed(bad));
      assertTrue(printed(bad).contains("SURVIVES (4.14) on least squares"), printed(bad));
    }
    assertTrue(printed(result(Optional.of(Outcome.ERROR))).contains("ERROR (4.14)"));
    assertEquals(1, MutateCommand.status(List.of(result(Optional.of(Outcome.ERROR)))));
  }
}
