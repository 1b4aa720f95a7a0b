package plumbline.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.method.Coefficient;
import plumbline.method.Method;
import plumbline.method.Operation;
import plumbline.method.State;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.problem.LeastSquares;
import plumbline.problem.Logistic;
import plumbline.problem.Network;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;

/** One small plan for every leaf, noise law, method, quantity and gather. */
final class Examples {
  private Examples() {}

  /** Residuals (1, -2, -2, 1, -1) at w_* = (1, 2, 1) are orthogonal to the columns: F_* = 1.1. */
  static final LeastSquares LEAST_SQUARES =
      new LeastSquares(
          Matrix.parse("1 2 0; 0 1 1; 1 0 -1; 2 1 1; 1 1 1"),
          Vector.parse("6 1 -2 6 3"),
          Optional.of(Vector.parse("1 2 1")),
          Constants.none());

  static final Logistic LOGISTIC =
      new Logistic(
          Matrix.parse("1 0.5; -0.5 1; 2 -1; 0.25 0.75"),
          Vector.parse("1 -1 1 1"),
          plumbline.series.Rationals.of(1, 10),
          Optional.of(Vector.parse("0.5 0.25")),
          Constants.none());

  static Network network(Network.Trained trained) {
    return new Network(Matrix.parse("1 0; 0 1; -1 0; 0 -1"), Vector.parse("1 -1 1 -1"), 6, trained);
  }

  /** Six samples of seven inputs: a group of each, and some of the next. */
  static Network grouped(Network.Trained trained) {
    List<Vector> inputs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int row = i;
      inputs.add(Vector.generate(7, j -> new BigFraction((5 * row + 3 * j) % 7 - 3, 6)));
    }
    return new Network(new Matrix(inputs), Vector.parse("1 -1 0.5 2 -2 1"), 21, trained);
  }

  static Quadratic dense() {
    return new Quadratic(
        Matrix.parse("6.76 -4.32; -4.32 4.24"), Vector.parse("1 2"), Constants.none());
  }

  /** All quantities that the problem has, with every gather. */
  static List<Channel> channels(Problem problem, int last) {
    List<Channel> channels = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      boolean distance =
          quantity == Quantity.DISTANCE_SQUARED || quantity == Quantity.DISTANCE_TO_MINIMA_SQUARED;
      boolean known =
          problem.minimizer().isPresent()
              || (problem instanceof Cosine && quantity == Quantity.DISTANCE_TO_MINIMA_SQUARED);
      if (!distance || known) {
        channels.add(new Channel(quantity, Channel.Gather.AT, last, last, k -> 3.0));
        channels.add(new Channel(quantity, Channel.Gather.MEAN, 1, last, k -> 1.0 / k));
        channels.add(new Channel(quantity, Channel.Gather.WEIGHTED_SUM, 2, last, k -> 7.0));
        channels.add(new Channel(quantity, Channel.Gather.WINDOW, 3, 9, k -> 1.0 + k));
        if (quantity.isSigned()) {
          int j = problem.dimension() - 1;
          channels.add(new Channel(quantity, Channel.Gather.AT, last, last, k -> 1.0, j));
          channels.add(new Channel(quantity, Channel.Gather.MEAN, 2, last, k -> 1.0, j));
        } else {
          channels.add(new Channel(quantity, Channel.Gather.MAX, 1, last - 1, k -> 0.1 * k));
        }
      }
    }
    return channels;
  }

  static Plan plan(Problem problem, Oracle oracle, Method method, Start start, int last) {
    Recursion recursion =
        new Recursion(
            problem, oracle, method, Stepsize.harmonic(BigFraction.ONE, new BigFraction(9)), start);
    return new Plan(recursion, "example", 1, channels(problem, last), 256);
  }

  static Method momentum() {
    return new Method(
        "momentum and second moments",
        List.of(
            new Operation.Gradient(State.W),
            new Operation.Combine(
                State.M,
                Coefficient.of(Formula.number(new BigFraction(9, 10))),
                Coefficient.of(1),
                State.G),
            new Operation.Square(
                State.V,
                Coefficient.of(Formula.number(new BigFraction(1, 2))),
                Coefficient.of(Formula.number(new BigFraction(1, 2)))),
            new Operation.Combine(State.U, Coefficient.of(1), Coefficient.of(1), State.V),
            new Operation.Combine(
                State.W, Coefficient.of(1), Coefficient.minusStepsize(), State.M)));
  }

  static Map<String, Plan> all() {
    Map<String, Plan> plans = new LinkedHashMap<>();
    Method sg = Method.stochasticGradient();
    for (Law law : Law.values()) {
      // thirteen and more coordinates are drawn several slots at once, and not all at once
      int[] dimensions =
          law == Law.GAUSSIAN ? new int[] {1, 2, 3, 6, 13, 37} : new int[] {1, 2, 3, 6};
      for (int d : dimensions) {
        Vector h = Vector.generate(d, j -> new BigFraction(1 + j, 3));
        Vector s =
            Vector.generate(
                d, j -> law == Law.SPHERE ? new BigFraction(4) : new BigFraction(1 + j));
        plans.put(
            "diagonal quadratic, " + law + ", d = " + d,
            plan(
                Quadratic.diagonal(h),
                Oracle.additive(s, law),
                sg,
                new Start.At(Vector.constant(d, BigFraction.TWO)),
                20));
      }
      if (law != Law.SPHERE) {
        plans.put(
            "dense quadratic, factor " + law,
            plan(
                dense(),
                Oracle.exact(2)
                    .withMultiplicative(new BigFraction(1, 4), law)
                    .withScaling(Vector.parse("0.5 0.25")),
                sg,
                new Start.Normal(BigFraction.ONE),
                20));
      }
    }
    plans.put(
        "momentum",
        plan(
            dense(),
            Oracle.additive(Vector.parse("1 1"), Law.GAUSSIAN),
            momentum(),
            new Start.At(Vector.parse("0 0")),
            20));
    plans.put(
        "two segments",
        plan(
            dense(),
            Oracle.additive(Vector.parse("1 1"), Law.GAUSSIAN),
            momentum(),
            new Start.At(Vector.parse("0 0")),
            16_500));
    plans.put(
        "least squares",
        plan(LEAST_SQUARES, Oracle.indices(3, 6), sg, new Start.At(Vector.parse("0 0 0")), 600));
    plans.put(
        "logistic",
        plan(LOGISTIC, Oracle.indices(2, 1), sg, new Start.At(Vector.parse("3 3")), 300));
    plans.put(
        "logistic, full gradient",
        plan(LOGISTIC, Oracle.exact(2), sg, new Start.Normal(BigFraction.TWO), 20));
    plans.put(
        "cosine",
        plan(
            new Cosine(2, 1),
            Oracle.sphere(3, BigFraction.ONE),
            sg,
            new Start.Normal(new BigFraction(10)),
            40));
    Network six = network(Network.Trained.FIRST_LAYER);
    Map<String, Network> networks = new LinkedHashMap<>();
    for (Network.Trained trained : Network.Trained.values()) {
      networks.put("network, " + trained, network(trained));
      networks.put("network of groups, " + trained, grouped(trained));
    }
    networks.put(
        "network of 37 units", new Network(six.inputs(), six.targets(), 37, six.trained()));
    networks.forEach(
        (name, network) ->
            plans.put(
                name,
                plan(
                    network,
                    Oracle.exact(network.dimension()),
                    sg,
                    new Start.Normal(BigFraction.ONE),
                    20)));
    return plans;
  }
}
