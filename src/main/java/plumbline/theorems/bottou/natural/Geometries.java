package plumbline.theorems.bottou.natural;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Formula;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/** Metrics, gradients and lengths to choose from, and what several cards say of them. */
final class Geometries {
  /** uu' + 4vv' with u = (3, 4)/5, v = (-4, 3)/5. */
  static final String ROTATED = "rotated";

  static final String TILTED = "tilted";
  static final String THREE = "three";
  static final String DIAGONAL = "diagonal";
  static final String SINGULAR = "singular";
  static final String INDEFINITE = "indefinite";
  static final String ONE = "one";
  static final String EACH = "one a coordinate";

  static final Preset SHARP =
      Preset.of(
          "axes not the coordinates', q = 2",
          Role.SHARP,
          "metric",
          ROTATED,
          "g1",
          "-1",
          "g2",
          "2",
          "eta",
          "1/2");
  static final Preset TYPICAL = Preset.of("two weights, eta = 0.7", Role.TYPICAL);
  static final Preset THREE_WEIGHTS =
      Preset.of("three weights", Role.TYPICAL, "metric", THREE, "eta", "2");

  private Geometries() {}

  static List<Parameter> parameters() {
    return List.of(
        Parameter.choice(
            "metric", "which matrix G", TILTED, ROTATED, THREE, DIAGONAL, SINGULAR, INDEFINITE),
        Parameter.real("g1", "g_1", "first entry of the gradient", "-10", "10", "4"),
        Parameter.real("g2", "g_2", "second entry of the gradient", "-10", "10", "-1"),
        Parameter.real("gamma", "\\gamma", "inverse multiplier of the length", "0.01", "10", "1/2"),
        Parameter.real("eta", "\\eta", "root of half the squared length", "0.01", "10", "7/10"));
  }

  static List<Parameter> parametersWithRadii() {
    List<Parameter> parameters = new ArrayList<>(parameters());
    parameters.add(Parameter.choice("radii", "how many radii there are", ONE, EACH));
    return parameters;
  }

  static Geometry of(Values values) {
    String name = values.choice("metric");
    Matrix metric =
        switch (name) {
          case ROTATED -> Instances.rotated(BigFraction.ONE, new BigFraction(4)).hessian();
          case TILTED -> Matrix.parse("2 1; 1 3");
          case THREE -> Matrix.parse("4 1 0; 1 3 1; 0 1 2");
          case DIAGONAL -> Matrix.parse("1 0; 0 4");
          case SINGULAR -> Matrix.parse("1 2; 2 4");
          case INDEFINITE -> Matrix.parse("1 0; 0 -1");
          default -> throw new IllegalArgumentException("no metric named " + name);
        };
    Vector witness =
        switch (name) {
          case SINGULAR -> Vector.parse("2 -1");
          case INDEFINITE -> Vector.parse("0 1");
          default -> Vector.constant(metric.height(), BigFraction.ZERO);
        };
    List<BigFraction> gradient = new ArrayList<>(List.of(values.get("g1"), values.get("g2")));
    if (metric.height() == 3) {
      gradient.add(new BigFraction(2));
    }
    boolean each = EACH.equals(values.text().get("radii"));
    return new Geometry(
        metric,
        new Vector(gradient),
        witness,
        values.get("gamma"),
        values.get("eta"),
        each ? Geometry.Radii.ONE_A_COORDINATE : Geometry.Radii.ONE);
  }

  static Hypothesis<Geometry> definite() {
    return new Hypothesis<>("G is symmetric positive definite", Geometry::definite);
  }

  static Hypothesis<Geometry> gradient() {
    return new Hypothesis<>(
        "g is not 0",
        of ->
            Status.of(
                !of.gradient().squaredNorm().isZero(),
                "|g|^2 = " + of.gradient().squaredNorm().doubleValue()));
  }

  /** sqrt(2) eta/sqrt(q), the number before G^{-1}g, as eta/sqrt(q/2). */
  static Formula length() {
    return Formula.name("eta").over(Formula.sqrt(Formula.name("q").over(2)));
  }

  /** sqrt(2) eta sqrt(q). */
  static Bound decrease() {
    Formula root = Formula.sqrt(Formula.number(2).times(Formula.name("q")));
    return Bound.of("sqrt(2) eta |g|", Formula.name("eta").times(root));
  }
}
