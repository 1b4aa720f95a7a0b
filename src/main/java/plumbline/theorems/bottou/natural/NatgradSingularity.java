package plumbline.theorems.bottou.natural;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/**
 * A fixed radius lets no step shrink; with mu &gt; eta^2/2 under the root, natural gradient on F =
 * w^2/2 converges linearly, by |1 - sqrt(2) eta/sqrt(mu)| in the end (Bottou, "Singularities").
 */
public final class NatgradSingularity implements Theorem<Radius> {
  private static final Formula S = Formula.sqrt(Formula.name("eta2").times(2));
  private static final Formula MU = Formula.name("mu");
  private static final Formula W = Formula.name("w_1");
  private static final Formula ONE = Formula.number(1);

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/natgrad-singularity",
        List.of(
            Parameter.real("eta2", "\\eta^2", "half the squared length allowed", "0.01", "50", "2"),
            Parameter.real("mu", "\\mu", "regularization under the root", "0", "100", "6/5"),
            Parameter.real("start", "w_1", "the start", "-20", "20", "3")),
        List.of(
            Preset.of("near the minimum", Role.SHARP, "mu", "9/4", "start", "1/100"),
            Preset.of("mu = 0.6 eta^2, from 3", Role.TYPICAL),
            Preset.of("mu = 0.6 eta^2, from 1/10", Role.TYPICAL, "start", "1/10"),
            Preset.of(
                "no regularization", Role.OUTSIDE, "eta2", "1/2", "mu", "0", "start", "37/10"),
            Preset.of("mu = 0.3 eta^2", Role.OUTSIDE, "eta2", "5", "mu", "3/2", "start", "13/10")));
  }

  @Override
  public Radius setting(Values values) {
    return new Radius(values.get("eta2"), values.get("mu"), values.get("start"));
  }

  @Override
  public Constants constants(Radius of) {
    return Constants.none()
        .with("eta2", of.squaredRadius(), "declared")
        .with("mu", of.mu(), "declared")
        .with("w_1", of.start().abs(), "|w_1|, declared");
  }

  @Override
  public List<Hypothesis<Radius>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "mu > eta^2/2",
            of ->
                Status.of(
                    of.mu().multiply(2).compareTo(of.squaredRadius()) > 0,
                    "mu = "
                        + Rationals.show(of.mu())
                        + ", eta^2 = "
                        + Rationals.show(of.squaredRadius()))));
  }

  @Override
  public List<Claim> claims(Radius of) {
    Formula low = ONE.minus(S.over(Formula.sqrt(MU.plus(W.power(2)))));
    Formula high = S.over(Formula.sqrt(MU)).minus(1);
    Formula rate = Formula.max(low, high).power(Formula.k().minus(1));
    Formula near = S.over(MU.power(Formula.number("3/2")).times(2));
    if (of.mu().isZero()) {
      // the bounds divide by mu
      return List.of(Claim.atMost("linear convergence", new Path(of), start(), Checkpoints.of(0)));
    }
    Formula factor = near.over(Formula.number(4).power(Formula.k()));
    Formula next = Formula.number("3/4").over(MU.times(Formula.number(4).power(Formula.k())));
    List<Claim> claims =
        new ArrayList<>(
            List.of(
                Claim.atMost(
                    "linear convergence",
                    new Path(of),
                    Bound.of("rate", rate.times(W)),
                    Checkpoints.range(1, 24)),
                Claim.atMost(
                    "factor near the minimum",
                    new Near(of),
                    Bound.of("second order", factor),
                    Checkpoints.range(0, 12)),
                Claim.atLeast(
                    "factor near the minimum, at least",
                    new Near(of),
                    Bound.of("fourth order", factor.times(ONE.minus(next))),
                    Checkpoints.range(0, 12))));
    if (isNear(of)) {
      Formula slowest = Formula.number(0).minus(low).power(Formula.k().minus(1));
      claims.add(
          Claim.atLeast(
              "linear convergence, at least",
              new Path(of),
              Bound.of("rate at the start", slowest.times(W)),
              Checkpoints.range(1, 24)));
    }
    return claims;
  }

  /** Whether every step goes past 0: the factor from w_1 is then the least in absolute value. */
  private static boolean isNear(Radius of) {
    BigFraction square = of.mu().add(of.start().multiply(of.start()));
    return square.compareTo(of.squaredRadius().multiply(2)) < 0;
  }

  private static Bound start() {
    return Bound.of("start", W);
  }

  /** Without mu, steps of one length for ever; with too little, a cycle of two points. */
  @Override
  public List<Claim> otherwise(Radius of) {
    if (of.mu().isZero() && hitsZero(of)) {
      return List.of();
    }
    if (of.mu().isZero()) {
      long reached = of.start().abs().divide(root(of)).longValue() + 2;
      Bound length = Bound.of("sqrt(2) eta", S);
      return List.of(
          Claim.equal("length of every step", new Moved(of), length, Checkpoints.range(1, 40)),
          Claim.equal(
              "two points in turn",
              new Turns(of),
              length,
              Checkpoints.range(reached, reached + 20)));
    }
    if (!of.settles()) {
      return List.of();
    }
    Formula cycle = Formula.sqrt(Formula.name("eta2").over(2).minus(MU));
    Formula off = Formula.max(W.minus(cycle), cycle.minus(W));
    Formula inner = slope(cycle.minus(off)).minus(1);
    Formula outer = ONE.minus(slope(cycle.plus(off)));
    Formula rate = Formula.max(inner, outer).power(Formula.k().minus(1));
    return List.of(
        Claim.atMost(
            "distance to the cycle",
            new FromCycle(of),
            Bound.of("rate", rate.times(off)),
            Checkpoints.range(1, 30)));
  }

  /** s mu/(mu + x^2)^{3/2}. */
  private static Formula slope(Formula x) {
    return S.times(MU).over(MU.plus(x.power(2)).power(Formula.number("3/2")));
  }

  /** Whether w_1 is a whole number of steps from 0: then w_k reaches 0, where there is no step. */
  private static boolean hitsZero(Radius of) {
    BigFraction steps = of.start().multiply(of.start()).divide(of.squaredRadius().multiply(2));
    return steps.getDenominator().equals(BigInteger.ONE)
        && steps.getNumerator().sqrtAndRemainder()[1].signum() == 0;
  }

  /** sqrt(2) eta, nearly. */
  private static BigFraction root(Radius of) {
    return new BigFraction(Math.sqrt(2 * of.squaredRadius().doubleValue()));
  }

  /**
   * |w_k|. One step's own error is at most 20 u |w|: that of the factor, which is at most 3 with
   * all its terms. Earlier errors do not grow, as the map's slope 1 - s mu/(mu + w^2)^{3/2} is in
   * [-1, 1] for mu &gt;= eta^2/2.
   */
  private record Path(Radius of) implements Trial {
    @Override
    public <T extends FieldElement<T>> List<Sides<T>> sides(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      irrational(in);
      T w = in.of(of.start());
      T first = in.abs(w);
      List<Sides<T>> sides = new ArrayList<>();
      for (long k = Math.min(1, points.last()); k <= points.last(); k++) {
        T right = bound.at(in, constants, k);
        T scale = first.add(right);
        sides.add(new Sides<>("k = " + k, k, in.abs(w), right, scale, 20.0 * (k + 1)));
        w = of.next(in, w);
      }
      return sides;
    }
  }

  /** ||w_k| - c|, c = sqrt(eta^2/2 - mu); errors as in {@link Path}, inside the interval. */
  private record FromCycle(Radius of) implements Trial {
    @Override
    public <T extends FieldElement<T>> List<Sides<T>> sides(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      irrational(in);
      T w = in.of(of.start());
      T cycle = in.sqrt(in.of(of.squaredRadius().divide(2).subtract(of.mu())));
      T scale = in.abs(w).add(cycle);
      List<Sides<T>> sides = new ArrayList<>();
      for (long k = 1; k <= points.last(); k++) {
        T left = in.abs(in.abs(w).subtract(cycle));
        T right = bound.at(in, constants, k);
        sides.add(new Sides<>("k = " + k, k, left, right, scale, 20.0 * (k + 1)));
        w = of.next(in, w);
      }
      return sides;
    }
  }

  /** Roots of long fractions are not taken. */
  private static void irrational(Arithmetic<?> in) {
    if (in.isExact()) {
      throw new UnsupportedOperationException("roots along a trajectory are not rational");
    }
  }

  /** The factor at w = 2^{-k} minus the factor at 0. */
  private record Near(Radius of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        T w = in.of(1).divide(in.power(in.of(2), k));
        T left = of.factor(in, w).subtract(of.factor(in, in.of(0)));
        pairs.add(new Pair<>("w = 2^-" + k, k, left, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }

  /** Two iterates in a row at mu = 0, where a step only adds or takes away; errors add up. */
  private interface InARow extends Trial {
    Radius of();

    /** What is read of w_k and w_{k+1}. */
    <T extends FieldElement<T>> T read(Arithmetic<T> in, T w, T next);

    @Override
    default <T extends FieldElement<T>> List<Sides<T>> sides(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      T w = in.of(of().start());
      T first = in.abs(w);
      List<Sides<T>> sides = new ArrayList<>();
      for (long k = 1; k <= points.last(); k++) {
        T next = of().next(in, w);
        if (points.at().contains(k)) {
          T right = bound.at(in, constants, k);
          T scale = first.add(right);
          T left = read(in, w, next);
          sides.add(new Sides<>("k = " + k, k, left, right, scale, 20.0 * (k + 1)));
        }
        w = next;
      }
      return sides;
    }
  }

  /** |w_{k+1} - w_k|. */
  private record Moved(Radius of) implements InARow {
    @Override
    public <T extends FieldElement<T>> T read(Arithmetic<T> in, T w, T next) {
      return in.abs(next.subtract(w));
    }
  }

  /** |w_k| + |w_{k+1}|. */
  private record Turns(Radius of) implements InARow {
    @Override
    public <T extends FieldElement<T>> T read(Arithmetic<T> in, T w, T next) {
      return in.abs(w).add(in.abs(next));
    }
  }
}
