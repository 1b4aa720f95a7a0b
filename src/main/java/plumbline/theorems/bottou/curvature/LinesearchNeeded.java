package plumbline.theorems.bottou.curvature;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.problem.Spectrum;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * An exact line search on one example of least squares contracts E|w_k - w_*|^2 by 1 - sigma where
 * all examples are interpolated, and stalls where they are not (after 003, l.799-806).
 */
public final class LinesearchNeeded implements Theorem<SingleExamples.Examples> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/linesearch-needed",
        List.of(
            Parameter.choice("data", "the examples", "ORTHOGONAL", "OBLIQUE", "FOUR_POINTS"),
            Parameter.real("start", "w_0", "every coordinate of w_0", "1/10", "10", "2")),
        List.of(
            preset(SHARP, "two orthogonal inputs, interpolated", ""),
            preset(TYPICAL, "three oblique inputs, interpolated", "data=OBLIQUE"),
            preset(OUTSIDE, "four points that no line passes", "data=FOUR_POINTS")));
  }

  @Override
  public SingleExamples.Examples setting(Values values) {
    Matrix inputs =
        Matrix.parse(
            switch (values.choice("data")) {
              case "ORTHOGONAL" -> "1 0; 0 3";
              case "OBLIQUE" -> "1 0; 3 4; 3 -4";
              default -> "1; 1; 2; 2";
            });
    boolean four = inputs.width() == 1;
    return new SingleExamples.Examples(
        inputs,
        four ? Vector.parse("1 -1 1/2 -1/2") : Vector.constant(inputs.height(), BigFraction.ZERO),
        Vector.constant(inputs.width(), values.get("start")));
  }

  @Override
  public Constants constants(SingleExamples.Examples of) {
    return Constants.none()
        .with("sigma", sigma(of), "the smallest eigenvalue of the mean of x x'/|x|^2")
        .with("r2", of.start().squaredNorm(), "|w_0 - w_*|^2");
  }

  /** Both means are diagonal. */
  private static BigFraction sigma(SingleExamples.Examples of) {
    Matrix mean = of.mean();
    BigFraction least = mean.exact(0, 0);
    for (int i = 1; i < mean.height(); i++) {
      least = mean.exact(i, i).compareTo(least) < 0 ? mean.exact(i, i) : least;
    }
    return least;
  }

  @Override
  public List<Hypothesis<SingleExamples.Examples>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "one w fits all examples",
            of ->
                Status.of(
                    of.interpolated(),
                    of.interpolated()
                        ? "all residuals at w_* are 0"
                        : "the residuals at w_* = 0 are 1, -1, 1/2, -1/2")),
        new Hypothesis<>(
            "sigma is a lower bound on the mean of x x'/|x|^2",
            of ->
                Status.of(
                    Spectrum.above(of.mean(), sigma(of)) != Spectrum.Sign.INDEFINITE,
                    "by elimination in rationals, sigma = " + Rationals.show(sigma(of)))));
  }

  @Override
  public List<Claim> claims(SingleExamples.Examples of) {
    Formula bound = number(1).minus(name("sigma")).power(k()).times(name("r2"));
    List<Claim> claims = new ArrayList<>();
    claims.add(claim("E|w_k - w_*|^2", Relation.AT_MOST, of, bound, 40));
    boolean alike = Spectrum.below(of.mean(), sigma(of)) != Spectrum.Sign.INDEFINITE;
    if (of.interpolated() && alike) {
      // the mean of x x'/|x|^2 is sigma times the identity
      claims.add(claim("E|w_k - w_*|^2, attained", Relation.EQUAL, of, bound, 40));
    }
    return claims;
  }

  /**
   * In one dimension every step ends at y/x of its own example, whatever came before: the mean of
   * (y/x)^2 over the four points is 17/32.
   */
  @Override
  public List<Claim> otherwise(SingleExamples.Examples of) {
    if (of.interpolated()) {
      return List.of();
    }
    return List.of(
        claim(
            "where it stalls",
            Relation.EQUAL,
            of,
            Formula.max(number(0), number(1).minus(k()))
                .times(name("r2").minus(number("17/32")))
                .plus(number("17/32")),
            40));
  }

  private static Claim claim(
      String name, Relation relation, SingleExamples.Examples of, Formula bound, long last) {
    return new Claim.Exactly(
        name,
        relation,
        new SingleExamples(of, BigFraction.ONE),
        Bound.of("distance", bound),
        Checkpoints.range(0, last));
  }
}
