package plumbline.theorems.lecun;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
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
 * For a symmetric A with extreme eigenvalues mu and L and any gamma, |I - gamma A| = max(|1 - mu
 * gamma|, |1 - L gamma|) (LeCun, "Theory for the quadratic case").
 */
public final class QuadSpectralNorm implements Theorem<Descent> {
  private static final Checkpoints ONCE = Checkpoints.of(0);

  @Override
  public Declaration declaration() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Descents.matrix(Descents.TWO_BY_TWO, Descents.ROTATED, Descents.JORDAN));
    parameters.add(Descents.step("-1", "3"));
    parameters.addAll(Descents.rotation());
    return new Declaration(
        "lecun/quad-spectral-norm",
        parameters,
        List.of(
            Preset.of("gamma = 1/L", Role.SHARP),
            Preset.of("gamma = 1.9/L", Role.SHARP, "gammaL", "1.9"),
            Preset.of("gamma = 2/(L + mu)", Role.SHARP, "gammaL", "20/11"),
            Preset.of("gamma = 1/(2L)", Role.SHARP, "gammaL", "1/2"),
            Preset.of("d = 20, gamma = 1/L", Role.TYPICAL, "matrix", Descents.ROTATED),
            Preset.of(
                "d = 20, gamma = -1/L", Role.TYPICAL, "matrix", Descents.ROTATED, "gammaL", "-1"),
            Preset.of(
                "d = 7, gamma = 3/L",
                Role.TYPICAL,
                "matrix",
                Descents.ROTATED,
                "d",
                "7",
                "gammaL",
                "3"),
            Preset.of("Jordan block", Role.OUTSIDE, "matrix", Descents.JORDAN)));
  }

  @Override
  public Descent setting(Values values) {
    return Descents.of(values);
  }

  @Override
  public Constants constants(Descent descent) {
    Constants constants = descent.constants();
    return descent.matrix().isSymmetric()
        ? constants
        : constants.with("h", descent.matrix().exact(0, 1), "the entry above the diagonal");
  }

  @Override
  public List<Hypothesis<Descent>> hypotheses() {
    return List.of(
        new Hypothesis<>("A is symmetric", Descent::symmetric),
        new Hypothesis<>("mu and L are the extreme eigenvalues of A", Descent::extremes));
  }

  @Override
  public List<Claim> claims(Descent descent) {
    return List.of(claim("norm", descent, Descents.norm()));
  }

  /**
   * For [[1, h], [0, 1]] the two singular values have product (1 - gamma)^2 and difference |gamma
   * h|, so the larger is (|gamma h| + sqrt(gamma^2 h^2 + 4 (1 - gamma)^2))/2.
   */
  @Override
  public List<Claim> otherwise(Descent descent) {
    if (descent.matrix().isSymmetric()) {
      return List.of();
    }
    Formula off = Descents.absolute(Formula.name("gamma").times(Formula.name("h")));
    Formula kept = Formula.number(1).minus(Formula.name("gamma"));
    Formula norm = off.plus(Formula.sqrt(off.power(2).plus(kept.power(2).times(4)))).over(2);
    return List.of(claim("norm of a Jordan block", descent, norm));
  }

  private static Claim claim(String name, Descent descent, Formula norm) {
    Matrix step = step(descent);
    return Claim.equal(
        name,
        step.height() == 2 ? new TwoByTwo(step) : new SingularValue(step),
        Bound.of("norm", norm),
        ONCE);
  }

  /** I - gamma A, exactly. */
  private static Matrix step(Descent of) {
    List<Vector> rows = new ArrayList<>();
    for (int i = 0; i < of.dimension(); i++) {
      int row = i;
      rows.add(
          Vector.generate(
              of.dimension(),
              j ->
                  new BigFraction(row == j ? 1 : 0)
                      .subtract(of.gamma().multiply(of.matrix().exact(row, j)))));
    }
    return new Matrix(rows);
  }
}
