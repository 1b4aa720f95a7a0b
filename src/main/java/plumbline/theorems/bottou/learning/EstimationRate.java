package plumbline.theorems.bottou.learning;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.formula.Formula.pi;
import static plumbline.formula.Formula.sqrt;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import java.util.stream.LongStream;
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
 * The estimation error falls between 1/sqrt(n) and 1/n: least squares has sigma^2 d/(2(n - d - 1)),
 * and two nearly tied hypotheses about kappa/sqrt(n) times a constant (003, before (4.32)).
 */
public final class EstimationRate implements Theorem<Learning> {
  private static final Checkpoints ODD_SQUARES = Checkpoints.of(1, 9, 25, 49, 81, 121, 225);
  private static final Checkpoints RARELY = Checkpoints.of(2, 4, 8, 16, 32, 64, 128);

  private static final Formula SPREAD = name("sigma2").times(name("d"));

  /** Of all designs; that of signs attains it. */
  private static final Formula LEAST = SPREAD.over(k().times(2));

  private static final Formula GAP = name("kappa").over(sqrt(k()));
  private static final Formula SLOPE = name("kappa").over(sqrt(pi().times(2)));

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/estimation-rate",
        List.of(
            Parameter.choice(
                "problem",
                "what is learnt",
                Learning.GAUSSIAN,
                Learning.SIGNS,
                Learning.TIES,
                Learning.RARE),
            Parameter.integer("d", "d", "dimension of least squares", "1", "20", "3"),
            Parameter.real("sigma2", "\\sigma^2", "variance of the noise", "1/100", "100", "1"),
            Parameter.real("kappa", "\\kappa", "gap times sqrt(n)", "1/100", "9/10", "1/2"),
            Parameter.real("p", "p", "bounded moment of the rare loss", "21/20", "2", "3/2")),
        List.of(
            preset(SHARP, "least squares, inputs of signs", "problem=signs sigma2=3"),
            preset(SHARP, "least squares, Gaussian inputs", "sigma2=4"),
            preset(TYPICAL, "least squares in ten dimensions", "d=10 sigma2=1/2"),
            preset(TYPICAL, "two hypotheses, kappa = 1/2", "problem=ties"),
            preset(TYPICAL, "two hypotheses, kappa = 1/10", "problem=ties kappa=1/10"),
            preset(OUTSIDE, "a rare loss", "problem=rare")));
  }

  @Override
  public Learning setting(Values values) {
    return Learning.of(values);
  }

  @Override
  public Constants constants(Learning learning) {
    return learning.constants();
  }

  @Override
  public List<Hypothesis<Learning>> hypotheses() {
    return List.of(
        new Hypothesis<>("what is averaged has a bounded second moment", EstimationRate::moment));
  }

  private static Status moment(Learning of) {
    return switch (of.problem()) {
      case Learning.TIES -> Status.certified("the losses differ by 1 in absolute value");
      case Learning.RARE ->
          new Status.Refuted(
              "the losses differ by n^(1/p) with probability 1/n: E Z^2 grows like n^(2/p - 1), p"
                  + " = "
                  + Rationals.show(of.p()));
      default -> Status.certified("noise of variance " + Rationals.show(of.sigma2()));
    };
  }

  @Override
  public List<Claim> claims(Learning learning) {
    return switch (learning.problem()) {
      case Learning.GAUSSIAN ->
          List.of(
              claim(
                  "Gaussian design",
                  Relation.EQUAL,
                  learning,
                  SPREAD.over(k().minus(name("d")).minus(1).times(2)),
                  sizes(learning)),
              floor(learning, sizes(learning)));
      case Learning.SIGNS ->
          List.of(
              claim("design of signs", Relation.EQUAL, learning, LEAST, few()),
              floor(learning, few()));
      // the two bounds differ by terms in 1/n and kappa^2; no instance is known that attains one
      default ->
          List.of(
              claim(
                  "two hypotheses, at most",
                  Relation.AT_MOST,
                  learning,
                  GAP.times(
                      number("1/2")
                          .minus(SLOPE.times(number(1).minus(name("kappa").power(2).over(6))))),
                  learning.is(Learning.RARE) ? RARELY : ODD_SQUARES),
              claim(
                  "two hypotheses, at least",
                  Relation.AT_LEAST,
                  learning,
                  GAP.times(
                      number("1/2").minus(SLOPE.times(sqrt(k().over(k().minus(number("1/2"))))))),
                  learning.is(Learning.RARE) ? RARELY : ODD_SQUARES));
    };
  }

  /** With bounded moments up to p alone the error falls like n^(1/p - 1): slower than n^(-1/2). */
  @Override
  public List<Claim> otherwise(Learning learning) {
    if (!learning.is(Learning.RARE)) {
      return List.of();
    }
    Formula exponent = number(1).over(name("p")).minus(1);
    Formula missed = number(1).minus(number(1).over(k())).power(k());
    return List.of(
        claim(
            "a rare loss",
            Relation.EQUAL,
            learning,
            k().power(exponent).times(missed).over(2),
            RARELY));
  }

  /** No design does better in the mean: E tr S^{-1} is at least tr (E S)^{-1}. */
  private static Claim floor(Learning learning, Checkpoints points) {
    return claim("not faster than 1/n", Relation.AT_LEAST, learning, LEAST, points);
  }

  private static Checkpoints few() {
    return Checkpoints.of(1, 2, 3, 4, 6, 8, 12, 16);
  }

  /** From d + 2, the least n at which the mean is finite. */
  private static Checkpoints sizes(Learning learning) {
    return new Checkpoints(
        LongStream.of(2, 3, 4, 6, 8, 16, 32, 64, 128, 256, 512, 1024)
            .map(more -> learning.d() + more)
            .boxed()
            .toList());
  }

  private static Claim claim(
      String name, Relation relation, Learning of, Formula formula, Checkpoints points) {
    return new Claim.Exactly(
        name, relation, new EstimationError(of), Bound.of("estimation error", formula), points);
  }
}
