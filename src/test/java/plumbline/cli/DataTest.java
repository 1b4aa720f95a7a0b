package plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.cli.Ran.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.check.InstanceResult;
import plumbline.check.Layer;
import plumbline.check.Results;
import plumbline.check.ResultsFile;
import plumbline.verdict.Outcome;

/** Whole command lines on a user's table. */
final class DataTest {
  private static final String FIXED = "bottou/thm46-fixed-step";

  /** The four points of the instance LS4. */
  private static final String FOUR = "x,y\n1,1\n1,-1\n2,0.5\n2,-0.5\n";

  /** The third column is the sum of the others. */
  private static final String COLLINEAR = "a,b,c,y\n1,2,3,1\n2,1,3,0\n0,1,1,2\n4,-1,3,1\n";

  @TempDir Path folder;

  /** A misprint is refuted on an instance that was chosen for it, and says nothing on others. */
  @Test
  void misprintsAreNotTriedOnData() throws IOException {
    String table = file("m.csv", "x,y\n1,1\n1,3\n2,2\n");
    Ran ran = run("check", "--data", table, "--target", "y", "--dry-run");
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().contains("bottou/halving-trigger "), ran.out());
    assertFalse(ran.out().contains("-as-printed"), ran.out());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private InstanceResult instance(String out, String... arguments) {
    Path results = folder.resolve(out);
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 4);
    System.arraycopy(
        new String[] {"--out", results.toString(), "--time", "100ms"}, 0, all, arguments.length, 4);
    Ran ran = run(all);
    assertEquals(0, ran.status(), ran::toString);
    Results read = ResultsFile.read(results.resolve(ResultsFile.NAME));
    return read.checks().get(0).instances().get(0);
  }

  private static List<Layer.Exact> exact(InstanceResult instance) {
    return instance.claims().stream()
        .flatMap(claim -> claim.layers().stream())
        .filter(Layer.Exact.class::isInstance)
        .map(Layer.Exact.class::cast)
        .toList();
  }

  /** In digits its moments take a minute for each claim; on four rows they are shown as ever. */
  @Test
  void whatIsOnlyShownOfALargeTableIsNotWaitedFor() throws IOException {
    StringBuilder large = new StringBuilder("a,b,c,d,e,y\n");
    for (int i = 1; i <= 60; i++) {
      int a = i * 37 % 61;
      int b = i * 23 % 59;
      int c = i * i % 53;
      large.append("%d,%d,%d,%d,%d,%d\n".formatted(a, b, c, a + b, b - c, i % 7));
    }
    String diminishing = "bottou/thm47-diminishing";
    assertTrue(slopes("small", diminishing, COLLINEAR), "the control: it is shown");
    assertFalse(slopes("large", diminishing, large.toString()));
  }

  private boolean slopes(String name, String id, String table) throws IOException {
    InstanceResult yours = instance(name, onData(id, file(name + ".csv", table)));
    assertEquals(Outcome.NOT_APPLICABLE, yours.verdict());
    return yours.claims().stream().anyMatch(claim -> claim.kind().equals("slope"));
  }

  @Test
  void theFourPointsOfLs4GiveWhatTheInstanceGives() throws IOException {
    InstanceResult built = instance("built", "check", FIXED, "--from", "LS4", "--set", "start=2");
    InstanceResult yours =
        instance("yours", onData(FIXED, file("four.csv", FOUR), "--set", "start=2"));
    assertEquals("5/17", yours.parameters().get("alpha"), "the longest step is suggested");
    assertEquals(built.constants(), yours.constants());
    assertEquals(built.hypotheses(), yours.hypotheses());
    assertFalse(exact(built).isEmpty());
    assertEquals(exact(built), exact(yours));
    assertEquals("four.csv", yours.parameters().get("data"));
    // the control: another point, another result
    InstanceResult other =
        instance("other", onData(FIXED, file("five.csv", FOUR + "3,0.5\n"), "--set", "start=2"));
    assertNotEquals(exact(built), exact(other));
    assertNotEquals(yours.parameters().get("digest"), other.parameters().get("digest"));
  }

  @Test
  void aStepTooLongIsNamedAndJudgedNoFurther() throws IOException {
    InstanceResult yours =
        instance("long", onData(FIXED, file("five.csv", FOUR + "3,0.5\n"), "--set", "alpha=1"));
    assertEquals(Outcome.NOT_APPLICABLE, yours.verdict());
    // one curvature, but the bound on the variance is no equality here: nothing is claimed
    assertTrue(
        yours.claims().stream().noneMatch(c -> c.name().startsWith("gap of a step too long")));
  }

  @Test
  void aDependentColumnMakesStrongConvexityFailInTheTable() throws IOException {
    Ran ran = run(onData("bottou/thm4*", file("dependent.csv", COLLINEAR), "--dry-run"));
    assertEquals(0, ran.status(), ran::toString);
    assertTrue(ran.out().contains("column c is a combination of those before it"), ran.out());
    assertTrue(ran.out().contains("(Assumption 4.5): fails: c = 0"), ran.out());
    assertTrue(
        ran.out()
            .matches("(?s).*thm46-fixed-step +does not apply.*thm48-nonconvex-fixed +applies.*"),
        ran.out());
    assertFalse(Files.exists(folder.resolve("results.json")));
    // the twin without the column
    Ran twin =
        run(onData(FIXED, file("dependent.csv", COLLINEAR), "--columns", "a,b", "--dry-run"));
    assertTrue(twin.out().matches("(?s).*thm46-fixed-step +applies.*"), twin.out());
  }

  /** On x = 1 and -1 among 126 rows of zeros the gradient keeps .656 of itself, not .6. */
  @Test
  void aLimitIsNotTriedOnData() throws IOException {
    String heavy = file("heavy.csv", "x,y\n1,1\n-1,1\n" + "0,0\n".repeat(126));
    refused(
        "a limit has no number by which to try it",
        onData("bottou/cor412", heavy, "--problem", "least-squares"));
    // beside one that is tried it is not left out in silence
    Ran both =
        run(
            onData(
                FIXED,
                heavy,
                "bottou/cor412",
                "--problem",
                "least-squares",
                "--scale",
                "largest",
                "--dry-run"));
    assertEquals(0, both.status(), both::toString);
    assertTrue(both.out().matches("(?s).*bottou/cor412 +not tried.*"), both.out());
    assertTrue(both.out().contains("a limit has no number"), both.out());
    assertFalse(both.out().contains("bottou/thm47-diminishing"), both.out());
  }

  /** Without strong convexity, and without noise, a formula's 0/0 is no error of the data. */
  @Test
  void whatHappensOtherwiseIsSaidOnlyWhereItIsDefined() throws IOException {
    for (String text : List.of(COLLINEAR, "x,y\n1,0\n2,0\n3,0\n")) {
      for (String id : List.of("bottou/wait-twice", "bottou/halving-trigger")) {
        InstanceResult yours =
            instance(
                "undefined", onData(id, file("undefined.csv", text), "--problem", "least-squares"));
        assertEquals(Outcome.NOT_APPLICABLE, yours.verdict());
      }
    }
  }

  /** A check of a card on a table whose target is y. */
  private static String[] onData(String id, String file, String... more) {
    return Stream.concat(Stream.of("check", id, "--data", file, "--target", "y"), Stream.of(more))
        .toArray(String[]::new);
  }

  private void refused(String fragment, String... arguments) {
    Ran ran = run(arguments);
    assertEquals(2, ran.status(), ran::toString);
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(ran.err().contains(fragment), () -> fragment + " is not in: " + ran.err());
  }

  @Test
  void whatIsWrongIsSaidInOneSentence() throws IOException {
    String four = file("four.csv", FOUR);
    refused("--target", "check", "--data", four);
    refused("no column z; the nearest are", "check", "--data", four, "--target", "z");
    for (String[] command : List.of(new String[] {"check"}, new String[] {"plot", "-o", "p.svg"})) {
      Stream<String> more = Stream.of(FIXED, "--data", four, "--target", "y", "--from", "LS4");
      refused("leave --from out", Stream.concat(Stream.of(command), more).toArray(String[]::new));
    }
    refused(
        "--scale much is unknown: write none or largest or centred",
        "check",
        "--data",
        four,
        "--target",
        "y",
        "--scale",
        "much");
    refused("not above 0", "check", "--data", four, "--target", "y", "--ridge", "-1");
    refused("is not one character", "check", "--data", four, "--target", "y", "--separator", "ab");
    refused(
        "cannot be stated on data of your own",
        "check",
        "cevher/psgd-theorem",
        "--data",
        four,
        "--target",
        "y");
    refused(
        "none of these cards has a free parameter named problem",
        "check",
        FIXED,
        "--data",
        four,
        "--target",
        "y",
        "--set",
        "problem=QD");
    refused(
        "alpha=9999999 is outside",
        "check",
        FIXED,
        "--data",
        four,
        "--target",
        "y",
        "--set",
        "alpha=9999999");
  }
}
