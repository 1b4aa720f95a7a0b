package plumbline.theorems.bottou.assumptions;

import static plumbline.formula.Formula.name;
import static plumbline.theorem.Relation.AT_LEAST;
import static plumbline.theorem.Relation.AT_MOST;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Relation;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * Assumption 4.3(b) and its certificate: if E g = H grad F with (H + H')/2 &gt;= mu I and H'H &lt;=
 * mu_G^2 I, then (grad F)'E g &gt;= mu |grad F|^2 and |E g| &lt;= mu_G |grad F| (003, "Moments",
 * (4.7a) and (4.7b)).
 */
public final class A43bFirstMoment implements Theorem<Turned> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/a43b-first-moment",
        Turned.parameters("definite", "turn", "uphill", "far-turn"),
        List.of(
            preset(SHARP, "H symmetric, eigenvalues 1/2 and 3/2", ""),
            preset(SHARP, "a turn by 37 degrees, times 3/2", "H=turn"),
            preset(TYPICAL, "H symmetric, eigenvalues 2 and 3, mu = 1", "mu=2 mu_G=3 share=1/2"),
            preset(OUTSIDE, "the sign flipped", "H=uphill"),
            preset(OUTSIDE, "a turn by 127 degrees", "H=far-turn"),
            preset(OUTSIDE, "a mu one per cent too large", "share=101/100")));
  }

  @Override
  public Turned setting(Values values) {
    return Turned.of(values);
  }

  @Override
  public Constants constants(Turned turned) {
    return turned.constants();
  }

  @Override
  public List<Hypothesis<Turned>> hypotheses() {
    return List.of(
        new Hypothesis<>("(H + H')/2 >= mu I with mu > 0", Turned::descends),
        new Hypothesis<>("H'H <= mu_G^2 I", Turned::bounded));
  }

  @Override
  public List<Claim> claims(Turned turned) {
    return List.of(
        claim("(4.7a)", turned, Turned.Kind.INNER, AT_LEAST, name("mu")),
        claim("(4.7b)", turned, Turned.Kind.LENGTH, AT_MOST, name("mu_G").power(2)));
  }

  /** Between the eigenvalues of the symmetric part, whatever H is. */
  @Override
  public List<Claim> otherwise(Turned turned) {
    return List.of(
        claim("at least", turned, Turned.Kind.INNER, AT_LEAST, name("least")),
        claim("at most", turned, Turned.Kind.INNER, AT_MOST, name("greatest")));
  }

  static Claim claim(
      String name, Turned turned, Turned.Kind kind, Relation relation, Formula bound) {
    return Landscape.claim(
        name, new Turned.Measured(turned, kind), relation, bound, Turned.DIRECTIONS);
  }
}
