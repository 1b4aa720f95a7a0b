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
 * A gradient step on the new parameters seen from the old ones: delta w_ij = beta_j^2 alpha_i^2
 * &lt;g_j (x_i - mu_i)&gt; and delta b_j = beta_j^2 &lt;g_j&gt; - sum over i &gt;= 1 of mu_i delta
 * w_ij (Bottou, "... expressed on the old parameters").
 */
public final class DeltaW implements Theorem<Pass> {
  private static final Checkpoints LENGTHS = Checkpoints.of(0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16);
  private static final Formula E = k().over(8);
  private static final Formula MOVE =
      name("alpha_1").power(2).times(name("beta_1").power(2)).times(name("gx_1"));

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/delta-w",
        Pass.reparametrised(Pass.CHANGE),
        Pass.presets(Preset.of("alpha_1 changes meanwhile", Role.OUTSIDE, "change", "3/2")));
  }

  @Override
  public Pass setting(Values values) {
    return Pass.of(values);
  }

  @Override
  public Constants constants(Pass pass) {
    LinearAlgebra<BigFraction> field = LinearAlgebra.exact();
    Steps steps = new Steps(pass);
    BigFraction beta = pass.beta().exact(0);
    BigFraction bias = beta.multiply(pass.parameters().exact(0, 0));
    for (int i = 1; i <= pass.inputs(); i++) {
      bias = bias.subtract(pass.mu().exact(i - 1).multiply(weight(pass, i)));
    }
    LinearLayer<BigFraction> gx = steps.centred(field);
    Constants constants =
        Constants.none()
            .with("a", pass.change(), "declared")
            .with("w_11", weight(pass, 1), "alpha_1 beta_1 v_11")
            .with("b_1", bias, "beta_1 v_01 - sum of mu_i w_i1")
            .with("beta_1", beta, "declared")
            .with("g_1", gx.entry(0, 0), "mean of g_1");
    for (int i = 1; i <= pass.inputs(); i++) {
      constants =
          constants
              .with("alpha_" + i, pass.alpha().exact(i - 1), "declared")
              .with("mu_" + i, pass.mu().exact(i - 1), "declared")
              .with("gx_" + i, gx.entry(i, 0), "mean of g_1 (x_" + i + " - mu_" + i + ")");
    }
    return constants;
  }

  /** w_i1 = alpha_i beta_1 v_i1, from the declared numbers. */
  private static BigFraction weight(Pass pass, int i) {
    BigFraction scale = pass.alpha().exact(i - 1).multiply(pass.beta().exact(0));
    return scale.multiply(pass.parameters().exact(i, 0));
  }

  @Override
  public List<Hypothesis<Pass>> hypotheses() {
    return List.of(Loss.sameAfterwards());
  }

  @Override
  public List<Claim> claims(Pass pass) {
    Work work = new Work(new Steps(pass));
    List<Bound.Term> bias = new ArrayList<>();
    bias.add(term("bias", name("b_1")));
    bias.add(term("step", E.times(name("beta_1").power(2)).times(name("g_1"))));
    for (int i = 1; i <= pass.inputs(); i++) {
      Formula scale = name("alpha_" + i).power(2).times(name("beta_1").power(2));
      Formula move = name("mu_" + i).times(scale).times(name("gx_" + i));
      bias.add(term("shift by input " + i, number(-1).times(E).times(move)));
    }
    return List.of(
        along(
            "weight along the step",
            new Along("w_11 after k/8 of a step", work::weight),
            Bound.of(term("weight", name("w_11")), term("step", E.times(MOVE)))),
        along(
            "bias along the step",
            new Along("b_1 after k/8 of a step", work::bias),
            new Bound(bias)),
        Claim.equal(
            "every entry",
            new Entries(
                work.steps()::byPlain,
                work::formula,
                Map.of(
                    "alpha_i in the first power",
                    work::firstAlpha,
                    "beta_j in the first power",
                    work::firstBeta,
                    "sum from i = 0 with mu_0 = 1",
                    work::sumFromZero)),
            Bound.of("the formula", number(1)),
            Checkpoints.of(0)));
  }

  /** With v kept, a change of alpha_1 multiplies w_11 itself, without any gradient. */
  @Override
  public List<Claim> otherwise(Pass pass) {
    return List.of(
        along(
            "weight when alpha_1 changes too",
            new Along("w_11 after k/8 of a step", new Work(new Steps(pass))::weight),
            Bound.of(
                term("weight", name("a").times(name("w_11"))),
                term("step", name("a").times(E).times(MOVE)))));
  }

  private static Claim along(String name, Along trial, Bound bound) {
    return Claim.equal(name, trial, bound, LENGTHS);
  }

  /** What is reached, and the formula with and without errors. */
  private record Work(Steps steps) {
    <T extends FieldElement<T>> LongFunction<T> weight(LinearAlgebra<T> field) {
      return along(field, 1);
    }

    <T extends FieldElement<T>> LongFunction<T> bias(LinearAlgebra<T> field) {
      return along(field, 0);
    }

    private <T extends FieldElement<T>> LongFunction<T> along(LinearAlgebra<T> field, int i) {
      LinearLayer<T> move = steps.byParameters(field);
      T eighths = field.in().of(8);
      return k -> steps.reached(field, field.in().of(k).divide(eighths), move).entry(i, 0);
    }

    <T extends FieldElement<T>> LinearLayer<T> formula(LinearAlgebra<T> field) {
      return formula(field, 2, 2, field.in().of(0));
    }

    <T extends FieldElement<T>> LinearLayer<T> firstAlpha(LinearAlgebra<T> field) {
      return formula(field, 1, 2, field.in().of(0));
    }

    <T extends FieldElement<T>> LinearLayer<T> firstBeta(LinearAlgebra<T> field) {
      return formula(field, 2, 1, field.in().of(0));
    }

    <T extends FieldElement<T>> LinearLayer<T> sumFromZero(LinearAlgebra<T> field) {
      return formula(field, 2, 2, field.in().of(1));
    }

    /** With these powers, and with mu_0 times delta w_0j = beta_j delta v_0j taken away. */
    private <T extends FieldElement<T>> LinearLayer<T> formula(
        LinearAlgebra<T> field, int alphas, int betas, T mu0) {
      Rescaling<T> form = steps.pass().rescaling(field);
      LinearLayer<T> gx = steps.centred(field);
      List<T> scale =
          field.vector(form.beta().size(), j -> field.in().power(form.beta().get(j), betas));
      List<List<T>> weights =
          IntStream.range(0, form.mu().size())
              .mapToObj(
                  i ->
                      field.times(
                          field.in().power(form.alpha().get(i), alphas),
                          field.hadamard(scale, gx.weights().get(i))))
              .toList();
      List<T> bias = field.hadamard(scale, gx.bias());
      List<T> shift = field.times(field.transposed(weights), form.mu());
      return new LinearLayer<>(field, field.minus(field.minus(bias, shift), mu0, bias), weights);
    }
  }
}
