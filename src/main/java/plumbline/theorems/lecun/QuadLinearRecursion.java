package plumbline.theorems.lecun;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Need;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/**
 * Gradient descent on a quadratic moves the error linearly: w_{k+1} - w_* = (I - gamma A)(w_k -
 * w_*), so that one step multiplies its length by |I - gamma A| at most (LeCun, "Theory for the
 * quadratic case").
 */
public final class QuadLinearRecursion implements Theorem<Descent> {
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
            Preset.of("A not symmetric", Role.OUTSIDE, "matrix", Descents.SHEAR),
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
        new Hypothesis<>("f is quadratic", Descent::quadratic));
  }

  @Override
  public List<Claim> claims(Descent descent) {
    return List.of(
        identity("error recursion", descent, descent.matrix(), BigFraction.ZERO),
        new Claim.Exactly(
            "one step by the norm",
            Relation.AT_MOST,
            new Shrinkage(descent, Shrinkage.From.LAST_STEP),
            Bound.of("|I - gamma A|", Descents.norm()),
            points(descent),
            Need.MUST_DECIDE));
  }

  @Override
  public List<Claim> otherwise(Descent descent) {
    return List.of(
        identity(
            "recursion of the true gradient", descent, descent.symmetricPart(), descent.cubic()));
  }

  private static Claim identity(String name, Descent of, Matrix matrix, BigFraction cubic) {
    return new Claim.Exactly(
        name,
        Relation.EQUAL,
        new OneStep(of, matrix, cubic),
        Bound.of("step", Formula.name("gamma")),
        points(of),
        Need.MUST_DECIDE);
  }

  private static Checkpoints points(Descent descent) {
    return descent.cubic().isZero() ? LONG : SHORT;
  }

  /**
   * Coordinate j of w_{k+1} - w_*, with w_{k+1} by gradient descent on f, against e_j - gamma (M
   * e)_j - [j = 1] gamma s e_1^2/2 with e = w_k - w_*; gamma on the right is the claim's bound.
   *
   * @param matrix M
   * @param cubic s on the right
   */
  private record OneStep(Descent of, Matrix matrix, BigFraction cubic) implements Trial {
    @Override
    public <T extends FieldElement<T>> List<Sides<T>> sides(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      Field<T> field = Field.of(in, of.dimension());
      List<List<T>> hessian = field.lift(of.symmetricPart());
      List<T> b = field.lift(linearTerm());
      List<T> centre = field.lift(of.centre());
      T gamma = in.of(of.gamma());
      List<T> w = field.minus(field.lift(of.error()), in.of(-1), centre);
      List<Sides<T>> sides = new ArrayList<>();
      for (long k = 0; k <= points.last(); k++) {
        List<T> error = field.minus(w, in.of(1), centre);
        List<T> slope = field.minus(field.times(hessian, w), in.of(1), b);
        List<T> gradient = withCubic(in, slope, error, of.cubic());
        List<T> next = field.minus(w, gamma, gradient);
        if (points.at().contains(k)) {
          List<T> left = field.minus(next, in.of(1), centre);
          List<T> move = withCubic(in, field.times(field.lift(matrix), error), error, cubic);
          List<T> right = field.minus(error, bound.at(in, constants, k), move);
          for (int j = 0; j < w.size(); j++) {
            sides.add(
                new Sides<>(
                    "coordinate " + (j + 1) + " at k = " + k,
                    k,
                    left.get(j),
                    right.get(j),
                    scale(field, hessian.get(j), w, next, j),
                    4.0 * w.size() + 12));
          }
        }
        w = next;
      }
      return sides;
    }

    /** b = A w_*, exactly: it is data of f. */
    private Vector linearTerm() {
      Field<BigFraction> exact = new Field<>(Arithmetic.rationals());
      return new Vector(exact.times(exact.lift(of.symmetricPart()), exact.lift(of.centre())));
    }

    private static <T extends FieldElement<T>> List<T> withCubic(
        Arithmetic<T> in, List<T> gradient, List<T> error, BigFraction cubic) {
      List<T> sum = new ArrayList<>(gradient);
      T square = error.get(0).multiply(error.get(0));
      sum.set(0, sum.get(0).add(in.of(cubic).multiply(square).divide(in.of(2))));
      return sum;
    }

    /** |w_{k+1}| + 2|w_*| + |w_k| + 2 gamma (|A| |w_k| + |A| |w_*|), in coordinate j. */
    private <T extends FieldElement<T>> T scale(
        Field<T> field, List<T> row, List<T> w, List<T> next, int j) {
      Arithmetic<T> in = field.in();
      List<T> centre = field.lift(of.centre());
      T products = field.absolute(row, w).add(field.absolute(row, centre));
      T steps = in.abs(in.of(of.gamma())).multiply(products).multiply(in.of(2));
      return in.abs(next.get(j))
          .add(in.abs(w.get(j)))
          .add(in.abs(centre.get(j)).multiply(in.of(2)))
          .add(steps);
    }
  }
}
