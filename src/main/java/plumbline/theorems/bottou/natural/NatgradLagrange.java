package plumbline.theorems.bottou.natural;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * The step that minimises g'delta + delta'G delta/(2 gamma) is -gamma G^{-1}g, and lowers it by
 * gamma g'G^{-1}g/2 (Bottou, "Classic natural gradient").
 */
public final class NatgradLagrange implements Theorem<Geometry> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/natgrad-lagrange",
        Geometries.parameters(),
        List.of(
            Preset.of(
                "axes not the coordinates'",
                Role.SHARP,
                "metric",
                Geometries.ROTATED,
                "g1",
                "-1",
                "g2",
                "2",
                "gamma",
                "1"),
            Preset.of("two weights", Role.TYPICAL),
            Preset.of("three weights", Role.TYPICAL, "metric", Geometries.THREE, "gamma", "3"),
            Preset.of(
                "G singular, g not in its range", Role.OUTSIDE, "metric", Geometries.SINGULAR),
            Preset.of("G indefinite", Role.OUTSIDE, "metric", Geometries.INDEFINITE)));
  }

  @Override
  public Geometry setting(Values values) {
    return Geometries.of(values);
  }

  @Override
  public Constants constants(Geometry of) {
    return of.constants();
  }

  @Override
  public List<Hypothesis<Geometry>> hypotheses() {
    return List.of(Geometries.definite());
  }

  @Override
  public List<Claim> claims(Geometry of) {
    Formula gamma = Formula.name("gamma");
    Bound least = Bound.of("gamma g'G^-1 g/2", gamma.times(Formula.name("q")).over(2));
    return List.of(
        Claim.equal(
            "minimizer", new Minimizer(of), Bound.of("length", gamma), Checkpoints.range(1, 20)),
        Claim.atMost("best decrease", new Decrease(of), least, Checkpoints.range(0, 32)),
        Claim.equal(
            "best decrease, attained", new Decrease(of), least, Checkpoints.of(Geometry.MIDDLE)));
  }

  /** Along n the model falls by k n'g - k^2 n'Gn/(2 gamma): without end. */
  @Override
  public List<Claim> otherwise(Geometry of) {
    if (of.witness().squaredNorm().isZero()) {
      return List.of();
    }
    Formula bent = Formula.k().power(2).times(Formula.name("bend")).over(Formula.name("gamma"));
    Bound fall =
        Bound.of(
            Bound.term("slope", Formula.k().times(Formula.name("slope"))),
            Bound.term("bend", bent.over(-2)));
    return List.of(Claim.equal("decrease along n", new Along(of), fall, Checkpoints.range(1, 40)));
  }

  /** m(delta) = g'delta + delta'G delta/(2 gamma). */
  private static <T extends FieldElement<T>> T model(
      LinearAlgebra<T> field, Geometry of, List<T> delta) {
    T twice = field.in().of(of.gamma().multiply(2));
    return field
        .dot(field.lift(of.gradient()), delta)
        .add(of.squaredLength(field, delta).divide(twice));
  }

  /**
   * m(delta) - m(delta_*) = (delta - delta_*)'G(delta - delta_*)/(2 gamma) at points delta off
   * delta_* = -bound G^{-1}g, which makes delta_* the minimizer.
   */
  private record Minimizer(Geometry of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      T twice = in.of(of.gamma().multiply(2));
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        List<T> star = field.times(bound.at(in, constants, k).negate(), of.natural(field));
        T step = in.of(Rationals.of(k, 10));
        List<T> off = field.vector(of.dimension(), j -> j == k % of.dimension() ? step : in.of(0));
        T left = model(field, of, field.plus(star, off)).subtract(model(field, of, star));
        T right = of.squaredLength(field, off).divide(twice);
        pairs.add(new Pair<>("moved by " + k + "/10", k, left, right));
      }
      return pairs;
    }
  }

  /** -m at the best multiple of a direction u: gamma (g'u)^2/(2 u'Gu). */
  private record Decrease(Geometry of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        List<T> u = of.direction(field, k);
        T slope = field.dot(field.lift(of.gradient()), u);
        T best = slope.multiply(in.of(of.gamma())).divide(of.squaredLength(field, u)).negate();
        T left = model(field, of, field.times(best, u)).negate();
        pairs.add(new Pair<>("direction " + k, k, left, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }

  /** -m(-k n). */
  private record Along(Geometry of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<T> n = field.lift(of.witness());
      return points.at().stream()
          .map(
              k ->
                  new Pair<>(
                      "multiple " + k,
                      k,
                      model(field, of, field.times(in.of(-k), n)).negate(),
                      bound.at(in, constants, k)))
          .toList();
    }
  }
}
