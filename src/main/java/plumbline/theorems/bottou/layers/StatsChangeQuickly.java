package plumbline.theorems.bottou.layers;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;

import java.util.List;
import java.util.function.LongFunction;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
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
 * In a product of two weights the product moves by -eta (w_1^2 + w_2^2) g + eta^2 w_1 w_2 g^2: on
 * one hyperbola of equal functions, the faster the less balanced the weights are (Bottou, "Why do
 * statistics change so quickly?").
 */
public final class StatsChangeQuickly implements Theorem<StatsChangeQuickly.Product> {
  private static final Checkpoints STEPS = Checkpoints.of(0, 1, 2, 3, 4, 6, 8, 12, 16);
  private static final Checkpoints PLACES = Checkpoints.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 16);
  private static final Formula ETA = k().over(32);
  private static final Formula A2 = k().over(4).power(2);

  /**
   * F = (w_1 w_2 - t)^2/2 and its gradient steps.
   *
   * @param lower w_1
   * @param upper w_2
   * @param root q: the hyperbola is w_1 w_2 = q^2
   * @param target t
   * @param eta the stepsize on the hyperbola
   * @param ratio r: w_2 moves with the stepsize r eta
   */
  public record Product(
      BigFraction lower,
      BigFraction upper,
      BigFraction root,
      BigFraction target,
      BigFraction eta,
      BigFraction ratio) {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/stats-change-quickly",
        List.of(
            Parameter.real("w1", "w_1", "weight of the lower layer", "-8", "8", "2"),
            Parameter.real("w2", "w_2", "weight of the upper layer", "-8", "8", "1/2"),
            Parameter.real("q", "q", "weight of both where they are equal", "1/4", "4", "3/2"),
            Parameter.real("t", "t", "target of the product", "-8", "8", "3"),
            Parameter.real("eta", "\\eta", "stepsize on the hyperbola", "1/100", "1", "1/8"),
            Parameter.real("r", "r", "stepsize of w_2 in units of eta", "0", "1", "1")),
        List.of(
            Preset.of("(2, 1/2), target 3", Role.SHARP),
            Preset.of("unbalanced, (1/8, 8)", Role.TYPICAL, "w1", "1/8", "w2", "8", "q", "1"),
            Preset.of("the upper weight frozen", Role.OUTSIDE, "r", "0")));
  }

  @Override
  public Product setting(Values v) {
    return new Product(v.get("w1"), v.get("w2"), v.get("q"), v.get("t"), v.get("eta"), v.get("r"));
  }

  @Override
  public Constants constants(Product of) {
    BigFraction q = of.root();
    return Constants.none()
        .with("w_1", of.lower(), "declared")
        .with("w_2", of.upper(), "declared")
        .with("g", of.lower().multiply(of.upper()).subtract(of.target()), "w_1 w_2 - t")
        .with("q", q, "declared")
        .with("g_q", q.multiply(q).subtract(of.target()), "q^2 - t")
        .with("eta", of.eta(), "declared")
        .with("r", of.ratio(), "declared");
  }

  @Override
  public List<Hypothesis<Product>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "both weights learn with one stepsize",
            of ->
                Status.of(
                    of.ratio().compareTo(BigFraction.ONE) == 0,
                    "r = " + Rationals.show(of.ratio()))));
  }

  @Override
  public List<Claim> claims(Product of) {
    Work work = new Work(of);
    Formula squares = name("w_1").power(2).plus(name("w_2").power(2));
    Formula speed = name("q").power(2).times(A2.plus(number(1).over(A2)));
    return List.of(
        Claim.equal(
            "product along the step",
            new Along("product for eta = k/32", work::product),
            Bound.of(
                term("start", name("w_1").times(name("w_2"))),
                term("first order", number(-1).times(ETA).times(squares).times(name("g"))),
                term("second order", second())),
            STEPS),
        Claim.equal(
            "speed along the hyperbola",
            new Along("speed of the product at (a q, q/a), a = k/4,", work::speed),
            Bound.of("speed", number(-1).times(speed).times(name("g_q"))),
            PLACES),
        Claim.equal(
            "relative change of the hidden mean",
            new Along("change of w_1/w_1 at (a q, q/a), a = k/4,", work::relative),
            Bound.of("change", number(-1).times(name("eta")).times(name("g_q")).over(A2)),
            PLACES));
  }

  @Override
  public List<Claim> otherwise(Product of) {
    Formula squares = name("r").times(name("w_1").power(2)).plus(name("w_2").power(2));
    return List.of(
        Claim.equal(
            "product with two stepsizes",
            new Along("product for eta = k/32", new Work(of)::product),
            Bound.of(
                term("start", name("w_1").times(name("w_2"))),
                term("first order", number(-1).times(ETA).times(squares).times(name("g"))),
                term("second order", name("r").times(second()))),
            STEPS));
  }

  private static Formula second() {
    return ETA.power(2).times(name("w_1")).times(name("w_2")).times(name("g").power(2));
  }

  /** Gradient steps on the two weights. */
  private record Work(Product of) {
    <T extends FieldElement<T>> LongFunction<T> product(LinearAlgebra<T> field) {
      Arithmetic<T> in = field.in();
      return k -> {
        T eta = in.of(k).divide(in.of(32));
        return after(in, in.of(of.lower()), in.of(of.upper()), eta);
      };
    }

    /** (p(1) - p(-1))/2, p(eta) the product after a step: p is quadratic. */
    <T extends FieldElement<T>> LongFunction<T> speed(LinearAlgebra<T> field) {
      Arithmetic<T> in = field.in();
      return k -> {
        T lower = in.of(of.root()).multiply(in.of(k)).divide(in.of(4));
        T upper = in.of(of.root()).multiply(in.of(4)).divide(in.of(k));
        T up = after(in, lower, upper, in.of(1));
        return up.subtract(after(in, lower, upper, in.of(-1))).divide(in.of(2));
      };
    }

    <T extends FieldElement<T>> LongFunction<T> relative(LinearAlgebra<T> field) {
      Arithmetic<T> in = field.in();
      return k -> {
        T lower = in.of(of.root()).multiply(in.of(k)).divide(in.of(4));
        T upper = in.of(of.root()).multiply(in.of(4)).divide(in.of(k));
        return step(in, lower, upper, in.of(of.eta())).divide(lower).subtract(in.of(1));
      };
    }

    private <T extends FieldElement<T>> T after(Arithmetic<T> in, T lower, T upper, T eta) {
      return step(in, lower, upper, eta)
          .multiply(step(in, upper, lower, eta.multiply(in.of(of.ratio()))));
    }

    /** w - eta (partner) (product - t). */
    private <T extends FieldElement<T>> T step(Arithmetic<T> in, T w, T partner, T eta) {
      T off = w.multiply(partner).subtract(in.of(of.target()));
      return w.subtract(eta.multiply(partner).multiply(off));
    }
  }
}
