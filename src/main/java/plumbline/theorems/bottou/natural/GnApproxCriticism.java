package plumbline.theorems.bottou.natural;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/**
 * E[xx'] of n independent inputs of one law has condition number 1 + n (E x)^2/Var x: 1 for centred
 * inputs, 1 + n/(pi - 1) for rectified Gaussians (Bottou, "Criticism").
 */
public final class GnApproxCriticism implements Theorem<Second> {
  private static final Checkpoints WIDTHS =
      Checkpoints.of(2, 3, 4, 6, 8, 10, 12, 16, 20, 25, 30, 40);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/gn-approx-criticism",
        List.of(
            Parameter.choice("inputs", "the law of the inputs", "RELU", "SIGNS", "COMMON_SIGN"),
            Parameter.real("mean", "\\mathbb E x", "mean of signs", "-0.9", "0.9", "0")),
        List.of(
            Preset.of("centred signs", Role.SHARP, "inputs", "SIGNS"),
            Preset.of("signs of mean 1/2", Role.SHARP, "inputs", "SIGNS", "mean", "1/2"),
            Preset.of("rectified Gaussians", Role.TYPICAL),
            Preset.of("one sign for all", Role.OUTSIDE, "inputs", "COMMON_SIGN", "mean", "1/2")));
  }

  @Override
  public Second setting(Values values) {
    return new Second(Second.Inputs.valueOf(values.choice("inputs")), values.get("mean"));
  }

  @Override
  public Constants constants(Second of) {
    return Constants.none().with("mean", of.mean(), "declared");
  }

  @Override
  public List<Hypothesis<Second>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "the inputs are independent",
            of ->
                Status.of(
                    of.inputs() != Second.Inputs.COMMON_SIGN || of.mean().isZero(),
                    of.inputs() == Second.Inputs.COMMON_SIGN
                        ? "E x_1 x_2 = (" + Rationals.show(of.mean()) + ")^2 although E x = 0"
                        : "by construction")));
  }

  @Override
  public List<Claim> claims(Second of) {
    Formula one = Formula.number(1);
    if (of.inputs() == Second.Inputs.RELU) {
      Formula first = one.over(Formula.sqrt(Formula.pi().times(2)));
      Formula ratio = one.plus(Formula.k().over(Formula.pi().minus(1)));
      return List.of(
          Claim.equal("E x^2", new Moment(of, 2), Bound.of("1/2", one.over(2)), Checkpoints.of(0)),
          Claim.equal("E x", new Moment(of, 1), Bound.of("1/sqrt(2 pi)", first), Checkpoints.of(0)),
          Claim.equal("condition number", new Condition(of), Bound.of("kappa", ratio), WIDTHS));
    }
    boolean common = of.inputs() == Second.Inputs.COMMON_SIGN;
    Bound bound = common ? Bound.of("kappa", one) : Bound.of("kappa", condition());
    return List.of(Claim.equal("condition number", new Condition(of), bound, WIDTHS));
  }

  /** 1 + n (E x)^2/(1 - (E x)^2). */
  private static Formula condition() {
    Formula square = Formula.name("mean").power(2);
    return Formula.number(1).plus(Formula.k().times(square).over(Formula.number(1).minus(square)));
  }

  /** A common sign centres the inputs and leaves their products as they are. */
  @Override
  public List<Claim> otherwise(Second of) {
    return of.inputs() == Second.Inputs.COMMON_SIGN
        ? List.of(
            Claim.equal(
                "condition number of centred, correlated inputs",
                new Condition(of),
                Bound.of("kappa", condition()),
                WIDTHS))
        : List.of();
  }

  /**
   * Where a Gaussian is integrated, in doubles. Its sums have some 250 terms of one sign, each
   * known to 2 (|t| + 1)(z^2 + 2) roundings, a dozen on their average: 1000 is generous, and 5000
   * what a square, a difference of 1/2 and 1/(2 pi) and a quotient make of it.
   */
  private interface Integrated extends Trial {
    Second of();

    @Override
    default boolean onlyInDoubles() {
      return of().inputs() == Second.Inputs.RELU;
    }

    static <T extends FieldElement<T>> Sides<T> sides(String what, long k, T left, T right) {
      return new Sides<>(what, k, left, right, left.add(right), 5000);
    }
  }

  private record Moment(Second of, int order) implements Integrated {
    @Override
    public <T extends FieldElement<T>> List<Sides<T>> sides(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      T left = order == 1 ? Quadrature.first(in) : Quadrature.squared(in);
      return List.of(Integrated.sides("moment " + order, 0, left, bound.at(in, constants, 0)));
    }
  }

  /**
   * The eigenvalue of (1, ..., 1) over that of (1, -1, 0, ..., 0), by multiplication of the matrix
   * of moments.
   */
  private record Condition(Second of) implements Integrated {
    @Override
    public <T extends FieldElement<T>> List<Sides<T>> sides(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      T square = of.square(in);
      T product = of.product(in);
      List<Sides<T>> sides = new ArrayList<>();
      for (long k : points.at()) {
        int n = Math.toIntExact(k);
        List<List<T>> moments = new ArrayList<>();
        for (int i = 0; i < n; i++) {
          int row = i;
          moments.add(field.vector(n, j -> row == j ? square : product));
        }
        List<T> ones = field.vector(n, j -> in.of(1));
        List<T> apart = field.vector(n, j -> in.of(j == 0 ? 1 : j == 1 ? -1 : 0));
        T largest = field.times(moments, ones).get(0);
        T smallest = field.times(moments, apart).get(0);
        T left = largest.divide(smallest);
        sides.add(Integrated.sides("n = " + n, k, left, bound.at(in, constants, k)));
      }
      return sides;
    }
  }
}
