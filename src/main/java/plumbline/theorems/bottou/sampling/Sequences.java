package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;

/** Sequences of draws, counted out. */
final class Sequences {
  private Sequences() {}

  /** All outcomes^length sequences with entries in 0..outcomes-1. */
  static List<List<Integer>> all(int outcomes, int length) {
    List<List<Integer>> sequences = List.of(List.of());
    for (int j = 0; j < length; j++) {
      sequences = longer(sequences, outcomes);
    }
    return sequences;
  }

  /** Those that increase: the subsets of this size. */
  static List<List<Integer>> increasing(int outcomes, int length) {
    List<List<Integer>> sequences = List.of(List.of());
    for (int j = 0; j < length; j++) {
      int last = j - 1;
      sequences =
          longer(sequences, outcomes).stream()
              .filter(s -> last < 0 || s.get(last + 1) > s.get(last))
              .toList();
    }
    return sequences;
  }

  private static List<List<Integer>> longer(List<List<Integer>> sequences, int outcomes) {
    List<List<Integer>> longer = new ArrayList<>();
    for (List<Integer> sequence : sequences) {
      for (int next = 0; next < outcomes; next++) {
        List<Integer> one = new ArrayList<>(sequence);
        one.add(next);
        longer.add(List.copyOf(one));
      }
    }
    return longer;
  }
}
