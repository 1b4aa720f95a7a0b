package plumbline.theorems.bottou;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;

/**
 * What the tests of this package do by hand: presets by name, bounds and recursions in rationals.
 */
final class Sheet {
  private Sheet() {}

  static Setting setting(Theorem<Setting> theorem, String preset) {
    Preset named =
        theorem.declaration().presets().stream()
            .filter(p -> p.name().equals(preset))
            .findFirst()
            .orElseThrow();
    return theorem.setting(theorem.declaration().values(named.values()));
  }

  static Bound bound(Theorem<Setting> theorem, Setting setting, String claim) {
    return bound(theorem.claims(setting), claim);
  }

  static Bound bound(List<Claim> claims, String name) {
    return claims.stream()
        .filter(c -> c.name().equals(name))
        .map(c -> ((Claim.Mean) c).bound())
        .findFirst()
        .orElseThrow();
  }

  static String at(Bound bound, Constants constants, long... ks) {
    return String.join(
        " ",
        LongStream.of(ks)
            .mapToObj(k -> bound.at(Arithmetic.rationals(), constants, k))
            .map(b -> b.getNumerator() + (isInteger(b) ? "" : "/" + b.getDenominator()))
            .toList());
  }

  private static boolean isInteger(BigFraction b) {
    return b.getDenominator().equals(java.math.BigInteger.ONE);
  }

  /**
   * E w_k^2 on S1, k = 1..last, by hand: m_(k+1) = (1 - 2 a h c + a^2 h^2 c^2 (1 + s^2)) m_k + a^2
   * M with a = alpha_k.
   */
  static List<BigFraction> secondMoments(
      Setting s, String c, String h, String s2, String m, int last) {
    BigFraction hc = Rationals.parse(h).multiply(Rationals.parse(c));
    BigFraction square = hc.multiply(hc).multiply(Rationals.parse(s2).add(BigFraction.ONE));
    BigFraction start =
        ((plumbline.recursion.Start.At) s.recursion().start()).point().squaredNorm();
    List<BigFraction> moments = new ArrayList<>(List.of(start));
    for (int k = 1; k < last; k++) {
      BigFraction a = s.recursion().stepsize().at(Arithmetic.rationals(), k);
      BigFraction factor =
          BigFraction.ONE.subtract(a.multiply(2).multiply(hc)).add(a.multiply(a).multiply(square));
      moments.add(
          moments.get(k - 1).multiply(factor).add(a.multiply(a).multiply(Rationals.parse(m))));
    }
    return moments;
  }

  /** Every hypothesis certified, or else which is not. */
  static List<String> notCertified(Theorem<Setting> theorem, Setting setting) {
    List<String> open = new ArrayList<>();
    for (Hypothesis<Setting> h : theorem.hypotheses()) {
      if (!(h.test().apply(setting) instanceof Status.Certified)) {
        open.add(h.text());
      }
    }
    return open;
  }

  /** SHARP and TYPICAL certify everything, OUTSIDE everything but the hypothesis named here. */
  static void assertRoles(Theorem<Setting> theorem, Map<String, String> outside, int inside) {
    int met = 0;
    for (Preset preset : theorem.declaration().presets()) {
      List<String> open = notCertified(theorem, setting(theorem, preset.name()));
      boolean out = preset.role() == Role.OUTSIDE;
      List<String> expected = out ? List.of(outside.get(preset.name())) : List.of();
      assertEquals(expected, open, preset.name());
      met += out ? 0 : 1;
    }
    assertEquals(inside, met);
    assertEquals(inside + outside.size(), theorem.declaration().presets().size());
  }

  static void assertClose(double expected, double actual, double tolerance) {
    assertEquals(expected, actual, tolerance);
  }
}
