package plumbline.check.own;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.method.Method;
import plumbline.oracle.Oracle;
import plumbline.problem.LeastSquares;
import plumbline.quantity.Quantity;
import plumbline.recursion.Recursion;
import plumbline.recursion.SignedReading;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Effort;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Tail;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * One index drawn uniformly gives an unbiased gradient in every coordinate. At w = 0 the five terms
 * have gradients -(6, 12, 0), -(0, 1, 1), (2, 0, -2), -(12, 6, 6), -(3, 3, 3), so the mean is -(19,
 * 22, 12)/5 and the variances are 24.16, 18.64, 4.24.
 */
public class UnbiasedOracle implements Theorem<Recursion> {
  /** The misprint: the first coordinate as -3. */
  public static final class AsPrinted extends UnbiasedOracle {
    @Override
    public Declaration declaration() {
      return new Declaration(
          "own/unbiased-oracle-as-printed", List.of(), super.declaration().presets());
    }

    @Override
    public List<Claim> claims(Recursion setting) {
      return List.of(
          claim("as printed", setting, "-3", "-22/5", "-12/5"), super.claims(setting).get(0));
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration("own/unbiased-oracle", List.of(), List.of(Preset.of("LS5", Role.SHARP)));
  }

  @Override
  public Recursion setting(Values values) {
    LeastSquares problem =
        LeastSquares.of(
            Matrix.parse("1 2 0; 0 1 1; 1 0 -1; 2 1 1; 1 1 1"), Vector.parse("6 1 -2 6 3"));
    return new Recursion(
        problem,
        Oracle.indices(3, 1),
        Method.stochasticGradient(),
        Stepsize.fixed(new BigFraction(1, 10)),
        new Start.At(Vector.parse("0 0 0")));
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
    return List.of(claim("E g = grad F", setting, "-19/5", "-22/5", "-12/5"));
  }

  static Claim claim(String name, Recursion setting, String... gradient) {
    List<Claim.Coordinate> coordinates = new ArrayList<>();
    for (int j = 0; j < gradient.length; j++) {
      coordinates.add(
          new Claim.Coordinate(
              SignedReading.coordinate(setting, Quantity.ORACLE_COORDINATE, j, Checkpoints.of(1)),
              Formula.number(gradient[j])));
    }
    return new Claim.Signed(
        name,
        coordinates,
        Relation.EQUAL,
        Effort.sharp(new Tail.Variance(25, "24.16, 18.64 and 4.24, by enumeration")).within(0.05));
  }
}
