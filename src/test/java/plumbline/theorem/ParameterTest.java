package plumbline.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a parameter refuses to be declared of, and what it takes. */
class ParameterTest {
  private static String refused(String name, String meaning, String... choices) {
    return assertThrows(
            IllegalArgumentException.class, () -> Parameter.choice(name, meaning, choices))
        .getMessage();
  }

  @Test
  void aChoiceOfPlainWordsIsMade() {
    Parameter noise = Parameter.choice("noise", "law of the unit noise", "circle", "along y only");
    assertEquals("circle", noise.standard());
    assertEquals(List.of("circle", "along y only"), noise.choices());
  }

  @Test
  void aSymbolInTheMeaningsPlaceIsRefused() {
    // as if a choice were declared like a number: name, symbol, meaning
    assertEquals(
        "parameter law: the meaning of a choice is a few words without LaTeX or placeholders, got"
            + " \"\\ell\": a choice has neither symbol nor format, leave it out",
        refused("law", "\\ell", "law of the noise", "RADEMACHER", "GAUSSIAN"));
    refused("F", "F", "the objective", "absolute", "hinge");
    refused("step", "\\alpha_k", "the stepsize", "proper", "slow");
    refused("law", "law of %s", "the noise", "RADEMACHER", "GAUSSIAN");
  }

  @Test
  void choicesThatCannotBeToldApartAreRefused() {
    assertEquals(
        "parameter law: the choice A is there twice in \"A\", \"B\", \"A\": name each once",
        refused("law", "of the noise", "A", "B", "A"));
    assertEquals(
        "parameter law: a choice is a word or a few that can be typed, without \" | \", = or spaces"
            + " around it, got \"A | B\" in \"A | B\": rename it",
        refused("law", "of the noise", "A | B"));
    refused("law", "of the noise", "A", " ");
    refused("law", "of the noise", "A", "B ");
    refused("law", "of the noise", "A", "B=2");
  }

  @Test
  void whatIsGivenIsTakenAsItIs() {
    Parameter file = Parameter.fixed("data", "your data", "a=1 | b.csv");
    assertEquals("a=1 | b.csv", file.standard());
    file.check("a=1 | b.csv");
    assertThrows(IllegalArgumentException.class, () -> file.check("c.csv"));
  }

  @Test
  void aChoiceOfNothingIsRefused() {
    assertEquals(
        "parameter law: got the meaning \"of the noise\" and no choices: name at least one",
        refused("law", "of the noise"));
  }

  @Test
  void anIntegerIsOneWhateverItsDenominator() {
    Parameter rows = Parameter.integer("n", "n", "rows", "1", "100", "2");
    rows.check("2");
    rows.check("6/3");
    // the denominator 2^32 + 1 is 1 in 32 bits
    for (String fraction : new String[] {"5/2", "4294967298/4294967297"}) {
      String said =
          assertThrows(IllegalArgumentException.class, () -> rows.check(fraction)).getMessage();
      assertTrue(said.contains("is not an integer"), said);
    }
  }
}
