package plumbline.check;

import java.util.Set;
import java.util.TreeSet;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;

/**
 * How far B_k may be from the bound that is meant: roundings of its evaluation, and the certified
 * errors of the constants in it, each taken to both ends of its interval and doubled for what they
 * do together. An estimate to first order, of numbers that are far below any tolerance.
 */
final class BoundError {
  private static final double ROUNDINGS = 64;

  private BoundError() {}

  /** An absolute error of B_k in doubles. */
  static double of(Bound bound, Constants constants, long k) {
    double scale = 0;
    for (Bound.Term term : bound.terms()) {
      scale += Math.abs(term.formula().at(Arithmetic.doubles(), constants, k).getReal());
    }
    return ROUNDINGS * (k + 1) * Drift.UNIT * scale + ofConstants(bound, constants, k);
  }

  /** What the errors of constants alone do. */
  static double ofConstants(Bound bound, Constants constants, long k) {
    Set<String> names = new TreeSet<>();
    bound.terms().forEach(term -> names.addAll(term.formula().names()));
    double sum = 0;
    double value = Double.NaN;
    for (String name : names) {
      Constant constant = constants.constant(name);
      if (constant.error() > 0) {
        value = Double.isNaN(value) ? bound.at(constants, k) : value;
        double up = bound.at(moved(constants, name, constant.error()), k);
        double down = bound.at(moved(constants, name, -constant.error()), k);
        sum += Math.max(Math.abs(up - value), Math.abs(down - value));
      }
    }
    return 2 * sum;
  }

  private static Constants moved(Constants constants, String name, double by) {
    Constant constant = constants.constant(name);
    return constants.with(
        name,
        new Constant(constant.exact().add(Rationals.of(by)), constant.error(), constant.how()));
  }
}
