package plumbline.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.method.Operation;
import plumbline.method.State;
import plumbline.oracle.Law;
import plumbline.problem.LeastSquares;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/**
 * The expectation of a reading by walking through all outcomes of its draws, in rationals: slow,
 * and written without any of the algebra of {@link ClosedMoments}, which it tries.
 *
 * <p>Noise of any law is replaced by -deviation or +deviation: readings are quadratic in each draw,
 * so only its mean and variance enter their expectation. Their variation is that of the recursion
 * itself only where the law is {@link Law#RADEMACHER}.
 */
public final class Enumeration {
  private static final long MOST = 2_000_000;

  private final AffineRecursion of;
  private final Reading reading;
  private final Schedule<BigFraction> schedule;
  private final List<int[]> outcomes;
  private final List<Operation> step;
  private final AffineRecursion.Form form;
  private final BigFraction deviation;
  private final List<BigFraction> deviations;
  private final BigFraction[][] sums; // [power - 1][checkpoint]

  private Enumeration(AffineRecursion of, Reading reading) {
    this.of = of;
    this.reading = reading;
    this.step = reading.of().method().step();
    this.form = of.form(reading.quantity()).orElseThrow();
    this.schedule = new Schedule<>(Arithmetic.rationals(), of.stepsize());
    this.deviation = Arithmetic.rationals().sqrt(of.oracle().multiplicative());
    this.deviations = of.variances().entries().stream().map(Arithmetic.rationals()::sqrt).toList();
    this.outcomes = outcomes();
    this.sums = new BigFraction[2][reading.checkpoints().size()];
    for (BigFraction[] row : sums) {
      Arrays.fill(row, BigFraction.ZERO);
    }
    int gradients = of.gradients();
    long draws = gradients * (reading.checkpoints().last() - (isOracle() ? 0 : 1));
    if (draws * Math.log(outcomes.size()) > Math.log(MOST)) {
      throw new UnsupportedOperationException(
          outcomes.size()
              + " outcomes a draw and "
              + draws
              + " draws are more than "
              + MOST
              + " sequences: ask for fewer iterations");
    }
  }

  /**
   * E X at each checkpoint, exactly.
   *
   * @throws UnsupportedOperationException if moments do not close, the start is random, there are
   *     more than two million sequences, or a deviation is no rational number
   */
  public static List<BigFraction> expectation(Reading reading) {
    return List.of(walked(reading).sums[0]);
  }

  /** Var X / (E X)^2 at each checkpoint, exactly, for noise of two points; fold AT. */
  public static List<BigFraction> squaredVariation(Reading reading) {
    if (reading.fold() != Fold.AT) {
      throw new UnsupportedOperationException("variation is enumerated for single iterations");
    }
    BigFraction[][] sums = walked(reading).sums;
    List<BigFraction> result = new ArrayList<>();
    for (int i = 0; i < sums[0].length; i++) {
      BigFraction square = sums[0][i].multiply(sums[0][i]);
      result.add(square.isZero() ? square : sums[1][i].subtract(square).divide(square));
    }
    return result;
  }

  private static Enumeration walked(Reading reading) {
    AffineRecursion of =
        ClosedMoments.closing(reading)
            .filter(r -> r.startVariance().isZero())
            .orElseThrow(
                () ->
                    new UnsupportedOperationException(
                        "only affine recursions from a certain start are enumerated"));
    Enumeration e = new Enumeration(of, reading);
    Map<State, BigFraction[]> start = new EnumMap<>(State.class);
    for (State state : State.values()) {
      BigFraction[] zero = new BigFraction[of.dimension()];
      Arrays.fill(zero, BigFraction.ZERO);
      start.put(state, zero);
    }
    start.put(State.W, of.meanStart().entries().toArray(BigFraction[]::new));
    e.walk(start, 1, 0, BigFraction.ZERO, BigFraction.ONE);
    return e;
  }

  private boolean isOracle() {
    return reading.quantity() == Quantity.ORACLE_NORM_SQUARED;
  }

  /** All (sign of zeta, signs of xi, indices); a sign that nothing multiplies is +1. */
  private List<int[]> outcomes() {
    int d = of.dimension();
    List<int[]> result = new ArrayList<>(List.of(new int[1 + d + of.oracle().batch()]));
    result = spread(result, 0, deviation.isZero() ? new int[] {1} : new int[] {-1, 1});
    for (int j = 0; j < d; j++) {
      result =
          spread(result, 1 + j, deviations.get(j).isZero() ? new int[] {1} : new int[] {-1, 1});
    }
    int rows = of.sample().map(s -> s.inputs().height()).orElse(1);
    int[] indices = java.util.stream.IntStream.range(0, rows).toArray();
    for (int b = 0; b < of.oracle().batch(); b++) {
      result = spread(result, 1 + d + b, indices);
    }
    return result;
  }

