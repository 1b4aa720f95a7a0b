package plumbline.theorems.lecun;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import plumbline.formula.Arithmetic;
import plumbline.formula.Formula;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Preset;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial.Sides;
import plumbline.theorem.Values;

/** Evaluates the deterministic claims of a theorem, with its own bound or with another. */
record Trials(Theorem<Descent> theorem, Descent descent) {
  static Trials on(Theorem<Descent> theorem, String preset) {
    Preset found =
        theorem.declaration().presets().stream()
            .filter(p -> p.name().equals(preset))
            .findFirst()
            .orElseThrow();
    return of(theorem, found.values());
  }

  static Trials of(Theorem<Descent> theorem, Values values) {
    return new Trials(theorem, theorem.setting(theorem.declaration().values(values)));
  }

  Claim.Exactly claim(String name) {
    return java.util.stream.Stream.concat(
            theorem.claims(descent).stream(), theorem.otherwise(descent).stream())
        .filter(c -> c.name().equals(name))
        .map(Claim.Exactly.class::cast)
        .findFirst()
        .orElseThrow();
  }

  List<Sides<BigFraction>> exactly(String name) {
    return exactly(name, claim(name).bound());
  }

  List<Sides<BigFraction>> exactly(String name, Bound bound) {
    Claim.Exactly claim = claim(name);
    return claim
        .trial()
        .sides(Arithmetic.rationals(), theorem.constants(descent), bound, claim.points());
  }

  List<Sides<BigFraction>> exactly(String name, Formula mutant) {
    return exactly(name, Bound.of("mutant", mutant));
  }

  List<Sides<Binary64>> inDoubles(String name) {
    return inDoubles(name, claim(name).bound());
  }

  List<Sides<Binary64>> inDoubles(String name, Formula mutant) {
    return inDoubles(name, Bound.of("mutant", mutant));
  }

  private List<Sides<Binary64>> inDoubles(String name, Bound bound) {
    Claim.Exactly claim = claim(name);
    return claim
        .trial()
        .sides(Arithmetic.doubles(), theorem.constants(descent), bound, claim.points());
  }

  List<Class<?>> statuses() {
    return theorem.hypotheses().stream()
        .<Class<?>>map(h -> h.test().apply(descent).getClass())
        .toList();
  }

  boolean refuted() {
    return statuses().contains(Status.Refuted.class);
  }

  static boolean equal(List<Sides<BigFraction>> sides) {
    return !sides.isEmpty() && sides.stream().allMatch(s -> s.left().equals(s.right()));
  }

  static boolean atMost(List<Sides<BigFraction>> sides) {
    return !sides.isEmpty() && sides.stream().allMatch(s -> s.left().compareTo(s.right()) <= 0);
  }

  static BigFraction fraction(String text) {
    return Rationals.parse(text);
  }
}
