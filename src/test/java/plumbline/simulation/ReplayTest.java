package plumbline.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plumbline.exact.Replay;
import plumbline.formula.Arithmetic;
import plumbline.quantity.Quantity;
import plumbline.random.Address;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Vector;

/** One replica again in any arithmetic, against the lanes that it repeats. */
class ReplayTest {
  private static final long SEED = 11;
  private static final Checkpoints AT = Checkpoints.of(1, 2, 7);

  private static Channel channel(Reading reading, long k) {
    Channel.Gather gather =
        switch (reading.fold()) {
          case AT -> Channel.Gather.AT;
          case MEAN_TO -> Channel.Gather.MEAN;
          case WEIGHTED_SUM_TO -> Channel.Gather.WEIGHTED_SUM;
          case MAX_TO -> Channel.Gather.MAX;
        };
    long first = reading.fold() == Fold.AT ? k : 1;
    return new Channel(reading.quantity(), gather, first, k, j -> 1.0, reading.coordinate());
  }

  private static List<Reading> readings(Recursion of) {
    List<Reading> readings = new ArrayList<>();
    int last = of.problem().dimension() - 1;
    for (Quantity quantity : Quantity.values()) {
      for (Fold fold : Fold.values()) {
        if (!(quantity.isSigned() && fold == Fold.MAX_TO)) {
          readings.add(new Reading(of, quantity, fold, AT, quantity.isSigned() ? last : 0));
        }
      }
    }
    return readings;
  }

  @TestFactory
  List<DynamicTest> doublesAndDigitsGiveTheNumbersOfTheLanes() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, Plan> example : Examples.all().entrySet()) {
      Recursion of = fromAPoint(example.getValue().recursion());
      if (replayed(Reading.at(of, Quantity.GAP, AT), 0).isPresent()) {
        tests.add(DynamicTest.dynamicTest(example.getKey(), () -> assertAlike(of)));
      }
    }
    // diagonal quadratics, 5 laws in 4 dimensions and 2 more; a factor in 4 laws; momentum twice,
    // indices, cosines
    assertEquals(30, tests.size());
    return tests;
  }

  private static Recursion fromAPoint(Recursion of) {
    Vector point = Vector.generate(of.problem().dimension(), j -> new BigFraction(3 - j, 2));
    return of.start() instanceof Start.At
        ? of
        : new Recursion(of.problem(), of.oracle(), of.method(), of.stepsize(), new Start.At(point));
  }

  private static Optional<List<Binary64>> replayed(Reading reading, int replica) {
    return Replay.values(Arithmetic.doubles(), reading, address(replica));
  }

  private static Address address(int replica) {
    return new Address(SEED, Address.hash("replay"), replica, 0, 0, 0);
  }

  private static void assertAlike(Recursion of) throws InterruptedException {
    int seen = 0;
    for (Reading reading : readings(of)) {
      Optional<List<Binary64>> inDoubles = replayed(reading, 5);
      if (inDoubles.isEmpty()) {
        continue;
      }
      List<Dfp> digits = Replay.values(Arithmetic.digits(40), reading, address(5)).orElseThrow();
      List<Channel> channels = AT.at().stream().map(k -> channel(reading, k)).toList();
      try (CpuEngine engine = new CpuEngine(1)) {
        Ratios ratios = engine.run(new Plan(of, "replay", 0, channels, 16), SEED, 0);
        for (int i = 0; i < AT.size(); i++) {
          double lanes = ratios.at(i, 5);
          // seven steps round a few dozen times, some under a square root of two
          double within = 1e-13 * Math.max(1, Math.abs(lanes));
          assertEquals(lanes, inDoubles.get().get(i).getReal(), within, reading.quantity().title());
          assertEquals(lanes, digits.get(i).getReal(), within, reading.quantity().title());
        }
      }
      seen++;
    }
    assertTrue(seen >= 20, "saw " + seen + " readings");
  }

  @Test
  void anotherReplicaIsAnotherPath() {
    Recursion of = Examples.all().get("diagonal quadratic, GAUSSIAN, d = 3").recursion();
    Reading reading = Reading.coordinate(of, Quantity.COORDINATE, 1, AT);
    List<Binary64> first = replayed(reading, 0).orElseThrow();
    List<Binary64> second = replayed(reading, 1).orElseThrow();
    assertEquals(first.get(0), second.get(0), "one start");
    assertTrue(Math.abs(first.get(2).getReal() - second.get(2).getReal()) > 1e-3);
  }

  @Test
  void whatIsOutOfReachIsEmpty() {
    Recursion network =
        Examples.all().entrySet().stream()
            .filter(e -> e.getKey().contains("network"))
            .map(e -> e.getValue().recursion())
            .findFirst()
            .orElseThrow();
    assertTrue(replayed(Reading.at(network, Quantity.GAP, AT), 0).isEmpty());
    Recursion quadratic = Examples.all().get("diagonal quadratic, GAUSSIAN, d = 3").recursion();
    assertTrue(replayed(Reading.at(quadratic, Quantity.LOSS_OVER_START, AT), 0).isEmpty());
  }
}
