package plumbline.theorems.bottou.distance;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
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
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/**
 * A step along H grad F with H positive definite decreases F, since grad F'H grad F &gt; 0, and may
 * all the same lead away from the minimizer: (w - w_*)'H grad F may be negative.
 *
 * <p>On F = w'diag(1, kappa)w/2, H = [[h1, -rho], [-rho, h2]], w = (1, t): the one is h1 - 2 rho
 * kappa t + h2 (kappa t)^2, the other h1 - rho (kappa + 1) t + h2 kappa t^2. Source: 003,
 * "Smoothness versus Convexity", last item.
 */
public final class A2SecondOrder implements Theorem<Preconditioned> {
  private static final Formula T = k().over(100);
  private static final Formula SLOPE = name("kappa").times(T);
  private static final Formula ALPHA = name("alpha");

  /** det H/h2. */
  private static final Formula LEAST =
      name("h1").times(name("h2")).minus(name("rho").power(2)).over(name("h2"));

  private static final Checkpoints POINTS = Checkpoints.range(0, 40);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/A2-second-order",
        List.of(
            Parameter.real("kappa", "\\kappa", "second curvature", "0.01", "1e4", "100"),
            Parameter.real("h1", "h_1", "entry of H", "0.01", "10", "1"),
            Parameter.real("h2", "h_2", "entry of H", "0.001", "10", "1"),
            Parameter.real("rho", "\\rho", "minus the other entry of H", "-10", "10", "9/10"),
            Parameter.real("alpha", "\\alpha", "length of the step", "1e-6", "1", "1/1000")),
        List.of(
            preset(SHARP, "the worked example", ""),
            preset(SHARP, "least decrease at w_2 = 1/100", "h2=1/2 rho=1/2"),
            preset(TYPICAL, "condition 25, other entries", "kappa=25 h1=2 h2=1/2 rho=4/5"),
            preset(TYPICAL, "H = 1", "rho=0"),
            preset(TYPICAL, "Newton: H inverts the Hessian", "rho=0 h2=1/100 alpha=1/2"),
            preset(OUTSIDE, "H is indefinite", "rho=2")));
  }

  @Override
  public Preconditioned setting(Values v) {
    BigFraction off = v.get("rho").negate();
    Matrix h =
        new Matrix(
            List.of(new Vector(List.of(v.get("h1"), off)), new Vector(List.of(off, v.get("h2")))));
    return new Preconditioned(v.get("kappa"), h, v.get("rho"), v.get("alpha"));
  }

  @Override
  public Constants constants(Preconditioned of) {
    return of.constants();
  }

  @Override
  public List<Hypothesis<Preconditioned>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "H is symmetric positive definite",
            of ->
                Status.of(
                    of.determinant().signum() > 0,
                    "h1 > 0, and its determinant is " + Rationals.show(of.determinant()))));
  }

  @Override
  public List<Claim> claims(Preconditioned of) {
    List<Claim> claims = new ArrayList<>(numbers(of));
    // the least of h1 x^2 - 2 rho x y + h2 y^2 at x = 1 is the determinant over h2
    Bound least = Bound.of("det H/h2, never below 0", Formula.max(number(0), LEAST));
    Trial descent = new Preconditioned.Compared(of, Preconditioned.Left.DESCENT);
    claims.add(Claim.atLeast("F decreases", descent, least, POINTS));
    if (of.determinant().signum() > 0) {
      leastAt(of)
          .ifPresent(at -> claims.add(Claim.equal("F decreases, attained", descent, least, at)));
    }
    if (of.determinant().signum() != 0) {
      claims.add(
          claim(
              "repaired: distance in the norm of H^-1",
              Relation.EQUAL,
              of,
              Preconditioned.Left.CHANGE_IN_OWN_NORM,
              Bound.of(
                  term("decrease", number(-2).times(number(1).plus(SLOPE.times(T)))),
                  term("length", ALPHA.times(descent())))));
    }
    return claims;
  }

  private static List<Claim> numbers(Preconditioned of) {
    Bound.Term inner = term("-2 (w - w_*)'H grad F", number(-2).times(distance()));
    return List.of(
        claim(
            "(w - w_*)'H grad F",
            Relation.EQUAL,
            of,
            Preconditioned.Left.DISTANCE,
            Bound.of("inner product", distance())),
        claim(
            "grad F'H grad F",
            Relation.EQUAL,
            of,
            Preconditioned.Left.DESCENT,
            Bound.of("inner product", descent())),
        // |w - alpha d|^2 - |w|^2 is at least -2 alpha w'd
        claim(
            "distance after a step",
            Relation.AT_LEAST,
            of,
            Preconditioned.Left.CHANGE,
            Bound.of(inner)),
        claim(
            "distance after a step, with its length",
            Relation.EQUAL,
            of,
            Preconditioned.Left.CHANGE,
            Bound.of(inner, term("alpha |H grad F|^2", ALPHA.times(squaredLength())))));
  }

  private static Formula distance() {
    return name("h1")
        .minus(name("rho").times(name("kappa").plus(1)).times(T))
        .plus(name("h2").times(SLOPE).times(T));
  }

  private static Formula descent() {
    return name("h1")
        .minus(number(2).times(name("rho")).times(SLOPE))
        .plus(name("h2").times(SLOPE.power(2)));
  }

  /** |H grad F|^2. */
  private static Formula squaredLength() {
    Formula first = name("h1").minus(name("rho").times(SLOPE));
    Formula second = name("h2").times(SLOPE).minus(name("rho"));
    return first.power(2).plus(second.power(2));
  }

  private static Claim claim(
      String name, Relation relation, Preconditioned of, Preconditioned.Left left, Bound bound) {
    return new Claim.Exactly(name, relation, new Preconditioned.Compared(of, left), bound, POINTS);
  }

  /** Where kappa t = rho/h2, an indefinite H leads uphill. */
  @Override
  public List<Claim> otherwise(Preconditioned of) {
    Optional<Checkpoints> at = leastAt(of);
    if (of.determinant().signum() >= 0 || at.isEmpty()) {
      return List.of();
    }
    return List.of(
        Claim.equal(
            "F increases",
            new Preconditioned.Compared(of, Preconditioned.Left.DESCENT),
            Bound.of("det H/h2", LEAST),
            at.get()));
  }

  /** The point of the grid where kappa t = rho/h2, if there is one. */
  private static Optional<Checkpoints> leastAt(Preconditioned of) {
    BigFraction t = of.rho().divide(of.scaling().exact(1, 1)).divide(of.kappa()).multiply(100);
    return t.getDenominator().equals(BigInteger.ONE) && t.signum() >= 0
        ? Optional.of(Checkpoints.of(t.getNumerator().longValueExact()))
        : Optional.empty();
  }
}
