package plumbline.theorems.bottou.assumptions;

import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Relation.AT_MOST;
import static plumbline.theorem.Relation.EQUAL;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/**
 * Lemma 4.2: under Assumption 4.1, E F(w - alpha g) - F(w) &lt;= -alpha (grad F)'E g + alpha^2 L
 * E|g|^2/2 for any g with a second moment, biased or not (003, "Smoothness", (4.4)).
 */
public final class Lemma42 implements OnNoisy {
  private static final Formula ALPHA = Noisy.ALPHA;

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/lemma42",
        parameters(),
        List.of(
            preset(SHARP, "S1, biased", "c=2 h=1/2 s2=1 M=4 start=3"),
            preset(SHARP, "least squares on four points", "problem=LS4 start=2"),
            preset(TYPICAL, "QB, H = diag(1/2, 1)", "problem=QD h=1/2 M=5/4 start=3"),
            preset(TYPICAL, "least squares in R^3", "problem=LS start=2"),
            preset(TYPICAL, "cos x + y^2/2, not convex", "problem=COS M=2 start=2"),
            preset(OUTSIDE, "a step chosen after the draw", "M=4 rule=after-the-draw"),
            preset(OUTSIDE, "an L one per cent too small", "M=4 shareL=99/100")));
  }

  private static List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(Noisy.parameters("S1", "LS4", "LS", "QD", "COS"));
    parameters.add(
        Parameter.choice("rule", "when the stepsize is chosen", Noisy.FIXED, Noisy.LATE));
    return parameters;
  }

  @Override
  public Noisy setting(Values values, Instances.Sampled sampled) {
    Library.squared(sampled.problem());
    Noisy noisy = Noisy.of(values, sampled).by(values.choice("rule"));
    return noisy
        .with("F_k", "F(w)", noisy.draws()::value)
        .with("D", "(grad F)'E g, over all outcomes", noisy.draws()::inner)
        .with("S", "E |g|^2, over all outcomes", noisy.draws()::second)
        .with("D_up", "2 E (grad F)'g over the uphill outcomes", noisy.draws()::innerUphill)
        .with("S_up", "2 E |g|^2 over the uphill outcomes", noisy.draws()::secondUphill);
  }

  @Override
  public Constants constants(Noisy noisy) {
    Constants x = noisy.constants();
    return x.with("alpha", x.exact("L").multiply(4).reciprocal(), "1/(4 L)");
  }

  @Override
  public List<Hypothesis<Noisy>> hypotheses() {
    return List.of(
        Noisy.smooth(),
        new Hypothesis<>(
            "alpha_k is chosen before xi_k is drawn",
            s -> Status.of(s.rule().equals(Noisy.FIXED), "the stepsize is chosen " + s.rule())));
  }

  @Override
  public List<Claim> claims(Noisy noisy) {
    return List.of(claim("(4.4)", noisy, AT_MOST, bound(name("D"), name("S").over(2), name("L"))));
  }

  /** With steps of 2 alpha on the uphill half of the outcomes; or with the true L. */
  @Override
  public List<Claim> otherwise(Noisy noisy) {
    boolean line = noisy.isLine();
    if (noisy.rule().equals(Noisy.FIXED)) {
      Bound bound = bound(name("D"), name("S").over(2), name("L_true"));
      return List.of(claim("with the true L", noisy, line ? EQUAL : AT_MOST, bound));
    }
    return List.of(
        claim(
            "uphill alone",
            noisy,
            line ? EQUAL : AT_MOST,
            bound(name("D_up"), name("S_up"), name("L"))));
  }

  private static Bound bound(Formula inner, Formula half, Formula l) {
    return Bound.of(
        term("value", name("F_k")),
        term("expected decrease", number(-1).times(ALPHA).times(inner)),
        term("noise", ALPHA.power(2).times(l).times(half)));
  }

  private static Claim claim(String name, Noisy noisy, Relation relation, Bound bound) {
    return new Claim.Exactly(
        name, relation, new Decrease(noisy, Decrease.Way.AS_IT_IS), bound, Noisy.STEPS);
  }
}
