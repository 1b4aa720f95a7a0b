package plumbline.theorems.lecun;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * Gradient descent on a quadratic moves the error linearly: w_{k+1} - w_* = (I - gamma A)(w_k -
 * w_*), so that one step multiplies its length by |I - gamma A| at most (LeCun, "Theory for the
 * quadratic case").
 */
public final class QuadLinearRecursion implements Theorem<Descent> {
  // in two dimensions fractions; in doubles at condition 100 a step 5 % off still shows at 500, a
  // million times above rounding, while at condition 2 nothing shows from about 50 on
  private static final Checkpoints LONG = Checkpoints.of(0, 1, 2, 5, 10, 50, 100, 500);
  // a cubic squares the denominators at every step
  private static final Checkpoints SHORT = Checkpoints.of(0, 1, 2, 5);

  @Override
  public Declaration declaration() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Descents.matrix(Descents.TWO_BY_TWO, Descents.ROTATED, Descents.SHEAR));
    parameters.add(Descents.step("-1", "3"));
    parameters.add(Descents.start());
    parameters.add(Parameter.real("cubic", "s", "third derivative along w_1", "0", "10", "0"));
    parameters.addAll(Descents.rotation());
    return new Declaration(
        "lecun/quad-linear-recursion",
        parameters,
        List.of(
            Preset.of("gamma = 1/L, lowest eigenvector", Role.SHARP),
            Preset.of(
                "gamma = 1.9/L, highest eigenvector",
                Role.SHARP,
                "gammaL",
                "1.9",
                "start",
                Descents.HIGHEST),
            Preset.of(
                "d = 20, condition 100",
                Role.TYPICAL,
                "matrix",
                Descents.ROTATED,
                "start",
                Descents.EQUAL),
            Preset.of(
                "A not symmetric", Role.OUTSIDE, "matrix", Descents.SHEAR, "start", Descents.EQUAL),
            Preset.of("a cubic term", Role.OUTSIDE, "cubic", "1")));
  }

  @Override
  public Descent setting(Values values) {
    return Descents.of(values);
  }

  @Override
  public Constants constants(Descent descent) {
    return descent.constants();
  }

  @Override
  public List<Hypothesis<Descent>> hypotheses() {
    return List.of(
        new Hypothesis<>("A is symmetric", Descent::symmetric),
        new Hypothesis<>("A is positive definite", Descent::positiveDefinite),
        new Hypothesis<>("L is the largest eigenvalue of A", Descent::largest),
        new Hypothesis<>("f is quadratic", Descent::quadratic));
  }

  @Override
  public List<Claim> claims(Descent descent) {
    return List.of(
        identity("error recursion", descent, descent.matrix(), BigFraction.ZERO),
        Claim.atMost(
            "one step by the norm",
            new Shrinkage(descent, Shrinkage.From.LAST_STEP),
            Bound.of("|I - gamma A|", Descents.norm()),
            points(descent)));
  }

  @Override
  public List<Claim> otherwise(Descent descent) {
    return List.of(
        identity(
            "recursion of the true gradient", descent, descent.symmetricPart(), descent.cubic()));
  }

  private static Claim identity(String name, Descent of, Matrix matrix, BigFraction cubic) {
    return Claim.equal(
        name, new OneStep(of, matrix, cubic), Bound.of("step", Formula.name("gamma")), points(of));
  }

  private static Checkpoints points(Descent descent) {
    return descent.cubic().isZero() ? LONG : SHORT;
  }
}
