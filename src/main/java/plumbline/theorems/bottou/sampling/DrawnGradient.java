package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * The mean, over all samples, of the gradient that a step draws: of step k in the first pass, of
 * step n + 1 with n = k in the second.
 *
 * @param of the passes
 * @param what the gradient itself, or by how much it exceeds E R'(w)
 */
record DrawnGradient(Passes of, What what) implements Comparison {
  /** What is averaged. */
  enum What {
    GRADIENT,
    EXCESS
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k : points.at()) {
      int before = of.passes() == 1 ? (int) k - 1 : (int) k;
      T mean = in.of(0);
      for (Passes.Sample<T> sample : of.samples(in, (int) k)) {
        T w = of.after(in, sample.examples().subList(0, before));
        int drawn = sample.examples().get(of.passes() == 1 ? before : 0);
        T slope = of.population().slope(in, drawn, w);
        if (what == What.EXCESS) {
          slope = slope.subtract(of.population().meanSlope(in, w));
        }
        mean = mean.add(sample.chance().multiply(slope));
      }
      long step = what == What.EXCESS ? k : before + 1L;
      pairs.add(new Pair<>("step " + (before + 1), k, mean, bound.at(in, constants, step)));
    }
    return pairs;
  }
}
