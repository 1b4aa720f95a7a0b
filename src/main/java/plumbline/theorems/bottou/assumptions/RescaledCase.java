package plumbline.theorems.bottou.assumptions;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Relation.AT_LEAST;
import static plumbline.theorem.Relation.AT_MOST;
import static plumbline.theorem.Relation.EQUAL;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * If E g = H grad F with H symmetric and 0 &lt; mu I &lt;= H &lt;= mu_G I, then (4.7a) and (4.7b)
 * hold with these numbers (003, "Moments").
 */
public final class RescaledCase implements Theorem<Turned> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/rescaled-case",
        parameters(),
        List.of(
            preset(SHARP, "eigenvalues 1/2 and 3/2", ""),
            preset(SHARP, "eigenvalues 2 and 5", "mu=2 mu_G=5"),
            preset(TYPICAL, "eigenvalues 2 and 3, mu = 1", "mu=2 mu_G=3 share=1/2"),
            preset(OUTSIDE, "a shear, both eigenvalues 1", "H=shear"),
            preset(OUTSIDE, "eigenvalues 1 and -1/2", "H=indefinite")));
  }

  static List<Parameter> parameters() {
    return Turned.parameters("definite", "shear", "indefinite");
  }

  @Override
  public Turned setting(Values values) {
    return Turned.of(values);
  }

  @Override
  public Constants constants(Turned turned) {
    return turned.constants();
  }

  @Override
  public List<Hypothesis<Turned>> hypotheses() {
    return List.of(
        new Hypothesis<>("H is symmetric", Turned::symmetric),
        new Hypothesis<>("the eigenvalues of H are in [mu, mu_G], mu > 0", Turned::spectrum));
  }

  @Override
  public List<Claim> claims(Turned turned) {
    return List.of(fromSpectrum("(4.7a)", turned), length("(4.7b)", turned));
  }

  /** What is left is the symmetric part; under the shear F grows along -E g. */
  @Override
  public List<Claim> otherwise(Turned turned) {
    List<Claim> claims = new ArrayList<>(List.of(fromSymmetricPart(turned)));
    if (!turned.h().isSymmetric()) {
      claims.add(growth(turned));
    }
    return claims;
  }

  static Claim fromSpectrum(String name, Turned turned) {
    return A43bFirstMoment.claim(name, turned, Turned.Kind.INNER, AT_LEAST, name("mu"));
  }

  static Claim length(String name, Turned turned) {
    Formula square = name("mu_G").power(2);
    return A43bFirstMoment.claim(name, turned, Turned.Kind.LENGTH, AT_MOST, square);
  }

  static Claim fromSymmetricPart(Turned turned) {
    return A43bFirstMoment.claim(
        "by the symmetric part", turned, Turned.Kind.INNER, AT_LEAST, name("least"));
  }

  /** At (1, -1): E g = (-9, -1), so that F changes by 8 alpha + 41 alpha^2. */
  static Claim growth(Turned turned) {
    Formula alpha = k().over(1000);
    return Landscape.claim(
        "F grows",
        new Turned.Step(turned),
        EQUAL,
        alpha.times(8).plus(alpha.power(2).times(number(41))),
        Checkpoints.of(1, 2, 5, 10, 20, 50, 100));
  }
}
