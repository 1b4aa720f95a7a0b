package plumbline.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hipparchus.fraction.BigFraction;
import plumbline.check.Catalogue;
import plumbline.check.Options;
import plumbline.check.Progress;
import plumbline.check.Suite;
import plumbline.formula.Constants;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.problem.LeastSquares;
import plumbline.problem.Network;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.simulation.Channel;
import plumbline.simulation.Engine;
import plumbline.simulation.Plan;
import plumbline.stepsize.Stepsize;

/** The six workloads. All but the last read the gap at twenty iterations, as a claim would. */
public final class Workloads {
  private static final int READINGS = 20;

  private Workloads() {}

  /** W1 to W6. */
  public static List<Workload> all() {
    return List.of(
        normals("W1", 10, 4096, 2000),
        normals("W2", 1000, 64, 2000),
        rows(),
        saddle(),
        network(),
        catalogue());
  }

  /**
   * Stochastic gradient on a diagonal quadratic, eigenvalues from 1/10 to 1, stepsize 1/10, noise
   * of variance 1 in every coordinate, from (1, ..., 1): the work of the reference programs.
   */
  private static Workload normals(String name, int d, int replicas, int steps) {
    Vector eigenvalues =
        Vector.generate(d, j -> Rationals.of(1, 10).add(Rationals.of(9 * j, 10 * (d - 1))));
    Recursion of =
        recursion(
            Quadratic.diagonal(eigenvalues),
            Oracle.additive(Vector.constant(d, BigFraction.ONE), Law.GAUSSIAN),
            "1/10",
            new Start.At(Vector.constant(d, BigFraction.ONE)));
    return new Workload(
        name,
        "SG, diagonal quadratic, d = " + d + ", normal noise, " + size(replicas, steps),
        "normal",
        (double) replicas * steps * d,
        Workload.Heat.WARM,
        engine -> run(engine, of, replicas, steps));
  }

  /** Least squares by index sampling. */
  private static Workload rows() {
    int n = 1000;
    int d = 20;
    int replicas = 1024;
    int steps = 2000;
    Matrix inputs = inputs(n, d, 37, 101, 64);
    Vector targets = Vector.generate(n, i -> Rationals.of((i * 29) % 32 - 16, 16));
    LeastSquares problem = new LeastSquares(inputs, targets, Optional.empty(), Constants.none());
    Recursion of =
        recursion(
            problem,
            Oracle.indices(d, 1),
            "1/100",
            new Start.At(Vector.constant(d, BigFraction.ZERO)));
    return new Workload(
        "W3",
        "SG, least squares by index, n = 1000, d = 20, " + size(replicas, steps),
        "coordinate",
        (double) replicas * steps * d,
        Workload.Heat.WARM,
        engine -> run(engine, of, Quantity.FIRST_COORDINATE_SQUARED, replicas, steps));
  }

  private static Workload saddle() {
    int replicas = 4096;
    int steps = 2000;
    Recursion of =
        recursion(
            new Cosine(1, 1),
            Oracle.sphere(2, BigFraction.ONE),
            "1/20",
            new Start.At(Vector.constant(2, BigFraction.ZERO)));
    return new Workload(
        "W4",
        "perturbed SG, cos x + y^2/2, noise on a circle, " + size(replicas, steps),
        "step",
        (double) replicas * steps,
        Workload.Heat.WARM,
        engine -> run(engine, of, replicas, steps));
  }

  /** Gradient descent on the first layer of a wide network, from standard normal weights. */
  private static Workload network() {
    int n = 20;
    int d = 10;
    int hidden = 2000;
    int replicas = 16;
    int steps = 50;
    Matrix inputs = inputs(n, d, 17, 41, 32);
    Vector targets = Vector.generate(n, i -> Rationals.of(i % 2 == 0 ? 1 : -1, 1));
    Network problem = new Network(inputs, targets, hidden, Network.Trained.FIRST_LAYER);
    Recursion of =
        recursion(
            problem, Oracle.exact(problem.dimension()), "1/100", new Start.Normal(BigFraction.ONE));
    return new Workload(
        "W5",
        "GD, ReLU network, n = 20, d = 10, 2000 units, " + size(replicas, steps),
        "unit and sample",
        (double) replicas * steps * hidden * n,
        Workload.Heat.WARM,
        engine -> run(engine, of, replicas, steps));
  }

  /** Cold: nobody checks the catalogue twice in one Java machine. */
  private static Workload catalogue() {
    return new Workload(
        "W6",
        "the whole catalogue, to verdict",
        "run",
        1,
        Workload.Heat.COLD,
        engine -> {
          Catalogue catalogue = Catalogue.load();
          Suite suite = new Suite(catalogue, Options.standard());
          suite.run(suite.declared(catalogue.select(List.of())), engine, 1, Progress.silent());
        });
  }

  /** Entries in [-1/2, 1/2) without structure. */
  private static Matrix inputs(int n, int d, int down, int along, int parts) {
    return new Matrix(
        IntStream.range(0, n)
            .mapToObj(
                i ->
                    Vector.generate(
                        d, j -> Rationals.of((i * down + j * along) % parts - parts / 2, parts)))
            .toList());
  }

  private static String size(int replicas, int steps) {
    return replicas + " replicas, " + steps + " steps";
  }

  private static Recursion recursion(Problem problem, Oracle oracle, String stepsize, Start start) {
    return new Recursion(
        problem,
        oracle,
        Method.stochasticGradient(),
        Stepsize.fixed(Rationals.parse(stepsize)),
        start);
  }

  private static void run(Engine engine, Recursion of, int replicas, int steps)
      throws InterruptedException {
    run(engine, of, Quantity.GAP, replicas, steps);
  }

  private static void run(Engine engine, Recursion of, Quantity quantity, int replicas, int steps)
      throws InterruptedException {
    List<Channel> channels = new ArrayList<>();
    LongStream.rangeClosed(1, READINGS)
        .map(i -> 1 + steps * i / READINGS)
        .forEach(k -> channels.add(new Channel(quantity, Channel.Gather.AT, k, k, j -> 1)));
    int block = Math.min(1024, replicas);
    Plan plan = new Plan(of, "benchmark", 0, channels, block);
    for (long b = 0; b < replicas / block; b++) {
      engine.run(plan, 0, b);
    }
  }
}
