package plumbline.theorems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import plumbline.formula.Constants;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;

/** The built-in theorems of the two smaller lectures, found as a user's would be. */
class ListedTest {
  private static final List<String> FOLDERS = List.of("cevher/", "lecun/");

  @SuppressWarnings("rawtypes") // a class literal has no type arguments
  private static List<Theorem<?>> theorems() {
    return ServiceLoader.load(Theorem.class).stream()
        .<Theorem<?>>map(p -> p.get())
        .filter(t -> FOLDERS.stream().anyMatch(f -> t.declaration().id().startsWith(f)))
        .toList();
  }

  @Test
  void allTenAreListed() {
    assertEquals(
        List.of(
            "cevher/overparam-rate",
            "cevher/overparam-rate-as-printed",
            "cevher/psgd-theorem",
            "cevher/sgd-nonconvex-rate",
            "cevher/sgd-nonconvex-rate-as-printed-eq13",
            "cevher/sgd-nonconvex-rate-as-printed-eq8",
            "lecun/heavy-ball-rate",
            "lecun/quad-contraction-invL",
            "lecun/quad-linear-recursion",
            "lecun/quad-spectral-norm"),
        theorems().stream().map(t -> t.declaration().id()).toList());
  }

  @Test
  void onEveryInstanceHypothesesFailExactlyWhereItsRoleSaysAndBoundsNameKnownConstants() {
    int instances = 0;
    for (Theorem<?> theorem : theorems()) {
      for (Preset preset : theorem.declaration().presets()) {
        check(theorem, preset);
        instances++;
      }
    }
    assertEquals(41, instances);
  }

  private static <S> void check(Theorem<S> theorem, Preset preset) {
    String where = theorem.declaration().id() + ", " + preset.name();
    S setting = theorem.setting(theorem.declaration().values(preset.values()));
    boolean refuted =
        theorem.hypotheses().stream()
            .anyMatch(h -> h.test().apply(setting) instanceof Status.Refuted);
    assertEquals(preset.role() == Role.OUTSIDE, refuted, where);
    Constants constants = theorem.constants(setting);
    assertFalse(theorem.claims(setting).isEmpty(), where);
    if (refuted) {
      assertFalse(theorem.otherwise(setting).isEmpty(), where);
    }
    for (Claim claim : theorem.claims(setting)) {
      for (Bound.Term term : terms(claim)) {
        assertTrue(constants.names().containsAll(term.formula().names()), where);
        assertTrue(Double.isFinite(term.formula().at(constants, 2)), where);
      }
    }
  }

  private static List<Bound.Term> terms(Claim claim) {
    if (claim instanceof Claim.Mean mean) {
      return mean.bound().terms();
    }
    if (claim instanceof Claim.Chance chance) {
      return chance.threshold().terms();
    }
    return claim instanceof Claim.Exactly exactly ? exactly.bound().terms() : List.of();
  }
}
