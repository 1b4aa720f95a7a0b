package plumbline.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class CardReaderTest {
  private static Card read(String text) {
    return CardReader.read("theorems/demo/halving.md", "demo/halving.md", text);
  }

  /** The message of the failure, which must begin with the file and say what is allowed. */
  private static String failure(String text) {
    String message = assertThrows(CardException.class, () -> read(text)).getMessage();
    assertTrue(message.startsWith("theorems/demo/halving.md: "), message);
    assertTrue(message.contains("allowed"), message);
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  private static void failsSaying(String part, String text) {
    String message = failure(text);
    assertTrue(message.contains(part), message);
  }

  /** A replacement that must change something, or the test would break nothing. */
  private static String front(String from, String to) {
    assertTrue(Sample.FRONT.contains(from), from);
    return Sample.card(Sample.FRONT.replace(from, to), Sample.BODY);
  }

  private static String body(String from, String to) {
    assertTrue(Sample.BODY.contains(from), from);
    return Sample.card(Sample.FRONT, Sample.BODY.replace(from, to));
  }

  @Test
  void everyPartOfACardIsRead() {
    Card card = read(Sample.card());
    assertEquals("demo/halving", card.id());
    assertEquals("Halving", card.title());
    assertEquals(new Source("book.txt", "(1)", "Halving"), card.source());
    assertEquals(Expect.HOLDS, card.expect());
    assertEquals(Optional.empty(), card.corrected());
    assertEquals(List.of("A book, 1900"), card.references());
    assertEquals("Each step halves $x$.", card.section(Section.STATEMENT));
    assertEquals("Everywhere.\n\n### More\n\nAt $x=1$.", card.section(Section.SHARP));
    assertEquals("None.", card.section(Section.NOTES));
  }

  @Test
  void theFirstLineOfTheTextCopyGivesTheOrder() {
    Card card = read(front("(1)\", slide", "(1)\", lines: \"331-343, again at 12\", slide"));
    assertEquals(331, card.source().line());
    assertEquals(Integer.MAX_VALUE, read(Sample.card()).source().line());
    String wrong = front("(1)\", slide", "(1)\", lines: \"about 331\", slide");
    String message = assertThrows(CardException.class, () -> read(wrong)).getMessage();
    assertTrue(message.contains("'source.lines' is 'about 331': allowed is"), message);
  }

  @Test
  void aHeadingInsideACodeBlockDoesNotCutTheBody() {
    assertEquals("```\n## Notes\n```", read(Sample.card()).section(Section.WHY));
  }

  @Test
  void numbersOfAnExampleAreExact() {
    Example example = read(Sample.card()).examples().get(0);
    assertEquals(List.of("alpha", "L", "mu", "M"), List.copyOf(example.constants().keySet()));
    assertEquals(new BigFraction(1, 2), example.constants().get("alpha"));
    assertEquals(new BigFraction(1, 10), example.constants().get("L"));
    assertEquals(new BigFraction(-3), example.constants().get("mu"));
    assertEquals(new BigFraction(1, 1000), example.constants().get("M"));
    assertEquals(new BigFraction(1, 8), example.bound());
    assertEquals(3, example.k());
  }

  @Test
  void aFlowListIsAListAndNotOneText() {
    assertEquals(List.of("demo/first", "demo/second"), read(Sample.card()).needs());
    failsSaying(
        "'needs' is 'demo/first, demo/second'",
        front("[demo/first, \"demo/second\"]", "demo/first, demo/second"));
  }

  @Test
  void linesMayEndInCarriageReturnAndLineFeed() {
    assertEquals(read(Sample.card()), read(Sample.card().replace("\n", "\r\n")));
  }

  @Test
  void aMissingSectionIsNamed() {
    failsSaying("'Where it is sharp' is missing", body("## Where it is sharp", ""));
  }

  @Test
  void anEmptySectionIsNamed() {
    failsSaying("'Notes' is missing or empty", body("None.", ""));
  }

  @Test
  void sectionsInAnotherOrderAreRefused() {
    String swapped =
        Sample.BODY
            .replace("## Statement", "## X")
            .replace("## Where it is sharp", "## Statement")
            .replace("## X", "## Where it is sharp");
    failsSaying("another order", Sample.card(Sample.FRONT, swapped));
  }

  @Test
  void aSectionThatNoCardHasIsNamed() {
    failsSaying(
        "'Proof' is unknown", body("## Notes\n\nNone", "## Proof\n\n.\n\n## Notes\n\nNone"));
  }

  @Test
  void aLevelOneHeadingIsRefused() {
    failsSaying("level 1", body("## Statement", "# Halving\n\n## Statement"));
  }

  @Test
  void textBeforeTheFirstSectionIsRefused() {
    failsSaying("begins with 'Hello'", body("## Statement", "Hello\n\n## Statement"));
  }

  @Test
  void anUnknownKeyIsNamedWithThoseAllowed() {
    failsSaying("has the key 'titel'", front("title:", "titel:"));
    failsSaying("has the key 'page'", front("slide:", "page:"));
    failsSaying("has the key 'by-hand'", front("by hand:", "by-hand:"));
  }

  @Test
  void aMissingKeyIsNamed() {
    failsSaying("'title' is missing", front("title: Halving\n", ""));
    failsSaying("'bound' is missing", front("bound: 1/8\n", "\n"));
  }

  @Test
  void aKeyGivenTwiceIsRefused() {
    failsSaying("Duplicate field 'title'", front("title: Halving", "title: A\ntitle: B"));
  }

  @Test
  void textThatIsNotYamlNamesTheLine() {
    // the bracket is opened on the file's line 3, and line 4 cannot continue the list
    failsSaying("near line 4", front("title: Halving", "title: [Halving"));
  }

  @Test
  void anIdThatDoesNotMatchThePathIsRefused() {
    failsSaying("allowed is 'demo/halving'", front("id: demo/halving", "id: demo/thirds"));
    failsSaying("allowed is folder/slug", front("id: demo/halving", "id: halving"));
  }

  @Test
  void anUnknownExpectationIsRefused() {
    failsSaying("allowed are holds, refuted", front("expect: holds", "expect: proved"));
  }

  @Test
  void aNumberThatIsNotExactIsRefused() {
    failsSaying("'bound' is 'about 1'", front("bound: 1/8", "bound: about 1"));
    failsSaying("'bound' is '1/0'", front("bound: 1/8", "bound: 1/0"));
    failsSaying("'k' is '1.5'", front("k: 3", "k: 1.5"));
    failsSaying("constants.L", front("L: 0.1", "L: sqrt(2)"));
  }

  @Test
  void aCardCannotNeedItself() {
    failsSaying("not the card itself", front("demo/first", "demo/halving"));
  }

  @Test
  void aMisprintNamesItsTwinAndTheClaim() {
    String id = "demo/halving-as-printed-eq2";
    String front =
        Sample.FRONT
            .replace("id: demo/halving", "id: " + id)
            .replace(
                "expect: holds",
                "expect: refuted\ncorrected: demo/halving\nrefutes: (2) as printed");
    Card card = CardReader.read("f", id + ".md", Sample.card(front, Sample.BODY));
    assertEquals(Optional.of("demo/halving"), card.corrected());
    assertEquals(Optional.of("(2) as printed"), card.refutes());
    failsSaying("'corrected' or 'refutes' is missing", front("expect: holds", "expect: refuted"));
    failsSaying("expect: refuted only", front("expect: holds", "expect: holds\nrefutes: (2)"));
    failsSaying(
        "allowed is demo/first-as-printed",
        front("expect: holds", "expect: refuted\ncorrected: demo/first\nrefutes: (2)"));
  }

  @Test
  void textWithoutFrontMatterIsRefused() {
    failsSaying("front matter is missing", Sample.BODY);
    failsSaying("is not a map", Sample.card("\n", Sample.BODY));
  }
}
