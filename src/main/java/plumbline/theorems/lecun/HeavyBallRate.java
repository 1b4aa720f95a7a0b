package plumbline.theorems.lecun;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.method.Method;
import plumbline.oracle.Oracle;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Effort;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Tail;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;
import plumbline.theorems.Certificates;

/**
 * Heavy ball on a quadratic with curvatures in [c, L], alpha = 4/(sqrt L + sqrt c)^2 and beta =
 * rho^2, rho = (sqrt kappa - 1)/(sqrt kappa + 1): |w_k - w_*| &lt;= (1 + (k-1)(1 + rho)) rho^(k-1)
 * |w_1 - w_*|, attained along the largest curvature (LeCun, "Momentum"; Polyak, 1964).
 */
public final class HeavyBallRate implements Theorem<HeavyBallRate.Ball> {
  private static final String LARGEST = "along the largest curvature";
  private static final String EQUAL = "equal in all coordinates";
  private static final Formula STEPS = k().minus(1);

  /**
   * The setting.
   *
   * @param recursion on a diagonal quadratic with L = 1
   * @param alpha the stepsize
   * @param beta the momentum
   * @param root sqrt kappa
   */
  public record Ball(Recursion recursion, BigFraction alpha, BigFraction beta, BigFraction root) {
    /** 4/(1 + 1/sqrt kappa)^2. */
    static BigFraction best(BigFraction root) {
      BigFraction sum = BigFraction.ONE.add(root.reciprocal());
      return new BigFraction(4).divide(square(sum));
    }

    /** (sqrt kappa - 1)/(sqrt kappa + 1). */
    static BigFraction rho(BigFraction root) {
      return root.subtract(BigFraction.ONE).divide(root.add(BigFraction.ONE));
    }

    private Status smooth() {
      return Certificates.smooth(recursion.problem(), recursion.constants().exact("L"));
    }

    private Status stronglyConvex() {
      return Certificates.stronglyConvex(recursion.problem(), recursion.constants().exact("c"));
    }

    private Status longest() {
      return Status.of(
          alpha.equals(best(root)),
          "alpha = "
              + Rationals.show(alpha)
              + ", 4/(sqrt L + sqrt c)^2 = "
              + Rationals.show(best(root)));
    }

    private Status momentum() {
      BigFraction square = square(rho(root));
      return Status.of(
          beta.equals(square),
          "beta = " + Rationals.show(beta) + ", rho^2 = " + Rationals.show(square));
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "lecun/heavy-ball-rate",
        List.of(
            Parameter.real("root", "\\sqrt\\kappa", "square root of L/c, L = 1", "2", "50", "10"),
            Parameter.real("factor", "f", "alpha in units of 4/(sqrt L + sqrt c)^2", "0", "2", "1"),
            Parameter.choice("start", "where w_1 lies, seen from w_*", EQUAL, LARGEST)),
        List.of(
            Preset.of("kappa = 100, along the largest curvature", Role.SHARP, "start", LARGEST),
            Preset.of("kappa = 100, equal coordinates", Role.TYPICAL),
            Preset.of(
                "kappa = 100, a step of 11/10",
                Role.OUTSIDE,
                "factor",
                "11/10",
                "start",
                LARGEST)));
  }

  @Override
  public Ball setting(Values values) {
    BigFraction root = values.get("root");
    BigFraction c = square(root).reciprocal();
    BigFraction alpha = Ball.best(root).multiply(values.get("factor"));
    BigFraction beta = square(Ball.rho(root));
    BigFraction middle = c.add(BigFraction.ONE).divide(2);
    Quadratic bowl =
        new Quadratic(
            Matrix.diagonal(new Vector(List.of(c, root.reciprocal(), middle, BigFraction.ONE))),
            Vector.constant(4, BigFraction.ZERO),
            Constants.none()
                .with("L", BigFraction.ONE, "largest entry of the diagonal")
                .with("c", c, "smallest entry of the diagonal"));
    boolean equal = values.choice("start").equals(EQUAL);
    Vector start = Vector.generate(4, j -> equal || j == 3 ? new BigFraction(2) : BigFraction.ZERO);
    Recursion recursion =
        new Recursion(
            bowl,
            Oracle.exact(4),
            Method.heavyBall(beta),
            Stepsize.fixed(alpha),
            new Start.At(start));
    return new Ball(recursion, alpha, beta, root);
  }

  @Override
  public Constants constants(Ball ball) {
    Start.At start = (Start.At) ball.recursion().start();
    return ball.recursion()
        .constants()
        .with("rho", Ball.rho(ball.root()), "(sqrt kappa - 1)/(sqrt kappa + 1)")
        .with("alpha", ball.alpha(), "declared")
        .with("beta", ball.beta(), "declared")
        .with("D2", start.point().squaredNorm(), "|w_1 - w_*|^2")
        .with("D2_L", square(start.point().exact(3)), "its part along the largest curvature");
  }

  @Override
  public List<Hypothesis<Ball>> hypotheses() {
    return List.of(
        new Hypothesis<>("F is a quadratic with curvatures of at most L", Ball::smooth),
        new Hypothesis<>("the curvatures are at least c, c > 0", Ball::stronglyConvex),
        new Hypothesis<>("alpha = 4/(sqrt L + sqrt c)^2", Ball::longest),
        new Hypothesis<>("beta = rho^2", Ball::momentum));
  }

  @Override
  public List<Claim> claims(Ball ball) {
    Formula growth = number(1).plus(STEPS.times(number(1).plus(name("rho"))));
    Formula rate = name("rho").power(STEPS);
    return List.of(
        claim(
            "rate", Relation.AT_MOST, ball, growth.times(rate).power(number(2)).times(name("D2"))));
  }

  /**
   * Beyond the longest stable step, s = alpha L - 1 - beta &gt;= 1 + beta: along L, |e_{k+1}| &gt;=
   * s |e_k| - beta |e_{k-1}| &gt;= (s - beta) |e_k|, once |e_k| &gt;= |e_{k-1}|, as it is from the
   * start. Of shorter steps nothing is said.
   */
  @Override
  public List<Claim> otherwise(Ball ball) {
    BigFraction longest = ball.beta().add(BigFraction.ONE).multiply(2);
    if (ball.alpha().compareTo(longest) < 0) {
      return List.of();
    }
    Formula growth =
        name("alpha").times(name("L")).minus(number(1)).minus(number(2).times(name("beta")));
    return List.of(
        claim(
            "grows along the largest curvature",
            Relation.AT_LEAST,
            ball,
            growth.power(STEPS.times(2)).times(name("D2_L"))));
  }

  private static BigFraction square(BigFraction x) {
    return x.multiply(x);
  }

  private static Claim claim(String name, Relation relation, Ball ball, Formula bound) {
    return new Claim.Mean(
        name,
        Reading.at(
            ball.recursion(), Quantity.DISTANCE_SQUARED, Checkpoints.of(1, 2, 3, 4, 6, 8, 10)),
        relation,
        Bound.of(name, bound),
        Effort.sharp(Tail.none()));
  }
}
