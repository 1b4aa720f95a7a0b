package plumbline.theorems.lecun;

import java.util.ArrayList;
import java.util.List;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * With gamma = 1/L, |w_k - w_*| &lt;= (1 - mu/L)^k |w_0 - w_*| for every start (LeCun, "Theory for
 * the quadratic case", one step at a time).
 */
public final class QuadContractionInvL implements Theorem<Descent> {
  private static final Checkpoints POINTS = Checkpoints.of(0, 1, 2, 5, 10, 50, 100, 500);

  @Override
  public Declaration declaration() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Descents.matrix(Descents.TWO_BY_TWO, Descents.ROTATED, Descents.SINGULAR));
    parameters.add(Descents.step("0", "3"));
    parameters.add(Descents.start());
    parameters.addAll(Descents.rotation());
    return new Declaration(
        "lecun/quad-contraction-invL",
        parameters,
        List.of(
            Preset.of("lowest eigenvector", Role.SHARP),
            Preset.of(
                "d = 20, condition 100",
                Role.TYPICAL,
                "matrix",
                Descents.ROTATED,
                "start",
                Descents.EQUAL),
            Preset.of(
                "gamma = 2.1/L, highest eigenvector",
                Role.OUTSIDE,
                "gammaL",
                "2.1",
                "start",
                Descents.HIGHEST),
            Preset.of("singular, null vector", Role.OUTSIDE, "matrix", Descents.SINGULAR)));
  }

  @Override
  public Descent setting(Values values) {
    return Descents.of(values);
  }

  @Override
  public Constants constants(Descent descent) {
    return descent.constants();
  }

  @Override
  public List<Hypothesis<Descent>> hypotheses() {
    return List.of(
        new Hypothesis<>("A is symmetric", Descent::symmetric),
        new Hypothesis<>("A is positive definite", Descent::positiveDefinite),
        new Hypothesis<>("gamma = 1/L", Descent::inverseOfLargest));
  }

  @Override
  public List<Claim> claims(Descent descent) {
    Formula rate = Formula.number(1).minus(Formula.name("mu").over(Formula.name("L")));
    return List.of(claim("contraction", Relation.AT_MOST, descent, rate));
  }

  /** From an eigenvector the error stays on its line: |e_k| = |1 - gamma lambda|^k |e_0|. */
  @Override
  public List<Claim> otherwise(Descent descent) {
    if (descent.along().isEmpty()) {
      return List.of();
    }
    Formula factor =
        Descents.absolute(
            Formula.number(1).minus(Formula.name("gamma").times(Formula.name("lambda"))));
    return List.of(claim("factor along an eigenvector", Relation.EQUAL, descent, factor));
  }

  private static Claim claim(String name, Relation relation, Descent descent, Formula factor) {
    return new Claim.Exactly(
        name,
        relation,
        new Shrinkage(descent, Shrinkage.From.START),
        Bound.of("rate", factor.power(Formula.k())),
        POINTS);
  }
}
