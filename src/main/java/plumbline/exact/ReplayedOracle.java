package plumbline.exact;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import plumbline.formula.Arithmetic;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.LeastSquares;
import plumbline.random.Address;
import plumbline.random.Draws;
import plumbline.random.Purpose;
import plumbline.recursion.Recursion;
import plumbline.series.Rationals;

/**
 * The stochastic gradients of one replica; a draw is a double, as the engines have it, and taken as
 * it is.
 */
final class ReplayedOracle<T extends CalculusFieldElement<T>> {
  private final Arithmetic<T> in;
  private final Oracle oracle;
  private final ReplayedProblem<T> problem;
  private final Address replica;
  private final List<T> scaling;
  private final List<T> deviations;
  private final T factor;
  private final int terms;

  ReplayedOracle(Arithmetic<T> in, Recursion of, ReplayedProblem<T> problem, Address replica) {
    this.in = in;
    this.oracle = of.oracle();
    this.problem = problem;
    this.replica = replica;
    this.scaling = ReplayedProblem.numbers(in, oracle.scaling());
    this.deviations = oracle.additive().entries().stream().map(in::of).map(in::sqrt).toList();
    this.factor = in.sqrt(in.of(oracle.multiplicative()));
    this.terms = of.problem() instanceof LeastSquares ls ? ls.inputs().height() : 0;
  }

  ReplayedProblem<T> problem() {
    return problem;
  }

  /** g at a point, in iteration k. */
  List<T> at(List<T> point, int k) {
    List<T> mean = oracle.batch() > 0 ? drawn(point, k) : problem.gradient(point);
    boolean noisy = !oracle.totalVariance().isZero();
    List<T> noise = noisy ? noise(point.size(), k) : List.of();
    T times = in.of(1);
    if (!oracle.multiplicative().isZero()) {
      Address at = address(k, 0, Purpose.FACTOR);
      times = times.add(factor.multiply(number(variate(oracle.multiplicativeLaw(), at))));
    }
    List<T> g = new ArrayList<>();
    for (int j = 0; j < point.size(); j++) {
      T scaled = mean.get(j).multiply(scaling.get(j)).multiply(times);
      g.add(noisy ? scaled.add(deviations.get(j).multiply(noise.get(j))) : scaled);
    }
    return g;
  }

  private List<T> drawn(List<T> point, int k) {
    List<T> sum = new ArrayList<>();
    point.forEach(x -> sum.add(in.of(0)));
    for (int b = 0; b < oracle.batch(); b++) {
      int index = Draws.index(address(k, 0, Purpose.INDEX), b, terms);
      List<T> term = problem.gradient(point, index);
      for (int j = 0; j < term.size(); j++) {
        sum.set(j, sum.get(j).add(term.get(j).divide(oracle.batch())));
      }
    }
    return sum;
  }

  private List<T> noise(int d, int k) {
    List<T> noise = new ArrayList<>();
    for (int j = 0; j < d; j++) {
      noise.add(
          number(
              switch (oracle.additiveLaw()) {
                case GAUSSIAN -> Draws.normals(address(k, j >> 2, Purpose.ADDITIVE))[j & 3];
                case RADEMACHER -> Draws.sign(address(k, 0, Purpose.ADDITIVE), j);
                case SPHERE ->
                    d == 2
                        ? Draws.circle(address(k, 0, Purpose.ADDITIVE))[j]
                        : Draws.normals(address(k, j, Purpose.ADDITIVE))[0];
                case STUDENT4, STUDENT8 ->
                    variate(oracle.additiveLaw(), address(k, j, Purpose.ADDITIVE));
              }));
    }
    if (oracle.additiveLaw() != Law.SPHERE || d == 2) {
      return noise;
    }
    T length = in.sqrt(problem.squaredNorm(noise));
    return noise.stream().map(z -> z.divide(length)).toList();
  }

  private static double variate(Law law, Address at) {
    return switch (law) {
      case GAUSSIAN -> Draws.normals(at)[0];
      case RADEMACHER -> Draws.sign(at, 0);
      case STUDENT4 -> Draws.student4(at);
      case STUDENT8 -> Draws.student8(at);
      case SPHERE -> throw new IllegalStateException("a sphere has no variate");
    };
  }

  private Address address(int k, int slot, Purpose purpose) {
    return new Address(
        replica.seed(), replica.instance(), replica.replica(), k, slot, purpose.word(0));
  }

  private T number(double draw) {
    return in.of(Rationals.of(draw));
  }
}
