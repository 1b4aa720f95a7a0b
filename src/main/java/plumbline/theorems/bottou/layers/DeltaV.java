package plumbline.theorems.bottou.layers;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;

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
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * The gradient of a reparametrised layer by its new parameters, delta v_ij = &lt;beta_j g_j z_i&gt;
 * with z_i = alpha_i (x_i - mu_i), z_0 = 1 and the mean over the minibatch (Bottou, "SG on the new
 * parameters").
 */
public final class DeltaV implements Theorem<Pass> {
  private static final Checkpoints WIDTHS = Checkpoints.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16);
  private static final Formula H = k().over(8);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/delta-v",
        Pass.reparametrised(Pass.DECAY),
        Pass.presets(Preset.of("weight decay", Role.OUTSIDE, "decay", "1/2")));
  }

  @Override
  public Pass setting(Values values) {
    return Pass.of(values);
  }

  @Override
  public Constants constants(Pass pass) {
    LinearAlgebra<BigFraction> field = LinearAlgebra.exact();
    Steps steps = new Steps(pass);
    LinearLayer<BigFraction> gz =
        steps.mean(field, (x, g) -> LinearLayer.gradient(field, steps.z(field, x), g));
    List<BigFraction> squares =
        pass.patterns().stream().map(x -> steps.z(field, field.lift(x)).get(0).pow(2)).toList();
    return Constants.none()
        .with("beta_1", pass.beta().exact(0), "declared")
        .with("gz", gz.entry(1, 0), "mean of g_1 z_1")
        .with("zz", field.mean(squares), "mean of z_1^2")
        .with("Q", pass.coupling().exact(0, 0), "d^2 E/dy_1^2")
        .with("v_11", pass.parameters().exact(1, 0), "parameter of input 1 and output 1")
        .with("d", pass.decay(), "declared");
  }

  @Override
  public List<Hypothesis<Pass>> hypotheses() {
    return List.of(Loss.throughOutputs());
  }

  @Override
  public List<Claim> claims(Pass pass) {
    Work work = new Work(new Steps(pass));
    return List.of(
        quotient(work, "quotients along v_11", gradient(), curvature()),
        Claim.equal(
            "every entry",
            new Entries(
                work.steps()::byParameters,
                work.steps()::claimed,
                Map.of(
                    "beta_j forgotten",
                    work::withoutBeta,
                    "mu_i forgotten in z_i",
                    work::withoutMu,
                    "x_i in place of z_i",
                    work::plainInputs)),
            Bound.of("mean of beta_j g_j z_i", number(1)),
            Checkpoints.of(0)));
  }

  @Override
  public List<Claim> otherwise(Pass pass) {
    Formula own = name("d").times(name("v_11").plus(H.over(2)));
    return List.of(
        quotient(
            new Work(new Steps(pass)),
            "quotients with decay",
            gradient(),
            curvature(),
            term("decay", own)));
  }

  private static Bound.Term gradient() {
    return term("gradient", name("beta_1").times(name("gz")));
  }

  private static Bound.Term curvature() {
    Formula moved = name("beta_1").power(2).times(name("zz"));
    return term("curvature", H.over(2).times(name("Q")).times(moved));
  }

  private static Claim quotient(Work work, String name, Bound.Term... terms) {
    return Claim.equal(
        name, new Along("quotient of width k/8", work::quotient), Bound.of(terms), WIDTHS);
  }

  /** Quotients, and the formula with errors. */
  private record Work(Steps steps) {
    <T extends FieldElement<T>> LongFunction<T> quotient(LinearAlgebra<T> field) {
      return Pass.quotient(field, v -> steps.loss(field, v), steps.pass().layer(field));
    }

    <T extends FieldElement<T>> LinearLayer<T> withoutBeta(LinearAlgebra<T> field) {
      return steps.mean(field, (x, g) -> LinearLayer.gradient(field, steps.z(field, x), g));
    }

    <T extends FieldElement<T>> LinearLayer<T> withoutMu(LinearAlgebra<T> field) {
      List<T> alpha = field.lift(steps.pass().alpha());
      List<T> beta = field.lift(steps.pass().beta());
      return steps.mean(
          field,
          (x, g) -> LinearLayer.gradient(field, field.hadamard(alpha, x), field.hadamard(beta, g)));
    }

    <T extends FieldElement<T>> LinearLayer<T> plainInputs(LinearAlgebra<T> field) {
      List<T> beta = field.lift(steps.pass().beta());
      return steps.mean(field, (x, g) -> LinearLayer.gradient(field, x, field.hadamard(beta, g)));
    }
  }
}
