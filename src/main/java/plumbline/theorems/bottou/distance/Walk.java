package plumbline.theorems.bottou.distance;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;

/**
 * Stochastic subgradient on a line with g = a subgradient + sigma xi, xi = 1 or -1 with equal
 * chance: every path of the noise is walked.
 *
 * @param line the objective
 * @param slope h
 * @param curvature c (ELASTIC)
 * @param sigma size of the noise
 * @param where at which points there is noise
 * @param start w_1
 * @param step alpha, or beta where steps shrink
 * @param steps whether they do
 */
record Walk(
    Line line,
    BigFraction slope,
    BigFraction curvature,
    BigFraction sigma,
    Where where,
    BigFraction start,
    BigFraction step,
    Lengths steps) {
  /** Where the oracle is noisy. */
  enum Where {
    EVERYWHERE,
    /** At w_* alone: elsewhere both outcomes are the same. */
    MINIMIZER
  }

  /** alpha at every k, or beta/k. */
  enum Lengths {
    FIXED,
    HARMONIC
  }

  /**
   * One equally likely path.
   *
   * @param at w_k
   * @param sum w_1 + ... + w_k
   * @param <T> the numbers
   */
  record Path<T>(T at, T sum) {}

  /** Whether one path is all there is. */
  boolean isCertain() {
    return sigma.isZero();
  }

  /** The paths to w_1, ..., w_last, each list equally likely: as many as outcomes of the noise. */
  <T extends FieldElement<T>> List<List<Path<T>>> paths(Arithmetic<T> in, long last) {
    List<List<Path<T>>> all = new ArrayList<>();
    List<Path<T>> now = List.of(new Path<>(in.of(start), in.of(start)));
    all.add(now);
    for (long k = 1; k < last; k++) {
      List<Path<T>> next = new ArrayList<>();
      T length = in.of(steps == Lengths.FIXED ? step : step.divide((int) k));
      for (Path<T> path : now) {
        for (T g : gradients(in, path.at())) {
          T w = path.at().subtract(length.multiply(g));
          next.add(new Path<>(w, path.sum().add(w)));
        }
      }
      now = next;
      all.add(now);
    }
    return all;
  }

  /** The outcomes of g at w, equally likely. */
  <T extends FieldElement<T>> List<T> gradients(Arithmetic<T> in, T w) {
    T mean = subgradient(in, w);
    if (isCertain()) {
      return List.of(mean);
    }
    boolean noisy = where == Where.EVERYWHERE || w.subtract(line.minimizer(in)).isZero();
    T noise = noisy ? in.of(sigma) : in.of(0);
    return List.of(mean.add(noise), mean.subtract(noise));
  }

  <T extends FieldElement<T>> T subgradient(Arithmetic<T> in, T w) {
    return line.slope(in, in.of(slope), in.of(curvature), w);
  }

  <T extends FieldElement<T>> T gap(Arithmetic<T> in, T w) {
    return line.gap(in, in.of(slope), in.of(curvature), w);
  }

  <T extends FieldElement<T>> T squaredDistance(Arithmetic<T> in, T w) {
    T error = w.subtract(line.minimizer(in));
    return error.multiply(error);
  }
}
