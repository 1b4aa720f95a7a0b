package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.dfp.Dfp;
import plumbline.exact.Replay;
import plumbline.formula.Arithmetic;
import plumbline.random.Address;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Vector;
import plumbline.theorem.Claim;
import plumbline.verdict.Coincide;

/**
 * A claim of coincidence made ready: four readings with the same draws, of the two recursions, of
 * the first one started one ulp higher in every coordinate, and of the twin.
 */
final class Coincidence {
  private static final int DIGITS = 40;

  private final Claim.Coincide claim;
  private final long seed;
  private final Optional<String> stream;

  Coincidence(Claim.Coincide claim, long seed, Optional<String> stream) {
    this.claim = claim;
    this.seed = seed;
    this.stream = stream;
  }

  Pending pending(ClaimResult.Standing standing) {
    Reading x = claim.x();
    Reading shifted =
        new Reading(oneUlpHigher(x.of()), x.quantity(), x.fold(), x.checkpoints(), x.coordinate());
    List<Task.Source> sources = new ArrayList<>();
    for (Reading reading : List.of(x, claim.y(), shifted, claim.twin())) {
      for (long k : reading.checkpoints().at()) {
        sources.add(new Task.Source(reading.of(), Components.channel(reading, k, j -> 1.0)));
      }
    }
    return Pending.sampled(
        claim.name(),
        "coincide",
        Preparation.words(claim.relation()),
        standing,
        claim.need(),
        new Pending.Sampling(
            new CoincideTask(sources, x.checkpoints(), this::repeated),
            0,
            Coincide.REPLICAS,
            List.of(),
            "",
            new Pending.Meant("difference", 0, 0)),
        List.of());
  }

  /** The same start, one ulp higher in every coordinate. */
  private static Recursion oneUlpHigher(Recursion of) {
    Vector point = ((Start.At) of.start()).point();
    double[] higher = point.toArray();
    for (int j = 0; j < higher.length; j++) {
      higher[j] = Math.nextUp(higher[j]);
    }
    return new Recursion(
        of.problem(), of.oracle(), of.method(), of.stepsize(), new Start.At(Vector.of(higher)));
  }

  /** |x - y| of one replica at one checkpoint, in 40 digits with the draws that the run had. */
  private OptionalDouble repeated(int replica, int checkpoint) {
    if (stream.isEmpty()) {
      return OptionalDouble.empty();
    }
    Address at = new Address(seed, Address.hash(stream.get()), replica, 0, 0, 0);
    Arithmetic<Dfp> in = Arithmetic.digits(DIGITS);
    Optional<List<Dfp>> x = Replay.values(in, claim.x(), at);
    Optional<List<Dfp>> y = Replay.values(in, claim.y(), at);
    return x.isEmpty() || y.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            in.abs(x.get().get(checkpoint).subtract(y.get().get(checkpoint))).getReal());
  }
}
