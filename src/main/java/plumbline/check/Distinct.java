package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.dfp.Dfp;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.theorem.Bound;

/**
 * Tells mutants that are the same number at every tested checkpoint: (k - 1) -> k and an exponent
 * plus 1 are one error, and so are L forgotten and L halved where L = 2.
 */
final class Distinct {
  /** What doubles may be off by where two formulas are one number. */
  private static final double NEAR = 1e-9;

  private static final int DIGITS = 60;
  private static final int SAME_DIGITS = 40;

  private final Constants constants;
  private final List<Long> points;

  /**
   * @param points where the bounds are tested
   */
  Distinct(Constants constants, List<Long> points) {
    this.constants = constants;
    this.points = List.copyOf(points);
  }

  /** The first of each set of equal bounds. */
  List<Mutants.Mutant> of(List<Mutants.Mutant> mutants) {
    List<Mutants.Mutant> kept = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (Mutants.Mutant mutant : mutants) {
      double[] value = points.stream().mapToDouble(k -> mutant.bound().at(constants, k)).toArray();
      boolean known = false;
      for (int i = 0; i < kept.size() && !known; i++) {
        known = near(values.get(i), value) && same(kept.get(i).bound(), mutant.bound());
      }
      if (!known) {
        kept.add(mutant);
        values.add(value);
      }
    }
    return kept;
  }

  private static boolean near(double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      boolean alike =
          Double.compare(x[i], y[i]) == 0
              || Math.abs(x[i] - y[i]) <= NEAR * Math.max(Math.abs(x[i]), Math.abs(y[i]));
      if (!alike) {
        return false;
      }
    }
    return true;
  }

  /** Doubles alone would join what rounding cannot tell apart. */
  private boolean same(Bound x, Bound y) {
    Arithmetic<Dfp> in = Arithmetic.digits(DIGITS);
    Dfp equal = in.power(in.of(10), -SAME_DIGITS);
    for (long k : points) {
      if (Double.isFinite(x.at(constants, k))) {
        Dfp left = x.at(in, constants, k);
        Dfp right = y.at(in, constants, k);
        Dfp scale = in.max(in.abs(left), in.abs(right));
        if (in.compare(in.abs(left.subtract(right)), scale.multiply(equal)) > 0) {
          return false;
        }
      }
    }
    return true;
  }
}
