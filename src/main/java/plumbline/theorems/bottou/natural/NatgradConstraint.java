package plumbline.theorems.bottou.natural;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
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
 * The step that minimises g'delta under delta'G delta/2 &lt;= eta^2 is -sqrt(2) eta
 * G^{-1}g/sqrt(g'G^{-1}g) (Bottou, "Another natural gradient...").
 */
public final class NatgradConstraint implements Theorem<Geometry> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/natgrad-constraint",
        Geometries.parameters(),
        List.of(
            Geometries.SHARP,
            Geometries.TYPICAL,
            Geometries.THREE_WEIGHTS,
            Preset.of("G singular", Role.OUTSIDE, "metric", Geometries.SINGULAR)));
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
    return List.of(Geometries.definite(), Geometries.gradient());
  }

  @Override
  public List<Claim> claims(Geometry of) {
    return List.of(
        decrease("best decrease", of, Geometries.decrease()),
        Claim.equal(
            "best decrease, attained",
            new OnBoundary(of),
            Geometries.decrease(),
            Checkpoints.of(Geometry.MIDDLE)),
        filled("constraint is active", of, Geometries.length()));
  }

  /** Along n no squared length is positive: k steps of -n, all allowed, lower g'delta by k n'g. */
  @Override
  public List<Claim> otherwise(Geometry of) {
    if (of.witness().squaredNorm().isZero()) {
      return List.of();
    }
    Bound fall = Bound.of("k n'g", Formula.k().times(Formula.name("slope")));
    return List.of(Claim.equal("decrease along n", new Along(of), fall, Checkpoints.range(1, 40)));
  }

  /** What is gained on the boundary, in a fan of directions. */
  static Claim decrease(String name, Geometry of, Bound bound) {
    return Claim.atMost(name, new OnBoundary(of), bound, Checkpoints.range(0, 32));
  }

  /** delta'G delta/2 = eta^2 for delta = -length G^{-1}g. */
  static Claim filled(String name, Geometry of, Formula length) {
    return Claim.equal(name, new Filled(of), Bound.of("length", length), Checkpoints.of(0));
  }

  /** -g'delta, delta the multiple of a direction with delta'G delta/2 = eta^2 that goes down. */
  private record OnBoundary(Geometry of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      T eta = in.of(of.eta());
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        List<T> u = of.direction(field, k);
        T half = of.squaredLength(field, u).divide(in.of(2));
        T slope = in.abs(field.dot(field.lift(of.gradient()), u));
        T left = eta.multiply(slope).divide(in.sqrt(half));
        pairs.add(new Pair<>("direction " + k, k, left, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }

  private record Filled(Geometry of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      T length = bound.at(in, constants, 0).negate();
      List<T> delta = field.times(length, of.natural(field));
      T left = of.squaredLength(field, delta).divide(in.of(2));
      T eta = in.of(of.eta());
      return List.of(new Pair<>("delta'G delta/2", 0, left, eta.multiply(eta)));
    }
  }

  /** -g'delta at delta = -k n, whose squared length is k^2 n'Gn &lt;= 0. */
  private record Along(Geometry of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        List<T> delta = field.times(in.of(-k), field.lift(of.witness()));
        T gain = field.dot(field.lift(of.gradient()), delta).negate();
        pairs.add(new Pair<>("k = " + k, k, gain, bound.at(in, constants, k)));
        T bend = in.of(constants.exact("bend")).multiply(in.of(k)).multiply(in.of(k));
        pairs.add(new Pair<>("squared length at " + k, k, of.squaredLength(field, delta), bend));
      }
      return pairs;
    }
  }
}
