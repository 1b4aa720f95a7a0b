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
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.problem.Spectrum;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/**
 * Directions d_t = -g_t + lambda_t d_{t-1}, conjugate to the one before, with exact line search on
 * a quadratic: conjugate to all before, done in d steps, the same points as BFGS (003, "Standard
 * solutions for batch optimization").
 */
public final class ConjugateDirections implements Theorem<Quadratics> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/conjugate-directions",
        List.of(
            Parameter.integer("d", "d", "dimension", "2", "5", "4"),
            Parameter.real("kappa", "\\kappa", "condition number, L with c = 1", "2", "100", "9"),
            Parameter.choice("start", "components of w_0", "EQUAL", "WORST"),
            Parameter.real(
                "share", "\\theta", "share of the exact line search", "1/2", "3/2", "1")),
        List.of(
            preset(SHARP, "the worst start in two dimensions", "d=2 start=WORST"),
            preset(TYPICAL, "d = 4", ""),
            preset(TYPICAL, "d = 5, condition 50", "d=5 kappa=50"),
            preset(OUTSIDE, "nine tenths of the line search", "d=2 share=9/10")));
  }

  @Override
  public Quadratics setting(Values values) {
    return Quadratics.of(values);
  }

  @Override
  public Constants constants(Quadratics of) {
    return Constants.none()
        .with("kappa", of.kappa(), "largest over smallest eigenvalue, exact")
        .with("theta", of.share(), "declared")
        .with("E_0", of.firstEnergy(), "E(w_0)");
  }

  @Override
  public List<Hypothesis<Quadratics>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "E is quadratic with H symmetric positive definite",
            of ->
                Status.of(
                    Spectrum.sign(of.hessian()) == Spectrum.Sign.DEFINITE,
                    "by elimination in rationals; its eigenvalues go from 1 to kappa")),
        new Hypothesis<>(
            "the line search is exact",
            of ->
                Status.of(
                    of.exactSearch(),
                    "it goes " + Rationals.show(of.share()) + " of the way to the minimum")));
  }

  @Override
  public List<Claim> claims(Quadratics of) {
    int d = of.dimension();
    Formula root = Formula.sqrt(name("kappa"));
    Formula r = root.minus(1).over(root.plus(1));
    // 1/T_k^2, T_k = (r^k + r^(-k))/2 being Chebyshev's polynomial at (kappa + 1)/(kappa - 1)
    Formula power = r.power(number(2).times(k()));
    Formula chebyshev = number(4).times(power).over(power.plus(1).power(2));
    Bound energy = Bound.of("Chebyshev", chebyshev.times(name("E_0")));
    List<Claim> claims = new ArrayList<>(identities(of));
    claims.add(Claim.atMost("E after k steps", new ConjugateEnergy(of), energy, upTo(d)));
    if (of.worst() && of.exactSearch()) {
      // of two curvatures that share the gradient equally, one step leaves all that is allowed
      claims.add(
          Claim.equal("E after one step, attained", new ConjugateEnergy(of), energy, upTo(1)));
    }
    return claims;
  }

  private static List<Claim> identities(Quadratics of) {
    int d = of.dimension();
    return List.of(
        claim("d_t'H d_i = 0 for all i < t", of, Conjugacy.What.CONJUGATE, number(0), d),
        claim("g_d = 0", of, Conjugacy.What.LAST_GRADIENT, number(0), d),
        claim("lambda_t", of, Conjugacy.What.LAMBDA, number(1), d),
        claim("the points of BFGS", of, Conjugacy.What.QUASI_NEWTON, number(1), d),
        Claim.equal(
            "the points of another program",
            new LibraryPath(of),
            Bound.of("factor", number(1)),
            upTo(d)));
  }

  /**
   * In two dimensions d_1 is conjugate to d_0 by construction, so that E is a parabola along each,
   * and a share theta of either way leaves (1 - theta)^2 of it.
   */
  @Override
  public List<Claim> otherwise(Quadratics of) {
    if (of.exactSearch() || of.dimension() > 2) {
      return List.of();
    }
    return List.of(
        Claim.equal(
            "E after two shortened steps",
            new ConjugateEnergy(of),
            Bound.of("left", number(1).minus(name("theta")).power(k()).times(name("E_0"))),
            Checkpoints.of(0, 2)));
  }

  private static Claim claim(
      String name, Quadratics of, Conjugacy.What what, Formula bound, int last) {
    Trial trial = new Conjugacy(of, what, ConjugatePath.Memory.LAST);
    return Claim.equal(name, trial, Bound.of("factor", bound), upTo(last));
  }

  private static Checkpoints upTo(int last) {
    return Checkpoints.range(0, last);
  }
}
