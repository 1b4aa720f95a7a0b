package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.exception.MathRuntimeException;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.recursion.Fold;
import plumbline.series.Checkpoints;
import plumbline.theorem.Claim;
import plumbline.theorem.Effort;
import plumbline.theorem.Need;
import plumbline.theorem.Relation;
import plumbline.theorem.Tail;
import plumbline.theorem.Trial;
import plumbline.verdict.Course;
import plumbline.verdict.Exactly;

/**
 * Turns the claims of an instance into judgements without chance and tasks that wait for replicas.
 */
final class Preparation {
  private static final long LAST_OF_STEPS = 512;
  private static final long MOST_WITHOUT_CONTRACT = 4096;

  private final Constants constants;
  private final Sampled sampled;
  private final SampledOthers others;
  private final ClaimResult.Standing standing;
  private final Function<Claim, Course.Aim> aim;
  private final Options options;
  private final Optional<String> stream;

  /** Of claims none of whose replicas is ever repeated: mutants. */
  Preparation(
      Constants constants,
      Options options,
      ClaimResult.Standing standing,
      Function<Claim, Course.Aim> aim) {
    this(constants, options, standing, aim, Optional.empty());
  }

  /**
   * @param constants of the setting, which bounds name
   * @param options of the run
   * @param standing how these claims count
   * @param aim REFUTED for the claim that a misprint's card names
   * @param stream what keys the instance's draws, so that one replica can be repeated
   */
  Preparation(
      Constants constants,
      Options options,
      ClaimResult.Standing standing,
      Function<Claim, Course.Aim> aim,
      Optional<String> stream) {
    this.options = options;
    this.stream = stream;
    this.constants = constants;
    this.sampled = new Sampled(constants, options, standing);
    this.others = new SampledOthers(constants, sampled);
    this.standing = standing;
    this.aim = aim;
  }

  List<Pending> of(Claim claim) {
    if (simulated() && late(claim)) {
      return List.of();
    }
    if (claim instanceof Claim.Mean mean) {
      return mean(simulated() ? soon(mean) : mean);
    }
    if (claim instanceof Claim.Chance chance) {
      return List.of(others.chance(chance, aim.apply(claim)));
    }
    if (standing == ClaimResult.Standing.SHOWN
        && pairs(claim).stream().anyMatch(pair -> ExactLayer.isLong(pair.x()))) {
      return List.of(); // it does not count, and its exact value would be waited for
    }
    if (claim instanceof Claim.Slope slope) {
      return List.of(
          exact(() -> ExactRatio.slope(slope, constants))
              .map(
                  said ->
                      said(slope.name(), "slope", slope.relation(), slope.effort().need(), said))
              .orElseGet(() -> others.slope(slope, aim.apply(claim))));
    }
    if (claim instanceof Claim.Ratio ratio) {
      return List.of(
          exact(() -> ExactRatio.ratio(ratio, constants))
              .map(
                  said ->
                      said(ratio.name(), "ratio", ratio.relation(), ratio.effort().need(), said))
              .orElseGet(() -> others.ratio(ratio, aim.apply(claim))));
    }
    if (claim instanceof Claim.Signed signed) {
      return signed(signed);
    }
    if (simulated()) {
      return List.of(); // neither reads the iterates of one step
    }
    if (claim instanceof Claim.Exactly exactly) {
      return List.of(exactly(exactly));
    }
    Claim.Coincide coincide = (Claim.Coincide) claim;
    return List.of(new Coincidence(coincide, options.seed(), stream).pending(standing));
  }

  /**
   * What a step of somebody's own can be held to in a minute: it is some thirty times slower than
   * lanes. Without a contract more replicas refute a little sooner, and never decide.
   */
  private static Claim.Mean soon(Claim.Mean claim) {
    List<Long> early =
        claim.x().checkpoints().at().stream().filter(k -> k <= LAST_OF_STEPS).toList();
    Effort effort = claim.effort();
    return new Claim.Mean(
        claim.name(),
        early.isEmpty() ? claim.x() : claim.x().at(new Checkpoints(early)),
        claim.relation(),
        claim.bound(),
        effort.tail() instanceof Tail.None ? effort.atMost(MOST_WITHOUT_CONTRACT) : effort);
  }

  /** A rate is claimed of its whole window, which cannot be cut. */
  private static boolean late(Claim claim) {
    return pairs(claim).stream()
        .flatMap(pair -> Stream.of(pair.x(), pair.y()))
        .anyMatch(reading -> reading.checkpoints().last() > LAST_OF_STEPS);
  }

  private static List<Claim.Pair> pairs(Claim claim) {
    return claim instanceof Claim.Slope slope
        ? slope.pairs()
        : claim instanceof Claim.Ratio ratio ? ratio.pairs() : List.of();
  }

  private boolean simulated() {
    return options.evidence() == Options.Evidence.SIMULATION;
  }

  private <T> Optional<T> exact(Supplier<Optional<T>> judge) {
    return simulated() ? Optional.empty() : judge.get();
  }

