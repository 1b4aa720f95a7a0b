package plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.cli.Ran.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.check.Results;
import plumbline.check.ResultsFile;

/** Whole command lines, in process, on the cheapest card; 0, 1 and 2 are design.md's contract. */
final class MainTest {
  private static final String CARD = "lecun/quad-contraction-invL";
  private static final String SG = "bottou/thm46-fixed-step";

  /** Results of the card, made once; no test changes them. */
  @TempDir static Path made;

  @TempDir Path folder;

  @BeforeAll
  static void check_ofTheCheapestCardIsAsExpected() {
    Ran ran = run("check", CARD, "--delta", "0.3", "--device", "cpu", "--out", made.toString());
    assertAll(
        () -> assertEquals(0, ran.status(), ran.err()),
        () -> assertTrue(ran.out().contains("✓ " + CARD + "  HOLDS"), ran.out()),
        // two of its six claims are only shown; it is sharp on its lowest eigenvector
        () -> assertTrue(ran.out().contains(" s  value/bound up to 1\n"), ran.out()),
        () -> assertTrue(ran.out().contains("1 of 1 cards as expected; 4 claims"), ran.out()),
        () -> assertTrue(ran.out().contains("on cpu, seed 0"), ran.out()),
        () -> assertTrue(Files.isRegularFile(made.resolve("junit.xml"))));
  }

  private byte[] copied() throws IOException {
    Path file = folder.resolve(ResultsFile.NAME);
    Files.copy(made.resolve(ResultsFile.NAME), file);
    return Files.readAllBytes(file);
  }

  private void refused(List<String> fragments, String... arguments) throws IOException {
    byte[] before = copied();
    Ran ran = run(arguments);
    assertEquals(2, ran.status(), () -> String.join(" ", arguments) + ": " + ran);
    assertEquals(1, ran.err().lines().count(), () -> "one sentence on one line: " + ran.err());
    for (String fragment : fragments) {
      assertTrue(ran.err().contains(fragment), () -> fragment + " is not in: " + ran.err());
    }
    assertFalse(ran.err().contains("\tat "), ran.err());
    assertArrayEquals(before, Files.readAllBytes(folder.resolve(ResultsFile.NAME)));
  }

