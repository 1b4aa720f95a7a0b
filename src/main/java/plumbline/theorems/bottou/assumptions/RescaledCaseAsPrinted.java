package plumbline.theorems.bottou.assumptions;

import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import plumbline.formula.Constants;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * "E g = H grad F with bounded spectrum" read of any H: eigenvalues in [mu, mu_G] with mu &gt; 0
 * are not enough for (4.7a) where H is not symmetric.
 */
public final class RescaledCaseAsPrinted implements Theorem<Turned> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/rescaled-case-as-printed",
        RescaledCase.parameters(),
        List.of(
            preset(TYPICAL, "a shear, both eigenvalues 1", "H=shear"),
            preset(SHARP, "H symmetric, where it is true", "")));
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
        new Hypothesis<>("the eigenvalues of H are in [mu, mu_G], mu > 0", Turned::spectrum));
  }

  @Override
  public List<Claim> claims(Turned turned) {
    List<Claim> claims = new ArrayList<>();
    claims.add(RescaledCase.fromSpectrum("(4.7a) from the spectrum", turned));
    claims.add(RescaledCase.fromSymmetricPart(turned));
    if (!turned.h().isSymmetric()) {
      claims.add(RescaledCase.growth(turned));
    }
    return claims;
  }
}
