package plumbline.theorems.bottou.curvature;

import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * With f_new(a) = f(s a) and W_new = W/s the output stays, Delta W_new = s Delta W, and gradient
 * descent on W_new with eta is gradient descent on W with s^2 eta (003, "Rescaling weights").
 */
public final class RescaleQuestion implements Theorem<RescaleQuestion.Rescaled> {
  /**
   * A layer, its scale, and the update.
   *
   * @param layer with f and W before the change
   * @param s the scale
   * @param update GRADIENT, or GAUSS_NEWTON: each slope over the square of dy_i/dW_ij
   */
  public record Rescaled(DenseLayer layer, BigFraction s, String update) {
    boolean gradient() {
      return update.equals("GRADIENT");
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/rescale-question",
        List.of(
            Parameter.integer("m", "m", "number of units", "1", "2", "1"),
            Parameter.integer("n", "n", "number of inputs", "1", "2", "2"),
            Parameter.choice("f", "the units' function", "CUBIC", "IDENTITY", "SQUARE"),
            Parameter.real("eta", "\\eta", "stepsize", "1/100", "2", "1/20"),
            Parameter.real("s", "s", "scale: f_new(a) = f(s a), W_new = W/s", "1/4", "4", "2"),
            Parameter.choice("update", "the update", "GRADIENT", "GAUSS_NEWTON")),
        List.of(
            preset(SHARP, "s = 2, as asked", ""),
            preset(SHARP, "s = 3/2, linear units", "f=IDENTITY s=3/2 eta=1/10"),
            preset(TYPICAL, "s = 1/2, square units", "f=SQUARE s=1/2"),
            preset(OUTSIDE, "a diagonal Gauss-Newton update", "f=SQUARE update=GAUSS_NEWTON")));
  }

  @Override
  public Rescaled setting(Values values) {
    return new Rescaled(DenseLayer.of(values), values.get("s"), values.choice("update"));
  }

  @Override
  public Constants constants(Rescaled rescaled) {
    return Constants.none()
        .with("eta", rescaled.layer().eta(), "declared")
        .with("s", rescaled.s(), "declared");
  }

  @Override
  public List<Hypothesis<Rescaled>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "the update is -eta times the gradient",
            r ->
                Status.of(
                    r.gradient(),
                    r.gradient()
                        ? "W moves by -eta dE/dW"
                        : "W_ij moves by -eta (dE/dW_ij)/(dy_i/dW_ij)^2")));
  }

  @Override
  public List<Claim> claims(Rescaled rescaled) {
    Formula s = Formula.name("s");
    return List.of(
        claim("y is unchanged", rescaled, RescaledSteps.What.OUTPUT, Formula.number(1), 0),
        claim("Delta W_new", rescaled, RescaledSteps.What.UPDATE, s, 0),
        claim(
            "k steps",
            rescaled,
            RescaledSteps.What.PATH,
            Formula.name("eta").times(s.power(2)),
            0,
            1,
            2));
  }

  /** A Gauss-Newton step sees the function that W stands for, not its units. */
  @Override
  public List<Claim> otherwise(Rescaled rescaled) {
    if (rescaled.gradient()) {
      return List.of();
    }
    return List.of(
        claim(
            "k steps, whatever s",
            rescaled,
            RescaledSteps.What.PATH,
            Formula.name("eta"),
            0,
            1,
            2));
  }

  private static Claim claim(
      String name, Rescaled rescaled, RescaledSteps.What what, Formula bound, long... points) {
    return Claim.equal(
        name, new RescaledSteps(rescaled, what), Bound.of("factor", bound), Checkpoints.of(points));
  }
}
