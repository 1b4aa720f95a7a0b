package plumbline.check.own;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.method.Coefficient;
import plumbline.method.Method;
import plumbline.method.Operation;
import plumbline.method.State;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.LeastSquares;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Need;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * Heavy ball as m = beta m + g, w = w - alpha m, and as v = beta v - alpha g, w = w + v: one
 * recursion where alpha is constant. As printed, "for any alpha_k", it is not: the second form
 * remembers the stepsizes of the gradients that it holds.
 */
public class HeavyBallForms implements Theorem<Recursion> {
  private static final Coefficient ONE = Coefficient.of(1);
  private static final Coefficient BETA = Coefficient.of(Formula.number("9/10"));

  /** The misprint: any stepsizes. */
  public static final class AsPrinted extends HeavyBallForms {
    @Override
    public Declaration declaration() {
      return new Declaration("own/heavy-ball-as-printed", List.of(), super.declaration().presets());
    }

    @Override
    public List<Claim> claims(Recursion setting) {
      Recursion falling =
          with(setting, setting.method(), Stepsize.harmonic(BigFraction.ONE, new BigFraction(19)));
      return List.of(claim("as printed", falling), super.claims(setting).get(0));
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration("own/heavy-ball", List.of(), List.of(Preset.of("LS5", Role.SHARP)));
  }

  @Override
  public Recursion setting(Values values) {
    LeastSquares problem =
        LeastSquares.of(
            Matrix.parse("1 2 0; 0 1 1; 1 0 -1; 2 1 1; 1 1 1"), Vector.parse("6 1 -2 6 3"));
    return new Recursion(
        problem,
        Oracle.indices(3, 2).withAdditive(Vector.parse("1/4 1/4 1/4"), Law.GAUSSIAN),
        new Method(
            "heavy ball, gradients summed",
            List.of(
                new Operation.Gradient(State.W),
                new Operation.Combine(State.M, BETA, ONE, State.G),
                new Operation.Combine(State.W, ONE, Coefficient.minusStepsize(), State.M))),
        Stepsize.fixed(new BigFraction(1, 20)),
        new Start.At(Vector.parse("1 -1 1/3")));
  }

  @Override
  public Constants constants(Recursion setting) {
    return setting.constants();
  }

  @Override
  public List<Hypothesis<Recursion>> hypotheses() {
    return List.of();
  }

  @Override
  public List<Claim> claims(Recursion setting) {
    return List.of(claim("one recursion", setting));
  }

  /** The sum of gradients against the velocity; the twin moves by the velocity of a step before. */
  public static Claim.Coincide claim(String name, Recursion sums) {
    Method velocity =
        new Method(
            "heavy ball, velocity",
            List.of(
                new Operation.Gradient(State.W),
                new Operation.Combine(State.M, BETA, Coefficient.minusStepsize(), State.G),
                new Operation.Combine(State.W, ONE, ONE, State.M)));
    Method late =
        new Method(
            "heavy ball, velocity of the step before",
            List.of(
                new Operation.Gradient(State.W),
                new Operation.Combine(State.W, ONE, ONE, State.M),
                new Operation.Combine(State.M, BETA, Coefficient.minusStepsize(), State.G)));
    return new Claim.Coincide(
        name,
        read(sums),
        read(with(sums, velocity, sums.stepsize())),
        read(with(sums, late, sums.stepsize())),
        Need.MUST_DECIDE);
  }

  private static Reading read(Recursion of) {
    return Reading.at(of, Quantity.DISTANCE_SQUARED, Checkpoints.of(2, 4, 8, 16, 64));
  }

  static Recursion with(Recursion of, Method method, Stepsize stepsize) {
    return new Recursion(of.problem(), of.oracle(), method, stepsize, of.start());
  }
}
