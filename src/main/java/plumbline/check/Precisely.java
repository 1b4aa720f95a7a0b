package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Relation;
import plumbline.theorem.Trial;
import plumbline.theorem.Trial.Sides;
import plumbline.verdict.Outcome;

/**
 * Judges what has no chance in it: in rationals where they carry the computation, else in doubles
 * with an error bound, and at 40 and 80 digits before anything is refuted.
 *
 * <p>A computation in doubles by itself never refutes: two ways to write (1-a)^k differ by 246
 * summation tolerances at k = 1e5.
 */
final class Precisely {
  private static final double UNIT = 0x1p-53;
  private static final double NEGLIGIBLE = 1e-30;
  private static final int SHORT = 40;
  private static final int LONG = 80;

  private Precisely() {}

  static Judged judge(Claim.Exactly claim, Constants constants, Bound bound) {
    Trial trial = claim.trial();
    if (trial.onlyInDoubles()) {
      return conditioned(claim, constants, bound);
    }
    try {
      return rational(
          claim.relation(), trial.sides(Arithmetic.rationals(), constants, bound, claim.points()));
    } catch (UnsupportedOperationException irrational) {
      return decimal(claim, constants, bound);
    }
  }

  private static Judged rational(Relation relation, List<Sides<BigFraction>> sides) {
    List<Layer.Side> shown = new ArrayList<>();
    Sides<BigFraction> worst = null;
    for (Sides<BigFraction> s : sides) {
      shown.add(show(s, 0));
      int order = s.left().compareTo(s.right());
      boolean met =
          switch (relation) {
            case EQUAL -> order == 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
          };
      if (!met && worst == null) {
        worst = s;
      }
    }
    Layer layer = new Layer.Compared("rationals", shown);
    return worst == null
        ? new Judged(
            layer,
            Outcome.HOLDS,
            "in exact rationals at " + sides.size() + " points" + tightest(sides))
        : new Judged(
            layer,
            Outcome.REFUTED,
            "in exact rationals: at "
                + worst.what()
                + " the left side is "
                + number(worst.left().doubleValue())
                + ", the right "
                + number(worst.right().doubleValue()));
  }

  private static Judged decimal(Claim.Exactly claim, Constants constants, Bound bound) {
    Relation relation = claim.relation();
    List<Sides<Binary64>> sides =
        claim.trial().sides(Arithmetic.doubles(), constants, bound, claim.points());
    List<Layer.Side> shown = new ArrayList<>();
    boolean clear = true;
    for (Sides<Binary64> s : sides) {
      double error = excess(relation, s) / scale(s);
      shown.add(show(s, error));
      clear &= error <= tolerance(s.operations());
    }
    Layer layer = new Layer.Compared("doubles", shown);
    if (clear) {
      return new Judged(
          layer,
          Outcome.HOLDS,
          "in doubles within their rounding at " + sides.size() + " points" + tightest(sides));
    }
    return digits(claim, constants, bound, layer);
  }

  private static Judged digits(Claim.Exactly claim, Constants constants, Bound bound, Layer layer) {
    var shorter = claim.trial().sides(Arithmetic.digits(SHORT), constants, bound, claim.points());
    var longer = claim.trial().sides(Arithmetic.digits(LONG), constants, bound, claim.points());
    boolean holds = true;
    for (int i = 0; i < longer.size(); i++) {
      double tolerance =
          claim.relation() == Relation.EQUAL ? tolerance(longer.get(i).operations()) : NEGLIGIBLE;
      double first = excess(claim.relation(), shorter.get(i)) / scale(shorter.get(i));
      double second = excess(claim.relation(), longer.get(i)) / scale(longer.get(i));
      boolean agree = first == second || Math.abs(first / second - 1) < 1e-10;
      if (agree && second > tolerance) {
        return new Judged(
            layer,
            Outcome.REFUTED,
            String.format(
                Locale.ROOT,
                "at 40 and at 80 digits: at %s the two sides are %s and %s",
                longer.get(i).what(),
                number(longer.get(i).left().getReal()),
                number(longer.get(i).right().getReal())));
      }
      holds &= second <= NEGLIGIBLE;
    }
    return holds
        ? new Judged(
            layer, Outcome.HOLDS, "at 80 digits at " + longer.size() + " points" + tightest(longer))
        : new Judged(layer, Outcome.INCONCLUSIVE, "rounding hides the answer at 80 digits");
  }

  /** No digits beyond doubles: an eigenproblem, a trained net; operations carry the condition. */
  private static Judged conditioned(Claim.Exactly claim, Constants constants, Bound bound) {
    List<Layer.Side> shown = new ArrayList<>();
    boolean holds = true;
    Sides<Binary64> worst = null;
    var sides = claim.trial().sides(Arithmetic.doubles(), constants, bound, claim.points());
    for (Sides<Binary64> s : sides) {
      double error = excess(claim.relation(), s) / scale(s);
      double q = s.operations() * UNIT;
      shown.add(show(s, error));
      holds &= error <= 8 * q;
      if (error >= 1e-2 && q < 1e-6 && worst == null) {
        worst = s;
      }
    }
    Layer layer = new Layer.Compared("doubles, conditioned", shown);
    if (worst != null) {
      return new Judged(
          layer,
          Outcome.REFUTED,
          "in doubles, far beyond their rounding: at "
              + worst.what()
              + " the two sides are "
              + number(worst.left().getReal())
              + " and "
              + number(worst.right().getReal()));
    }
    return holds
        ? new Judged(
            layer,
            Outcome.HOLDS,
            "in doubles within the declared condition at " + sides.size() + " points")
        : new Judged(layer, Outcome.INCONCLUSIVE, "rounding hides the answer in doubles");
  }

  static double tolerance(double operations) {
    return 8 * UNIT * Math.max(1, operations);
  }

  /** By how much the relation is missed, &lt;= 0 where it is met; for EQUAL the distance. */
  private static <T extends FieldElement<T>> double excess(Relation relation, Sides<T> s) {
    double difference = s.left().subtract(s.right()).getReal();
    return switch (relation) {
      case EQUAL -> Math.abs(difference);
      case AT_MOST -> difference;
      case AT_LEAST -> -difference;
    };
  }

  private static <T extends FieldElement<T>> double scale(Sides<T> s) {
    double scale = Math.abs(s.scale().getReal());
    return scale > 0 ? scale : 1;
  }

  private static <T extends FieldElement<T>> Layer.Side show(Sides<T> s, double error) {
    return new Layer.Side(
        s.what(), s.k(), s.left().getReal(), s.right().getReal(), Math.max(0, error));
  }

  private static <T extends FieldElement<T>> String tightest(List<Sides<T>> sides) {
    double greatest =
        sides.stream()
            .filter(s -> s.right().getReal() > 0)
            .mapToDouble(s -> s.left().getReal() / s.right().getReal())
            .max()
            .orElse(Double.NaN);
    return Double.isNaN(greatest) ? "" : "; greatest ratio of the two sides " + number(greatest);
  }

  /** At most four significant digits. */
  static String number(double x) {
    return Numbers.show(x);
  }
}
