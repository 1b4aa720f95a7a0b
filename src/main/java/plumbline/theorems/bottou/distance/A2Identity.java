package plumbline.theorems.bottou.distance;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import java.util.Locale;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * (A.2): if g has the mean ghat, E|w_{k+1} - z|^2 - |w_k - z|^2 = -2 alpha_k ghat'(w_k - z) +
 * alpha_k^2 E|g|^2 for every fixed z, a minimizer or not, F smooth or not.
 */
public final class A2Identity implements Theorem<FiniteSum> {
  private static final Formula STEP = name("beta").over(k());
  private static final Checkpoints POINTS = Checkpoints.of(1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/A2-identity",
        List.of(
            Parameter.choice("loss", "the loss of x'w and y", "absolute", "hinge", "square"),
            Parameter.real("beta", "\\beta", "alpha_k = beta/k", "0.01", "10", "3/4"),
            Parameter.real("z1", "z_1", "reference point", "-10", "10", "1"),
            Parameter.real("z2", "z_2", "reference point", "-10", "10", "-1/2"),
            Parameter.real("bias", "b", "added to both coordinates of g", "-10", "10", "0")),
        List.of(
            preset(SHARP, "absolute values", ""),
            preset(SHARP, "hinge, z far from a minimum", "loss=hinge z1=-3 z2=5"),
            preset(TYPICAL, "least squares", "loss=square beta=1/3"),
            preset(OUTSIDE, "biased gradients", "bias=1/2")));
  }

  @Override
  public FiniteSum setting(Values v) {
    return new FiniteSum(
        FiniteSum.Loss.valueOf(v.choice("loss").toUpperCase(Locale.ROOT)),
        Vector.constant(2, v.get("bias")),
        new Vector(List.of(v.get("z1"), v.get("z2"))),
        v.get("beta"));
  }

  @Override
  public Constants constants(FiniteSum of) {
    return of.constants();
  }

  @Override
  public List<Hypothesis<FiniteSum>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "the mean of g is ghat, a subgradient of F",
            of ->
                Status.of(
                    of.bias().exact(0).isZero(),
                    "the mean of g differs by " + Rationals.show(of.bias().exact(0)))));
  }

  @Override
  public List<Claim> claims(FiniteSum of) {
    return List.of(claim("(A.2)", of, SquaredDistance.Mean.SUBGRADIENT));
  }

  private static Claim claim(String name, FiniteSum of, SquaredDistance.Mean mean) {
    return Claim.equal(
        name,
        new SquaredDistance(of, mean),
        Bound.of(
            term(SquaredDistance.DECREASE, number(-2).times(STEP)),
            term(SquaredDistance.NOISE, STEP.power(2))),
        POINTS);
  }

  /** With what the mean of g really is, the identity holds as well. */
  @Override
  public List<Claim> otherwise(FiniteSum of) {
    return List.of(claim("with the mean of g itself", of, SquaredDistance.Mean.OF_ORACLE));
  }
}
