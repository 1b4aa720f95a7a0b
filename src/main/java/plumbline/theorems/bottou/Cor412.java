package plumbline.theorems.bottou;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.hipparchus.fraction.BigFraction;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Values;
import plumbline.theorems.Certificates;
import plumbline.theorems.Contracts;
import plumbline.theorems.Instances;

/**
 * Corollary 4.12: under the conditions of Theorem 4.10, if F is twice differentiable and |grad F|^2
 * has a Lipschitz derivative, E|grad F(w_k)|^2 tends to 0.
 *
 * <p>A limit has no sharp instance. The surrogate: four times the iterations leave at most 0.6 of
 * it, where steps beta/k leave about a quarter. Source: 003, Corollary 4.12.
 */
public final class Cor412 implements Stepped {
  private static final Checkpoints ALL = Checkpoints.of(64, 256, 1024, 4096);
  private static final long SAMPLED_LAST = 1024;

  @Override
  public Declaration declaration() {
    List<Parameter> parameters = new ArrayList<>(Instances.parameters("S1", "QD", "LS4", "COS"));
    parameters.addAll(Schedules.parameters());
    return new Declaration("bottou/cor412", parameters, presets())
        .without(Role.SHARP, "it claims a limit, and a limit has no bound to attain");
  }

  private static List<Preset> presets() {
    return List.of(
        preset(TYPICAL, "Q1, alpha_k = 1/k", ""),
        preset(TYPICAL, "COS, alpha_k = 4/(k + 3)", "problem=COS M=1/2 beta=4 gamma=3 start=1/10"),
        preset(TYPICAL, "QD, Gaussian", "problem=QD law=GAUSSIAN M=2 beta=2 gamma=19"),
        preset(TYPICAL, "LS4, alpha_k = 1/(k + 3)", "problem=LS4 gamma=3 start=2"),
        preset(OUTSIDE, "Q1, constant", "beta=1/2 p=0"),
        preset(OUTSIDE, "COS, constant", "problem=COS M=1/2 beta=1/2 p=0 start=1/10"),
        preset(OUTSIDE, "Q1, alpha_k = 2^-k, no noise", "schedule=geometric M=0"),
        preset(OUTSIDE, "Q1, alpha_k = k^(-1/2)", "p=1/2"));
  }

  @Override
  public Setting setting(Values values, Instances.Sampled sampled) {
    return Schedules.setting(values, sampled);
  }

  /**
   * Not on a table of somebody's: the share that stands for the limit is measured on these
   * instances, and no corollary gives one for others.
   */
  @Override
  public Setting setting(Values values, Problem objective) {
    throw new IllegalArgumentException(
        "it claims a limit, and a limit has no number by which to try it on data");
  }

  @Override
  public List<Hypothesis<Setting>> hypotheses() {
    return Assumptions.and(
        List.of(
            Schedules.divergentSum(),
            Schedules.summableSquares(),
            new Hypothesis<>(
                "|grad F|^2 has a Lipschitz derivative",
                s -> Certificates.smoothGradientNorm(s.recursion().problem()))));
  }

  @Override
  public List<Claim> claims(Setting setting) {
    List<Claim> claims = new ArrayList<>();
    boolean shortEnough = !Schedules.isPower(setting) || setting.isShortEnough();
    if (shortEnough && Schedules.shows(setting, "3/5", "1", 64)) {
      claims.addAll(
          ratio("gradient falls", settled(setting), setting, Relation.AT_MOST, number("3/5")));
    }
    if (averages(setting)) {
      claims.add(rate(setting));
    }
    return claims;
  }

  /** Whether w_{k+1} is the mean of k noises: F = w^2/2 and alpha_k = 1/k. */
  private static boolean averages(Setting setting) {
    Constants x = setting.constants();
    boolean simple =
        Schedules.isPower(setting)
            && setting.recursion().problem() instanceof Quadratic q
            && q.dimension() == 1
            && List.of("L", "c", "mu", "mu_G", "M_G", "beta", "p").stream()
                .allMatch(name -> x.exact(name).equals(BigFraction.ONE));
    return simple && x.exact("gamma").isZero();
  }

