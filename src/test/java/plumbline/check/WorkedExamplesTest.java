package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plumbline.card.Example;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Preset;
import plumbline.theorem.Theorem;

/** The examples that the cards work by hand, reproduced by the classes that were written apart. */
class WorkedExamplesTest {
  private static final Catalogue CATALOGUE = Catalogue.load();

  @TestFactory
  List<DynamicTest> everyExampleOfEveryCardIsReproducedExactly() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String id : CATALOGUE.ids()) {
      for (Example example : CATALOGUE.cards().open(id).examples()) {
        tests.add(
            DynamicTest.dynamicTest(
                id + " " + example.claim() + " at k = " + example.k(),
                () -> assertEquals(example.bound(), value(id, example), example.byHand())));
      }
    }
    assertTrue(tests.size() >= 30, "the cards have at least 30 examples, saw " + tests.size());
    return tests;
  }

  @Test
  void anExampleWithAWrongFigureIsNoticed() {
    Example first = CATALOGUE.cards().open("bottou/thm46-fixed-step").examples().get(0);
    BigFraction wrong = first.bound().add(BigFraction.ONE);
    assertNotEquals(wrong, value("bottou/thm46-fixed-step", first));
  }

  @Test
  void aConstantThatTheTheoremDoesNotHaveIsNoticed() {
    Example first = CATALOGUE.cards().open("bottou/thm46-fixed-step").examples().get(0);
    Example strange =
        new Example(first.claim(), Map.of("omega", BigFraction.ONE), 1, BigFraction.ONE, "made up");
    assertThrows(AssertionError.class, () -> value("bottou/thm46-fixed-step", strange));
  }

  /** The names of the constants of a theorem on any instance. */
  private static <S> Set<String> names(Theorem<S> theorem) {
    Set<String> names = new HashSet<>();
    for (Preset preset : theorem.declaration().presets()) {
      S setting = theorem.setting(theorem.declaration().values(preset.values()));
      names.addAll(theorem.constants(setting).names());
    }
    return names;
  }

  private static BigFraction value(String id, Example example) {
    Set<String> known = names(CATALOGUE.theorem(id).orElseThrow());
    assertTrue(known.containsAll(example.constants().keySet()), id + ": " + example + " " + known);
    Constants constants = Constants.none();
    for (var constant : example.constants().entrySet()) {
      constants = constants.with(constant.getKey(), constant.getValue(), "on the card");
    }
    return at(claim(CATALOGUE.theorem(id).orElseThrow(), example.claim()), constants, example.k());
  }

  private static BigFraction at(Claim claim, Constants constants, long k) {
    if (claim instanceof Claim.Chance chance
        && !chance.name().contains("rate")
        && !chance.name().contains("printed")) {
      return chance.probability().at(Arithmetic.rationals(), constants, k);
    }
    Bound bound =
        claim instanceof Claim.Mean mean
            ? mean.bound()
            : claim instanceof Claim.Exactly exactly
                ? exactly.bound()
                : ((Claim.Chance) claim).threshold();
    return bound.at(Arithmetic.rationals(), constants, k);
  }

  private static <S> Claim claim(Theorem<S> theorem, String name) {
    List<String> names = new ArrayList<>();
    for (Preset preset : theorem.declaration().presets()) {
      S setting = theorem.setting(theorem.declaration().values(preset.values()));
      for (Claim claim : theorem.claims(setting)) {
        names.add(claim.name());
        if (claim.name().equals(name)) {
          return claim;
        }
      }
    }
    throw new AssertionError("no claim is named " + name + "; there are " + names);
  }
}
