package plumbline.theorems.bottou.sampling;

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
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/**
 * For independent draws the total expectation is the iterated one: E F(w_k) = E_{xi_1} ...
 * E_{xi_(k-1)} F(w_k), and on F = c w^2/2 that is (1 - alpha c)^(2(k-1)) Delta plus a share of M.
 *
 * <p>Source: 003, "Total expectation".
 */
public final class TotalExpectation implements Theorem<Tree> {
  private static final Formula ALPHA = name("alpha");
  private static final Formula KEPT = number(1).minus(ALPHA.times(name("c")));

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/total-expectation",
        List.of(
            Parameter.real("c", "c", "the curvature at 0", "1/10", "10", "3"),
            Parameter.real("b", "b", "of b w^4/4", "0", "10", "0"),
            Parameter.real("M", "M", "variance of the noise", "0", "100", "1"),
            Parameter.real("q", "q", "chance of its first value", "1/100", "99/100", "1/5"),
            Parameter.real("alpha", "\\alpha", "the stepsize", "0", "1", "1/10"),
            Parameter.real("start", "w_1", "the start", "-3", "3", "2"),
            Parameter.choice("draws", "draws", Tree.Draws.FRESH.text(), Tree.Draws.TWICE.text())),
        List.of(
            preset(SHARP, "a quadratic, 2^7 sequences", ""),
            preset(SHARP, "from the minimum, fair coin", "start=0 q=1/2 M=4 c=1"),
            preset(TYPICAL, "with a quartic term", "b=1 start=1"),
            Preset.of("each draw used twice", OUTSIDE, "c", "1", "draws", Tree.Draws.TWICE.text()),
            Preset.of(
                "each draw used twice, b = 1",
                OUTSIDE,
                "b",
                "1",
                "start",
                "1",
                "draws",
                Tree.Draws.TWICE.text())));
  }

  @Override
  public Tree setting(Values v) {
    boolean fresh = v.choice("draws").equals(Tree.Draws.FRESH.text());
    return new Tree(
        v.get("c"),
        v.get("b"),
        v.get("M"),
        v.get("q"),
        v.get("alpha"),
        v.get("start"),
        fresh ? Tree.Draws.FRESH : Tree.Draws.TWICE);
  }

  @Override
  public Constants constants(Tree tree) {
    return tree.constants();
  }

  @Override
  public List<Hypothesis<Tree>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "the xi_k are independent",
            tree ->
                Status.of(
                    tree.draws() == Tree.Draws.FRESH,
                    tree.draws() == Tree.Draws.FRESH ? "a fresh one each step" : "xi_2 = xi_1")));
  }

  @Override
  public List<Claim> claims(Tree tree) {
    Checkpoints points = Checkpoints.of(1, 2, 3, 4, 5, 6, 8);
    List<Claim> claims = new ArrayList<>();
    claims.add(
        Claim.equal(
            "iterated expectation",
            new Means(tree, Right.NESTED),
            Bound.of("share", number(1)),
            points));
    if (tree.quartic().signum() == 0) {
      Formula last = KEPT.power(number(2).times(k().minus(1)));
      Formula powers = Formula.sumTo(last).minus(last);
      Formula noise = ALPHA.power(2).times(name("c")).times(name("M")).over(2);
      Bound gap =
          Bound.of(
              term("what is left", last.times(name("Delta"))), term("noise", noise.times(powers)));
      claims.add(Claim.equal("expected gap", new Means(tree, Right.BOUND), gap, points));
    }
    return claims;
  }

  /**
   * Averaging copies that are not there misses (c/2) 2 (1 - alpha c) alpha^2 M at w_3, and for each
   * later pair that times (1 - alpha c)^4 more.
   */
  @Override
  public List<Claim> otherwise(Tree tree) {
    boolean quadratic = tree.quartic().signum() == 0;
    if (tree.draws() == Tree.Draws.FRESH || !quadratic) {
      return List.of();
    }
    // pairs of steps that end at w_k: (k - 1)/2 of them, each a geometric term of ratio kept^4
    Formula one = number(1).minus(KEPT.power(4));
    if (one.at(tree.constants(), 1) == 0) {
      return List.of();
    }
    Formula pairs = number(1).minus(KEPT.power(number(2).times(k().minus(1)))).over(one);
    Formula missed = name("c").times(KEPT).times(ALPHA.power(2)).times(name("M"));
    return List.of(
        Claim.equal(
            "what averaging copies misses",
            new Means(tree, Right.DIFFERENCE),
            Bound.of("covariance of each pair", missed.times(pairs)),
            Checkpoints.of(3, 5, 7)));
  }

  /** What the mean over sequences is compared with. */
  private enum Right {
    /** The nested averages times the bound. */
    NESTED,
    /** The bound. */
    BOUND,
    /** The bound, the nested averages taken off on the left. */
    DIFFERENCE
  }

  /** E F(w_k) over all sequences of draws. */
  private record Means(Tree of, Right right) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        T total = of.total(in, k);
        T said = bound.at(in, constants, k);
        T left = right == Right.DIFFERENCE ? total.subtract(of.nested(in, k)) : total;
        T other = right == Right.NESTED ? said.multiply(of.nested(in, k)) : said;
        pairs.add(new Pair<>("k = " + k, k, left, other));
      }
      return pairs;
    }

    @Override
    public Map<String, Trial> mutants() {
      return right == Right.NESTED && of.draws() == Tree.Draws.FRESH
          ? Map.of("xi_(2j) taken for xi_(2j-1)", new Means(of.repeated(), right))
          : Map.of();
    }
  }
}