  /** E|grad F(w_k)|^2 = M/(k - 1) on such an instance. */
  private static Claim rate(Setting setting) {
    Reading gradient = gradient(setting, Checkpoints.of(2, 3, 4, 8, 64, 256));
    Bound bound = Bound.of("mean of noises", name("M").over(k().minus(1)));
    return new Claim.Mean(
        "the limit's rate",
        gradient,
        Relation.EQUAL,
        bound,
        Contracts.effort(false, Contracts.of(gradient, bound, setting.constants())));
  }

  /**
   * From where on the limit shows, whatever the data: with alpha_k = beta/(k + gamma) and beta c
   * &gt;= 1 the start is forgotten like (k + gamma)^-2, but noise that grows with the gradient
   * keeps it alive by exp((1 + gamma)^2/4 (1/(k + gamma) - 1/(4 k + gamma))) at most from k to 4 k,
   * as L/c M_G &lt;= 1 + gamma and M_V &lt;= M_G^2/4; and from the minimum the mean square first
   * rises, like (k - 1)/(k + gamma)^2. Both leave a ratio below 3/5 if (1 + gamma)^2 &lt;= 7 k.
   */
  private static long settled(Setting setting) {
    double gamma = Schedules.isPower(setting) ? Math.max(0, setting.constants().get("gamma")) : 0;
    return (long) Math.ceil((1 + gamma) * (1 + gamma) / 7);
  }

  private static List<Claim> ratio(
      String name, long first, Setting setting, Relation relation, Formula r) {
    LongToDoubleFunction scale = scale(setting);
    List<Claim.Pair> pairs = new ArrayList<>();
    // where only sampling helps, a bound on |grad F|^2 is a contract of alpha_k^-1: 1024 is far
    // enough, and the name says so
    boolean whole = ClosedMoments.close(setting.recursion());
    long last = whole ? ALL.last() : SAMPLED_LAST;
    for (int i = 0; i + 1 < ALL.size() && ALL.at().get(i + 1) <= last; i++) {
      long early = ALL.at().get(i);
      if (early < first) {
        continue;
      }
      long late = ALL.at().get(i + 1);
      pairs.add(
          new Claim.Pair(
              "k = " + early + " to " + late,
              gradient(setting, Checkpoints.of(late)),
              scale.applyAsDouble(late),
              gradient(setting, Checkpoints.of(early)),
              scale.applyAsDouble(early),
              1));
    }
    if (pairs.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Claim.Ratio(
            whole ? name : name + ", up to k = " + last,
            pairs,
            relation,
            r,
            0,
            Contracts.effort(false, Contracts.of(gradient(setting, ALL), scale))));
  }

  private static Reading gradient(Setting setting, Checkpoints checkpoints) {
    return Reading.at(setting.recursion(), Quantity.GRADIENT_NORM_SQUARED, checkpoints);
  }

  /** The size of what noise leaves, alpha_k L M; where steps or noise vanish, that of the start. */
  private static LongToDoubleFunction scale(Setting setting) {
    Constants x = setting.constants();
    if (Schedules.isPower(setting) && x.get("M") > 0) {
      return k -> setting.recursion().stepsize().at(k) * x.get("L") * x.get("M");
    }
    double start = x.get("L") * (2 * x.get("Delta") + x.get("M"));
    return k -> Math.max(start, Double.MIN_NORMAL);
  }

  /**
   * Steps that do not fall, or add up to something finite, leave a plateau; slow steps with
   * divergent squares, 0 &lt; p &lt;= 1/2, still lead to 0, like k^-p: the condition is not
   * necessary.
   */
  @Override
  public List<Claim> otherwise(Setting setting) {
    if (Schedules.isPower(setting) && !Schedules.settles(setting)) {
      return List.of();
    }
    boolean slow = Schedules.isPower(setting) && setting.schedule().get("p") > 0;
    if (!slow) {
      return ratio("plateau", ALL.at().get(0), setting, Relation.AT_LEAST, number("9/10"));
    }
    boolean divergent = 2 * setting.schedule().get("p") <= 1;
    Formula fall = number("6/5").times(number(4).power(number(0).minus(name("p"))));
    return divergent
        ? ratio("falls all the same", ALL.at().get(0), setting, Relation.AT_MOST, fall)
        : List.of();
  }
}
