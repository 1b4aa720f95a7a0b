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
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * The step of radius eta and the step of multiplier gamma have the same direction; the first is
 * sqrt(2) eta/(gamma sqrt(g'G^{-1}g)) times as long (Bottou, "Another natural gradient...").
 */
public final class NatgradSameDirection implements Theorem<Geometry> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/natgrad-same-direction",
        Geometries.parametersWithRadii(),
        List.of(
            Geometries.SHARP,
            Geometries.TYPICAL,
            Geometries.THREE_WEIGHTS,
            Preset.of(
                "a radius for each weight",
                Role.OUTSIDE,
                "metric",
                Geometries.DIAGONAL,
                "g1",
                "3",
                "g2",
                "8",
                "radii",
                Geometries.EACH)));
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
    return List.of(
        Geometries.definite(),
        Geometries.gradient(),
        new Hypothesis<>(
            "one radius holds for all weights",
            of ->
                of.radii() == Geometry.Radii.ONE
                    ? Status.certified("one radius is prescribed")
                    : new Status.Refuted("each weight has a radius of its own")));
  }

  @Override
  public List<Claim> claims(Geometry of) {
    Formula gamma = Formula.name("gamma");
    Bound ratio = Bound.of("ratio", Geometries.length().over(gamma));
    Bound along = Bound.of("ratio", Geometries.length().over(gamma.times(Formula.k()).over(8)));
    return List.of(
        Claim.equal("same direction", new Coordinates(of), ratio, Checkpoints.of(0)),
        Claim.equal("ratio of lengths", new Lengths(of), along, Checkpoints.range(1, 32)));
  }

  /** With a radius for each weight and G diagonal, (sum of sqrt(q_j))/sqrt(d sum of q_j). */
  @Override
  public List<Claim> otherwise(Geometry of) {
    if (of.radii() == Geometry.Radii.ONE || !of.metric().isDiagonal()) {
      return List.of();
    }
    Formula q1 = Formula.name("q1");
    Formula q2 = Formula.name("q2");
    Formula cosine =
        Formula.sqrt(q1)
            .plus(Formula.sqrt(q2))
            .over(Formula.sqrt(Formula.number(2).times(q1.plus(q2))));
    return List.of(
        Claim.equal(
            "cosine of the two", new Cosine(of), Bound.of("cosine", cosine), Checkpoints.of(0)));
  }

  /** The step of least g'delta within the radius or the radii, by LDL'. */
  private static <T extends FieldElement<T>> List<T> within(LinearAlgebra<T> field, Geometry of) {
    T squared = field.in().of(of.eta().multiply(of.eta()).multiply(2));
    List<List<T>> metric = field.lift(of.metric());
    List<T> slope = field.lift(of.gradient());
    if (of.radii() == Geometry.Radii.ONE) {
      return Ellipsoid.of(field, metric).lowest(slope, squared);
    }
    return field.vector(
        of.dimension(),
        j ->
            Ellipsoid.of(field, List.of(List.of(metric.get(j).get(j))))
                .lowest(List.of(slope.get(j)), squared)
                .get(0));
  }

  /** -gamma G^{-1}g. */
  private static <T extends FieldElement<T>> List<T> multiplied(
      LinearAlgebra<T> field, Geometry of, T gamma) {
    return field.times(gamma.negate(), of.natural(field));
  }

  private record Coordinates(Geometry of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<T> left = within(field, of);
      List<T> right =
          field.times(bound.at(in, constants, 0), multiplied(field, of, in.of(of.gamma())));
      List<Pair<T>> pairs = new ArrayList<>();
      for (int j = 0; j < left.size(); j++) {
        pairs.add(new Pair<>("coordinate " + (j + 1), 0, left.get(j), right.get(j)));
      }
      return pairs;
    }
  }

  /** The ratio of the lengths in the metric, the multiplier being k gamma/8. */
  private record Lengths(Geometry of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      T radius = of.squaredLength(field, within(field, of));
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        T gamma = in.of(of.gamma().multiply(Rationals.of(k, 8)));
        T length = of.squaredLength(field, multiplied(field, of, gamma));
        T left = in.sqrt(radius.divide(length));
        pairs.add(new Pair<>("gamma x " + k + "/8", k, left, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }

  /** Of the angle between the two in the metric. */
  private record Cosine(Geometry of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<T> x = within(field, of);
      List<T> y = multiplied(field, of, in.of(of.gamma()));
      T inner = field.dot(x, field.times(field.lift(of.metric()), y));
      T norms = of.squaredLength(field, x).multiply(of.squaredLength(field, y));
      T left = inner.divide(in.sqrt(norms));
      return List.of(new Pair<>("cosine", 0, left, bound.at(in, constants, 0)));
    }
  }
}
