package plumbline.theorems.bottou.natural;

import java.util.List;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * The step under delta'G delta/2 &lt;= eta^2 as printed, eta/sqrt(g'G^{-1}g) long: the factor
 * sqrt(2) is missing, and half of what is allowed is not used (Bottou, "Singularities").
 */
public final class NatgradConstraintAsPrinted implements Theorem<Geometry> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/natgrad-constraint-as-printed",
        Geometries.parameters(),
        List.of(Geometries.SHARP, Geometries.TYPICAL));
  }

  @Override
  public Geometry setting(Values values) {
    return Geometries.of(values);
  }

  @Override
  public Constants constants(Geometry of) {
    return of.constants();
  }

  @Override
  public List<Hypothesis<Geometry>> hypotheses() {
    return List.of(Geometries.definite(), Geometries.gradient());
  }

  @Override
  public List<Claim> claims(Geometry of) {
    Formula root = Formula.sqrt(Formula.name("q"));
    Bound printed = Bound.of("eta |g|", Formula.name("eta").times(root));
    return List.of(
        NatgradConstraint.decrease("best decrease as printed", of, printed),
        NatgradConstraint.decrease("best decrease", of, Geometries.decrease()),
        NatgradConstraint.filled("constraint is active", of, Geometries.length()));
  }
}
