package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;

class CheckedTest {
  private static final Catalogue CATALOGUE = Catalogue.load();

  @Test
  void theListSaysWhatTheClassesSay() {
    Map<String, Checked> listed = Checked.load(getClass().getClassLoader());
    CATALOGUE
        .theorems()
        .forEach((id, theorem) -> assertEquals(Checked.of(theorem), listed.get(id), id));
    assertEquals(CATALOGUE.theorems().keySet(), listed.keySet());
    Checked thm46 = listed.get("bottou/thm46-fixed-step");
    assertEquals(new Checked("bottou/thm46-fixed-step", List.of("mean"), true, 2, 0), thm46);
    assertFalse(listed.get("bottou/cor412").sharp());
  }

  @Test
  void aComputationThatReachesALayerIsNotAloneAlsoIfItIsHandedToTheTrial() {
    // the trial itself holds a function and names no layer
    assertFalse(Reach.isAlone(trial("bottou/linear-layer-gradient", "quotients along w_11")));
    assertFalse(Reach.isAlone(trial("lecun/quad-contraction-invL", "contraction")));
  }

  @Test
  void aComputationOfItsOwnIsAlone() {
    assertTrue(Reach.isAlone(trial("bottou/eq421-induction", "induction step")));
  }

  private static Trial trial(String id, String claim) {
    return trial(CATALOGUE.theorem(id).orElseThrow(), claim);
  }

  private static <S> Trial trial(Theorem<S> theorem, String name) {
    Declaration declaration = theorem.declaration();
    S setting = theorem.setting(declaration.values(declaration.typical().values()));
    return theorem.claims(setting).stream()
        .filter(claim -> claim.name().equals(name))
        .map(claim -> ((Claim.Exactly) claim).trial())
        .findFirst()
        .orElseThrow();
  }
}
