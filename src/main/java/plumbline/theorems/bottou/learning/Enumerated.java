package plumbline.theorems.bottou.learning;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorems.bottou.learning.SignRegression.Sample;

/**
 * A part of the expected risk against the bound, with all 4^n samples written down and gradient
 * descent run on each.
 *
 * @param of the regression
 * @param part which part
 */
record Enumerated(SignRegression of, Part part) implements Comparison {
  /** What is averaged over the samples, and what the points count. */
  enum Part {
    /** R at the iterate after k steps. */
    RISK,
    /** R at the iterate after k steps minus R at the empirical minimiser. */
    OPTIMISATION,
    /** R at the empirical minimiser of k examples minus R at the reference. */
    ESTIMATION
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<Pair<T>> pairs = new ArrayList<>();
    Sample<T> population = lift(in, of.population());
    boolean byExamples = part == Part.ESTIMATION;
    List<T> left =
        byExamples
            ? points.at().stream().map(k -> estimation(in, population, k.intValue())).toList()
            : afterSteps(in, population, points);
    for (int i = 0; i < points.size(); i++) {
      long k = points.at().get(i);
      String what = (byExamples ? "n = " : "steps = ") + k;
      pairs.add(new Pair<>(what, k, left.get(i), bound.at(in, constants, k)));
    }
    return pairs;
  }

  private <T extends FieldElement<T>> T estimation(
      Arithmetic<T> in, Sample<T> population, int size) {
    T reference = risk(in, population, in.of(of.w0().add(of.shift())));
    T sum = in.of(0);
    for (Sample<T> sample : lift(in, of.samples(size))) {
      T excess = risk(in, population, minimiser(sample)).subtract(reference);
      sum = sum.add(excess.multiply(in.of(sample.weight())));
    }
    return sum.divide(in.power(in.of(4), size));
  }

  /** The average over the samples at each number of steps. */
  private <T extends FieldElement<T>> List<T> afterSteps(
      Arithmetic<T> in, Sample<T> population, Checkpoints points) {
    T alpha = in.of(of.alpha());
    List<T> sums = new ArrayList<>();
    points.at().forEach(k -> sums.add(in.of(0)));
    for (Sample<T> sample : lift(in, of.samples(of.n()))) {
      T w = in.of(0);
      for (long step = 0; step <= points.last(); step++) {
        int at = points.at().indexOf(step);
        if (at >= 0) {
          T part = measured(in, population, sample, w);
          sums.set(at, sums.get(at).add(part.multiply(in.of(sample.weight()))));
        }
        T gradient = sample.square().multiply(w).subtract(sample.product());
        w = w.subtract(alpha.multiply(gradient));
      }
    }
    T all = in.power(in.of(4), of.n());
    return sums.stream().map(sum -> sum.divide(all)).toList();
  }

  private <T extends FieldElement<T>> T measured(
      Arithmetic<T> in, Sample<T> population, Sample<T> sample, T w) {
    T risk = risk(in, population, w);
    return part == Part.RISK ? risk : risk.subtract(risk(in, population, minimiser(sample)));
  }

  /** E(y - wx)^2/2. */
  private static <T extends FieldElement<T>> T risk(Arithmetic<T> in, Sample<T> of, T w) {
    T twice = of.product().multiply(w).multiply(in.of(2));
    return of.square().multiply(w).multiply(w).subtract(twice).add(of.target()).divide(in.of(2));
  }

  private static <T extends FieldElement<T>> T minimiser(Sample<T> of) {
    return of.product().divide(of.square());
  }

  private static <T extends FieldElement<T>> List<Sample<T>> lift(
      Arithmetic<T> in, List<Sample<BigFraction>> samples) {
    return samples.stream().map(sample -> lift(in, sample)).toList();
  }

  private static <T extends FieldElement<T>> Sample<T> lift(
      Arithmetic<T> in, Sample<BigFraction> of) {
    return new Sample<>(in.of(of.square()), in.of(of.product()), in.of(of.target()), of.weight());
  }
}
