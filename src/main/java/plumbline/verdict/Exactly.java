package plumbline.verdict;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.FieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import plumbline.formula.Arithmetic;
import plumbline.theorem.Relation;
import plumbline.theorem.Trial.Sides;

/**
 * Claims without chance: left (relation) right, in rationals where they carry it, else in doubles
 * with an error bound, else at 40 and 80 digits (verdicts.md, section 6). A computation in doubles
 * by itself never refutes.
 *
 * @param relation at most, at least or equal
 * @param aim REFUTED asks for the digits first, as HOLDS is not evaluated where REFUTED is expected
 */
public record Exactly(Relation relation, Course.Aim aim) {
  /** Half an ulp of 1. */
  private static final double U = 0x1p-53;

  private static final double SLACK = 8;
  private static final double NOTHING = 1e-30;
  private static final double AGREE = 1e-10;

  /** |left - right| in units of |left| + |right| from which doubles alone refute. */
  public static final double PLAIN_VIOLATION = 1e-2;

  private static final double TRUSTED = 1e-6;

  /** Left - right as a number in some arithmetic, with the scale of what cancels. */
  private record Digits(Dfp difference, Dfp scale) {}

  /**
   * One comparison.
   *
   * @param error |left - right|/scale in the arithmetic that decided
   */
  public record Compared(
      String what, long k, double left, double right, double error, Outcome outcome) {}

  /**
   * All comparisons of a claim.
   *
   * @param arithmetic "rationals", "doubles" or "40 and 80 digits": the longest that was needed
   */
  public record Result(Verdict verdict, String arithmetic, List<Compared> sides) {
    public Result {
      sides = List.copyOf(sides);
    }
  }

  /** In rationals: HOLDS or REFUTED, nothing between. */
  public Result inRationals(List<Sides<BigFraction>> sides) {
    List<Compared> all = new ArrayList<>();
    for (Sides<BigFraction> s : sides) {
      int sign = s.left().compareTo(s.right());
      boolean holds =
          relation == Relation.EQUAL
              ? sign == 0
              : relation == Relation.AT_MOST ? sign <= 0 : sign >= 0;
      BigFraction gap = s.left().subtract(s.right()).abs();
      double error =
          gap.signum() == 0 ? 0 : s.scale().signum() == 0 ? 1 : gap.divide(s.scale()).doubleValue();
      all.add(compared(s, error, holds ? Outcome.HOLDS : Outcome.REFUTED));
    }
    return result("rationals", all);
  }

  /**
   * In doubles, and where those do not decide in digits.
   *
   * @param digits the same sides, in the same order, from the exact inputs in that arithmetic;
   *     asked for only where needed
   */
  public Result inDoubles(
      List<Sides<Binary64>> sides, Function<Arithmetic<Dfp>, List<Sides<Dfp>>> digits) {
    List<Compared> all = new ArrayList<>();
    List<Sides<Dfp>> at40 = List.of();
    List<Sides<Dfp>> at80 = List.of();
    for (int i = 0; i < sides.size(); i++) {
      Sides<Binary64> s = sides.get(i);
      boolean within = excess(s) <= tolerance(s);
      if (within && aim != Course.Aim.REFUTED || !defined(s)) {
        all.add(compared(s, error(s), defined(s) ? Outcome.HOLDS : Outcome.ERROR));
        continue;
      }
      if (at40.isEmpty()) {
        at40 = digits.apply(Arithmetic.digits(40));
        at80 = digits.apply(Arithmetic.digits(80));
        if (at40.size() != sides.size() || at80.size() != sides.size()) {
          throw new IllegalArgumentException(
              sides.size()
                  + " sides in doubles, "
                  + at40.size()
                  + " and "
                  + at80.size()
                  + " in digits; allowed: equal");
        }
      }
      all.add(
          compared(s, error(s), byDigits(of(at40.get(i)), of(at80.get(i)), tolerance(s), within)));
    }
    return result(at40.isEmpty() ? "doubles" : "40 and 80 digits", all);
  }

  /**
   * Where digits are out of reach; {@code operations} counts the condition number as well: q =
   * operations u.
   */
  public Result onlyInDoubles(List<Sides<Binary64>> sides) {
    List<Compared> all = new ArrayList<>();
    for (Sides<Binary64> s : sides) {
      double q = s.operations() * U;
      Outcome outcome = Outcome.INCONCLUSIVE;
      if (!defined(s)) {
        outcome = Outcome.ERROR;
      } else if (excess(s) <= SLACK * q) {
        outcome = Outcome.HOLDS;
      } else if (excess(s) >= PLAIN_VIOLATION && q < TRUSTED) {
        outcome = Outcome.REFUTED;
      }
      all.add(compared(s, error(s), outcome));
    }
    return result("doubles", all);
  }

  /** The number of operations whose tolerance is a proved absolute error, for these sides. */
  public static double operations(double error, double scale) {
    return error / (SLACK * U * scale);
  }

