package plumbline.theorems.bottou.diminishing;

import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * One side of the induction, worked out from the constants: what (4.21) makes of a gap nu/(gamma +
 * k), or the noise beta^2 L M/2 of a step over alpha_k^2.
 *
 * @param left which
 */
record Induction(Left left) implements Comparison {
  enum Left {
    NEXT_GAP,
    NOISE
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants x, Bound bound, Checkpoints points) {
    T pull = in.of(x.exact("beta").multiply(x.exact("c")).multiply(x.exact("mu")));
    T beta = in.of(x.exact("beta"));
    T noise = beta.multiply(beta).multiply(in.of(x.exact("L"))).multiply(in.of(x.exact("M")));
    T half = noise.divide(in.of(2));
    T start = in.of(x.exact("gamma")).add(in.of(1)).multiply(in.of(x.exact("Delta")));
    T nu = in.max(half.divide(pull.subtract(in.of(1))), start);
    return points.at().stream()
        .map(
            k -> {
              T over = in.of(x.exact("gamma")).add(in.of(k)).reciprocal();
              T kept = in.of(1).subtract(pull.multiply(over)).multiply(nu).multiply(over);
              T next = kept.add(half.multiply(over).multiply(over));
              T value = left == Left.NOISE ? half : next;
              return new Pair<>("k = " + k, k, value, bound.at(in, x, k));
            })
        .toList();
  }
}
