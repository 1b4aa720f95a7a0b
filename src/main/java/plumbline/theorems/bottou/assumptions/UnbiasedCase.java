package plumbline.theorems.bottou.assumptions;

import static plumbline.formula.Formula.name;
import static plumbline.theorem.Relation.EQUAL;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * If E g = grad F, then (4.7a) and (4.7b) are equalities with mu = mu_G = 1; an index drawn with
 * probability p_i and weighted by 1/(n p_i) is such a g (003, "Moments").
 */
public final class UnbiasedCase implements Theorem<Sampling> {
  private static final Checkpoints DISTANCES = Checkpoints.of(1, 2, 3, 4, 6, 8, 12);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/unbiased-case",
        List.of(
            Parameter.choice("problem", "the least squares", "LS4", "LS"),
            Parameter.choice("draw", "the probabilities of the indices", "uniform", "by-length"),
            Parameter.choice("weights", "what a term is multiplied by", "none", "weighted")),
        List.of(
            preset(SHARP, "four points, uniform", ""),
            preset(SHARP, "four points by length, weighted", "draw=by-length weights=weighted"),
            preset(TYPICAL, "R^3, uniform", "problem=LS"),
            preset(
                TYPICAL, "R^3 by length, weighted", "problem=LS draw=by-length weights=weighted"),
            preset(OUTSIDE, "four points by length, without weights", "draw=by-length")));
  }

  @Override
  public Sampling setting(Values values) {
    return Sampling.of(values);
  }

  @Override
  public Constants constants(Sampling sampling) {
    return Constants.none()
        .with("mu", BigFraction.ONE, "unbiased")
        .with("mu_G", BigFraction.ONE, "unbiased");
  }

  @Override
  public List<Hypothesis<Sampling>> hypotheses() {
    return List.of(
        new Hypothesis<>("E g = grad F: every term counts 1/n in the mean", Sampling::unbiased));
  }

  @Override
  public List<Claim> claims(Sampling sampling) {
    return List.of(
        claim("(4.7a), mu = 1", sampling, Turned.Kind.INNER, name("mu")),
        claim("(4.7b), mu_G = 1", sampling, Turned.Kind.LENGTH, name("mu_G").power(2)));
  }

  /** On the four points E g = (1 + 1 + 16 + 16)/10 w, and grad F = 5/2 w. */
  @Override
  public List<Claim> otherwise(Sampling sampling) {
    if (sampling.objective().centre().dimension() > 1) {
      return List.of();
    }
    Formula longer = Formula.number("34/25");
    return List.of(
        claim("too long by 34/25", sampling, Turned.Kind.INNER, longer),
        claim("too long by 34/25, squared", sampling, Turned.Kind.LENGTH, longer.power(2)));
  }

  private static Claim claim(String name, Sampling s, Turned.Kind kind, Formula bound) {
    return Landscape.claim(name, new Sampling.Measured(s, kind), EQUAL, bound, DISTANCES);
  }
}
