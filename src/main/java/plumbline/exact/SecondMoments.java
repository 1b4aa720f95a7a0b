package plumbline.exact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.method.Operation;
import plumbline.method.State;
import plumbline.series.Vector;

/**
 * Mean and covariance of all that a step remembers, moved one step at a time.
 *
 * <p>With z the remembered vectors below one another, a stretch of a step is z' = T z + p (x) nu: T
 * = c (x) I + (p e_a') (x) HA, where c and p collect the coefficients of the combinations and a is
 * where the gradient is taken, and nu is the noise of that gradient, uncorrelated with z. So Cov' =
 * T Cov T' + (p p') (x) N. N is that of {@link GradientNoise}, and nothing is subtracted but in T
 * itself.
 *
 * <p>Each vector's mean is kept as m + t w_* with a number t, so that means near w_* lose no digits
 * and vectors that are no points (velocities) need no case of their own.
 */
final class SecondMoments<T extends FieldElement<T>, A> {
  private final AffineRecursion of;
  private final Arithmetic<T> in;
  private final Algebra<T, A> algebra;
  private final Schedule<T> schedule;
  private final List<State> states;
  private final int d;
  private final A scaledHessian;
  private final A centre;
  private final GradientNoise<T, A> gradientNoise;
  private final T one;
  private final Map<Segment, Stretch<T, A>> fixed = new IdentityHashMap<>();
  private final Map<State, T> shift = new EnumMap<>(State.class);
  private A mean;
  private A covariance;
  private Drawn<A> drawn;

  /** The linear map of a stretch, its noise coefficients, and the pieces they are made of. */
  record Stretch<T, A>(List<List<T>> c, A transition, A noise, A column) {}

  /** Where a gradient was drawn, and the noise it was drawn with; shapes [d x 1], [d x d] twice. */
  private record Drawn<A>(A point, A around, A noise) {}

  SecondMoments(AffineRecursion of, Arithmetic<T> in, Algebra<T, A> algebra) {
    this.of = of;
    this.in = in;
    this.one = in.of(1);
    this.algebra = algebra;
    this.schedule = new Schedule<>(in, of.stepsize());
    this.states = of.states();
    this.d = of.dimension();
    this.scaledHessian = algebra.of(of.scaledHessian());
    this.centre = algebra.column(of.centre());
    this.gradientNoise = new GradientNoise<>(of, in, algebra, scaledHessian);
    start();
  }

  private void start() {
    A first =
        algebra.column(
            Vector.generate(d, j -> of.meanStart().exact(j).subtract(of.centre().exact(j))));
    A place = algebra.of(List.of(only(0))); // row e_W
    A column = algebra.timesTransposed(algebra.identity(states.size()), place);
    mean = algebra.kronecker(column, first);
    covariance =
        algebra.kronecker(
            algebra.times(column, place),
            algebra.scaled(algebra.number(of.startVariance()), algebra.identity(d)));
    for (State state : State.values()) {
      shift.put(state, in.of(state == State.W ? 1 : 0));
    }
  }

  private List<T> only(int index) {
    List<T> row = new ArrayList<>(Collections.nCopies(states.size(), in.of(0)));
    row.set(index, in.of(1));
    return row;
  }

  /** Step k: from w_k to w_{k+1}. */
  void advance(long k) {
    for (Segment segment : of.segments()) {
      Stretch<T, A> stretch = fixed.get(segment);
      if (stretch == null) {
        stretch = stretch(segment, k);
        if (schedule.isFixed(segment)) {
          fixed.put(segment, stretch);
        }
      }
      move(segment, stretch);
    }
  }

  T stepsize(long k) {
    return schedule.stepsize(k);
  }

  private Stretch<T, A> stretch(Segment segment, long k) {
    Map<State, List<T>> rows = rows(segment, k);
    int noise = states.size();
    List<List<T>> c = states.stream().map(y -> rows.get(y).subList(0, noise)).toList();
    List<List<T>> p = states.stream().map(y -> List.of(rows.get(y).get(noise))).toList();
    A column = algebra.of(p);
    A transition = algebra.kronecker(algebra.of(c), algebra.identity(d));
    if (segment.gradientAt().isPresent()) {
      A at = algebra.of(List.of(only(states.indexOf(segment.gradientAt().get()))));
      transition =
          algebra.plus(transition, algebra.kronecker(algebra.times(column, at), scaledHessian));
    }
    return new Stretch<>(c, transition, algebra.timesTransposed(column, column), column);
  }

