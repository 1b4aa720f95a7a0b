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
 * Gradient descent on w_new = H^{1/2} w is the update Delta w = -eta H^{-1} dE/dw; on E = w'Hw/2 it
 * leaves (1 - eta)^(2k) of E (003, "Second order rescaling").
 */
public final class HessianRescaling implements Theorem<Stretched> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/hessian-rescaling",
        List.of(
            Parameter.real("p", "p", "square root of the first eigenvalue", "1/4", "4", "1"),
            Parameter.real("q", "q", "square root of the second eigenvalue", "1/4", "10", "3"),
            Parameter.choice("sign", "sign of the second eigenvalue", "POSITIVE", "NEGATIVE"),
            Parameter.real("s", "s", "factor of (w_1^4 + w_2^4)/4 in E", "0", "2", "0"),
            Parameter.real("eta", "\\eta", "stepsize", "0", "2", "1/2")),
        List.of(
            preset(SHARP, "eta = 1 solves at once", "eta=1"),
            preset(SHARP, "eta = 1/2", ""),
            preset(TYPICAL, "a quartic term", "s=1/2 eta=1/3"),
            preset(OUTSIDE, "an indefinite H", "sign=NEGATIVE")));
  }

  @Override
  public Stretched setting(Values values) {
    return Stretched.of(values);
  }

  @Override
  public Constants constants(Stretched of) {
    return Constants.none()
        .with("eta", of.eta(), "declared")
        .with("E_0", of.firstEnergy(), "E(w_0)")
        .with("r2", Stretched.START.squaredNorm(), "|w_0|^2");
  }

  @Override
  public List<Hypothesis<Stretched>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "H is symmetric positive definite",
            of -> {
              boolean positive = Spectrum.sign(of.hessian()) == Spectrum.Sign.DEFINITE;
              return Status.of(
                  positive,
                  positive
                      ? "positive definite by elimination in rationals"
                      : "H has the eigenvalue -q^2 along (-4, 3)/5: no real square root");
            }));
  }

  @Override
  public List<Claim> claims(Stretched of) {
    List<Claim> claims = new ArrayList<>();
    boolean quadratic = of.quartic().isZero();
    claims.add(
        claim(
            "one path in two coordinate systems",
            new StretchedPaths(of, StretchedPaths.Metric.HESSIAN),
            name("eta"),
            quadratic ? 6 : 2));
    if (quadratic) {
      claims.add(
          claim(
              "E after k steps",
              new StretchedReading(of, StretchedReading.What.ENERGY),
              number(1).minus(name("eta")).power(number(2).times(k())).times(name("E_0")),
              12));
    }
    return claims;
  }

  /** H^{-1} dE/dw = w for any invertible H: Newton's update takes a saddle for a minimum. */
  @Override
  public List<Claim> otherwise(Stretched of) {
    if (!of.quartic().isZero()) {
      return List.of();
    }
    return List.of(
        claim(
            "to the saddle",
            new StretchedReading(of, StretchedReading.What.DISTANCE),
            number(1).minus(name("eta")).power(number(2).times(k())).times(name("r2")),
            12));
  }

  private static Claim claim(String name, Trial trial, Formula bound, long last) {
    return Claim.equal(name, trial, Bound.of("update", bound), Checkpoints.range(0, last));
  }
}
