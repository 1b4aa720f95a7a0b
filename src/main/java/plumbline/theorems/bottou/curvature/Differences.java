package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;

/**
 * Derivatives by central differences on seven points, which are exact for polynomials of degree at
 * most 6: no rule of differentiation is used.
 *
 * @param in the arithmetic
 * @param <T> its numbers
 */
record Differences<T extends FieldElement<T>>(Arithmetic<T> in) {
  /** f'(0) = (45 (f(1) - f(-1)) - 9 (f(2) - f(-2)) + f(3) - f(-3))/60. */
  T slope(Function<T, T> f) {
    T first = across(f, 1).multiply(45);
    T second = across(f, 2).multiply(9);
    return first.subtract(second).add(across(f, 3)).divide(in.of(60));
  }

  /** The derivatives of f along every coordinate at a point. */
  List<T> gradient(Function<List<T>, T> f, List<T> at) {
    List<T> slopes = new ArrayList<>();
    for (int j = 0; j < at.size(); j++) {
      int moved = j;
      slopes.add(
          slope(
              h -> {
                List<T> there = new ArrayList<>(at);
                there.set(moved, at.get(moved).add(h));
                return f.apply(there);
              }));
    }
    return slopes;
  }

  private T across(Function<T, T> f, long h) {
    return f.apply(in.of(h)).subtract(f.apply(in.of(-h)));
  }
}
