package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorem.Trial;

/**
 * The run with xi_k alone replaced by another example: w_k must stay, and w_{k+1} must move by
 * alpha_k (g(w_k, xi_k) - g(w_k, xi_k')), alpha_k being the claim's bound.
 *
 * @param of the run
 * @param ahead step j uses draw j + ahead; 0 in the algorithm
 */
record AnotherDraw(Run of, int ahead) implements Comparison {
  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k : points.at()) {
      List<T> w = path(in, k, 0);
      List<T> other = path(in, k, k);
      int now = (int) k - 1;
      T slope = of.examples().slope(in, draw(k, 0), w.get(now));
      T otherSlope = of.examples().slope(in, draw(k, k), w.get(now));
      pairs.add(new Pair<>("w_" + k + " with another xi_" + k, k, other.get(now), w.get(now)));
      pairs.add(
          new Pair<>(
              "w_" + (k + 1) + " with another xi_" + k,
              k,
              other.get(now + 1).subtract(w.get(now + 1)),
              bound.at(in, constants, k).multiply(slope.subtract(otherSlope))));
    }
    return pairs;
  }

  /** w_1, ..., w_{k+1}, draw number {@code changed} being another. */
  private <T extends FieldElement<T>> List<T> path(Arithmetic<T> in, long k, long changed) {
    List<T> path = new ArrayList<>(List.of(in.of(of.start())));
    for (long j = 1; j <= k; j++) {
      T w = path.get(path.size() - 1);
      path.add(of.next(in, j, w, draw(j + ahead, changed)));
    }
    return path;
  }

  /** Example 3j^2 + 1 modulo N at draw j, the one after it if that draw is changed. */
  private int draw(long j, long changed) {
    return (int) ((3 * j * j + 1 + (j == changed ? 1 : 0)) % of.examples().size());
  }

  @Override
  public Map<String, Trial> mutants() {
    return ahead == 0 ? Map.of("step k uses xi_(k+1)", new AnotherDraw(of, 1)) : Map.of();
  }
}
