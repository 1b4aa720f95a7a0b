package plumbline.theorems.bottou.curvature;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * On a parabola of curvature E'' the error is multiplied by 1 - eta E'' in every step: it
 * disappears at once for eta = 1/E'', and shrinks for 0 &lt; eta &lt; 2/E'' (003, "Parabola").
 */
public final class ParabolaEta implements Theorem<Parabola> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/parabola-eta",
        List.of(
            Parameter.real("H", "E''", "curvature at w_*", "1/10", "100", "4"),
            Parameter.real("etaH", "\\eta E''", "stepsize times curvature", "0", "4", "1"),
            Parameter.real("e", "w_0 - w_\\ast", "the first error", "1/10", "10", "3"),
            Parameter.real("s", "E'''", "third derivative", "0", "10", "0")),
        List.of(
            preset(SHARP, "the best eta", ""),
            preset(SHARP, "half the best eta", "etaH=1/2"),
            preset(TYPICAL, "1.5 times the best eta", "etaH=3/2 H=5/2"),
            preset(OUTSIDE, "2.1 times the best eta", "etaH=2.1"),
            preset(OUTSIDE, "a cubic term", "s=1")));
  }

  @Override
  public Parabola setting(Values values) {
    BigFraction h = values.get("H");
    return new Parabola(
        h, values.get("s"), Rationals.of(7, 5), values.get("e"), values.get("etaH").divide(h));
  }

  @Override
  public Constants constants(Parabola p) {
    return Constants.none()
        .with("eta", p.eta(), "declared")
        .with("H", p.curvature(), "declared")
        .with("e", p.error(), "declared")
        .with("s", p.cubic(), "declared")
        .with(
            "step",
            p.curvature().reciprocal().divide(ParabolaReading.GRID),
            "1/(20 E''), of the sweep");
  }

  @Override
  public List<Hypothesis<Parabola>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "E is a parabola",
            p ->
                Status.of(
                    p.cubic().isZero(), "the third derivative is " + Rationals.show(p.cubic()))),
        new Hypothesis<>(
            "0 < eta < 2/E''",
            p -> {
              BigFraction x = p.eta().multiply(p.curvature());
              boolean inside = x.signum() > 0 && x.compareTo(new BigFraction(2)) < 0;
              return Status.of(inside, "eta E'' = " + Rationals.show(x));
            }));
  }

  @Override
  public List<Claim> claims(Parabola p) {
    Formula factor = number(1).minus(name("eta").times(name("H")));
    Formula swept = number(1).minus(k().times(name("step")).times(name("H")));
    return List.of(
        claim(
            "error after k steps",
            Relation.EQUAL,
            new ParabolaReading(p, ParabolaReading.What.ERROR, p.eta()),
            factor.power(k()).times(name("e")),
            1,
            p.cubic().isZero() ? 30 : 4),
        claim(
            "E after k steps",
            Relation.EQUAL,
            new ParabolaReading(p, ParabolaReading.What.VALUE, p.eta()),
            energy(),
            1,
            p.cubic().isZero() ? 30 : 4),
        claim(
            "one step with 1/E''",
            Relation.EQUAL,
            new ParabolaReading(p, ParabolaReading.What.ERROR, p.curvature().reciprocal()),
            number(1).minus(k()).times(name("e")),
            0,
            1),
        claim(
            "factor against eta",
            Relation.EQUAL,
            new ParabolaReading(p, ParabolaReading.What.SWEPT, p.eta()),
            Formula.max(swept, number(0).minus(swept)),
            0,
            50));
  }

  /** (1 - eta H)^(2k) H e^2/2. */
  private static Formula energy() {
    Formula factor = number(1).minus(name("eta").times(name("H")));
    return factor.power(number(2).times(k())).times(name("H")).times(name("e").power(2)).over(2);
  }

  /** With 1/E''(w_0) one step leaves (s e^2/2)/(E'' + s e): Newton's method has another curve. */
  @Override
  public List<Claim> otherwise(Parabola p) {
    if (p.cubic().isZero()) {
      Formula factor = number(1).minus(name("eta").times(name("H")));
      return List.of(
          claim(
              "error of a step too long",
              Relation.EQUAL,
              new ParabolaReading(p, ParabolaReading.What.ERROR, p.eta()),
              factor.power(k()).times(name("e")),
              0,
              30));
    }
    Formula left =
        name("s")
            .times(name("e").power(2))
            .over(2)
            .over(name("H").plus(name("s").times(name("e"))));
    BigFraction here = p.curvature().add(p.cubic().multiply(p.error()));
    return List.of(
        claim(
            "left by one step with 1/E''(w_0)",
            Relation.EQUAL,
            new ParabolaReading(p, ParabolaReading.What.ERROR, here.reciprocal()),
            left,
            1,
            1));
  }

  private static Claim claim(
      String name, Relation relation, Measured trial, Formula bound, long first, long last) {
    return new Claim.Exactly(
        name, relation, trial, Bound.of("path", bound), Checkpoints.range(first, last));
  }
}
