package plumbline.theorems.bottou.nonconvex;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
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
 * A line of critical points that holds minima and saddles: for F = x^2 y + z^2 all points (0, y, 0)
 * are critical, local minima where y &gt; 0, saddles where y &lt;= 0.
 *
 * <p>Over a box of half-width rho around (0, y, 0), F is at least -rho^2 max(0, rho - y) and at
 * most rho^2 max(0, rho + y) + rho^2. Source: 003, "Nonconvex objectives".
 */
public final class CriticalPoints implements Theorem<Box> {
  private static final Formula Y = name("y");
  private static final Formula RHO = name("scale").times(k());
  private static final Checkpoints HALF_WIDTHS = Checkpoints.range(1, 16);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/critical-points",
        List.of(
            Parameter.real("x", "x", "first coordinate of the point", "-10", "10", "0"),
            Parameter.real("y", "y", "second coordinate", "-10", "10", "1"),
            Parameter.real("z", "z", "third coordinate", "-10", "10", "0"),
            Parameter.real("scale", "s", "half-widths are s, 2 s, 3 s, ...", "0.001", "10", "1/8")),
        List.of(
            preset(SHARP, "y = 1: a minimum until the box reaches y = 0", ""),
            preset(SHARP, "y = -1: a saddle", "y=-1"),
            preset(TYPICAL, "y = 0: a degenerate saddle", "y=0 scale=1/3"),
            preset(TYPICAL, "y = 5", "y=5 scale=1/2"),
            preset(OUTSIDE, "x = 1/2, off the line", "x=1/2")));
  }

  @Override
  public Box setting(Values v) {
    return new Box(v.get("x"), v.get("y"), v.get("z"), v.get("scale"));
  }

  @Override
  public Constants constants(Box box) {
    return box.constants();
  }

  @Override
  public List<Hypothesis<Box>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "the point lies on the line x = z = 0",
            box ->
                Status.of(
                    box.isOnLine(),
                    "x = " + Rationals.show(box.x()) + ", z = " + Rationals.show(box.z()))));
  }

  @Override
  public List<Claim> claims(Box box) {
    List<Claim> claims = new ArrayList<>();
    claims.add(
        claim(
            "critical",
            Relation.EQUAL,
            box,
            Box.Read.GRADIENT,
            Bound.of("0", number(0)),
            Checkpoints.of(1)));
    claims.add(
        claim(
            "least value in a box",
            Relation.EQUAL,
            box,
            Box.Read.LEAST,
            Bound.of(
                "-rho^2 max(0, rho - y)",
                number(-1).times(RHO.power(2)).times(Formula.max(number(0), RHO.minus(Y)))),
            HALF_WIDTHS));
    claims.add(
        claim(
            "greatest value in a box",
            Relation.EQUAL,
            box,
            Box.Read.GREATEST,
            Bound.of(
                term("x^2 y", RHO.power(2).times(Formula.max(number(0), RHO.plus(Y)))),
                term("z^2", RHO.power(2))),
            HALF_WIDTHS));
    claims.add(
        claim(
            "curvature across the line",
            Relation.EQUAL,
            box,
            Box.Read.CURVATURE,
            Bound.of("2 y", number(2).times(Y)),
            HALF_WIDTHS));
    return claims;
  }

  private static Claim claim(
      String name, Relation relation, Box box, Box.Read read, Bound bound, Checkpoints points) {
    return new Claim.Exactly(name, relation, new Box.Value(box, read), bound, points);
  }

  /** |grad F|^2 = 4 x^2 y^2 + x^4 + 4 z^2: no other point is critical. */
  @Override
  public List<Claim> otherwise(Box box) {
    Formula x = name("x");
    return List.of(
        claim(
            "not critical",
            Relation.EQUAL,
            box,
            Box.Read.GRADIENT,
            Bound.of(
                term("(2 x y)^2", number(2).times(x).times(Y).power(2)),
                term("x^4", x.power(4)),
                term("(2 z)^2", number(2).times(name("z")).power(2))),
            Checkpoints.of(1)));
  }
}
