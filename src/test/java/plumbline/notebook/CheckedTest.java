package plumbline.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.notebook.Notebook.check;
import static plumbline.notebook.Notebook.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import plumbline.check.own.SaddleSymmetry;
import plumbline.verdict.Outcome;

class CheckedTest {
  /** The first eight bytes of every PNG, RFC 2083, 3.1. */
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private static final Checked LS4 = check("bottou/thm46-fixed-step").from("LS4").delta(0.5);

  @Test
  void aStepLeavesTheFormerAsItWas() {
    Checked longer = LS4.with("alpha", "6/17");
    assertEquals(Outcome.HOLDS, LS4.verdict());
    assertEquals(Outcome.NOT_APPLICABLE, longer.verdict());
    assertTrue(longer.hypotheses().toString().contains("refuted"));
    assertFalse(LS4.hypotheses().toString().contains("refuted"));
  }

  @Test
  void whatWasAskedBeforeIsRememberedAndOtherDrawsAreOthers() {
    assertSame(LS4.run(), check("bottou/thm46-fixed-step").from("LS4").delta(0.5).run());
    assertSame(LS4.with("alpha", "1/4").run(), LS4.with("alpha", "1/4").run());
    assertNotSame(LS4.run(), LS4.seed(1).run());
    assertFalse(
        LS4.claim("(4.14), simulated")
            .sentence()
            .equals(LS4.seed(1).claim("(4.14), simulated").sentence()));
  }

  @Test
  void aTextDoesNotStartACheck() {
    Checked fresh = check("bottou/thm46-fixed-step").from("LS4").with("alpha", "2/17");
    assertEquals("bottou/thm46-fixed-step, not run yet", fresh.toString());
    Several both = fresh.compare("alpha", "3/17", "4/17");
    assertEquals("alpha = 3/17; alpha = 4/17, not run yet", both.toString());
  }

  @Test
  void aNumberIsTakenAsItIsWritten() {
    assertEquals("0.1", Checked.written(0.1));
    assertEquals("1024", Checked.written(1024));
    assertEquals("0.000001", Checked.written(1e-6));
    // 1/10 and not the nearest double: times 10 it is 1
    assertEquals("1", LS4.with("alpha", 0.1).exactly("alpha").multiply(10).toString());
  }

  @Test
  void numbersAreThereForAComputationOfOnesOwn() {
    Claimed claim = LS4.claim("(4.14)");
    assertArrayEquals(
        new long[] {1, 2, 3, 4, 6, 8, 16, 32, 64}, claim.k(), Arrays.toString(claim.k()));
    // encoding by hand: 5, 1655/1156, 19145/39304
    assertEquals(5, claim.bound()[0]);
    assertEquals(1655.0 / 1156, claim.bound()[1], 1e-12);
    assertEquals(19145.0 / 39304, claim.measured()[2], 1e-12);
    // the simulation beside it is another number, and not far
    double simulated = LS4.claim("(4.14), simulated").measured()[2];
    assertTrue(simulated != claim.measured()[2] && Math.abs(simulated * 39304 / 19145 - 1) < 0.2);
    // alpha L M/(2 c mu) = (5/17)/2
    double floor =
        LS4.constant("alpha") * LS4.constant("L") * LS4.constant("M") / 2 / LS4.constant("c");
    assertEquals(5.0 / 34, floor, 1e-15);
  }

  @Test
  void aPictureIsAPngWithItsCurves() throws Exception {
    ObjectNode data = new ObjectMapper().createObjectNode();
    LS4.plot().show(data, data.objectNode());
    byte[] bytes = Base64.getDecoder().decode(data.path("image/png").asText());
    assertArrayEquals(PNG, Arrays.copyOf(bytes, 8));
    assertEquals("bound", data.path(Picture.CURVES).get(0).path("name").asText());
    assertTrue(data.path(Picture.CURVES).get(0).path("y").asText().startsWith("5 1.43166 "));
  }

  @Test
  void settingsAreComparedByWhatTellsThemApart() {
    String both = LS4.compare("alpha", 0.25, 0.125).plot().toString();
    assertTrue(both.contains("alpha = 0.25: bound goes from 5 at k = 1"), both);
    String cards =
        compare(LS4, check("bottou/thm48-nonconvex-fixed").from("LS4, alpha").delta(0.5))
            .table()
            .toString();
    assertTrue(cards.contains("bottou/thm46-fixed-step, LS4 "), cards);
    assertSays("2 to 4", () -> compare(LS4));
    assertSays("the same", () -> compare(LS4, LS4.with("alpha", "1/4"), LS4));
  }

  @Test
  void aTheoremOfYourOwnIsCheckedAndOneThatIsFalseIsRefuted() {
    Checked own = check(new SaddleSymmetry()).delta(0.2);
    assertEquals(Outcome.HOLDS, own.verdict());
    assertEquals("saddle symmetry", own.run().title());
    Checked wrong = check(new SaddleSymmetry.AsPrinted()).delta(0.2);
    assertEquals(Outcome.REFUTED, wrong.claim("as printed").verdict());
    assertSays("'id' is 'own/other'", () -> check(new SaddleSymmetry(), card("own/other")));
    assertEquals("mine", check(new SaddleSymmetry(), card("own/saddle-symmetry")).run().title());
    assertSays("has no parameter named alpha", () -> own.with("alpha", 1));
  }

  private static String card(String id) {
    String body = "";
    for (String heading :
        new String[] {
          "Statement", "Why it is true", "Where it is sharp", "What failure looks like", "Notes"
        }) {
      body += "## " + heading + "\n\nText.\n";
    }
    return "---\nid: %s\ntitle: mine\nsource: {document: d, where: w, slide: s}\nexpect: holds\n---\n%s"
        .formatted(id, body);
  }

  @Test
  void anIdOfTheCatalogueIsTaken() {
    assertSays(
        "the id bottou/thm46-fixed-step is taken",
        () -> check(new plumbline.theorems.bottou.Thm46FixedStep()));
  }

  @Test
  void wrongNamesAreAnsweredWithTheRightOnes() {
    assertSays("bottou/thm46-fixed-step", () -> check("bottou/thm46"));
    assertSays("\"LS4\"", () -> LS4.from("LS5"));
    assertSays("alpha", () -> LS4.with("aplha", "1"));
    assertSays("alpha=NaN is not a finite number", () -> LS4.with("alpha", Double.NaN));
    assertSays("[0, 4]", () -> LS4.with("alpha", 5));
    assertSays("(0, 0.5]", () -> LS4.delta(2));
    assertSays("not above 0", () -> LS4.seconds(0));
    assertSays("\"(4.14), simulated\"", () -> LS4.plot("4.15"));
    assertSays("more than one claim", () -> LS4.claim("(4.1"));
    assertSays("L, c, F_inf", () -> LS4.constant("lambda"));
  }

  private static void assertSays(String part, Executable executable) {
    String said = assertThrows(RuntimeException.class, executable).getMessage();
    assertTrue(said.contains(part), said);
  }
}
