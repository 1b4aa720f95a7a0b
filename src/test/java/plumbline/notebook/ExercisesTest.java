package plumbline.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.notebook.Notebook.answer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.series.Rationals;

class ExercisesTest {
  /** Solved by hand from the statements in the notebooks. */
  private static final Map<String, String> BY_HAND =
      new TreeMap<>(
          Map.ofEntries(
              // M_V = 3/4, M_G = 3/4 + 1/4 = 1, mu/(L M_G) = 1/2
              Map.entry("01-longest", "1/2"),
              // alpha/2 = 1/100
              Map.entry("02-floor", "1/50"),
              // (7/8)^8 = 0.3436, (7/8)^9 = 0.3007
              Map.entry("02-stage", "9"),
              // 1/(2/5)
              Map.entry("03-threshold", "5/2"),
              // 10/(25/289 5/2) = 5780/125 = 46.24
              Map.entry("04-even", "47"),
              // |1 - 2/11| = |1 - 20/11|
              Map.entry("05-best", "9/11"),
              // (1/5)/(9/5)
              Map.entry("06-spread", "1/9"),
              // ln 1000/ln(24/23) = 6.907755/0.0425596 = 162.31
              Map.entry("07-steps", "163"),
              // 2000 times 5e-10
              Map.entry("08-suite", "1e-6"),
              // 2 - 1/10
              Map.entry("09-slack", "19/10"),
              // 100/398
              Map.entry("10-bracket", "50/199"),
              // L M/(c mu) = 1, F_* = 5/16
              Map.entry("11-trigger", "5/16")));

  @Test
  void theAnswersByHandAreRightAndNoOther() {
    assertEquals(
        List.copyOf(BY_HAND.keySet()), Exercises.ALL.stream().map(Exercise::name).toList());
    BY_HAND.forEach(
        (name, right) -> {
          assertTrue(answer(name, right).right(), name + ": " + answer(name, right));
          assertTrue(answer(name, right).sentence().startsWith("Right: "));
          BigFraction more = Rationals.parse(right).multiply(101).divide(100);
          String wrong = more.getNumerator() + "/" + more.getDenominator();
          assertFalse(answer(name, wrong).right(), name + ": " + wrong);
          assertTrue(answer(name, wrong).sentence().startsWith("Not yet: "));
          assertFalse(answer(name, "0").right(), name);
        });
  }

  @Test
  void everySlipIsAnsweredWithItsOwnHint() {
    int slips = 0;
    for (Exercise exercise : Exercises.ALL) {
      for (Exercise.Slip slip : exercise.slips()) {
        BigFraction wrong = slip.wrong().get();
        Answer said = exercise.look(wrong.getNumerator() + "/" + wrong.getDenominator());
        assertFalse(said.right(), exercise.name());
        assertEquals("Not yet: " + slip.hint(), said.sentence());
        slips++;
      }
    }
    // counted by hand
    assertEquals(19, slips);
  }

  /** A hint that contains the number would give it away. */
  @Test
  void noHintTellsTheAnswer() {
    for (Exercise exercise : Exercises.ALL) {
      String right = BY_HAND.get(exercise.name());
      if (right.length() > 1) {
        String said = exercise.hint() + exercise.slips() + exercise.reason();
        assertFalse(said.contains(" " + right), exercise.name());
      }
    }
  }

  @Test
  void threeDigitsOfADecimalAreEnough() {
    assertTrue(answer("05-best", 0.818).right());
    assertTrue(answer("05-best", "0.8182").right());
    assertFalse(answer("05-best", 0.81).right());
    // a fraction is meant exactly
    assertFalse(answer("05-best", "818/1000").right());
    assertTrue(answer("07-steps", 163).right());
    assertFalse(answer("07-steps", 162).right());
  }

  @Test
  void noAnswerIsNoError() {
    assertEquals(
        "Write your answer in place of the question mark.", answer("05-best", "?").toString());
  }

  @Test
  void whatIsNoExerciseOrNoNumberIsRefused() {
    assertSays("there is no exercise 05-worst; there are 01-longest", "05-worst", "1");
    assertSays("\"nine\" to 05-best is no number", "05-best", "nine");
    assertSays("\"1/0\" to 05-best is no number", "05-best", "1/0");
  }

  private static void assertSays(String part, String name, String answer) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> answer(name, answer)).getMessage();
    assertTrue(said.contains(part), said);
  }
}
