package plumbline.theorems.bottou.layers;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.layer.BatchStatistics;
import plumbline.layer.LinearLayer;
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
import plumbline.theorem.Values;

/**
 * With mu_i = E x_i and alpha_i^2 = 1/var x_i the z_i have mean 0 and variance 1, and E[g^2 z_i
 * z_i'] = E[g^2] for i = i', else 0, if the x_i are uncorrelated and g^2 is independent of them
 * (Bottou, "Whitening reparametrization").
 */
public final class Whitening implements Theorem<Whitening.Inputs> {
  private static final Checkpoints MEANS = Checkpoints.of(0, 1, 2, 3, 4, 5, 6, 8, 10);
  private static final Checkpoints SHARES = Checkpoints.of(1, 4, 9, 16, 25, 36, 49, 64, 100);
  private static final List<BigFraction> STANDARD =
      List.of(Rationals.of(-1, 2), Rationals.of(2, 1));
  private static final List<BigFraction> CHANCE = List.of(Rationals.of(4, 5), Rationals.of(1, 5));

  /**
   * Two inputs x_i = mean_i + sd_i xi_i and an output gradient g^2 = G (1 + tau xi_1), where xi_i
   * is -1/2 or 2 with the chances 4/5 and 1/5 and E xi_1 xi_2 = rho.
   *
   * @param values mean1, sd1, mean2, sd2, rho, tau, G, fanin
   */
  public record Inputs(Values values) {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/whitening",
        List.of(
            Parameter.real("mean1", "E x_1", "mean of input 1", "-10", "10", "3"),
            Parameter.real("sd1", "\\sigma_1", "standard deviation of input 1", "1/10", "10", "2"),
            Parameter.real("mean2", "E x_2", "mean of input 2", "-10", "10", "-1"),
            Parameter.real(
                "sd2", "\\sigma_2", "standard deviation of input 2", "1/10", "10", "1/2"),
            Parameter.real("rho", "\\rho", "correlation of the inputs", "-1/4", "1", "0"),
            Parameter.real("tau", "\\tau", "dependence of g^2 on input 1", "-1/2", "2", "0"),
            Parameter.real("G", "E[g^2]", "mean squared output gradient", "1/10", "100", "5"),
            Parameter.integer("fanin", "fanin", "inputs of the unit", "1", "100", "4")),
        List.of(
            Preset.of("means 3 and -1", Role.SHARP),
            Preset.of(
                "small spread, large mean", Role.TYPICAL, "mean1", "10", "sd1", "1/10", "G", "1/3"),
            Preset.of("correlated inputs", Role.OUTSIDE, "rho", "1/2"),
            Preset.of("gradients that follow the input", Role.OUTSIDE, "tau", "3/4")));
  }

  @Override
  public Inputs setting(Values values) {
    return new Inputs(values);
  }

  @Override
  public Constants constants(Inputs inputs) {
    Constants constants = Constants.none();
    for (String name : List.of("mean1", "mean2", "sd1", "sd2", "rho", "tau", "G", "fanin")) {
      constants = constants.with(name, inputs.values().get(name), "declared");
    }
    return constants;
  }

  @Override
  public List<Hypothesis<Inputs>> hypotheses() {
    return List.of(
        zero("the inputs are uncorrelated", "rho"),
        zero("g^2 is independent of the inputs", "tau"));
  }

  private static Hypothesis<Inputs> zero(String text, String name) {
    return new Hypothesis<>(
        text,
        inputs ->
            Status.of(
                inputs.values().get(name).isZero(),
                name + " = " + Rationals.show(inputs.values().get(name))));
  }

  @Override
  public List<Claim> claims(Inputs inputs) {
    Work work = new Work(inputs);
    Formula variance = name("sd1").power(2);
    return List.of(
        Claim.equal(
            "E[g^2 z_i z_i']",
            new Entries(
                work::whitened,
                work::identity,
                Map.of("off-diagonal entries like the diagonal", work::ones)),
            Bound.of("E[g^2] on the diagonal", number(1)),
            Checkpoints.of(0)),
        Claim.equal(
            "without whitening, E[g^2 x_1 x_2]",
            new Along("the mean of g^2 x_1 x_2 for E x_1 = k", work::raw),
            Bound.of("both means", name("G").times(k()).times(name("mean2"))),
            MEANS),
        Claim.equal(
            "mean square of delta w",
            new Along("the mean of (delta w_1)^2 for share = k", work::step),
            Bound.of("step", name("G").over(k().times(name("fanin")).times(variance))),
            SHARES));
  }

  /** E xi^3 = 3/2: what the two hypotheses keep away. */
  @Override
  public List<Claim> otherwise(Inputs inputs) {
    Work work = new Work(inputs);
    Formula skewed = number(1).plus(name("tau").times(number("3/2")));
    Checkpoints once = Checkpoints.of(0);
    return List.of(
        Claim.equal(
            "what is left off the diagonal",
            new Along("E[g^2 z_1 z_2]", work.entry(1, 2)),
            Bound.of("correlation", name("G").times(name("rho")).times(skewed)),
            once),
        Claim.equal(
            "what is left beside the bias",
            new Along("E[g^2 z_0 z_1]", work.entry(0, 1)),
            Bound.of("dependence", name("G").times(name("tau"))),
            once),
        Claim.equal(
            "what the diagonal becomes",
            new Along("E[g^2 z_1^2]", work.entry(1, 1)),
            Bound.of("skewed", name("G").times(skewed)),
            once));
  }

  /** The four outcomes (a, b) of (xi_1, xi_2), of chance p_a p_b (1 + rho a b). */
  private record Work(Inputs inputs) {
    private <T extends FieldElement<T>> T given(LinearAlgebra<T> field, String name) {
      return field.in().of(inputs.values().get(name));
    }

    private <T extends FieldElement<T>> List<T> outcomes(
        LinearAlgebra<T> field, Outcome<T> outcome) {
      List<T> all = new ArrayList<>();
      for (int a = 0; a < 2; a++) {
        for (int b = 0; b < 2; b++) {
          all.add(outcome.of(a, b));
        }
      }
      return all;
    }

    /** A number for each outcome. */
    private interface Outcome<T> {
      T of(int a, int b);
    }

    private <T extends FieldElement<T>> List<T> chances(LinearAlgebra<T> field) {
      return outcomes(
          field,
          (a, b) -> {
            T both = field.in().of(STANDARD.get(a).multiply(STANDARD.get(b)));
            T alone = field.in().of(CHANCE.get(a).multiply(CHANCE.get(b)));
            return alone.add(alone.multiply(both).multiply(given(field, "rho")));
          });
    }

    /** Input 1 or 2 with this mean. */
    private <T extends FieldElement<T>> List<T> input(LinearAlgebra<T> field, int i, T mean) {
      return outcomes(
          field,
          (a, b) ->
              mean.add(
                  given(field, "sd" + i).multiply(field.in().of(STANDARD.get(i == 1 ? a : b)))));
    }

    /** Chance times g^2. */
    private <T extends FieldElement<T>> List<T> weights(LinearAlgebra<T> field) {
      List<T> squares =
          outcomes(
              field,
              (a, b) -> {
                T moved = given(field, "tau").multiply(field.in().of(STANDARD.get(a)));
                return given(field, "G").multiply(field.in().of(1).add(moved));
              });
      return field.hadamard(chances(field), squares);
    }

    /** z_0 = 1, z_1 or z_2, from the mean and variance of the input. */
    private <T extends FieldElement<T>> List<T> z(LinearAlgebra<T> field, int i) {
      if (i == 0) {
        return outcomes(field, (a, b) -> field.in().of(1));
      }
      List<T> x = input(field, i, given(field, "mean" + i));
      BatchStatistics<T> statistics = BatchStatistics.of(field.in(), x, chances(field));
      return x.stream().map(value -> statistics.normalised(field.in(), value)).toList();
    }

    private <T extends FieldElement<T>> T fisher(LinearAlgebra<T> field, int i, int j) {
      return field.dot(weights(field), field.hadamard(z(field, i), z(field, j)));
    }

    Along.Measured entry(int i, int j) {
      return new Along.Measured() {
        @Override
        public <T extends FieldElement<T>> LongFunction<T> in(LinearAlgebra<T> field) {
          T entry = fisher(field, i, j);
          return k -> entry;
        }
      };
    }

    <T extends FieldElement<T>> LinearLayer<T> whitened(LinearAlgebra<T> field) {
      return Pass.entries(field, 2, 3, (i, j) -> fisher(field, i, j));
    }

    <T extends FieldElement<T>> LinearLayer<T> identity(LinearAlgebra<T> field) {
      return Pass.entries(field, 2, 3, (i, j) -> i == j ? given(field, "G") : field.in().of(0));
    }

    <T extends FieldElement<T>> LinearLayer<T> ones(LinearAlgebra<T> field) {
      return Pass.entries(field, 2, 3, (i, j) -> given(field, "G"));
    }

    <T extends FieldElement<T>> LongFunction<T> raw(LinearAlgebra<T> field) {
      List<T> second = input(field, 2, given(field, "mean2"));
      return k ->
          field.dot(weights(field), field.hadamard(input(field, 1, field.in().of(k)), second));
    }

    /** The step of one weight, beta^2 alpha^2 g (x - mu) with beta^2 = 1/sqrt(share fanin). */
    <T extends FieldElement<T>> LongFunction<T> step(LinearAlgebra<T> field) {
      Arithmetic<T> in = field.in();
      // in rationals, as they are data: small spreads about large means cost no digits
      LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
      List<BigFraction> x = input(exact, 1, given(exact, "mean1"));
      BatchStatistics<BigFraction> statistics = BatchStatistics.of(exact.in(), x, chances(exact));
      List<T> centred = x.stream().map(v -> in.of(v.subtract(statistics.mean()))).toList();
      return k -> {
        T beta2 = in.sqrt(in.of(k).multiply(given(field, "fanin"))).reciprocal();
        T rate = beta2.divide(in.of(statistics.variance()));
        List<T> steps = field.times(rate, centred);
        return field.dot(weights(field), field.hadamard(steps, steps));
      };
    }
  }
}
