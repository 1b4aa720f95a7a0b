package plumbline.theorems.bottou.distance;

import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.theorem.Bound;

/** A bound whose terms multiply data, each under its own name. */
final class Scaled {
  private Scaled() {}

  /** The sum of the terms at k, each times the number of its name; 1 where there is none. */
  static <T extends FieldElement<T>> T sum(
      Arithmetic<T> in, Constants constants, Bound bound, long k, Map<String, T> data) {
    T sum = in.of(0);
    for (Bound.Term term : bound.terms()) {
      T value = term.formula().at(in, constants, k);
      sum = sum.add(data.containsKey(term.name()) ? value.multiply(data.get(term.name())) : value);
    }
    return sum;
  }

  static <T> Map<String, T> data(String first, T a, String second, T b) {
    Map<String, T> data = new TreeMap<>();
    data.put(first, a);
    data.put(second, b);
    return data;
  }
}
