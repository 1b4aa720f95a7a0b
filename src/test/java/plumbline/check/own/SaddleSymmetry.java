package plumbline.check.own;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.quantity.Quantity;
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
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Tail;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * From the saddle of cos x + y^2/2 with noise of signs and alpha = 1/10 the walk is symmetric: E
 * w_k = 0 in both coordinates. |x_k| grows at most by |x| -> 1.1 |x| + 0.1, so it is below 0.95 at
 * k = 8, and |y_k| is below 1: variances are at most 1. No moments close here.
 */
public class SaddleSymmetry implements Theorem<Recursion> {
  /** The misprint: the walk leans to one side by a quarter. */
  public static final class AsPrinted extends SaddleSymmetry {
    @Override
    public Declaration declaration() {
      return new Declaration(
          "own/saddle-symmetry-as-printed", List.of(), super.declaration().presets());
    }

    @Override
    public List<Claim> claims(Recursion setting) {
      return List.of(
          claim("as printed", setting, Relation.AT_LEAST, "1/4"), super.claims(setting).get(0));
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "own/saddle-symmetry", List.of(), List.of(Preset.of("signs", Role.SHARP)));
  }

  @Override
  public Recursion setting(Values values) {
    return new Recursion(
        new Cosine(1, 1),
        Oracle.additive(Vector.parse("1 1"), Law.RADEMACHER),
        Method.stochasticGradient(),
        Stepsize.fixed(new BigFraction(1, 10)),
        new Start.At(Vector.parse("0 0")));
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
    return List.of(
        claim("symmetric", setting, Relation.EQUAL, "0"),
        claim("not far to the right", setting, Relation.AT_MOST, "1/20"),
        claim("not far to the left", setting, Relation.AT_LEAST, "-1/20"));
  }

  static Claim claim(String name, Recursion setting, Relation relation, String value) {
    Checkpoints at = Checkpoints.of(2, 4, 8);
    return new Claim.Signed(
        name,
        List.of(
            new Claim.Coordinate(
                SignedReading.coordinate(setting, Quantity.COORDINATE, 0, at),
                Formula.number(value)),
            new Claim.Coordinate(
                SignedReading.coordinate(setting, Quantity.COORDINATE, 1, at),
                Formula.number(value))),
        relation,
        Effort.sharp(new Tail.Variance(1, "|w_j| <= 1 up to k = 8")).within(0.05));
  }
}
