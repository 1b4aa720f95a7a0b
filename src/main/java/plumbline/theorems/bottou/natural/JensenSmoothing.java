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
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * E[g'G^{-1}g] exceeds that of the mean gradient by tr(G^{-1}Cov(g)), and that of a batch's mean by
 * the B-th part of it (Bottou, "Singularities").
 */
public final class JensenSmoothing implements Theorem<Draws> {
  private static final String TILTED = "tilted";
  private static final String INDEFINITE = "indefinite";

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/jensen-smoothing",
        List.of(
            Parameter.choice("metric", "which matrix G", TILTED, INDEFINITE),
            Parameter.choice("noise", "which weights are noisy", "both", "the second"),
            Parameter.real("g1", "g_1", "first entry of the mean gradient", "-10", "10", "4"),
            Parameter.real("g2", "g_2", "second entry of the mean gradient", "-10", "10", "-1"),
            Parameter.real("sigma", "\\sigma", "size of the noise", "0", "20", "6")),
        List.of(
            Preset.of("noise from 0 on", Role.SHARP),
            Preset.of("small mean", Role.TYPICAL, "g1", "1/10", "g2", "1/5", "sigma", "1"),
            Preset.of("noise in one weight", Role.TYPICAL, "noise", "the second", "sigma", "3"),
            Preset.of(
                "G indefinite, noise in the second weight",
                Role.OUTSIDE,
                "metric",
                INDEFINITE,
                "noise",
                "the second")));
  }

  @Override
  public Draws setting(Values values) {
    boolean both = values.choice("noise").equals("both");
    List<Vector> noise = new ArrayList<>();
    for (String z : both ? List.of("1 0", "0 1", "-1 -1") : List.of("0 1", "0 0", "0 -1")) {
      Vector unit = Vector.parse(z);
      noise.add(Vector.generate(2, j -> unit.exact(j).multiply(values.get("sigma"))));
    }
    return new Draws(
        Matrix.parse(values.choice("metric").equals(TILTED) ? "2 1; 1 3" : "1 0; 0 -1"),
        new Vector(List.of(values.get("g1"), values.get("g2"))),
        noise);
  }

  @Override
  public Constants constants(Draws of) {
    LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
    List<BigFraction> second =
        of.noise().stream().map(z -> z.exact(1).multiply(z.exact(1))).toList();
    return Constants.none()
        .with("signal", of.signal(), "g'G^-1 g of the mean")
        .with("spread", of.spread(), "tr(G^-1 Cov)")
        .with("variance", exact.mean(second), "Cov_22");
  }

  @Override
  public List<Hypothesis<Draws>> hypotheses() {
    return List.of(new Hypothesis<>("G is symmetric positive definite", Draws::definite));
  }

  @Override
  public List<Claim> claims(Draws of) {
    Formula signal = Formula.name("signal");
    Formula spread = Formula.name("spread");
    return List.of(
        Claim.atLeast(
            "Jensen", new Noise(of), Bound.of("signal", signal), Checkpoints.range(0, 20)),
        Claim.equal(
            "noise adds its trace",
            new Noise(of),
            Bound.of(
                Bound.term("signal", signal),
                Bound.term("spread", spread.times(Formula.k().over(10).power(2)))),
            Checkpoints.range(0, 20)),
        Claim.equal(
            "batch of B",
            new Batch(of),
            Bound.of(
                Bound.term("signal", signal), Bound.term("spread/B", spread.over(Formula.k()))),
            Checkpoints.range(1, 5)));
  }

  /** With G = diag(1, -1) and noise in the second weight, the noise counts as a loss. */
  @Override
  public List<Claim> otherwise(Draws of) {
    if (of.metric().exact(1, 1).signum() > 0) {
      return List.of();
    }
    Formula rest =
        of.noise().get(0).exact(0).isZero() ? Formula.number(0) : Formula.name("variance");
    Formula loss = rest.minus(Formula.name("variance"));
    return List.of(
        Claim.equal(
            "batch of B, signs of G",
            new Batch(of),
            Bound.of(
                Bound.term("signal", Formula.name("signal")),
                Bound.term("loss", loss.over(Formula.k()))),
            Checkpoints.range(1, 5)));
  }

  /** E[g'G^{-1}g] with k/10 of the noise. */
  private record Noise(Draws of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      return points.at().stream()
          .map(
              k -> {
                T left = of.expected(field, 1, Rationals.of(k, 10));
                return new Pair<>("noise x " + k + "/10", k, left, bound.at(in, constants, k));
              })
          .toList();
    }
  }

  /** E of the square of the mean of B = k draws. */
  private record Batch(Draws of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      return points.at().stream()
          .map(
              k -> {
                T left = of.expected(field, Math.toIntExact(k), BigFraction.ONE);
                return new Pair<>("B = " + k, k, left, bound.at(in, constants, k));
              })
          .toList();
    }
  }
}