  /**
   * A worked number as a card prints it.
   *
   * @param c the number in doubles
   * @param e the error of its evaluation in doubles, tol times scale
   * @param printed as on the card
   * @param half h: half a unit of the last printed digit; a whole unit after "about" or "~"
   * @param scale the sum of absolute terms, for the error at 80 digits
   * @param digits the number in that arithmetic; asked for only where needed
   */
  public static Outcome worked(
      double c,
      double e,
      BigDecimal printed,
      BigDecimal half,
      double scale,
      Function<Arithmetic<Dfp>, Dfp> digits) {
    if (Double.isNaN(c) || Double.isNaN(e)) {
      return Outcome.ERROR;
    }
    if (Double.isFinite(c)
        && new BigDecimal(c).subtract(printed).abs().add(new BigDecimal(e)).compareTo(half) <= 0) {
      return Outcome.HOLDS;
    }
    Dfp at40 = digits.apply(Arithmetic.digits(40));
    Dfp at80 = digits.apply(Arithmetic.digits(80));
    BigDecimal off40 = new BigDecimal(at40.toString()).subtract(printed).abs();
    BigDecimal off80 = new BigDecimal(at80.toString()).subtract(printed).abs();
    if (off80.add(BigDecimal.valueOf(NOTHING * scale)).compareTo(half) <= 0) {
      return Outcome.HOLDS;
    }
    BigDecimal apart =
        new BigDecimal(at40.toString()).subtract(new BigDecimal(at80.toString())).abs();
    boolean agree =
        apart.compareTo(new BigDecimal(at80.toString()).abs().multiply(BigDecimal.valueOf(AGREE)))
            <= 0;
    boolean off = off40.compareTo(half) > 0 && off80.compareTo(half) > 0;
    return agree && off ? Outcome.REFUTED : Outcome.INCONCLUSIVE;
  }

  private Outcome byDigits(Digits at40, Digits at80, double tolerance, boolean within) {
    Dfp d = violation(at80.difference());
    DfpField field = d.getField();
    Dfp nothing = at80.scale().multiply(field.newDfp("1e-30"));
    boolean agree = agree(at40.difference(), at80.difference());
    boolean notZero = !at80.difference().isZero();
    Dfp least =
        relation == Relation.EQUAL ? at80.scale().multiply(field.newDfp(tolerance)) : nothing;
    if (agree && notZero && d.greaterThan(least)) {
      return Outcome.REFUTED;
    }
    boolean zero =
        relation == Relation.EQUAL ? d.lessThan(nothing) || d.isZero() : !d.greaterThan(nothing);
    return zero || within ? Outcome.HOLDS : Outcome.INCONCLUSIVE;
  }

  /** By how much the relation is violated, from left - right. */
  private Dfp violation(Dfp difference) {
    return relation == Relation.EQUAL
        ? difference.abs()
        : relation == Relation.AT_MOST ? difference : difference.negate();
  }

  private static boolean agree(Dfp at40, Dfp at80) {
    Dfp long40 = at80.getField().newDfp(at40.toString());
    return !long40
        .subtract(at80)
        .abs()
        .greaterThan(at80.abs().multiply(at80.getField().newDfp("1e-10")));
  }

  private static Digits of(Sides<Dfp> s) {
    return new Digits(s.left().subtract(s.right()), s.scale().abs());
  }

  private static boolean defined(Sides<Binary64> s) {
    return !(Double.isNaN(s.left().getReal())
        || Double.isNaN(s.right().getReal())
        || Double.isNaN(s.scale().getReal()));
  }

  private static double tolerance(Sides<Binary64> s) {
    return SLACK * U * s.operations();
  }

  private static double error(Sides<Binary64> s) {
    double gap = Math.abs(s.left().getReal() - s.right().getReal());
    return gap == 0 ? 0 : gap / Math.abs(s.scale().getReal());
  }

  /** The relative violation: the error, or minus it where an inequality has room. */
  private double excess(Sides<Binary64> s) {
    double gap = s.left().getReal() - s.right().getReal();
    boolean room =
        relation == Relation.AT_MOST && gap < 0 || relation == Relation.AT_LEAST && gap > 0;
    return room ? -error(s) : error(s);
  }

  private static <T extends FieldElement<T>> Compared compared(
      Sides<T> s, double error, Outcome outcome) {
    return new Compared(s.what(), s.k(), s.left().getReal(), s.right().getReal(), error, outcome);
  }

  private static Result result(String arithmetic, List<Compared> sides) {
    if (sides.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing was compared; allowed: at least one pair of sides");
    }
    Outcome worst = Joins.worst(sides.stream().map(Compared::outcome).toList());
    String names =
        sides.stream()
            .filter(c -> c.outcome() == worst)
            .findFirst()
            .map(Exactly::words)
            .orElseThrow();
    String text =
        worst == Outcome.HOLDS
            ? (sides.size() == 1 ? "in " : "at all " + sides.size() + " points in ") + arithmetic
            : names + " in " + arithmetic;
    boolean said = worst == Outcome.HOLDS || worst == Outcome.REFUTED;
    return new Result(Verdict.plain(worst, said ? "exact" : "", text), arithmetic, sides);
  }

  private static String words(Compared c) {
    return c.what()
        + ": "
        + Say.number(c.left())
        + " against "
        + Say.number(c.right())
        + (Double.isFinite(c.error()) ? ", relative difference " + Say.number(c.error()) : "");
  }
}
