package plumbline.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import plumbline.formula.Arithmetic;
import plumbline.problem.Cosine;
import plumbline.problem.LeastSquares;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.series.Matrix;
import plumbline.series.Vector;

/** Gradients and quantities of the objectives that are written down in any arithmetic. */
abstract class ReplayedProblem<T extends CalculusFieldElement<T>> {
  private final Arithmetic<T> in;
  private final Optional<List<T>> minimizer;

  private ReplayedProblem(Arithmetic<T> in, Problem problem) {
    this.in = in;
    this.minimizer = problem.minimizer().map(w -> numbers(in, w));
  }

  static <T extends CalculusFieldElement<T>> Optional<ReplayedProblem<T>> of(
      Arithmetic<T> in, Problem problem) {
    if (problem instanceof Quadratic quadratic) {
      return Optional.of(new Form<>(in, quadratic));
    }
    if (problem instanceof LeastSquares squares && squares.minimizer().isPresent()) {
      return Optional.of(new Rows<>(in, squares));
    }
    return problem instanceof Cosine cosine
        ? Optional.of(new Waves<>(in, cosine))
        : Optional.empty();
  }

  abstract List<T> gradient(List<T> w);

  /** The gradient of one term of a finite sum. */
  List<T> gradient(List<T> w, int index) {
    throw new IllegalStateException("only a finite sum has terms");
  }

  /** F(w) - F_inf. */
  abstract T gap(List<T> w);

  boolean knows(Quantity quantity) {
    return switch (quantity) {
      case DISTANCE_SQUARED -> minimizer.isPresent();
      case DISTANCE_TO_MINIMA_SQUARED, LOSS_OVER_START -> false;
      default -> true;
    };
  }

  T value(Reading reading, List<T> w, List<T> g) {
    return switch (reading.quantity()) {
      case GAP -> gap(w);
      case GRADIENT_NORM_SQUARED -> squaredNorm(gradient(w));
      case ORACLE_NORM_SQUARED -> squaredNorm(g);
      case DISTANCE_SQUARED -> squaredNorm(minus(w, minimizer.orElseThrow()));
      case FIRST_COORDINATE_SQUARED -> w.get(0).multiply(w.get(0));
      case COORDINATE -> w.get(reading.coordinate());
      case ORACLE_COORDINATE -> g.get(reading.coordinate());
      case DISTANCE_TO_MINIMA_SQUARED, LOSS_OVER_START ->
          throw new IllegalStateException(reading.quantity() + " is out of reach");
    };
  }

  final List<T> minus(List<T> x, List<T> y) {
    List<T> difference = new ArrayList<>();
    for (int j = 0; j < x.size(); j++) {
      difference.add(x.get(j).subtract(y.get(j)));
    }
    return difference;
  }

  final T dot(List<T> x, List<T> y) {
    T sum = in.of(0);
    for (int j = 0; j < x.size(); j++) {
      sum = sum.add(x.get(j).multiply(y.get(j)));
    }
    return sum;
  }

  final T squaredNorm(List<T> x) {
    return dot(x, x);
  }

  static <T extends CalculusFieldElement<T>> List<T> numbers(Arithmetic<T> in, Vector vector) {
    return vector.entries().stream().map(in::of).toList();
  }

  static <T extends CalculusFieldElement<T>> List<List<T>> numbers(
      Arithmetic<T> in, Matrix matrix) {
    return matrix.rows().stream().map(row -> numbers(in, row)).toList();
  }

  /** (w - w_*)' A (w - w_*) / 2. */
  private static final class Form<T extends CalculusFieldElement<T>> extends ReplayedProblem<T> {
    private final List<List<T>> hessian;
    private final List<T> centre;

    Form(Arithmetic<T> in, Quadratic problem) {
      super(in, problem);
      hessian = numbers(in, problem.hessian());
      centre = numbers(in, problem.centre());
    }

    @Override
    List<T> gradient(List<T> w) {
      List<T> e = minus(w, centre);
      return hessian.stream().map(row -> dot(row, e)).toList();
    }

    @Override
    T gap(List<T> w) {
      return dot(gradient(w), minus(w, centre)).divide(2);
    }
  }

  /** (1/2n) sum of (x_i'w - y_i)^2. */
  private static final class Rows<T extends CalculusFieldElement<T>> extends ReplayedProblem<T> {
    private final List<List<T>> inputs;
    private final List<T> targets;
    private final List<T> centre;

    Rows(Arithmetic<T> in, LeastSquares problem) {
      super(in, problem);
      inputs = numbers(in, problem.inputs());
      targets = numbers(in, problem.targets());
      centre = numbers(in, problem.minimizer().orElseThrow());
    }

    @Override
    List<T> gradient(List<T> w) {
      List<T> sum = gradient(w, 0);
      for (int i = 1; i < inputs.size(); i++) {
        List<T> term = gradient(w, i);
        for (int j = 0; j < term.size(); j++) {
          term.set(j, term.get(j).add(sum.get(j)));
        }
        sum = term;
      }
      return sum.stream().map(x -> x.divide(inputs.size())).toList();
    }

    @Override
    List<T> gradient(List<T> w, int index) {
      List<T> row = inputs.get(index);
      T error = dot(row, w).subtract(targets.get(index));
      List<T> gradient = new ArrayList<>();
      row.forEach(x -> gradient.add(x.multiply(error)));
      return gradient;
    }

    @Override
    T gap(List<T> w) {
      List<T> e = minus(w, centre);
      return squaredNorm(inputs.stream().map(row -> dot(row, e)).toList())
          .divide(2 * inputs.size());
    }
  }

  /** Cosines and half squares. */
  private static final class Waves<T extends CalculusFieldElement<T>> extends ReplayedProblem<T> {
    private final int cosines;
    private final T nothing;

    Waves(Arithmetic<T> in, Cosine problem) {
      super(in, problem);
      cosines = problem.cosines();
      nothing = in.of(0);
    }

    @Override
    List<T> gradient(List<T> w) {
      List<T> gradient = new ArrayList<>();
      for (int j = 0; j < w.size(); j++) {
        gradient.add(j < cosines ? w.get(j).sin().negate() : w.get(j));
      }
      return gradient;
    }

    @Override
    T gap(List<T> w) {
      T sum = nothing;
      for (int j = 0; j < w.size(); j++) {
        T x = w.get(j);
        sum = sum.add(j < cosines ? x.cos().add(1) : x.multiply(x).divide(2));
      }
      return sum;
    }
  }
}
