package plumbline.theorems.bottou.layers;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;

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
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * Taking the sum over inputs once an example, delta b_j = beta_j^2 &lt;g_j (1 - s)&gt; with s = sum
 * of mu_i alpha_i^2 (x_i - mu_i), the reparametrised step takes 2 (n + m) multiplications an
 * example more than the plain one (Bottou, "Remarks": overhead scales like n + m).
 */
public final class Overhead implements Theorem<Overhead.Step> {
  private static final Checkpoints SIZES = Checkpoints.of(1, 2, 3, 4, 6, 8, 10, 12);
  private static final String ONCE = "once an example";
  private static final String EACH = "for each output";

  /**
   * A layer, a minibatch, and how the sum over inputs in delta b is taken.
   *
   * @param values n, m, B and the numbers
   * @param rearranged once an example, not for each output
   */
  public record Step(Values values, boolean rearranged) {
    Pass pass() {
      return Pass.of(values);
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/overhead",
        Pass.reparametrised(
            Parameter.choice("sum", "how the sum over inputs is taken", ONCE, EACH)),
        List.of(
            Preset.of("two outputs, three examples", Role.SHARP),
            Preset.of("three outputs, one example", Role.TYPICAL, "m", "3", "batch", "1"),
            Preset.of("the sum for each output", Role.OUTSIDE, "sum", EACH)));
  }

  @Override
  public Step setting(Values values) {
    return new Step(values, values.choice("sum").equals(ONCE));
  }

  @Override
  public Constants constants(Step step) {
    return Constants.none()
        .with("m", step.values().get("m"), "outputs")
        .with("B", step.values().get("batch"), "examples");
  }

  @Override
  public List<Hypothesis<Step>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "the sum over inputs is taken once an example",
            s -> Status.of(s.rearranged(), "it is taken " + s.values().choice("sum"))));
  }

  @Override
  public List<Claim> claims(Step step) {
    Work work = new Work(step);
    return List.of(
        along("the plain step", work::plain, name("B").times(k()).times(name("m"))),
        along("what comes on top", work::extra, number(2).times(name("B")).times(sizes())),
        Claim.equal(
            "the rearranged step is the step",
            new Entries(work::step, work::formula, Map.of()),
            Bound.of("the formula", number(1)),
            Checkpoints.of(0)));
  }

  /** The sum as it is printed: nm multiplications a minibatch. */
  @Override
  public List<Claim> otherwise(Step step) {
    return List.of(
        along(
            "on top, sum for each output",
            new Work(step)::extra,
            name("B").times(sizes()).plus(k().times(name("m")))));
  }

  private static Formula sizes() {
    return k().plus(name("m"));
  }

  private static Claim along(String name, Along.Measured measured, Formula formula) {
    return Claim.equal(
        name,
        new Along("multiplications with n = k", measured),
        Bound.of("multiplications", formula),
        SIZES);
  }

  /** The step itself, in any arithmetic, and in one that counts. */
  private record Work(Step step) {
    <T extends FieldElement<T>> LongFunction<T> plain(LinearAlgebra<T> field) {
      return k -> field.in().of(counted(k, false));
    }

    <T extends FieldElement<T>> LongFunction<T> extra(LinearAlgebra<T> field) {
      return k -> field.in().of(counted(k, true) - counted(k, false));
    }

    private long counted(long n, boolean reparametrised) {
      Tally tally = new Tally();
      LinearAlgebra<Tally.Number> field = new LinearAlgebra<>(tally);
      Pass pass = Pass.of(step.values().with("n", Long.toString(n)));
      Rescaling<Tally.Number> form = pass.rescaling(field);
      List<Tally.Number> alpha2 = field.hadamard(form.alpha(), form.alpha());
      List<Tally.Number> beta2 = field.hadamard(form.beta(), form.beta());
      List<List<Tally.Number>> gradients = gradients(field, pass);
      long before = tally.multiplications();
      if (reparametrised) {
        step(field, pass, alpha2, beta2, gradients);
      } else {
        for (int e = 0; e < gradients.size(); e++) {
          field.outer(field.lift(pass.patterns().get(e)), gradients.get(e));
        }
      }
      return tally.multiplications() - before;
    }

    /** g of every example. */
    private static <T extends FieldElement<T>> List<List<T>> gradients(
        LinearAlgebra<T> field, Pass pass) {
      List<List<T>> all = new ArrayList<>();
      Rescaling<T> form = pass.rescaling(field);
      LinearLayer<T> v = pass.layer(field);
      for (int e = 0; e < pass.patterns().size(); e++) {
        List<T> y = form.apply(v, field.lift(pass.patterns().get(e)));
        all.add(
            field.times(
                field.lift(pass.coupling()), field.minus(y, field.lift(pass.targets().get(e)))));
      }
      return all;
    }

    <T extends FieldElement<T>> LinearLayer<T> step(LinearAlgebra<T> field) {
      Rescaling<T> form = step.pass().rescaling(field);
      return step(
          field,
          step.pass(),
          field.hadamard(form.alpha(), form.alpha()),
          field.hadamard(form.beta(), form.beta()),
          gradients(field, step.pass()));
    }

    /** The mean over the minibatch, as sums and one division. */
    private <T extends FieldElement<T>> LinearLayer<T> step(
        LinearAlgebra<T> field, Pass pass, List<T> alpha2, List<T> beta2, List<List<T>> gradients) {
      List<T> mu = field.lift(pass.mu());
      List<List<T>> weights = field.lift(zeros(pass.inputs(), pass.outputs()));
      List<T> bias = field.vector(pass.outputs(), j -> field.in().of(0));
      for (int e = 0; e < gradients.size(); e++) {
        List<T> x = field.hadamard(alpha2, field.minus(field.lift(pass.patterns().get(e)), mu));
        List<T> g = field.hadamard(beta2, gradients.get(e));
        List<List<T>> sum = weights;
        List<List<T>> product = field.outer(x, g);
        weights =
            IntStream.range(0, x.size())
                .mapToObj(i -> field.plus(sum.get(i), product.get(i)))
                .toList();
        T kept = step.rearranged() ? field.in().of(1).subtract(field.dot(mu, x)) : field.in().of(1);
        bias = field.plus(bias, step.rearranged() ? field.times(kept, g) : g);
      }
      if (!step.rearranged()) {
        bias = field.minus(bias, field.times(field.transposed(weights), mu));
      }
      T count = field.in().of(gradients.size());
      List<T> total = bias;
      List<List<T>> all = weights;
      return Pass.entries(
          field,
          pass.inputs(),
          pass.outputs(),
          (i, j) -> (i == 0 ? total.get(j) : all.get(i - 1).get(j)).divide(count));
    }

    private static Matrix zeros(int n, int m) {
      return new Matrix(
          IntStream.range(0, n).mapToObj(i -> Vector.constant(m, BigFraction.ZERO)).toList());
    }

    <T extends FieldElement<T>> LinearLayer<T> formula(LinearAlgebra<T> field) {
      return new Steps(step.pass()).byPlain(field);
    }
  }
}
