package plumbline.theorems.bottou.natural;

import java.util.ArrayList;
import java.util.List;
import plumbline.formula.Constants;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * RMSProp as the slide labels it, at any batch size: its R would have the mean (m^2 + s^2)(1 - (1 -
 * lambda)^k) (Bottou, "Sanity check: G(w) = I").
 */
public final class RmspropDerivationAsPrinted implements Theorem<Accumulator> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/rmsprop-derivation-as-printed",
        RmspropDerivation.parameters(),
        List.of(new Preset("B = 64", Role.TYPICAL, RmspropDerivation.LARGE.values())));
  }

  @Override
  public Accumulator setting(Values values) {
    return RmspropDerivation.of(values);
  }

  @Override
  public Constants constants(Accumulator of) {
    return of.constants();
  }

  @Override
  public List<Hypothesis<Accumulator>> hypotheses() {
    return List.of();
  }

  @Override
  public List<Claim> claims(Accumulator of) {
    List<Claim> claims = new ArrayList<>(RmspropDerivation.batches(of));
    Bound printed = Bound.of("m^2 + s^2", Accumulator.mean());
    claims.add(0, RmspropDerivation.mean("mean of R as printed", of, printed));
    return claims;
  }
}
