package plumbline.theorems.bottou.layers;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.hipparchus.FieldElement;
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
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * A reparametrised layer y_j = beta_j (v_0j + sum of alpha_i (x_i - mu_i) v_ij) is the linear layer
 * with w_ij = alpha_i beta_j v_ij and b_j = beta_j v_0j - sum of mu_i w_ij, and every linear layer
 * is one if no alpha_i and no beta_j is 0 (Bottou, "Reparametrization").
 */
public final class Reparametrisation implements Theorem<Pass> {
  private static final Checkpoints INPUTS = Checkpoints.of(0, 1, 2, 3, 4, 5, 6, 8, 10);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/reparametrisation",
        Pass.reparametrised(),
        List.of(
            Preset.of("three inputs, two outputs", Role.SHARP, "n", "3"),
            Preset.of("one input, one output", Role.SHARP, "n", "1", "m", "1"),
            Preset.of("two inputs, two outputs", Role.TYPICAL),
            Preset.of("four inputs, three outputs", Role.TYPICAL, "n", "4", "m", "3", "seed", "7"),
            Preset.of("alpha_1 = 0", Role.OUTSIDE, "alpha", "0"),
            Preset.of("beta_1 = 0", Role.OUTSIDE, "beta", "0")));
  }

  @Override
  public Pass setting(Values values) {
    return Pass.of(values);
  }

  @Override
  public Constants constants(Pass pass) {
    Constants constants =
        Constants.none()
            .with("beta_1", pass.beta().exact(0), "declared")
            .with("v_0", pass.parameters().exact(0, 0), "v_01");
    for (int i = 1; i <= pass.inputs(); i++) {
      constants =
          constants
              .with("alpha_" + i, pass.alpha().exact(i - 1), "declared")
              .with("mu_" + i, pass.mu().exact(i - 1), "declared")
              .with("v_" + i, pass.parameters().exact(i, 0), "v_" + i + "1")
              .with("x_" + i, pass.patterns().get(0).exact(i - 1), "input " + i);
    }
    return constants;
  }

  @Override
  public List<Hypothesis<Pass>> hypotheses() {
    return List.of(Loss.invertible());
  }

  @Override
  public List<Claim> claims(Pass pass) {
    Work work = new Work(pass);
    List<Claim> claims = new ArrayList<>();
    claims.add(
        Claim.equal(
            "output 1 along input 1",
            new Along("output 1 for x_1 = k", work::output),
            bound(pass.inputs()),
            INPUTS));
    claims.add(
        same(
            "every output",
            new Entries(
                work::outputs,
                work::plain,
                Map.of(
                    "b_j without the sum over mu_i",
                    work::withoutShift,
                    "mu_i v_ij in place of mu_i w_ij",
                    work::shiftByParameters))));
    if (work.invertible()) {
      claims.add(same("every layer is reached", new Entries(work::there, work::given, Map.of())));
    }
    return claims;
  }

  /** With an alpha_1 or beta_1 of 0 two parameters make one function. */
  @Override
  public List<Claim> otherwise(Pass pass) {
    Work work = new Work(pass);
    return List.of(
        same("v_11 is without effect", new Entries(work::outputs, work::moved, Map.of())));
  }

  /** b_1 + sum of x_i w_i1 with x_1 = k. */
  private static Bound bound(int n) {
    List<Bound.Term> terms = new ArrayList<>();
    terms.add(term("bias", name("beta_1").times(name("v_0"))));
    for (int i = 1; i <= n; i++) {
      Formula w = name("alpha_" + i).times(name("beta_1")).times(name("v_" + i));
      Formula x = i == 1 ? k() : name("x_" + i);
      terms.add(term("shift of bias by input " + i, number(-1).times(name("mu_" + i)).times(w)));
      terms.add(term("input " + i, x.times(w)));
    }
    return new Bound(terms);
  }

  private static Claim same(String name, Entries entries) {
    return Claim.equal(name, entries, Bound.of("the same", number(1)), Checkpoints.of(0));
  }

  /** Both forms of the layer; outputs are laid out as rows, one an example. */
  private record Work(Pass pass) {
    boolean invertible() {
      return Loss.invertible().test().apply(pass) instanceof Status.Certified;
    }

    <T extends FieldElement<T>> LongFunction<T> output(LinearAlgebra<T> field) {
      Rescaling<T> form = pass.rescaling(field);
      List<T> others = field.lift(pass.patterns().get(0));
      return k -> {
        List<T> x = new ArrayList<>(others);
        x.set(0, field.in().of(k));
        return form.apply(pass.layer(field), x).get(0);
      };
    }

    <T extends FieldElement<T>> LinearLayer<T> outputs(LinearAlgebra<T> field) {
      Rescaling<T> form = pass.rescaling(field);
      return rows(field, x -> form.apply(pass.layer(field), x));
    }

    <T extends FieldElement<T>> LinearLayer<T> moved(LinearAlgebra<T> field) {
      Rescaling<T> form = pass.rescaling(field);
      LinearLayer<T> other = pass.layer(field).plus(1, 0, field.in().of(5));
      return rows(field, x -> form.apply(other, x));
    }

    <T extends FieldElement<T>> LinearLayer<T> plain(LinearAlgebra<T> field) {
      LinearLayer<T> w = pass.rescaling(field).plain(pass.layer(field));
      return rows(field, w::apply);
    }

    <T extends FieldElement<T>> LinearLayer<T> withoutShift(LinearAlgebra<T> field) {
      LinearLayer<T> w = pass.rescaling(field).plain(pass.layer(field));
      List<T> bias = field.hadamard(field.lift(pass.beta()), pass.layer(field).bias());
      return rows(field, new LinearLayer<>(field, bias, w.weights())::apply);
    }

    <T extends FieldElement<T>> LinearLayer<T> shiftByParameters(LinearAlgebra<T> field) {
      LinearLayer<T> v = pass.layer(field);
      LinearLayer<T> w = pass.rescaling(field).plain(v);
      List<T> shift = field.times(field.transposed(v.weights()), field.lift(pass.mu()));
      List<T> bias = field.minus(field.hadamard(field.lift(pass.beta()), v.bias()), shift);
      return rows(field, new LinearLayer<>(field, bias, w.weights())::apply);
    }

    <T extends FieldElement<T>> LinearLayer<T> there(LinearAlgebra<T> field) {
      Rescaling<T> form = pass.rescaling(field);
      return form.plain(form.of(pass.layer(field)));
    }

    <T extends FieldElement<T>> LinearLayer<T> given(LinearAlgebra<T> field) {
      return pass.layer(field);
    }

    private <T extends FieldElement<T>> LinearLayer<T> rows(
        LinearAlgebra<T> field, Function<List<T>, List<T>> y) {
      List<List<T>> all = pass.patterns().stream().map(x -> y.apply(field.lift(x))).toList();
      return new LinearLayer<>(field, all.get(0), all.subList(1, all.size()));
    }
  }
}
