package plumbline.theorems.bottou.assumptions;

import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Relation.AT_LEAST;
import static plumbline.theorem.Relation.AT_MOST;
import static plumbline.theorem.Relation.EQUAL;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Relation;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/**
 * Lemma 4.4: under Assumptions 4.1 and 4.3, E F(w - alpha g) - F(w) &lt;= -mu alpha |grad F|^2 +
 * alpha^2 L E|g|^2/2 &lt;= -(mu - alpha L M_G/2) alpha |grad F|^2 + alpha^2 L M/2 (003, "Moments",
 * (4.10a) and (4.10b)).
 */
public final class Lemma44 implements OnNoisy {
  private static final Formula ALPHA = Noisy.ALPHA;
  private static final Formula G = name("G");

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/lemma44",
        Noisy.parameters("S1", "LS4", "LS", "QD"),
        List.of(
            preset(SHARP, "S1", "c=2 h=1/2 s2=1 M=4 start=3"),
            preset(SHARP, "S1 with mu_G = 3", "h=3 s2=1/4 M=9 start=2"),
            preset(SHARP, "least squares on four points", "problem=LS4 start=2"),
            preset(SHARP, "noise in the factor alone, M = 0", "h=1/2 s2=1 M=0 start=2"),
            preset(TYPICAL, "QB, H = diag(1/2, 1)", "problem=QD h=1/2 M=5/4 start=3"),
            preset(TYPICAL, "least squares in R^3", "problem=LS start=2"),
            preset(OUTSIDE, "an M one tenth too small", "M=4 s2=1 shareM=9/10"),
            preset(OUTSIDE, "mu_G^2 forgotten", "s2=1 start=2 shareG=0"),
            preset(OUTSIDE, "an L one per cent too small", "s2=1 shareL=99/100")));
  }

  @Override
  public Noisy setting(Values values, Instances.Sampled sampled) {
    Library.squared(sampled.problem());
    Noisy noisy = Noisy.of(values, sampled);
    return noisy
        .with("F_k", "F(w)", noisy.draws()::value)
        .with("S", "E |g|^2, over all outcomes", noisy.draws()::second);
  }

  @Override
  public Constants constants(Noisy noisy) {
    Constants x = noisy.constants();
    BigFraction mu = x.exact("mu");
    BigFraction muG = x.exact("mu_G_true");
    BigFraction growth = x.exact("M_V_true").add(muG.multiply(muG));
    BigFraction longest = mu.divide(x.exact("L_true").multiply(growth));
    return x.with("alpha", longest.divide(8), "mu/(8 L M_G), from the true constants");
  }

  @Override
  public List<Hypothesis<Noisy>> hypotheses() {
    return List.of(Noisy.smooth(), Noisy.descent(), Noisy.variance());
  }

  @Override
  public List<Claim> claims(Noisy noisy) {
    List<Claim> claims = new ArrayList<>();
    Formula mean = number(-1).times(name("mu")).times(ALPHA).times(G);
    Formula half = ALPHA.power(2).times(name("L")).times(name("S")).over(2);
    Bound first =
        Bound.of(term("value", name("F_k")), term("expected decrease", mean), term("noise", half));
    claims.add(claim("(4.10a)", noisy, AT_MOST, first, Noisy.STEPS));
    Formula growth = name("M_V").plus(name("mu_G").power(2));
    Bound second = bound(name("L"), name("M"), growth);
    claims.add(claim("(4.10b)", noisy, AT_MOST, second, Noisy.STEPS));
    if (noisy.isLine() && noisy.constants().exact("M").isZero()) {
      Bound none = Bound.of("no change", name("F_k"));
      claims.add(
          claim("no decrease from 2 mu/(L M_G) on", noisy, AT_LEAST, none, Checkpoints.of(16, 20)));
    }
    return claims;
  }

  /** With the true constants it holds, on the line with equality. */
  @Override
  public List<Claim> otherwise(Noisy noisy) {
    Formula growth = name("M_V_true").plus(name("mu_G_true").power(2));
    return List.of(
        claim(
            "with the true constants",
            noisy,
            noisy.losesNothing() ? EQUAL : AT_MOST,
            bound(name("L_true"), name("M_true"), growth),
            Noisy.STEPS));
  }

  private static Bound bound(Formula l, Formula m, Formula growth) {
    Formula net = name("mu").minus(ALPHA.times(l).times(growth).over(2));
    return Bound.of(
        term("value", name("F_k")),
        term("expected decrease", number(-1).times(net).times(ALPHA).times(G)),
        term("noise", ALPHA.power(2).times(l).times(m).over(2)));
  }

  private static Claim claim(
      String name, Noisy noisy, Relation relation, Bound bound, Checkpoints points) {
    return new Claim.Exactly(
        name, relation, new Decrease(noisy, Decrease.Way.AS_IT_IS), bound, points);
  }
}
