package plumbline.theorems.cevher;

import java.util.List;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Effort;
import plumbline.theorem.Relation;
import plumbline.theorem.Tail;

/**
 * E x_t^2 on the way out of the saddle at (0, 0), t = k - 1, between two proved bounds.
 *
 * <p>Linearised, X_{t+1} = (1 + eta) X_t - eta xi has E X_t^2 = V_t = c (q^t - 1), q = (1 + eta)^2,
 * c = eta/(2 (2 + eta)). As |x + eta sin x| &lt;= (1 + eta)|x|, E x_t^2 &lt;= V_t and E x_t^4 &lt;=
 * E X_t^4 &lt;= 3 V_t^2 (each xi has kurtosis 3/2).
 *
 * <p>As |x - sin x| &lt;= |x|^3/6, (x + eta sin x)^2 &gt;= (1 + eta)^2 x^2 - eta (1 + eta) x^4/3;
 * so D_t = V_t - E x_t^2 obeys D_{t+1} &lt;= q D_t + eta (1 + eta) V_t^2, and with V_t &lt;= c q^t,
 * D_t &lt;= (c q^t)^2/((1 + eta)(2 + eta)).
 */
final class EscapePhase {
  private static final Checkpoints POINTS = Checkpoints.of(2, 3, 5, 9);
  private static final Formula ETA = Formula.name("eta");

  private EscapePhase() {}

  /** Both bounds, where the run starts at the saddle with noise on the circle; else none. */
  static List<Claim> claims(Escape escape) {
    boolean atSaddle =
        escape.recursion().start().equals(new Start.At(Vector.parse("0 0")))
            && escape.noise() == Escape.Noise.CIRCLE;
    return atSaddle
        ? List.of(
            claim("escape phase, at most", escape, Relation.AT_MOST, most()),
            claim("escape phase, at least", escape, Relation.AT_LEAST, least()))
        : List.of();
  }

  private static Claim claim(String name, Escape escape, Relation relation, Bound bound) {
    return new Claim.Mean(
        name,
        Reading.at(escape.recursion(), Quantity.FIRST_COORDINATE_SQUARED, POINTS),
        relation,
        bound,
        Effort.usual(
            new Tail.Inherited(
                variation(escape),
                "E x_t^4 <= 3 V_t^2, the fourth moment of the linearised escape, over the square of"
                    + " the lower bound on E x_t^2")));
  }

  /** CV^2 of x_t^2 is at most 3 (V_t/E x_t^2)^2 - 1. */
  private static double variation(Escape escape) {
    Constants constants = Constants.none().with("eta", escape.eta(), "declared");
    return POINTS.at().stream()
        .mapToDouble(k -> most().at(constants, k) / least().at(constants, k))
        .map(ratio -> 3 * ratio * ratio - 1)
        .max()
        .orElseThrow();
  }

  private static Bound most() {
    return Bound.of(linear());
  }

  private static Bound least() {
    Formula product = ETA.plus(1).times(ETA.plus(2));
    Formula curvature = Formula.number(0).minus(grown().power(2).over(product));
    return Bound.of(linear(), Bound.term("curvature", curvature));
  }

  private static Bound.Term linear() {
    return Bound.term("linearised", grown().minus(share()));
  }

  /** c = eta/(2 (2 + eta)). */
  private static Formula share() {
    return ETA.over(ETA.plus(2).times(2));
  }

  /** c q^t. */
  private static Formula grown() {
    return share().times(ETA.plus(1).power(Formula.k().minus(1).times(2)));
  }
}