  /** Each vector after a stretch as coefficients of those before it, then that of the gradient. */
  private Map<State, List<T>> rows(Segment segment, long k) {
    Map<State, List<T>> rows = new EnumMap<>(State.class);
    for (State state : State.values()) {
      List<T> row = new ArrayList<>(Collections.nCopies(states.size() + 1, in.of(0)));
      boolean drawn = state == State.G && segment.gradientAt().isPresent();
      int index = drawn ? states.size() : states.indexOf(state);
      if (index >= 0) {
        row.set(index, in.of(1));
      }
      rows.put(state, row);
    }
    for (Operation.Combine combine : segment.combinations()) {
      T a = schedule.at(combine.a(), k);
      T b = schedule.at(combine.b(), k);
      List<T> into = rows.get(combine.into());
      List<T> from = rows.get(combine.from());
      List<T> sum = new ArrayList<>();
      for (int x = 0; x < into.size(); x++) {
        sum.add(sum(times(a, into.get(x)), times(b, from.get(x))));
      }
      rows.put(combine.into(), sum);
    }
    return rows;
  }

  /** Most x are 0 or 1; a product of 80 digits is the same work for those. */
  private T times(T factor, T x) {
    return x.isZero() ? x : x.equals(one) ? factor : factor.multiply(x);
  }

  private static <T extends FieldElement<T>> T sum(T x, T y) {
    return x.isZero() ? y : y.isZero() ? x : x.add(y);
  }

  private void move(Segment segment, Stretch<T, A> stretch) {
    A next =
        algebra.timesTransposed(
            algebra.times(stretch.transition(), covariance), stretch.transition());
    A nextMean = algebra.times(stretch.transition(), mean);
    if (segment.gradientAt().isPresent()) {
      State at = segment.gradientAt().get();
      A point = point(at, shift.get(at).subtract(in.of(1)));
      A around = covariance(at);
      A noise = gradientNoise.at(point, around);
      drawn = new Drawn<>(point, around, noise);
      next = algebra.plus(next, algebra.kronecker(stretch.noise(), noise));
      T off = shift.get(at).subtract(in.of(1));
      if (!off.isZero()) {
        nextMean =
            algebra.plus(
                nextMean,
                algebra.kronecker(
                    stretch.column(), algebra.scaled(off, algebra.times(scaledHessian, centre))));
      }
    }
    moveShift(stretch);
    covariance = next;
    mean = nextMean;
  }

  private void moveShift(Stretch<T, A> stretch) {
    List<T> old = states.stream().map(shift::get).toList();
    for (int y = 0; y < states.size(); y++) {
      T sum = in.of(0);
      for (int x = 0; x < states.size(); x++) {
        sum = sum(sum, times(stretch.c().get(y).get(x), old.get(x)));
      }
      shift.put(states.get(y), sum);
    }
  }

  /** The mean of a remembered vector, plus so many times w_*; shape [d x 1]. */
  private A point(State state, T times) {
    A part = algebra.block(mean, states.indexOf(state) * d, d, 0, 1);
    return times.isZero() ? part : algebra.plus(part, algebra.scaled(times, centre));
  }

  private A covariance(State state) {
    int from = states.indexOf(state) * d;
    return algebra.block(covariance, from, d, from, d);
  }

  /** E w - w_*, shape [d x 1]. */
  A meanError() {
    return point(State.W, shift.get(State.W).subtract(in.of(1)));
  }

  /** E w, shape [d x 1]. */
  A meanIterate() {
    return point(State.W, shift.get(State.W));
  }

  /** Cov w, shape [d x d]. */
  A iterateCovariance() {
    return covariance(State.W);
  }

  /** E g of the last gradient drawn, shape [d x 1]. */
  A gradientMean() {
    return algebra.times(scaledHessian, drawn.point());
  }

  /** Cov g of the last gradient drawn, shape [d x d]. */
  A gradientCovariance() {
    return algebra.plus(
        drawn.noise(),
        algebra.timesTransposed(algebra.times(scaledHessian, drawn.around()), scaledHessian));
  }
}
