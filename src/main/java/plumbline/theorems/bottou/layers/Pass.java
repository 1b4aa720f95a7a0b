package plumbline.theorems.bottou.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.LinearAlgebra;
import plumbline.layer.LinearLayer;
import plumbline.layer.Rescaling;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Values;

/**
 * A minibatch on its way through one layer to a quadratic loss: E = (y - t)'Q(y - t)/2 on each
 * example, plus d/2 times the sum of the squared parameters.
 *
 * <p>E is quadratic in the parameters, so that central differences of any width are derivatives.
 *
 * @param parameters the bias, then a row an input, shape [(n + 1) x m]
 * @param mu what is subtracted from the inputs, shape [n]
 * @param alpha what multiplies them, shape [n]
 * @param beta what multiplies the outputs, shape [m]
 * @param patterns the inputs x of the minibatch, shape [n] each
 * @param targets their t, shape [m] each
 * @param coupling Q, symmetric, shape [m x m]
 * @param decay d
 * @param change what multiplies alpha_1 after the step
 */
public record Pass(
    Matrix parameters,
    Vector mu,
    Vector alpha,
    Vector beta,
    List<Vector> patterns,
    List<Vector> targets,
    Matrix coupling,
    BigFraction decay,
    BigFraction change) {
  static final Parameter DECAY =
      Parameter.real("decay", "d", "weight decay added to the loss", "0", "2", "0");
  static final Parameter CHANGE =
      Parameter.real("change", "a", "factor on alpha_1 after the step", "1/2", "2", "1");

  /** Parameters of a layer without its reparametrisation. */
  static List<Parameter> shape() {
    return List.of(
        Parameter.integer("n", "n", "inputs", "1", "4", "2"),
        Parameter.integer("m", "m", "outputs", "1", "3", "2"),
        Parameter.integer("batch", "B", "examples in the minibatch", "1", "6", "3"),
        Parameter.integer("seed", "s", "which numbers fill it", "0", "1000", "0"));
  }

  /** With the constants of input 1 and output 1, and more. */
  static List<Parameter> reparametrised(Parameter... more) {
    List<Parameter> all = new ArrayList<>(shape());
    all.add(Parameter.real("mu", "\\mu_1", "subtracted from input 1", "-3", "3", "3/2"));
    all.add(Parameter.real("alpha", "\\alpha_1", "factor on input 1", "-2", "2", "1/2"));
    all.add(Parameter.real("beta", "\\beta_1", "factor on output 1", "-2", "2", "3/2"));
    all.addAll(List.of(more));
    return all;
  }

  /** Small and larger layers, and those outside the hypotheses. */
  static List<Preset> presets(Preset... outside) {
    List<Preset> all = new ArrayList<>();
    all.add(Preset.of("three inputs, two outputs", Role.SHARP, "n", "3"));
    all.add(Preset.of("one of each", Role.SHARP, "n", "1", "m", "1", "batch", "1"));
    all.add(Preset.of("two inputs, two outputs", Role.TYPICAL));
    all.add(
        Preset.of(
            "four inputs, three outputs",
            Role.TYPICAL,
            "n",
            "4",
            "m",
            "3",
            "batch",
            "2",
            "alpha",
            "-3/2",
            "seed",
            "2"));
    all.addAll(List.of(outside));
    return all;
  }

  static Pass of(Values values) {
    int n = values.integer("n");
    int m = values.integer("m");
    int seed = values.integer("seed");
    Vector mu = Vector.generate(n, i -> i == 0 ? or(values, "mu") : number(seed, 3 + i));
    Vector alpha =
        Vector.generate(n, i -> i == 0 ? or(values, "alpha") : Rationals.of(2 * i + 1, 2));
    Vector beta = Vector.generate(m, j -> j == 0 ? or(values, "beta") : Rationals.of(4 * j + 1, 3));
    return new Pass(
        new Matrix(rows(n + 1, m, seed, 10)),
        mu,
        alpha,
        beta,
        rows(values.integer("batch"), n, seed, 40),
        rows(values.integer("batch"), m, seed, 80),
        new Matrix(
            IntStream.range(0, m)
                .mapToObj(i -> Vector.generate(m, j -> Rationals.of(i == j ? 2 * i + 4 : 1, 2)))
                .toList()),
        or(values, "decay"),
        values.text().containsKey("change") ? values.get("change") : BigFraction.ONE);
  }

  private static BigFraction or(Values values, String name) {
    return values.text().containsKey(name) ? values.get(name) : BigFraction.ZERO;
  }

  static List<Vector> rows(int height, int width, int seed, int from) {
    return IntStream.range(0, height)
        .mapToObj(i -> Vector.generate(width, j -> number(seed, from + width * i + j)))
        .toList();
  }

  /** One of -3, -5/2, ..., 3, never 0. */
  static BigFraction number(int seed, int place) {
    int r = Math.floorMod(31 * seed + 17 * place + 7 * place * place + seed * place, 12);
    return Rationals.of(r < 6 ? r - 6 : r - 5, 2);
  }

  int inputs() {
    return mu.dimension();
  }

  int outputs() {
    return beta.dimension();
  }

  /** The parameters as a layer. */
  <T extends FieldElement<T>> LinearLayer<T> layer(LinearAlgebra<T> field) {
    List<List<T>> rows = field.lift(parameters);
    return new LinearLayer<>(field, rows.get(0), rows.subList(1, rows.size()));
  }

  <T extends FieldElement<T>> Rescaling<T> rescaling(LinearAlgebra<T> field) {
    return new Rescaling<>(field, field.lift(mu), field.lift(alpha), field.lift(beta));
  }

  /** The mean loss over the minibatch, where x is mapped to y so, of parameters v. */
  <T extends FieldElement<T>> T loss(
      LinearAlgebra<T> field, Function<List<T>, List<T>> y, LinearLayer<T> v) {
    T sum = field.in().of(0);
    List<List<T>> q = field.lift(coupling);
    for (int e = 0; e < patterns.size(); e++) {
      List<T> x = field.lift(patterns.get(e));
      List<T> off = field.minus(y.apply(x), field.lift(targets.get(e)));
      sum = sum.add(field.dot(off, field.times(q, off)));
    }
    T mean = sum.divide(field.in().of(patterns.size()));
    return mean.add(field.in().of(decay).multiply(v.dot(v))).divide(field.in().of(2));
  }

  /** The mean over the minibatch of what is made of x and g, g = Q(y - t) the gradient by y. */
  <T extends FieldElement<T>> LinearLayer<T> mean(
      LinearAlgebra<T> field, Function<List<T>, List<T>> y, Each<T> each) {
    List<List<T>> q = field.lift(coupling);
    List<LinearLayer<T>> all = new ArrayList<>();
    for (int e = 0; e < patterns.size(); e++) {
      List<T> x = field.lift(patterns.get(e));
      List<T> off = field.minus(y.apply(x), field.lift(targets.get(e)));
      all.add(each.of(x, field.times(q, off)));
    }
    return LinearLayer.mean(all);
  }

  /**
   * What one example contributes.
   *
   * @param <T> the numbers
   */
  interface Each<T extends FieldElement<T>> {
    LinearLayer<T> of(List<T> x, List<T> g);
  }

  /** (f(v + e_ij) - f(v - e_ij))/2 at every entry: the gradient of a quadratic f. */
  static <T extends FieldElement<T>> LinearLayer<T> differences(
      LinearAlgebra<T> field, Function<LinearLayer<T>, T> f, LinearLayer<T> v) {
    return entries(
        field,
        v.inputs(),
        v.outputs(),
        (i, j) -> {
          T up = f.apply(v.plus(i, j, field.in().of(1)));
          T down = f.apply(v.plus(i, j, field.in().of(-1)));
          return up.subtract(down).divide(field.in().of(2));
        });
  }

  /** (f(v + h e_11) - f(v))/h for h = k/8. */
  static <T extends FieldElement<T>> LongFunction<T> quotient(
      LinearAlgebra<T> field, Function<LinearLayer<T>, T> f, LinearLayer<T> v) {
    T start = f.apply(v);
    return k -> {
      T h = field.in().of(k).divide(field.in().of(8));
      return f.apply(v.plus(1, 0, h)).subtract(start).divide(h);
    };
  }

  /**
   * A number for each entry.
   *
   * @param <T> the numbers
   */
  interface Entry<T> {
    T at(int i, int j);
  }

  /** The layer with these entries, i = 0..n (0 the bias), j = 0..m-1. */
  static <T extends FieldElement<T>> LinearLayer<T> entries(
      LinearAlgebra<T> field, int n, int m, Entry<T> entry) {
    return new LinearLayer<>(
        field,
        field.vector(m, j -> entry.at(0, j)),
        IntStream.rangeClosed(1, n).mapToObj(i -> field.vector(m, j -> entry.at(i, j))).toList());
  }
}
