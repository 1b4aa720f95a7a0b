package plumbline.theorems.bottou.layers;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
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
        Pass.presets(Preset.of("alpha_1 = 0", Role.OUTSIDE, "alpha", "0")));
  }

  @Override
  public Pass setting(Values values) {
    return Pass.of(values);
  }

  @Override
  public Constants constants(Pass pass) {
    LinearLayer<BigFraction> step = new Steps(pass).claimed(LinearAlgebra.exact());
    Constants constants =
        Constants.none()
            .with("beta_1", pass.beta().exact(0), "declared")
            .with("dv2", step.dot(step), "squared length of delta v");
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

  /**
   * The rows of P that belong to output 1, entry (0, 0) being its bias with itself; the columns of
   * the other outputs lie to the right of its own. J by pushing each v_ij.
   */
  private record Work(Steps steps) {
    <T extends FieldElement<T>> LongFunction<T> corner(LinearAlgebra<T> field) {
      return k -> entry(field, pushed(field, shifted(field, k)), 0, 0, 0);
    }

    <T extends FieldElement<T>> LongFunction<T> arm(LinearAlgebra<T> field) {
      return k -> entry(field, pushed(field, shifted(field, k)), 0, 1, 0);
    }

    <T extends FieldElement<T>> LinearLayer<T> product(LinearAlgebra<T> field) {
      Rescaling<T> form = steps.pass().rescaling(field);
      List<LinearLayer<T>> pushed = pushed(field, form);
      return rows(field, (i, j, output) -> entry(field, pushed, i, j, output));
    }

    <T extends FieldElement<T>> LinearLayer<T> arrow(LinearAlgebra<T> field) {
      Rescaling<T> form = steps.pass().rescaling(field);
      List<T> scale =
          field.times(square(form.beta().get(0)), field.hadamard(form.alpha(), form.alpha()));
      T corner =
          square(form.beta().get(0)).add(field.dot(scale, field.hadamard(form.mu(), form.mu())));
      List<T> arm = field.times(field.in().of(-1), field.hadamard(scale, form.mu()));
      return rows(
          field,
          (i, j, output) -> {
            if (output > 0) {
              return field.in().of(0);
            }
            if (i == 0 && j == 0) {
              return corner;
            }
            return i == j ? scale.get(i - 1) : i * j == 0 ? arm.get(i + j - 1) : field.in().of(0);
          });
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
      T product = slope.dot(step);
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

    /** (b, w) where one v_ij is 1 and the others are 0, for each of them: the columns of J. */
    private <T extends FieldElement<T>> List<LinearLayer<T>> pushed(
        LinearAlgebra<T> field, Rescaling<T> form) {
      int n = form.mu().size();
      int m = form.beta().size();
      LinearLayer<T> nothing = Pass.entries(field, n, m, (i, j) -> field.in().of(0));
      T one = field.in().of(1);
      return IntStream.range(0, (n + 1) * m)
          .mapToObj(p -> form.plain(nothing.plus(p / m, p % m, one)))
          .toList();
    }

    /** Entry i of output 1 with entry j of an output. */
    private static <T extends FieldElement<T>> T entry(
        LinearAlgebra<T> field, List<LinearLayer<T>> pushed, int i, int j, int output) {
      return field.sum(
          pushed.stream().map(to -> to.entry(i, 0).multiply(to.entry(j, output))).toList());
    }

    /** An entry of P. */
    private interface OfOutputs<T> {
      T at(int i, int j, int output);
    }

    private <T extends FieldElement<T>> LinearLayer<T> rows(
        LinearAlgebra<T> field, OfOutputs<T> entry) {
      int height = steps.pass().inputs() + 1;
      return Pass.entries(
          field,
          height - 1,
          height * steps.pass().outputs(),
          (i, column) -> entry.at(i, column % height, column / height));
    }

    private static <T extends FieldElement<T>> T square(T x) {
      return x.multiply(x);
    }
  }
}
