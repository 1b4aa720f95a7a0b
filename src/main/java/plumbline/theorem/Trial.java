package plumbline.theorem;

import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;

/** The deterministic computation of a claim, in whatever arithmetic it is asked for. */
public interface Trial {
  /**
   * Both sides at every point.
   *
   * @throws UnsupportedOperationException if this arithmetic cannot carry it (a square root in
   *     rationals); the next is then tried
   */
  <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points);

  /**
   * Left (relation) right.
   *
   * @param what the point in words: "k = 10", "coordinate 2 at k = 5"
   * @param k the point, for drawing
   * @param scale the sum of the absolute terms of both sides, those that cancel included
   * @param operations how many roundings enter, a call counted with its condition number
   * @param <T> the numbers
   */
  record Sides<T extends FieldElement<T>>(
      String what, long k, T left, T right, T scale, double operations) {}

  /**
   * What a plot of the two sides over k shows.
   *
   * @param x "delay tau", "20 alpha L"
   * @param y of both sides: "gap", "steps until 1/3"
   */
  record Axes(String x, String y) {
    /** Where nothing better is known. */
    public static final Axes ITERATIONS = new Axes("iteration k", "value");
  }

  /** The words on the axes; as they are, the points' own words name x: "n = 8" makes it n. */
  default Axes axes() {
    return Axes.ITERATIONS;
  }

  /**
   * Whether more digits are out of reach (an eigenproblem): then only doubles are used, and {@code
   * operations} counts the declared condition number.
   */
  default boolean onlyInDoubles() {
    return false;
  }

  /**
   * This computation with one error in its own formula each, by what is wrong: "alpha_i in the
   * first power". {@code mutate} tries them beside the errors of the bound.
   */
  default Map<String, Trial> mutants() {
    return Map.of();
  }
}
