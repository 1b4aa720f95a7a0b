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
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
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
 * A network of ReLU units computes the same function at (w_1, v_1) and (a w_1, v_1/a), and one step
 * of gradient descent changes |W_1|^2 - |W_2|^2 by eta^2 (|dE/dW_1|^2 - |dE/dW_2|^2) alone, which
 * the gradient flow therefore conserves (Bottou, "Criticism"; Du, Hu and Lee, 2018).
 */
public final class ReluHyperbolic implements Theorem<Net> {
  private static final Checkpoints PLACES = Checkpoints.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 16);
  private static final Checkpoints INVERSE = Checkpoints.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32);
  private static final Formula A2 = k().over(4).power(2);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/relu-hyperbolic",
        List.of(
            Parameter.choice("activation", "what a hidden unit does", "RELU", "LEAKY", "TANH"),
            Parameter.integer("hidden", "h", "hidden units", "1", "3", "2"),
            Parameter.integer("seed", "s", "which numbers fill it", "0", "1000", "1")),
        List.of(
            Preset.of("one ReLU unit", Role.SHARP, "hidden", "1"),
            Preset.of("three ReLU units", Role.TYPICAL, "hidden", "3"),
            Preset.of("two leaky units", Role.TYPICAL, "activation", "LEAKY"),
            Preset.of("tanh", Role.OUTSIDE, "activation", "TANH")));
  }

  @Override
  public Net setting(Values values) {
    int seed = values.integer("seed");
    int hidden = values.integer("hidden");
    return new Net(
        new Matrix(Pass.rows(hidden, 2, seed, 10)),
        Vector.generate(hidden, h -> Pass.number(seed, 20 + h)),
        Pass.rows(3, 2, seed, 42),
        Vector.generate(3, e -> Pass.number(seed, 80 + e)),
        Activation.valueOf(values.choice("activation")));
  }

  @Override
  public Constants constants(Net net) {
    return net.constants();
  }

  @Override
  public List<Hypothesis<Net>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "sigma(a y) = a sigma(y) for a > 0", net -> net.activation().homogeneous()),
        new Hypothesis<>(
            "no unit is at its kink",
            net -> {
              boolean kink =
                  net.patterns().stream()
                      .flatMap(x -> net.lower().times(x).entries().stream())
                      .anyMatch(BigFraction::isZero);
              return Status.of(!kink, kink ? "an input of a unit is 0" : "no input of a unit is 0");
            }));
  }

  @Override
  public List<Claim> claims(Net net) {
    Work work = new Work(net);
    return List.of(
        Claim.equal(
            "output along the hyperbola",
            new Along(
                "f at (a w, v/a), a = k/4,",
                work::output,
                Map.of("v divided by a^2", work::twiceDivided)),
            Bound.of("f", name("f")),
            PLACES),
        Claim.equal(
            "gradient along the hyperbola",
            new Along("squared gradient of unit 1 at (a w, v/a), a = k/4,", work::slope),
            Bound.of(term("w", name("G_w").over(A2)), term("v", A2.times(name("G_v")))),
            PLACES),
        Claim.equal(
            "drift of the balance",
            new Along("change over eta in a step of eta = 1/k", work::drift),
            Bound.of(
                term("lower layer", name("G_1").over(k())),
                term("upper layer", number(-1).times(name("G_2")).over(k()))),
            INVERSE));
  }

  /** A unit that saturates cannot be paid back: it fades like 1/a. */
  @Override
  public List<Claim> otherwise(Net net) {
    if (net.activation() != Activation.TANH) {
      return List.of();
    }
    return List.of(
        Claim.atMost(
            "a tanh unit fades",
            new Along("what unit 1 adds at (a w, v/a), a = k/4,", new Work(net)::share),
            Bound.of("at most", name("v").times(4).over(k())),
            PLACES));
  }

  /** The network at its weights, elsewhere on the hyperbola, and after a step. */
  private record Work(Net net) {
    private <T extends FieldElement<T>> Net.Weights<T> at(
        LinearAlgebra<T> field, long k, int power) {
      T a = field.in().of(k).divide(field.in().of(4));
      return net.weights(field).scaled(field, a, field.in().power(a, power));
    }

    <T extends FieldElement<T>> LongFunction<T> output(LinearAlgebra<T> field) {
      return k -> net.output(field, at(field, k, 1), field.lift(net.patterns().get(0)));
    }

    <T extends FieldElement<T>> LongFunction<T> twiceDivided(LinearAlgebra<T> field) {
      return k -> net.output(field, at(field, k, 2), field.lift(net.patterns().get(0)));
    }

    <T extends FieldElement<T>> LongFunction<T> share(LinearAlgebra<T> field) {
      Net first =
          new Net(
              new Matrix(List.of(net.lower().rows().get(0))),
              new Vector(List.of(net.upper().exact(0))),
              net.patterns(),
              net.targets(),
              net.activation());
      LongFunction<T> alone = new Work(first).output(field);
      return k -> field.in().abs(alone.apply(k));
    }

    /** By central differences, too short to meet a kink: E is quadratic in each layer there. */
    <T extends FieldElement<T>> LongFunction<T> slope(LinearAlgebra<T> field) {
      Arithmetic<T> in = field.in();
      return k -> {
        Net.Weights<T> at = at(field, k, 1);
        T h = in.of(k).divide(in.of(4096));
        T sum = in.of(0);
        for (int i = 0; i <= net.lower().width(); i++) {
          T up = net.loss(field, moved(field, at, i, h));
          T slope = up.subtract(net.loss(field, moved(field, at, i, h.negate())));
          T half = slope.divide(h.multiply(in.of(2)));
          sum = sum.add(half.multiply(half));
        }
        return sum;
      };
    }

    /** v_1 (i = 0) or entry i of w_1, moved by h. */
    private static <T extends FieldElement<T>> Net.Weights<T> moved(
        LinearAlgebra<T> field, Net.Weights<T> at, int i, T h) {
      List<T> upper = new ArrayList<>(at.upper());
      List<List<T>> lower = new ArrayList<>(at.lower());
      List<T> row = new ArrayList<>(lower.get(0));
      if (i == 0) {
        upper.set(0, upper.get(0).add(h));
      } else {
        row.set(i - 1, row.get(i - 1).add(h));
      }
      lower.set(0, row);
      return new Net.Weights<>(lower, upper);
    }

    <T extends FieldElement<T>> LongFunction<T> drift(LinearAlgebra<T> field) {
      Net.Weights<T> start = net.weights(field);
      Net.Weights<T> gradient = net.gradient(field, start);
      T before = start.balance(field);
      return k -> {
        T eta = field.in().of(1).divide(field.in().of(k));
        T after = start.minus(field, eta, gradient).balance(field);
        return after.subtract(before).divide(eta);
      };
    }
  }
}
