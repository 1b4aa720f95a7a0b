package plumbline.theorems.bottou.layers;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.layer.LinearLayer;
import plumbline.layer.Rescaling;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * In the old parameters the step is P times the gradient with P = JJ', J = d(w, b)/dv: for each
 * output an arrow, diagonal but for the row and the column of the bias (Bottou, "Remarks").
 */
public final class QuasiDiagonal implements Theorem<Pass> {
  private static final Checkpoints SHIFTS = Checkpoints.of(0, 1, 2, 3, 4, 5, 6, 8, 10, 12);
  private static final Formula MU = k().over(4);
  private static final Formula SCALE = name("alpha_1").power(2).times(name("beta_1").power(2));

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/quasi-diagonal",
        Pass.reparametrised(),
        List.of(
            Preset.of("one of each", Role.SHARP, "n", "1", "m", "1", "batch", "1"),
            Preset.of("two inputs, two outputs", Role.TYPICAL),
            Preset.of(
                "four inputs, three outputs", Role.TYPICAL, "n", "4", "m", "3", "alpha", "-3/2"),
            Preset.of("alpha_1 = 0", Role.OUTSIDE, "alpha", "0")));
  }

  @Override
  public Pass setting(Values values) {
    return Pass.of(values);
  }

  @Override
  public Constants constants(Pass pass) {
    LinearLayer<BigFraction> step =
        new Steps(pass)
            .mean(LinearAlgebra.exact(), pass.rescaling(LinearAlgebra.exact())::gradient);
    BigFraction length = LinearAlgebra.exact().squaredNorm(step.bias());
    for (List<BigFraction> row : step.weights()) {
      length = length.add(LinearAlgebra.exact().squaredNorm(row));
    }
    Constants constants =
        Constants.none()
            .with("beta_1", pass.beta().exact(0), "declared")
            .with("dv2", length, "squared length of delta v");
    for (int i = 1; i <= pass.inputs(); i++) {
      constants =
          constants
              .with("alpha_" + i, pass.alpha().exact(i - 1), "declared")
              .with("mu_" + i, pass.mu().exact(i - 1), "declared");
    }
    return constants;
  }

  @Override
  public List<Hypothesis<Pass>> hypotheses() {
    return List.of(Loss.invertible());
  }

  @Override
  public List<Claim> claims(Pass pass) {
    Work work = new Work(new Steps(pass));
    List<Bound.Term> corner = new ArrayList<>();
    corner.add(term("bias alone", name("beta_1").power(2)));
    corner.add(term("input 1", SCALE.times(MU.power(2))));
    for (int i = 2; i <= pass.inputs(); i++) {
      Formula arm = name("alpha_" + i).times(name("beta_1")).times(name("mu_" + i));
      corner.add(term("input " + i, arm.power(2)));
    }
    return List.of(
        claim("corner along mu_1", new Along("P_00 for mu_1 = k/4", work::corner), corner, SHIFTS),
        claim(
            "arm along mu_1",
            new Along("P_01 for mu_1 = k/4", work::arm),
            List.of(term("arm", number(-1).times(SCALE).times(MU))),
            SHIFTS),
        claim(
            "it descends",
            new Along("gradient times step", work::descent),
            List.of(term("|delta v|^2", name("dv2"))),
            Checkpoints.of(0)),
        Claim.equal(
            "P is an arrow",
            new Entries(work::product, work::arrow, Map.of("a diagonal", work::diagonal)),
            Bound.of("the arrow", number(1)),
            Checkpoints.of(0)));
  }

  /** P has a row of zeros: w_11 stays 0 whatever v does. */
  @Override
  public List<Claim> otherwise(Pass pass) {
    return List.of(
        claim(
            "w_11 is frozen",
            new Along("w_11 after v_11 moved by k", new Work(new Steps(pass))::frozen),
            List.of(term("nothing", number(0))),
            SHIFTS));
  }

  private static Claim claim(String name, Along trial, List<Bound.Term> terms, Checkpoints points) {
    return Claim.equal(name, trial, new Bound(terms), points);
  }

  /** P of output 1, entry (0, 0) being the bias with itself; J by pushing each v_i1. */
  private record Work(Steps steps) {
    <T extends FieldElement<T>> LongFunction<T> corner(LinearAlgebra<T> field) {
      return k -> entry(field, shifted(field, k), 0, 0);
    }

    <T extends FieldElement<T>> LongFunction<T> arm(LinearAlgebra<T> field) {
      return k -> entry(field, shifted(field, k), 0, 1);
    }

    <T extends FieldElement<T>> LinearLayer<T> product(LinearAlgebra<T> field) {
      Rescaling<T> form = steps.pass().rescaling(field);
      int n = form.mu().size();
      return Pass.entries(field, n, n + 1, (i, j) -> entry(field, form, i, j));
    }

    <T extends FieldElement<T>> LinearLayer<T> arrow(LinearAlgebra<T> field) {
      Rescaling<T> form = steps.pass().rescaling(field);
      List<T> scale =
          field.times(square(form.beta().get(0)), field.hadamard(form.alpha(), form.alpha()));
      T corner =
          square(form.beta().get(0)).add(field.dot(scale, field.hadamard(form.mu(), form.mu())));
      List<T> arm = field.times(field.in().of(-1), field.hadamard(scale, form.mu()));
      return Pass.entries(
          field,
          form.mu().size(),
          form.mu().size() + 1,
          (i, j) ->
              i == 0 && j == 0
                  ? corner
                  : i == j ? scale.get(i - 1) : i * j == 0 ? arm.get(i + j - 1) : field.in().of(0));
    }

    <T extends FieldElement<T>> LinearLayer<T> diagonal(LinearAlgebra<T> field) {
      LinearLayer<T> arrow = arrow(field);
      return Pass.entries(
          field,
          arrow.inputs(),
          arrow.outputs(),
          (i, j) -> i == j ? arrow.entry(i, j) : field.in().of(0));
    }

    /** The gradient by (w, b), from differences, times the step in (w, b). */
    <T extends FieldElement<T>> LongFunction<T> descent(LinearAlgebra<T> field) {
      Pass pass = steps.pass();
      LinearLayer<T> slope =
          Pass.differences(field, w -> pass.loss(field, w::apply, w), steps.start(field));
      LinearLayer<T> step = steps.byPlain(field);
      T sum = field.dot(slope.bias(), step.bias());
      for (int i = 0; i < slope.inputs(); i++) {
        sum = sum.add(field.dot(slope.weights().get(i), step.weights().get(i)));
      }
      T product = sum;
      return k -> product;
    }

    <T extends FieldElement<T>> LongFunction<T> frozen(LinearAlgebra<T> field) {
      LinearLayer<T> v = steps.pass().layer(field);
      return k -> steps.pass().rescaling(field).plain(v.plus(1, 0, field.in().of(k))).entry(1, 0);
    }

    private <T extends FieldElement<T>> Rescaling<T> shifted(LinearAlgebra<T> field, long k) {
      Rescaling<T> form = steps.pass().rescaling(field);
      List<T> mu = new ArrayList<>(form.mu());
      mu.set(0, field.in().of(k).divide(field.in().of(4)));
      return new Rescaling<>(field, mu, form.alpha(), form.beta());
    }

    /** The sum over v_01, ..., v_n1 of how they move entries i and j. */
    private <T extends FieldElement<T>> T entry(
        LinearAlgebra<T> field, Rescaling<T> form, int i, int j) {
      LinearLayer<T> nothing =
          Pass.entries(field, form.mu().size(), form.beta().size(), (r, c) -> field.in().of(0));
      T sum = field.in().of(0);
      for (int r = 0; r <= form.mu().size(); r++) {
        LinearLayer<T> moved = form.plain(nothing.plus(r, 0, field.in().of(1)));
        sum = sum.add(moved.entry(i, 0).multiply(moved.entry(j, 0)));
      }
      return sum;
    }

    private static <T extends FieldElement<T>> T square(T x) {
      return x.multiply(x);
    }
  }
}
