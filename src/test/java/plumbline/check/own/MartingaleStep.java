package plumbline.check.own;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.SignedReading;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Effort;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Tail;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * On F(w) = w^2/2 with alpha = 1/2 and noise of variance 1, X_k = F(w_k): E [X_{k+1} - X_k/4] =
 * 1/8, a difference of two readings with common draws. As printed, without the half of F: 1/4.
 */
public class MartingaleStep implements Theorem<Recursion> {
  /** The misprint: the same setting, and the value twice too large beside the right one. */
  public static final class AsPrinted extends MartingaleStep {
    @Override
    public Declaration declaration() {
      Declaration own = super.declaration();
      return new Declaration(own.id() + "-as-printed", own.parameters(), own.presets());
    }

    @Override
    public List<Claim> claims(Recursion setting) {
      return List.of(claim("as printed", setting, "1/4"), claim("increment", setting, "1/8"));
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "own/martingale-step",
        List.of(Parameter.choice("law", "of the noise", "RADEMACHER", "GAUSSIAN")),
        List.of(
            Preset.of("signs", Role.SHARP, "law", "RADEMACHER"),
            Preset.of("normal noise", Role.TYPICAL, "law", "GAUSSIAN")));
  }

  @Override
  public Recursion setting(Values values) {
    Vector one = Vector.parse("1");
    return new Recursion(
        Quadratic.diagonal(one),
        Oracle.additive(one, Law.valueOf(values.choice("law"))),
        Method.stochasticGradient(),
        Stepsize.fixed(new BigFraction(1, 2)),
        new Start.At(Vector.parse("4")));
  }

  @Override
  public Constants constants(Recursion setting) {
    return setting.constants();
  }

  @Override
  public List<Hypothesis<Recursion>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "alpha <= 1/L",
            r ->
                r.stepsize().at(1) * r.constants().get("L") <= 1
                    ? new Status.Certified("1/2 <= 1")
                    : new Status.Refuted("alpha = " + r.stepsize().at(1))));
  }

  @Override
  public List<Claim> claims(Recursion setting) {
    return List.of(claim("increment", setting, "1/8"));
  }

  static Claim claim(String name, Recursion setting, String value) {
    SignedReading increment =
        SignedReading.difference(
            "X_{k+1} - X_k/4",
            Reading.at(setting, Quantity.GAP, Checkpoints.of(2, 3, 5, 9)),
            new BigFraction(1, 4),
            Reading.at(setting, Quantity.GAP, Checkpoints.of(1, 2, 4, 8)));
    // it is -w xi/4 + xi^2/8 with E w_k^2 <= 16: variance at most 1 + 2/64
    Tail variance = new Tail.Variance(33.0 / 32, "E w_k^2 <= 16 and Var xi^2 <= 2");
    return new Claim.Signed(
        name,
        List.of(new Claim.Coordinate(increment, Formula.number(value))),
        Relation.EQUAL,
        Effort.sharp(variance).within(0.05));
  }
}
