package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Trial;

/**
 * Numbers of the slide at (3, 3): how far each is from what is computed, against half a unit of its
 * last digit times the bound; or signs that bracket a root, against 0.
 *
 * @param of the start
 * @param what which of them
 * @param power that of 1/cosh in the curvature
 */
record BowlNumbers(Bowl of, What what, long power) implements Comparison {
  /** Which numbers. */
  enum What {
    PRINTED,
    LINE_SEARCH,
    BASIN
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    T factor = bound.at(in, constants, 0);
    return switch (what) {
      case PRINTED -> printed(in, factor);
      case LINE_SEARCH ->
          List.of(
              new Pair<>(
                  "falls at 0.0306045", 0, of.along(in, number(in, "0.0306045"), power), factor),
              new Pair<>(
                  "rises at 0.0306055",
                  1,
                  of.along(in, number(in, "0.0306055"), power).negate(),
                  factor));
      case BASIN ->
          List.of(
              new Pair<>("1.08865945 comes closer", 0, grown(in, "1.08865945"), factor),
              new Pair<>("1.08865955 goes away", 1, grown(in, "1.08865955").negate(), factor));
    };
  }

  private <T extends FieldElement<T>> List<Pair<T>> printed(Arithmetic<T> in, T factor) {
    T x = in.of(of.w1());
    T y = in.of(of.w2());
    T slope = Bowl.slope(in, y);
    T newton = Bowl.newton(in, y, power);
    T step = number(in, "0.03");
    T after = y.add(newton.multiply(step));
    List<Pair<T>> pairs = new ArrayList<>();
    add(in, pairs, "-dF/dw_2 is about -1", slope.negate(), "-1", "1/2", factor);
    add(in, pairs, "-dF/dw_2 to five digits", slope.negate(), "-0.99505", "5e-6", factor);
    add(in, pairs, "Newton's second entry", newton, "-101", "1/2", factor);
    add(in, pairs, "the same to seven digits", newton, "-100.8566", "5e-5", factor);
    add(in, pairs, "w_1 after 0.03", x.subtract(x.multiply(step)), "2.9", "0.05", factor);
    add(in, pairs, "w_2 after 0.03", after, "0", "0.05", factor);
    add(in, pairs, "the same to three digits", after, "-0.0257", "5e-5", factor);
    add(
        in,
        pairs,
        "cosine to the optimum, gradient",
        cosine(in, x, slope),
        "0.894",
        "5e-4",
        factor);
    add(in, pairs, "the same, Newton", cosine(in, x, newton.negate()), "0.728", "5e-4", factor);
    return pairs;
  }

  /** Of the angle between -(w_1, v) and -(w_1, w_2). */
  private <T extends FieldElement<T>> T cosine(Arithmetic<T> in, T x, T v) {
    T y = in.of(of.w2());
    T first = x.multiply(x).add(v.multiply(v));
    T second = x.multiply(x).add(y.multiply(y));
    return x.multiply(x).add(v.multiply(y)).divide(in.sqrt(first.multiply(second)));
  }

  /** |w_2| after a unit step, less |w_2|: -newton - 2 w_2. */
  private <T extends FieldElement<T>> T grown(Arithmetic<T> in, String at) {
    T y = number(in, at);
    return Bowl.newton(in, y, power).negate().subtract(y.multiply(2));
  }

  private static <T extends FieldElement<T>> T number(Arithmetic<T> in, String text) {
    return in.of(Rationals.parse(text));
  }

  private static <T extends FieldElement<T>> void add(
      Arithmetic<T> in,
      List<Pair<T>> pairs,
      String name,
      T value,
      String number,
      String half,
      T factor) {
    T off = in.abs(value.subtract(number(in, number)));
    pairs.add(new Pair<>(name, pairs.size(), off, number(in, half).multiply(factor)));
  }

  @Override
  public Map<String, Trial> mutants() {
    return Map.of("1/cosh in the place of its square", new BowlNumbers(of, what, 1));
  }
}
