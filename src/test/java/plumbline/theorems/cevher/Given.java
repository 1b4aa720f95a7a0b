package plumbline.theorems.cevher;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Preset;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;

/** A theorem on one of its instances. */
record Given<S>(Theorem<S> theorem, S setting) {
  static <S> Given<S> on(Theorem<S> theorem, String preset) {
    Preset found =
        theorem.declaration().presets().stream()
            .filter(p -> p.name().equals(preset))
            .findFirst()
            .orElseThrow();
    return new Given<>(theorem, theorem.setting(theorem.declaration().values(found.values())));
  }

  Constants constants() {
    return theorem.constants(setting);
  }

  <C extends Claim> C claim(Class<C> shape, String name) {
    return Stream.concat(theorem.claims(setting).stream(), theorem.otherwise(setting).stream())
        .filter(c -> c.name().equals(name))
        .map(shape::cast)
        .findFirst()
        .orElseThrow();
  }

  List<String> claims() {
    return theorem.claims(setting).stream().map(Claim::name).toList();
  }

  BigFraction exactly(Bound bound, long k) {
    return bound.at(Arithmetic.rationals(), constants(), k);
  }

  double at(Bound bound, long k) {
    return bound.at(constants(), k);
  }

  List<String> refuted() {
    return theorem.hypotheses().stream()
        .filter(h -> h.test().apply(setting) instanceof Status.Refuted)
        .map(plumbline.theorem.Hypothesis::text)
        .toList();
  }

  List<String> open() {
    return theorem.hypotheses().stream()
        .filter(h -> h.test().apply(setting) instanceof Status.NotRefuted)
        .map(plumbline.theorem.Hypothesis::text)
        .toList();
  }

  static BigFraction fraction(String text) {
    return Rationals.parse(text);
  }
}
