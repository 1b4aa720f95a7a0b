package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.formula.Formula;

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
  void aComputationThatReachesAProblemIsNotAlone() throws ClassNotFoundException {
    assertTrue(Reach.isAlone(Formula.class));
    assertTrue(Reach.isAlone(plumbline.formula.LinearAlgebra.class));
    assertFalse(Reach.isAlone(plumbline.theorems.Instances.class));
    // the descent itself asks nobody, but a helper does
    assertFalse(Reach.isAlone(Class.forName("plumbline.theorems.lecun.Shrinkage")));
  }
}