  /** The command, then what the sentence holds: got, allowed or what to do. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          check lecun/quad-contraction-inv         | no card lecun/quad-contraction-inv; | nearest are lecun/quad-contraction-invL
          show bottou/thm64-fixed-step             | no card bottou/thm64-fixed-step;    | nearest are bottou/thm46-fixed-step
          check CARD --set alpha=1                 | no parameter named alpha            | it has matrix, gammaL
          check SG --set alpha=7                   | alpha=7                             | [0, 4]
          check SG --set alpha=NaN                 | alpha=NaN is not a finite number    | [0, 4]
          check SG --set alpha=1/0                 | alpha=1/0                           | [0, 4]
          check SG --set law=CAUCHY                | law=CAUCHY                          | set it to RADEMACHER
          check SG --set alpha                     | --set alpha                         | name=value
          check cevher/* --set alpha=0.1           | need one card, got 6 (cevher/*)     | name one id
          check CARD SG --set alpha=0.1            | need one card, got 2                | name one id
          check --set alpha=0.1                    | need one card, got none             | name one id
          check SG --from LS9                      | no instance named "LS9"             | "LS4"
          check CARD --delta 0.9                   | delta=0.9                           | (0, 0.5]
          check CARD --delta NaN                   | --delta NaN                         | (0, 0.5]
          check CARD --time -3                     | --time -3                           | such as 60s
          check CARD --seed x                      | --seed x                            | integer of 64 bits
          check CARD --device nosuch               | --device nosuch                     | or use --device cpu
          plot CARD --device cpu -o FOLDER/a.gif   | a.gif                               | .png, .svg or .pdf
          explain SG                               | has no card bottou/thm46-fixed-step | it has lecun/quad-contraction-invL
          list --lecture nosuch                    | no lecture nosuch                   | bottou, cevher, lecun
          nosuch | no command nosuch | there are list, show, check
          check CARD --nosuch                      | --nosuch                            | plumbline check --help
          """)
  void badInput_isOneSentenceWithWhatWasGotAndAllowed(String command, String got, String allowed)
      throws IOException {
    String words = command.replace("CARD", CARD).replace("SG", SG);
    boolean writes = words.startsWith("check") || words.startsWith("explain");
    String line = words.replace("FOLDER", folder.toString()) + (writes ? " --out " + folder : "");
    refused(List.of(got, allowed), line.split(" "));
  }

  @Test
  void anOutputFolderBelowARegularFile_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "kept");
    String below = file.resolve("below").toString();
    refused(
        List.of(below, "cannot be written", "--out"),
        "check",
        CARD,
        "--device",
        "cpu",
        "--out",
        below);
    assertEquals("kept", Files.readString(file));
  }

  @ParameterizedTest
  @CsvSource({"report", "explain", "diff"})
  void resultsCutShort_areRefusedByWhatReadsThem(String command) throws IOException {
    Path bad = Files.createDirectory(folder.resolve("bad")).resolve(ResultsFile.NAME);
    byte[] whole = Files.readAllBytes(made.resolve(ResultsFile.NAME));
    Files.write(bad, java.util.Arrays.copyOf(whole, whole.length / 2));
    byte[] before = Files.readAllBytes(bad);
    String[] arguments =
        switch (command) {
          case "report" -> new String[] {"report", "--out", bad.getParent().toString()};
          case "explain" -> new String[] {"explain", CARD, "--out", bad.getParent().toString()};
          default ->
              new String[] {"diff", made.resolve(ResultsFile.NAME).toString(), bad.toString()};
        };
    refused(List.of(bad.toString(), "is not a results file (line ", "`check`"), arguments);
    assertArrayEquals(before, Files.readAllBytes(bad));
    assertFalse(Files.exists(bad.resolveSibling("site")));
  }

  @Test
  void resultsThatAreNotThere_areRefused() throws IOException {
    refused(List.of("is not there", "run `check` first"), "report", "--out", folder + "/none");
  }

  @Test
  void aCheck_replacesTheResultsThatWereThere() throws IOException {
    // the negative control of "untouched after bad input": good input does touch them
    byte[] before = copied();
    Ran ran = run("check", CARD, "--seed", "5", "--device", "cpu", "--out", folder.toString());
    assertEquals(0, ran.status(), ran.err());
    assertFalse(
        java.util.Arrays.equals(before, Files.readAllBytes(folder.resolve("results.json"))));
  }

  @Test
  void set_changesOneParameterOfTheInstanceThatFromNames() throws IOException {
    Ran ran =
        run(
            "check",
            SG,
            "--set",
            "alpha=0.05",
            "--from",
            "LS4",
            "--delta",
            "0.3",
            "--device",
            "cpu",
            "--out",
            folder.toString(),
            "-v");
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().contains("yours (yours)"), ran.out());
    // k = 1, where the bound is an equality by construction, does not count
    assertTrue(ran.out().contains("  value/bound up to 0.8815\n"), ran.out());
    var instances = ResultsFile.read(folder.resolve(ResultsFile.NAME)).checks().get(0).instances();
    assertEquals(1, instances.size());
    // 0.05, spelled as every number is
    assertEquals("1/20", instances.get(0).parameters().get("alpha"));
    assertEquals("LS4", instances.get(0).parameters().get("problem"));
    assertEquals("HOLDS", instances.get(0).verdict().name());
  }

  @Test
  void list_namesEveryCardOnALineOfAtMostAHundredColumns() {
    Ran ran = run("list");
    assertEquals(0, ran.status());
    assertTrue(
        ran.out().lines().anyMatch(l -> l.matches(SG + " +holds +mean +SG with a fixed .*")));
    assertTrue(
        ran.out()
            .lines()
            .anyMatch(l -> l.matches("cevher/overparam-rate-as-printed +refuted +misprint .*")));
    assertTrue(ran.out().lines().allMatch(l -> l.codePointCount(0, l.length()) <= Text.WIDTH));
    Ran one = run("list", "--lecture", "lecun");
    assertEquals(4, one.out().lines().filter(l -> l.startsWith("lecun/")).count());
    assertFalse(one.out().contains(SG));
  }

  @Test
  void list_asJsonIsRead() throws IOException {
    var cards =
        new com.fasterxml.jackson.databind.ObjectMapper().readTree(run("list", "--json").out());
    assertTrue(cards.size() >= 14, () -> cards.size() + " cards");
    assertTrue(cards.findValuesAsText("id").contains(SG));
    for (var card : cards) {
      boolean misprint = card.get("id").asText().contains("-as-printed");
      assertEquals(misprint, card.get("misprint").asBoolean(), card::toString);
      assertEquals(card.get("checked").asBoolean(), !card.get("kinds").isEmpty(), card::toString);
    }
  }

  @Test
  void show_hasStatementSourceHypothesesParametersAndHowToRun() {
    Ran ran = run("show", SG);
    assertEquals(0, ran.status());
    for (String fact :
        List.of(
            "Theorem 4.6",
            "Statement",
            "0 < alpha <= mu/(L M_G) (4.13)",
            "alpha in [0, 4]",
            "SHARP    LS4",
            "plumbline check " + SG)) {
      assertTrue(ran.out().contains(fact), fact);
    }
    List<String> wide =
        ran.out().lines().filter(l -> l.length() > Text.WIDTH && !l.startsWith("$$")).toList();
    assertEquals(List.of(), wide);
  }

  @Test
  void explain_saysWhatDecidedEachClaim() {
    Ran ran = run("explain", CARD, "--out", made.toString());
    assertEquals(0, ran.status());
    for (String fact :
        List.of(
            CARD + ": HOLDS, as expected",
            "certified: gamma = 1/L",
            "gamma = 2.1/L, highest eigenvector: NOT_APPLICABLE",
            "REFUTED k = 1: 1.21 against 0.81")) {
      assertTrue(ran.out().contains(fact), fact);
    }
  }

  @Test
  void diff_endsWithOneWhereAVerdictChanged() throws IOException {
    Path a = made.resolve(ResultsFile.NAME);
    Ran same = run("diff", a.toString(), a.toString());
    assertEquals(0, same.status());
    assertTrue(same.out().contains("0 of 7 verdicts differ; the digests are equal"), same.out());
    Results results = ResultsFile.read(a);
    var check = results.checks().get(0);
    var changed =
        List.of(
            new plumbline.check.CheckResult(
                check.id(),
                check.title(),
                check.source(),
                check.expect(),
                plumbline.verdict.Outcome.REFUTED,
                check.asExpected(),
                check.note(),
                check.instances()));
    Path b =
        ResultsFile.write(
            folder.resolve("later"),
            new Results(
                results.schemaVersion(), results.run(), ResultsFile.digest(changed), changed));
    Ran other = run("diff", a.toString(), b.toString());
    assertEquals(1, other.status());
    assertTrue(other.out().contains(CARD + ": HOLDS -> REFUTED"), other.out());
    assertTrue(other.out().contains("1 of 7 verdicts differ"), other.out());
  }

  @Test
  void aResultsFileThatWasChangedByHandIsRefused() throws IOException {
    String text = Files.readString(made.resolve(ResultsFile.NAME));
    String changed = text.replaceFirst("\"verdict\" : \"HOLDS\"", "\"verdict\" : \"REFUTED\"");
    assertNotEquals(text, changed);
    Path file = folder.resolve(ResultsFile.NAME);
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    assertEquals(0, run("explain", CARD, "--out", folder.toString()).status(), "as written");
    Files.write(file, changed.getBytes(StandardCharsets.UTF_8));
    for (List<String> command :
        List.of(
            List.of("explain", CARD, "--out", folder.toString()),
            List.of("report", "--out", folder.toString()),
            List.of("diff", file.toString(), file.toString()))) {
      Ran ran = run(command.toArray(String[]::new));
      assertEquals(2, ran.status(), ran.out());
      assertTrue(ran.err().contains("was changed after it was written"), ran.err());
      assertEquals(1, ran.err().strip().lines().count(), ran.err());
    }
  }

  @Test
  void plotAndReport_writeTheirFiles() throws IOException {
    Path picture = folder.resolve("p.svg");
    Ran plot = run("plot", CARD, "--device", "cpu", "-o", picture.toString());
    assertEquals(0, plot.status(), plot.err());
    assertTrue(Files.readString(picture).contains("the error contracts by"));
    copied();
    Ran report = run("report", "--out", folder.toString());
    assertEquals(0, report.status(), report.err());
    assertTrue(Files.readString(folder.resolve("site/index.html")).contains(CARD));
  }

  @Test
  void dryRun_printsReplicasOfEveryClaimAndWritesNothing() {
    Path absent = folder.resolve("absent");
    Ran ran = run("check", SG, "--from", "LS4", "--dry-run", "--out", absent.toString());
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().lines().anyMatch(l -> l.matches(" +\\(4.14\\) +no replicas")), ran.out());
    assertTrue(
        ran.out()
            .lines()
            .anyMatch(
                l -> l.matches(" +\\(4.14\\), simulated +\\d+ replicas +\\d+.\\d+ s +\\d+ KiB")),
        ran.out());
    assertTrue(ran.out().endsWith("nothing was drawn or written\n"), ran.out());
    assertFalse(Files.exists(absent));
  }

  @Test
  void ticker_showsWhereARunIsAndLeavesAnEmptyLine() {
    StringWriter seen = new StringWriter();
    Ticker ticker = Ticker.impatient(new PrintWriter(seen));
    ticker.card("a/b", 2, 14);
    ticker.erase();
    assertEquals("3/14 a/b\r        \r", seen.toString());
    ticker.instance("LS4");
    ticker.erase();
    ticker.replicas(2048, 2000);
    assertTrue(seen.toString().endsWith("3/14 a/b, LS4, 2000 of at most 2000 replicas"));
    StringWriter unseen = new StringWriter();
    Ticker.on(new PrintWriter(unseen)).card("a/b", 2, 14);
    assertEquals("", unseen.toString());
  }

  @Test
  void whatNobodyExpected_isNamedInOneLine() {
    String said = Failure.sentence(new IllegalStateException("two\nlines"));
    assertTrue(said.contains("java.lang.IllegalStateException (two lines)"), said);
    assertTrue(said.contains("please report"), said);
    assertEquals(1, said.lines().count());
    assertEquals(
        "alpha is wrong", Failure.sentence(new IllegalArgumentException("alpha is wrong")));
  }
}
