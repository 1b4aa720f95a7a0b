package plumbline.theorems.bottou.learning;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

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
import plumbline.theorems.bottou.learning.BestChoice.What;

/**
 * Under a budget T for the cost K n^r epsilon^(-q), the least n^(-p) + epsilon is (1 + pq/r)
 * n_*^(-p) with n_* = (pq/r)^(q/(pq + r)) (T/K)^(1/(pq + r)) (003, (4.30) and (4.32)).
 */
public final class TradeoffProgram implements Theorem<Program> {
  private static final Checkpoints BUDGETS =
      Checkpoints.of(4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576);

  private static final Formula SPLIT = name("p").times(name("q")).over(name("r"));
  private static final Formula SPEED = number(1).over(name("p").times(name("q")).plus(name("r")));
  private static final Formula EXAMPLES =
      SPLIT.power(name("q").times(SPEED)).times(k().over(name("K")).power(SPEED));
  private static final Formula ESTIMATION = EXAMPLES.power(number(0).minus(name("p")));

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/tradeoff-program",
        List.of(
            Parameter.real("p", "p", "rate of the estimation error", "1/4", "2", "1"),
            Parameter.real("q", "q", "power of 1/epsilon in the cost", "1/4", "4", "1"),
            Parameter.real("r", "r", "power of n in the cost", "0", "2", "1"),
            Parameter.real("K", "K", "cost at n = epsilon = 1", "1/100", "100", "1")),
        List.of(
            preset(SHARP, "cost n/epsilon", "K=4"),
            preset(SHARP, "accelerated, cost n/sqrt(epsilon)", "q=1/2 K=3"),
            preset(TYPICAL, "slow estimation, p = 1/2", "p=1/2 q=2 K=1/2"),
            preset(TYPICAL, "quadratic cost in n", "r=2 p=3/4 K=5"),
            preset(OUTSIDE, "cost without n", "r=0 K=2")));
  }

  @Override
  public Program setting(Values values) {
    return Program.of(values);
  }

  @Override
  public Constants constants(Program program) {
    return program.constants();
  }

  @Override
  public List<Hypothesis<Program>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "the cost grows with the number of examples, r > 0",
            of -> Status.of(of.r().signum() > 0, "r = " + Rationals.show(of.r()))));
  }

  @Override
  public List<Claim> claims(Program program) {
    if (program.r().isZero()) {
      return List.of(
          claim(
              "the infimum is attained",
              Relation.EQUAL,
              new BestChoice(program, What.MANY_EXAMPLES),
              Bound.of(term("optimisation", infimum()))));
    }
    Bound least =
        Bound.of(term("estimation", ESTIMATION), term("optimisation", SPLIT.times(ESTIMATION)));
    return List.of(
        claim("least excess risk", Relation.EQUAL, new BestChoice(program, What.LEAST), least),
        claim(
            "no choice within the budget is better",
            Relation.AT_LEAST,
            new BestChoice(program, What.OTHERS),
            least),
        claim(
            "best number of examples",
            Relation.EQUAL,
            new BestChoice(program, What.EXAMPLES),
            Bound.of("n_*", EXAMPLES)));
  }

  /** If examples cost nothing, more of them always help: the infimum has no minimiser. */
  @Override
  public List<Claim> otherwise(Program program) {
    if (!program.r().isZero()) {
      return List.of();
    }
    return List.of(
        claim(
            "excess risk with many examples",
            Relation.EQUAL,
            new BestChoice(program, What.MANY_EXAMPLES),
            Bound.of(
                term("estimation", k().power(number(-2).times(name("p")))),
                term("optimisation", infimum()))));
  }

  private static Formula infimum() {
    return name("K").over(k()).power(number(1).over(name("q")));
  }

  private static Claim claim(String name, Relation relation, BestChoice trial, Bound bound) {
    return new Claim.Exactly(name, relation, trial, bound, BUDGETS);
  }
}
