package plumbline.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import plumbline.check.ClaimResult;
import plumbline.check.Curve;
import plumbline.check.Layer;
import plumbline.exact.Replay;
import plumbline.formula.Arithmetic;
import plumbline.method.Method;
import plumbline.quantity.Quantity;
import plumbline.random.Address;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Digits;
import plumbline.series.Vector;
import plumbline.simulation.Channel;
import plumbline.simulation.Plan;
import plumbline.simulation.ScalarEngine;
import plumbline.verdict.Coincide;
import plumbline.verdict.Verdict;

/**
 * A step's iterates against those of the declared method, with the same draws: the same up to
 * rounding, or a first difference. No chance is in it.
 */
final class DrawByDraw {
  private static final int DIGITS = 40;

  /** Rounding makes less than this many times what one ulp at the start does (verdicts.md, 6). */
  private static final double ROUNDING = 1000;

  private final Recursion recursion;
  private final String stream;
  private final long seed;
  private final int iterates;
  private final Plan plan;

  DrawByDraw(Recursion recursion, String stream, long seed, int iterates) {
    this.recursion = recursion;
    this.stream = stream;
    this.seed = seed;
    this.iterates = iterates;
    plan = plan(recursion);
  }

  /** The same over fewer iterates. */
  DrawByDraw until(int fewer) {
    return new DrawByDraw(recursion, stream, seed, fewer);
  }

  /** The iterates of some replicas, run in this order. */
  List<double[][]> paths(ScalarEngine engine, long... replicas) throws InterruptedException {
    return engine.paths(plan, seed, replicas);
  }

  /** Iterates by replica, step and coordinate. */
  private record Paths(List<double[][]> byReplica) {
    double furthest(Paths that) {
      double most = 0;
      for (int r = 0; r < byReplica.size(); r++) {
        for (int i = 0; i < byReplica.get(r).length; i++) {
          for (int j = 0; j < byReplica.get(r)[i].length; j++) {
            most = Math.max(most, Math.abs(at(r, i, j) - that.at(r, i, j)));
          }
        }
      }
      return most;
    }

    double at(int r, int i, int j) {
      return byReplica.get(r)[i][j];
    }

    double largest() {
      return byReplica.stream()
          .flatMap(Arrays::stream)
          .flatMapToDouble(Arrays::stream)
          .map(Math::abs)
          .max()
          .orElse(0);
    }
  }

  /** Where a path first leaves another. */
  private record Place(int replica, int k, int coordinate) {}

  ClaimResult judge(ScalarEngine engine, ClaimResult.Standing standing)
      throws InterruptedException {
    Paths theirs = references(recursion);
    Paths yours = yours(engine);
    double rounding = Math.max(shifted(theirs), 0x1p-52 * theirs.largest());
    double difference = yours.furthest(theirs);
    Place worst = first(yours, theirs, difference);
    double twin = theirs.furthest(references(with(twin())));
    double[] digits = {Double.NaN};
    Verdict verdict =
        new Coincide(difference, rounding, twin)
            .judge(
                () -> {
                  OptionalDouble exact = repeated(yours, worst);
                  digits[0] = exact.orElse(Double.NaN);
                  return exact;
                });
    Place first = first(yours, theirs, ROUNDING * rounding * (1 + 0x1p-52));
    boolean apart = difference > ROUNDING * rounding;
    String words = apart ? words(first, yours, theirs) : "the same up to rounding";
    Layer layer =
        new Layer.Coincided(
            engine.device(), Coincide.REPLICAS, difference, rounding, twin, digits[0], words);
    return new ClaimResult(
        "draw by draw as " + recursion.method().name(),
        "coincide",
        "equal",
        standing,
        verdict.outcome(),
        verdict.outcome()
            + ": "
            + words
            + verdict
                .sentence()
                .substring(verdict.outcome().name().length())
                .replaceFirst(" ", "; "),
        List.of(layer),
        List.of(
            line("yours", yours, first.replica(), first.coordinate()),
            line(recursion.method().name(), theirs, first.replica(), first.coordinate())));
  }

  /** The first step, and there the first replica, that is off by at least this. */
  private static Place first(Paths x, Paths y, double least) {
    int length = x.byReplica().get(0).length;
    for (int i = 0; i < length; i++) {
      for (int r = 0; r < x.byReplica().size(); r++) {
        for (int j = 0; j < x.byReplica().get(r)[i].length; j++) {
          if (Math.abs(x.at(r, i, j) - y.at(r, i, j)) >= least) {
            return new Place(r, i + 1, j);
          }
        }
      }
    }
    return new Place(0, 1, 0);
  }

  private String words(Place at, Paths yours, Paths theirs) {
    int i = at.k() - 1;
    return "the first difference comes with step %d: there coordinate %d of w_%d is %s, by %s %s (replica %d)"
        .formatted(
            at.k() - 1,
            at.coordinate() + 1,
            at.k(),
            Digits.column(yours.at(at.replica(), i, at.coordinate())),
            recursion.method().name(),
            Digits.column(theirs.at(at.replica(), i, at.coordinate())),
            at.replica());
  }

  private static Curve line(String name, Paths paths, int replica, int j) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int i = 0; i < paths.byReplica().get(replica).length; i++) {
      x.add(i + 1.0);
      y.add(paths.at(replica, i, j));
    }
    return new Curve(name, Curve.Role.PATH, x, y, List.of());
  }

  private Paths yours(ScalarEngine engine) throws InterruptedException {
    return new Paths(paths(engine, all()));
  }

  private Paths references(Recursion of) {
    return new Paths(ScalarEngine.references(plan(of), seed, all()));
  }

  private static long[] all() {
    return LongStream.range(0, Coincide.REPLICAS).toArray();
  }

  /** How far one ulp at the start, in every coordinate, moves an iterate. */
  private double shifted(Paths theirs) {
    if (!(recursion.start() instanceof Start.At start)) {
      return 0;
    }
    double[] higher = start.point().toArray();
    for (int j = 0; j < higher.length; j++) {
      higher[j] = Math.nextUp(higher[j]);
    }
    Recursion moved =
        new Recursion(
            recursion.problem(),
            recursion.oracle(),
            recursion.method(),
            recursion.stepsize(),
            new Start.At(Vector.of(higher)));
    return theirs.furthest(references(moved));
  }

  /** Another method, whose iterates must be told from the declared one's. */
  private Method twin() {
    return recursion.method().equals(Method.stochasticGradient())
        ? Method.heavyBall(new BigFraction(1, 2))
        : Method.stochasticGradient();
  }

  private Recursion with(Method method) {
    return new Recursion(
        recursion.problem(), recursion.oracle(), method, recursion.stepsize(), recursion.start());
  }

  private Plan plan(Recursion of) {
    Channel last =
        new Channel(Quantity.COORDINATE, Channel.Gather.AT, iterates, iterates, k -> 1.0);
    return new Plan(of, stream, 0, List.of(last), 16);
  }

  /** The difference at a place where the method's iterate is taken in 40 digits. */
  private OptionalDouble repeated(Paths yours, Place at) {
    Reading reading =
        Reading.coordinate(recursion, Quantity.COORDINATE, at.coordinate(), Checkpoints.of(at.k()));
    Arithmetic<Dfp> in = Arithmetic.digits(DIGITS);
    Address address = new Address(seed, Address.hash(stream), at.replica(), 0, 0, 0);
    Optional<List<Dfp>> exact = Replay.values(in, reading, address);
    return exact.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.abs(
                yours.at(at.replica(), at.k() - 1, at.coordinate())
                    - exact.get().get(0).getReal()));
  }
}