  private static List<int[]> spread(List<int[]> outcomes, int place, int[] values) {
    List<int[]> result = new ArrayList<>();
    for (int[] outcome : outcomes) {
      for (int value : values) {
        int[] copy = outcome.clone();
        copy[place] = value;
        result.add(copy);
      }
    }
    return result;
  }

  private void walk(
      Map<State, BigFraction[]> at, long k, int operation, BigFraction sum, BigFraction share) {
    if (k > reading.checkpoints().last()) {
      return;
    }
    BigFraction total = sum;
    if (operation == 0 && !isOracle()) {
      total = gathered(value(at), k, sum, share);
      if (k == reading.checkpoints().last()) {
        return;
      }
    }
    if (operation == step.size()) {
      walk(at, k + 1, 0, total, share);
    } else if (step.get(operation) instanceof Operation.Gradient gradient) {
      BigFraction each = share.divide(outcomes.size());
      for (int[] outcome : outcomes) {
        Map<State, BigFraction[]> next = new EnumMap<>(at);
        next.put(State.G, gradient(at.get(gradient.at()), outcome));
        BigFraction now = isOracle() ? gathered(value(next), k, total, each) : total;
        walk(next, k, operation + 1, now, each);
      }
    } else if (step.get(operation) instanceof Operation.Combine combine) {
      Map<State, BigFraction[]> next = new EnumMap<>(at);
      BigFraction a = schedule.at(combine.a(), k);
      BigFraction b = schedule.at(combine.b(), k);
      BigFraction[] into = at.get(combine.into()).clone();
      for (int j = 0; j < into.length; j++) {
        into[j] = a.multiply(into[j]).add(b.multiply(at.get(combine.from())[j]));
      }
      next.put(combine.into(), into);
      walk(next, k, operation + 1, total, share);
    }
  }

  /** Adds the value at k to the fold, and the fold to its checkpoint. */
  private BigFraction gathered(BigFraction value, long k, BigFraction sum, BigFraction share) {
    BigFraction total =
        switch (reading.fold()) {
          case MEAN_TO -> sum.add(value);
          case WEIGHTED_SUM_TO -> sum.add(schedule.stepsize(k).multiply(value));
          default -> value;
        };
    int index = reading.checkpoints().at().indexOf(k);
    if (index >= 0) {
      BigFraction x = reading.fold() == Fold.MEAN_TO ? total.divide(Rationals.of(k, 1)) : total;
      sums[0][index] = sums[0][index].add(share.multiply(x));
      sums[1][index] = sums[1][index].add(share.multiply(x).multiply(x));
    }
    return total;
  }

  private BigFraction value(Map<State, BigFraction[]> at) {
    BigFraction[] x = at.get(isOracle() ? State.G : State.W);
    Vector e = Vector.generate(x.length, j -> x[j].subtract(form.centre().exact(j)));
    BigFraction sum = BigFraction.ZERO;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        BigFraction factor = form.matrix().exact(i, j);
        if (!factor.isZero()) {
          sum = sum.add(factor.multiply(e.exact(i)).multiply(e.exact(j)));
        }
      }
    }
    return sum;
  }

  private BigFraction[] gradient(BigFraction[] w, int[] outcome) {
    int d = w.length;
    BigFraction[] g = new BigFraction[d];
    BigFraction factor = deviation.multiply(outcome[0]).add(1);
    BigFraction[] mean =
        of.oracle().batch() > 0 && reading.of().problem() instanceof LeastSquares data
            ? drawn(w, outcome, data)
            : full(w);
    for (int j = 0; j < d; j++) {
      g[j] =
          mean[j]
              .multiply(factor)
              .multiply(of.oracle().scaling().exact(j))
              .add(deviations.get(j).multiply(outcome[1 + j]));
    }
    return g;
  }

  private BigFraction[] full(BigFraction[] w) {
    BigFraction[] g = new BigFraction[w.length];
    for (int j = 0; j < w.length; j++) {
      g[j] = BigFraction.ZERO;
      for (int l = 0; l < w.length; l++) {
        g[j] = g[j].add(of.hessian().exact(j, l).multiply(w[l].subtract(of.centre().exact(l))));
      }
    }
    return g;
  }

  /** The mean over drawn i of x_i (x_i'w - y_i), from the data as they were given. */
  private BigFraction[] drawn(BigFraction[] w, int[] outcome, LeastSquares data) {
    BigFraction[] g = new BigFraction[w.length];
    Arrays.fill(g, BigFraction.ZERO);
    int batch = of.oracle().batch();
    for (int b = 0; b < batch; b++) {
      int i = outcome[1 + w.length + b];
      BigFraction error = data.targets().exact(i).negate();
      for (int j = 0; j < w.length; j++) {
        error = error.add(data.inputs().exact(i, j).multiply(w[j]));
      }
      for (int j = 0; j < w.length; j++) {
        g[j] = g[j].add(data.inputs().exact(i, j).multiply(error).divide(batch));
      }
    }
    return g;
  }
}
