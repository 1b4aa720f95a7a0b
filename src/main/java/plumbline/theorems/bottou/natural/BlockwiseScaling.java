package plumbline.theorems.bottou.natural;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * A scale for each block turns the natural gradient by an angle whose cosine, in the metric, is
 * (sum s_b q_b)/sqrt((sum s_b^2 q_b)(sum q_b)), s_b = 1/sqrt(mu + v_b) (Bottou, "The pointless
 * remark matters").
 */
public final class BlockwiseScaling implements Theorem<Blocks> {
  private static final Checkpoints SWEEP =
      Checkpoints.of(1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 24, 40);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/blockwise-scaling",
        List.of(
            Parameter.real("g1", "g_1", "first entry of the mean gradient", "-10", "10", "1"),
            Parameter.real("g2", "g_2", "second entry of the mean gradient", "-10", "10", "2"),
            Parameter.real("g3", "g_3", "third entry of the mean gradient", "-10", "10", "2"),
            Parameter.real("sigma", "\\sigma", "noise in every entry", "0", "10", "1"),
            Parameter.real("mu", "\\mu", "regularization under the root", "0", "10", "1/2"),
            Parameter.real("eta", "\\eta", "length", "0.01", "10", "1/2"),
            Parameter.real("h", "h", "coupling of the blocks", "-1/2", "1/2", "0")),
        List.of(
            Preset.of("equal blocks at k = 4", Role.SHARP, "sigma", "0", "mu", "2"),
            Preset.of("noise", Role.TYPICAL),
            Preset.of("unequal blocks", Role.TYPICAL, "g1", "-7", "g2", "5", "mu", "0"),
            Preset.of("coupled blocks", Role.OUTSIDE, "h", "1/2")));
  }

  @Override
  public Blocks setting(Values values) {
    return new Blocks(
        new Vector(List.of(values.get("g1"), values.get("g2"), values.get("g3"))),
        values.get("sigma"),
        values.get("mu"),
        values.get("eta"),
        values.get("h"));
  }

  /**
   * q_b = g_b'G_b^{-1}g_b and v_b = q_b + sigma^2 1'G_b^{-1}1 in closed form; p_b = g_b'd_b and
   * e_ab = d_a'G_ab d_b for d = G^{-1}g.
   */
  @Override
  public Constants constants(Blocks of) {
    BigFraction a = of.mean().exact(0);
    BigFraction b = of.mean().exact(1);
    BigFraction c = of.mean().exact(2);
    BigFraction noise = of.sigma().multiply(of.sigma());
    BigFraction square = a.multiply(a).subtract(a.multiply(b)).add(b.multiply(b));
    BigFraction q1 = square.multiply(2).divide(3);
    BigFraction q2 = c.multiply(c).divide(2);
    LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
    Matrix g = of.metric();
    List<BigFraction> d = exact.solve(exact.lift(g), exact.lift(of.mean()));
    BigFraction cross = of.coupling().multiply(d.get(0)).multiply(d.get(2));
    BigFraction e22 = d.get(2).multiply(d.get(2)).multiply(2);
    return Constants.none()
        .with("eta", of.eta(), "declared")
        .with("mu", of.mu(), "declared")
        .with("q1", q1, "2 (g_1^2 - g_1 g_2 + g_2^2)/3")
        .with("q2", q2, "g_3^2/2")
        .with("v1", q1.add(noise.multiply(2).divide(3)), "q1 + 2 sigma^2/3")
        .with("v2", q2.add(noise.divide(2)), "q2 + sigma^2/2")
        .with("p1", a.multiply(d.get(0)).add(b.multiply(d.get(1))), "g_1 d_1 + g_2 d_2")
        .with("p2", c.multiply(d.get(2)), "g_3 d_3")
        .with("e12", cross, "h d_1 d_3")
        .with(
            "e11",
            new Vector(d).dot(g.times(new Vector(d))).subtract(cross.multiply(2)).subtract(e22),
            "d'G d - 2 e12 - e22")
        .with("e22", e22, "2 d_3^2");
  }

  @Override
  public List<Hypothesis<Blocks>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "G is block-diagonal",
            of -> Status.of(of.coupling().isZero(), "G_13 = " + Rationals.show(of.coupling()))),
        new Hypothesis<>(
            "the gradient and every mu + v_b are not 0",
            of -> {
              Constants c = constants(of);
              double first = c.get("v1") + c.get("mu");
              double second = c.get("v2") + c.get("mu");
              return Status.of(
                  first > 0 && second > 0 && c.get("q1") + c.get("q2") > 0,
                  "mu + v_1 = " + first + ", mu + v_2 = " + second);
            }));
  }

  @Override
  public List<Claim> claims(Blocks of) {
    Formula t = Formula.k().over(4).power(2);
    Formula q1 = Formula.name("q1");
    Formula q2 = Formula.name("q2").times(t);
    Formula s1 = scale(Formula.name("v1"));
    Formula s2 = scale(Formula.name("v2").times(t));
    Formula inner = q1.times(s1).plus(q2.times(s2));
    Formula square = q1.times(s1.power(2)).plus(q2.times(s2.power(2)));
    Formula cosine = inner.over(Formula.sqrt(square.times(q1.plus(q2))));
    return List.of(
        Claim.equal("cosine", new Cosine(of), Bound.of("cosine", cosine), SWEEP),
        Claim.equal(
            "first-order decrease",
            new Decrease(of),
            Bound.of("eta (s_1 q_1 + s_2 q_2)", Formula.name("eta").times(inner)),
            SWEEP));
  }

  /** With d = G^{-1}g, the scaled step has cross terms in the metric. */
  @Override
  public List<Claim> otherwise(Blocks of) {
    if (of.coupling().isZero()) {
      return List.of();
    }
    Formula s1 = scale(Formula.name("v1"));
    Formula s2 = scale(Formula.name("v2"));
    Formula inner = Formula.name("p1").times(s1).plus(Formula.name("p2").times(s2));
    Formula square =
        Formula.name("e11")
            .times(s1.power(2))
            .plus(Formula.name("e12").times(s1).times(s2).times(2))
            .plus(Formula.name("e22").times(s2.power(2)));
    Formula whole = Formula.name("p1").plus(Formula.name("p2"));
    return List.of(
        Claim.equal(
            "cosine of coupled blocks",
            new Cosine(of),
            Bound.of("cosine", inner.over(Formula.sqrt(square.times(whole)))),
            Checkpoints.of(4)));
  }

  /** 1/sqrt(mu + v). */
  private static Formula scale(Formula v) {
    return Formula.number(1).over(Formula.sqrt(Formula.name("mu").plus(v)));
  }

  /** Of the angle, in the metric, between the step and -G^{-1}g. */
  private record Cosine(Blocks of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<List<T>> metric = field.lift(of.metric());
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        List<T> step = of.step(field, k);
        List<T> whole = field.times(in.of(-1), field.solve(metric, of.gradient(field, k)));
        T inner = field.dot(step, field.times(metric, whole));
        T first = field.dot(step, field.times(metric, step));
        T second = field.dot(whole, field.times(metric, whole));
        T left = inner.divide(in.sqrt(first.multiply(second)));
        pairs.add(new Pair<>("second block x " + k + "/4", k, left, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }

  /** -g'delta. */
  private record Decrease(Blocks of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        T left = field.dot(of.gradient(field, k), of.step(field, k)).negate();
        pairs.add(new Pair<>("second block x " + k + "/4", k, left, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }
}
