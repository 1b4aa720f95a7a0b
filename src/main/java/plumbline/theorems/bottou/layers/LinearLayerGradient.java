package plumbline.theorems.bottou.layers;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
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
import plumbline.series.Checkpoints;
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
 * The gradient of a linear layer is dE/dw_ij = x_i g_j with g_j = dE/dy_j, x_0 = 1 and w_0j = b_j
 * (Bottou, "A linear layer"), tried by difference quotients of a quadratic loss.
 */
public final class LinearLayerGradient implements Theorem<Pass> {
  private static final Checkpoints WIDTHS = Checkpoints.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16);
  private static final Formula H = k().over(8);

  @Override
  public Declaration declaration() {
    List<Parameter> parameters =
        new ArrayList<>(Pass.shape().stream().filter(p -> !p.name().equals("batch")).toList());
    parameters.add(Pass.DECAY);
    return new Declaration(
        "bottou/linear-layer-gradient",
        parameters,
        List.of(
            Preset.of("one input, one output", Role.SHARP, "n", "1", "m", "1"),
            Preset.of("two inputs, two outputs", Role.TYPICAL),
            Preset.of("four inputs, three outputs", Role.TYPICAL, "n", "4", "m", "3", "seed", "5"),
            Preset.of("weight decay", Role.OUTSIDE, "decay", "1/2")));
  }

  @Override
  public Pass setting(Values values) {
    return Pass.of(values.with("batch", "1"));
  }

  @Override
  public Constants constants(Pass pass) {
    LinearAlgebra<BigFraction> field = LinearAlgebra.exact();
    LinearLayer<BigFraction> w = pass.layer(field);
    BigFraction g =
        pass.mean(field, w::apply, (x, all) -> LinearLayer.gradient(field, x, all)).entry(0, 0);
    return Constants.none()
        .with("x_1", pass.patterns().get(0).exact(0), "input 1")
        .with("g_1", g, "dE/dy_1 = (Q(y - t))_1")
        .with("Q", pass.coupling().exact(0, 0), "d^2 E/dy_1^2")
        .with("w_11", w.entry(1, 0), "weight from input 1 to output 1")
        .with("d", pass.decay(), "declared");
  }

  @Override
  public List<Hypothesis<Pass>> hypotheses() {
    return List.of(Loss.throughOutputs());
  }

  @Override
  public List<Claim> claims(Pass pass) {
    Work work = new Work(pass);
    return List.of(
        quotient(work, "quotients along w_11", gradient(), curvature()),
        Claim.equal(
            "every entry",
            new Entries(work::differences, work::formula, Map.of("x_0 = 0", work::withoutBias)),
            Bound.of("x_i g_j", Formula.number(1)),
            Checkpoints.of(0)));
  }

  @Override
  public List<Claim> otherwise(Pass pass) {
    Formula own = name("d").times(name("w_11").plus(H.over(2)));
    return List.of(
        quotient(
            new Work(pass), "quotients with decay", gradient(), curvature(), term("decay", own)));
  }

  private static Bound.Term gradient() {
    return term("gradient", name("x_1").times(name("g_1")));
  }

  private static Bound.Term curvature() {
    return term("curvature", H.over(2).times(name("Q")).times(name("x_1").power(2)));
  }

  private static Claim quotient(Work work, String name, Bound.Term... terms) {
    return Claim.equal(
        name, new Along("quotient of width k/8", work::quotient), Bound.of(terms), WIDTHS);
  }

  /** The loss by forward passes alone, and the formula. */
  private record Work(Pass pass) {
    <T extends FieldElement<T>> T loss(LinearAlgebra<T> field, LinearLayer<T> w) {
      return pass.loss(field, w::apply, w);
    }

    <T extends FieldElement<T>> LongFunction<T> quotient(LinearAlgebra<T> field) {
      return Pass.quotient(field, w -> loss(field, w), pass.layer(field));
    }

    <T extends FieldElement<T>> LinearLayer<T> differences(LinearAlgebra<T> field) {
      return Pass.differences(field, w -> loss(field, w), pass.layer(field));
    }

    <T extends FieldElement<T>> LinearLayer<T> formula(LinearAlgebra<T> field) {
      LinearLayer<T> w = pass.layer(field);
      return pass.mean(field, w::apply, (x, g) -> LinearLayer.gradient(field, x, g));
    }

    <T extends FieldElement<T>> LinearLayer<T> withoutBias(LinearAlgebra<T> field) {
      LinearLayer<T> right = formula(field);
      T nothing = field.in().of(0);
      return Pass.entries(
          field, right.inputs(), right.outputs(), (i, j) -> i == 0 ? nothing : right.entry(i, j));
    }
  }
}
