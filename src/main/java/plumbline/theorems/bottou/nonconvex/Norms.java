package plumbline.theorems.bottou.nonconvex;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * Squared gradient norms G_1, G_2, ... along runs: of SG on the periodic F with F' = w on [-1, 1],
 * 2 - w on [1, 3] and period 4, over all outcomes of a noise of size sigma; or a run that sits at a
 * critical point but for every p-th step.
 *
 * @param kind which
 * @param period p, every p-th norm is t (SPIKES)
 * @param level t
 * @param smoothness L (SG)
 * @param alpha stepsize (SG)
 * @param sigma size of the noise (SG)
 * @param start w_1 (SG)
 */
record Norms(
    Kind kind,
    int period,
    BigFraction level,
    BigFraction smoothness,
    BigFraction alpha,
    BigFraction sigma,
    BigFraction start) {
  enum Kind {
    SPIKES,
    SG
  }

  /** What is compared with the bound. */
  enum Left {
    /** The mean share of k &lt;= K with G_k &gt;= t; the bound multiplies the sum of the E G_k. */
    SHARE,
    /** The mean of min G_k; the bound multiplies that sum. */
    LEAST,
    /** The chance of G_K &gt;= t, at the last iterate; the bound multiplies that sum. */
    LAST,
    /** The share again; the bound stands alone. */
    SHARE_ALONE
  }

  Constants constants() {
    return Constants.none()
        .with("t", level, "declared")
        .with("L", smoothness, "greatest slope of F'")
        .with("mu", BigFraction.ONE, "g is unbiased")
        .with("alpha", alpha, "declared")
        .with("M", sigma.multiply(sigma), "sigma^2")
        .with(
            "Delta", smoothness.multiply(start).multiply(start).divide(2), "L w_1^2/2, |w_1| <= 1");
  }

  /**
   * One equally likely run: G_1, ..., G_last.
   *
   * @param point w_{last}
   * @param norms the squared norms so far
   * @param <T> the numbers
   */
  private record Run<T>(T point, List<T> norms) {}

  private <T extends FieldElement<T>> List<List<T>> runs(Arithmetic<T> in, long last) {
    if (kind == Kind.SPIKES) {
      List<T> one = new ArrayList<>();
      for (long k = 1; k <= last; k++) {
        one.add(k % period == 0 ? in.of(level) : in.of(0));
      }
      return List.of(one);
    }
    T first = in.of(start);
    List<Run<T>> runs = List.of(new Run<>(first, List.of(squared(in, first))));
    for (long k = 1; k < last; k++) {
      List<Run<T>> next = new ArrayList<>();
      for (Run<T> run : runs) {
        T mean = run.point().subtract(in.of(alpha).multiply(slope(in, run.point())));
        for (int sign = -1; sign <= 1; sign += 2) {
          T w = mean.add(in.of(alpha.multiply(sigma)).multiply(in.of(sign)));
          List<T> norms = new ArrayList<>(run.norms());
          norms.add(squared(in, w));
          next.add(new Run<>(w, norms));
        }
      }
      runs = next;
    }
    return runs.stream().map(Run::norms).toList();
  }

  private <T extends FieldElement<T>> T squared(Arithmetic<T> in, T w) {
    T slope = slope(in, w);
    return slope.multiply(slope);
  }

  /** F', a wave of triangles. */
  <T extends FieldElement<T>> T slope(Arithmetic<T> in, T w) {
    long turns = Math.floorDiv((long) Math.floor(w.getReal()) + 1, 4L);
    T inside = w.subtract(in.of(4 * turns));
    T wave = in.compare(inside, in.of(1)) <= 0 ? inside : in.of(2).subtract(inside);
    return in.of(smoothness).multiply(wave);
  }

  /** The comparison. */
  record Compared(Norms of, Left left) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<List<T>> runs = of.runs(in, points.last());
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        T read = in.of(0);
        T sum = in.of(0);
        for (List<T> norms : runs) {
          List<T> first = norms.subList(0, (int) k);
          read = read.add(of.read(in, first, left));
          sum = first.stream().reduce(sum, T::add);
        }
        T number = in.of(runs.size());
        T right = bound.at(in, constants, k);
        pairs.add(
            new Pair<>(
                "K = " + k,
                k,
                read.divide(number),
                left == Left.SHARE_ALONE ? right : right.multiply(sum).divide(number)));
      }
      return pairs;
    }
  }

  private <T extends FieldElement<T>> T read(Arithmetic<T> in, List<T> norms, Left left) {
    T t = in.of(level);
    return switch (left) {
      case LEAST -> norms.stream().reduce((a, b) -> in.compare(a, b) <= 0 ? a : b).orElseThrow();
      case LAST -> in.of(in.compare(norms.get(norms.size() - 1), t) >= 0 ? 1 : 0);
      case SHARE, SHARE_ALONE ->
          in.of(norms.stream().filter(g -> in.compare(g, t) >= 0).count())
              .divide(in.of(norms.size()));
    };
  }
}