  private List<Pending> signed(Claim.Signed claim) {
    List<Pending> all = new ArrayList<>();
    Course.Aim wanted = aim.apply(claim);
    SignedMean mean = new SignedMean(claim, constants, sampled);
    Optional<Pending.Said> exact = exact(new ExactSigned(claim, constants, wanted)::judge);
    exact.ifPresent(
        said ->
            all.add(
                Pending.said(
                    claim.name(),
                    "signed",
                    words(claim.relation()),
                    standing,
                    claim.effort().need(),
                    said,
                    mean.lines())));
    if (exact.isPresent() && standing == ClaimResult.Standing.SHOWN) {
      return all;
    }
    boolean beside = exact.isPresent() && standing == ClaimResult.Standing.CLAIMED;
    all.add(
        mean.pending(
            exact.isPresent() ? claim.name() + ", simulated" : claim.name(),
            beside ? ClaimResult.Standing.BESIDE_EXACT : standing,
            wanted));
    return all;
  }

  private List<Pending> mean(Claim.Mean claim) {
    List<Pending> all = new ArrayList<>();
    // first, as a curve has all checkpoints and more: the layer then finds its moments known
    List<Curve> lines = Curves.of(claim.x(), claim.bound(), constants);
    ExactLayer layer =
        new ExactLayer(
            claim.x(),
            claim.relation(),
            claim.bound(),
            constants,
            aim.apply(claim),
            standing != ClaimResult.Standing.SHOWN);
    Optional<ExactLayer.Said> exact = exact(layer::judge);
    exact.ifPresent(
        said ->
            all.add(
                Pending.said(
                    claim.name(),
                    "mean",
                    words(claim.relation()),
                    standing,
                    claim.effort().need(),
                    new Pending.Said(said.layer(), said.outcome(), said.sentence()),
                    lines)));
    if (exact.isPresent() && standing == ClaimResult.Standing.SHOWN) {
      return all;
    }
    String name = exact.isPresent() ? claim.name() + ", simulated" : claim.name();
    sampled.mean(name, claim, aim.apply(claim), lines, exact.isPresent()).ifPresent(all::add);
    boolean counts = standing == ClaimResult.Standing.CLAIMED;
    boolean closed = simulated() ? Sampled.closed(claim.x()).isPresent() : exact.isPresent();
    if (closed && counts && claim.x().fold() == Fold.AT) {
      sampled.simulator(claim, lines).ifPresent(all::add);
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "claim " + claim.name() + " can be tried neither exactly nor by simulation");
    }
    return all;
  }

  private Pending said(String name, String kind, Relation relation, Need need, Pending.Said said) {
    return Pending.said(name, kind, words(relation), standing, need, said, List.of());
  }

  private Pending exactly(Claim.Exactly claim) {
    Exactly judge = new Exactly(claim.relation(), aim.apply(claim));
    Exactly.Result result = judged(claim, judge);
    List<Layer.Side> sides =
        result.sides().stream()
            .map(c -> new Layer.Side(c.what(), c.k(), c.left(), c.right(), c.error()))
            .toList();
    return Pending.said(
        claim.name(),
        "exactly",
        words(claim.relation()),
        standing,
        claim.need(),
        new Pending.Said(
            compared(claim.trial().axes(), result.arithmetic(), sides),
            result.verdict().outcome(),
            result.verdict().sentence()),
        lines(claim, result));
  }

  private static Layer.Compared compared(
      Trial.Axes axes, String arithmetic, List<Layer.Side> sides) {
    String x = axes.equals(Trial.Axes.ITERATIONS) ? Swept.axis(sides) : axes.x();
    return new Layer.Compared(arithmetic, x, axes.y(), sides);
  }

  private Exactly.Result judged(Claim.Exactly claim, Exactly judge) {
    Trial trial = claim.trial();
    if (trial.onlyInDoubles()) {
      return judge.onlyInDoubles(
          trial.sides(Arithmetic.doubles(), constants, claim.bound(), claim.points()));
    }
    try {
      return judge.inRationals(
          trial.sides(Arithmetic.rationals(), constants, claim.bound(), claim.points()));
    } catch (UnsupportedOperationException | ArithmeticException | MathRuntimeException undefined) {
      // irrational, or over 0: doubles have infinities and NaN for it
      Function<Arithmetic<Dfp>, List<Trial.Sides<Dfp>>> digits =
          in -> trial.sides(in, constants, claim.bound(), claim.points());
      return judge.inDoubles(
          trial.sides(Arithmetic.doubles(), constants, claim.bound(), claim.points()), digits);
    }
  }

  /** Both sides as lines, where there is one comparison a point. */
  private static List<Curve> lines(Claim.Exactly claim, Exactly.Result result) {
    List<Exactly.Compared> sides = result.sides();
    List<Long> at = sides.stream().map(Exactly.Compared::k).toList();
    boolean path = at.size() > 2 && at.size() <= 200;
    for (int i = 1; i < at.size(); i++) {
      path &= at.get(i) > at.get(i - 1);
    }
    if (!path) {
      return List.of();
    }
    List<Curve> curves = new ArrayList<>();
    Curves.curve(
            claim.bound().terms().isEmpty() ? "right side" : "bound",
            Curve.Role.BOUND,
            at,
            sides.stream().map(Exactly.Compared::right).toList())
        .ifPresent(curves::add);
    Curves.curve("exact", Curve.Role.EXACT, at, sides.stream().map(Exactly.Compared::left).toList())
        .ifPresent(curves::add);
    return curves;
  }

  static String words(Relation relation) {
    return switch (relation) {
      case AT_MOST -> "at most";
      case AT_LEAST -> "at least";
      case EQUAL -> "equal";
    };
  }
}
