package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * The mean gradient of one example at w = w_1 + k/4: over P against the bound, or over a sample of
 * k + 1 against the bound times R_n'(w), from the moments of the sample.
 */
record OneExample(Passes of, From from) implements Comparison {
  /** Where the example is drawn. */
  enum From {
    LAW,
    SAMPLE
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k : points.at()) {
      T w = in.of(of.start()).add(in.of(k).divide(in.of(4)));
      Examples drawn = from == From.LAW ? of.population() : sample((int) k + 1);
      T mean = in.of(0);
      for (int i = 0; i < drawn.size(); i++) {
        mean = mean.add(in.of(drawn.chance(i)).multiply(drawn.slope(in, i, w)));
      }
      T right = bound.at(in, constants, k);
      pairs.add(
          new Pair<>(
              "w_1 + " + k + "/4",
              k,
              mean,
              from == From.LAW ? right : right.multiply(drawn.meanSlope(in, w))));
    }
    return pairs;
  }

  /** Examples number 0, 1, 1, 0, 1, 1, ... of three, n of them: unlike P. */
  private Examples sample(int n) {
    Examples all = of.population();
    Vector x = Vector.generate(n, j -> all.x(j * j % 3));
    return Examples.uniform(
        new Matrix(x.entries().stream().map(e -> new Vector(List.of(e))).toList()),
        Vector.generate(n, j -> all.y(j * j % 3)));
  }
}
