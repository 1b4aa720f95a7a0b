package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.Binary64;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.recursion.Reading;
import plumbline.recursion.SignedReading;
import plumbline.series.Checkpoints;
import plumbline.theorem.Claim;
import plumbline.theorem.Relation;
import plumbline.verdict.Course;
import plumbline.verdict.Levels;
import plumbline.verdict.Outcome;
import plumbline.verdict.Signed;

/**
 * A signed mean made ready for a run: what is read, at which centres, and which checkpoints
 * rounding takes away. All centres are fixed before the run, because sums at one cannot be re-read
 * at another.
 */
final class SignedMean {
  /** A picture tells two lines of one role apart. */
  static final int DRAWN = 2;

  private final Claim.Signed claim;
  private final Constants constants;
  private final Sampled sampled;
  private final double delta;
  private final List<Task.Source> sources = new ArrayList<>();
  private final List<SignedTask.Point> points = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  SignedMean(Claim.Signed claim, Constants constants, Sampled sampled) {
    this.claim = claim;
    this.constants = constants;
    this.sampled = sampled;
    this.delta = sampled.delta(claim.effort().delta());
    for (Claim.Coordinate coordinate : claim.coordinates()) {
      for (int i = 0; i < coordinate.g().checkpoints().size(); i++) {
        admit(coordinate, i);
      }
    }
  }

  private void admit(Claim.Coordinate coordinate, int i) {
    SignedReading g = coordinate.g();
    long k = g.checkpoints().at().get(i);
    String label = g.what() + " at k = " + k;
    double value = coordinate.value().at(constants, k);
    double error = 0;
    for (SignedReading.Term term : g.terms()) {
      error += Math.abs(term.factor().doubleValue()) * error(term.reading(), i);
    }
    // section 6: a signed reading is admitted by its deviation, in place of a bound
    if (!(error <= Levels.ETA * claim.deviation()) || !Double.isFinite(value)) {
      leftOut.add(label + (Double.isFinite(value) ? " is below rounding" : " has no finite value"));
      return;
    }
    List<SignedTask.Part> parts = new ArrayList<>();
    for (SignedReading.Term term : g.terms()) {
      Reading reading = term.reading();
      long at = reading.checkpoints().at().get(i);
      parts.add(new SignedTask.Part(term.factor().doubleValue(), sources.size()));
      sources.add(new Task.Source(reading.of(), Components.channel(reading, at, j -> 1.0)));
    }
    points.add(
        new SignedTask.Point(
            line(coordinate),
            k,
            new Signed.Coordinate(label, value, claim.deviation(), delta * claim.scale()),
            parts));
  }

  /** The proved error of one reading at its i-th checkpoint. */
  private double error(Reading reading, int i) {
    long k = reading.checkpoints().at().get(i);
    double size =
        reading.quantity().isSigned()
            ? claim.deviation()
            : Sampled.closed(reading.at(Checkpoints.of(k)))
                .map(exact -> exact.get(k))
                .orElseGet(() -> Rounding.size(reading, k));
    return new Rounding(reading, Rounding.Subject.RECURSION, j -> size).at(k);
  }

  /** "", or what tells the lines of several coordinates apart. */
  private String line(Claim.Coordinate coordinate) {
    return claim.coordinates().size() == 1 ? "" : ", " + coordinate.g().what();
  }

  /** The claim by simulation. */
  Pending pending(String name, ClaimResult.Standing as, Course.Aim aim) {
    if (points.isEmpty()) {
      return Pending.said(
          name,
          "signed",
          Preparation.words(claim.relation()),
          as,
          claim.effort().need(),
          Pending.Said.withoutReplicas(
              Outcome.INCONCLUSIVE, "no checkpoint is statistical: " + String.join(", ", leftOut)),
          lines());
    }
    Signed procedure =
        new Signed(claim.relation(), points.stream().map(SignedTask.Point::centre).toList());
    double cost =
        sources.stream()
            .mapToDouble(s -> (double) s.recursion().problem().dimension() * s.channel().last())
            .max()
            .orElseThrow();
    long most = sampled.capped(procedure.most(), claim.effort().mostReplicas(), cost);
    return Pending.sampled(
        name,
        "signed",
        Preparation.words(claim.relation()),
        as,
        claim.effort().need(),
        new Pending.Sampling(
            new SignedTask(sources, points, procedure, most, aim),
            delta,
            most,
            shown(),
            String.join(", ", leftOut),
            new Pending.Meant("mean", points.get(0).centre().centre(), 0)),
        lines());
  }

  private List<Pending.Point> shown() {
    return points.stream()
        .map(p -> new Pending.Point(p.centre().label(), p.k(), p.centre().centre()))
        .toList();
  }

  /** What is claimed, how far off HOLDS allows, and the exact means where moments close. */
  List<Curve> lines() {
    List<Curve> curves = new ArrayList<>();
    if (!isDrawn()) {
      return curves;
    }
    boolean common =
        claim.coordinates().stream().map(Claim.Coordinate::value).distinct().count() == 1;
    for (Claim.Coordinate coordinate : claim.coordinates().stream().limit(DRAWN).toList()) {
      List<Long> at = coordinate.g().checkpoints().at();
      String line = line(coordinate);
      if (!common) {
        claimed(coordinate, "claimed" + line, Curve.Role.BOUND, 0).ifPresent(curves::add);
      }
      ExactSigned.expectation(Arithmetic.doubles(), coordinate.g())
          .flatMap(
              values ->
                  Curves.curve(
                      "exact" + line,
                      Curve.Role.EXACT,
                      at,
                      values.stream().map(Binary64::getReal).toList()))
          .ifPresent(curves::add);
    }
    if (common) {
      Claim.Coordinate any = claim.coordinates().get(0);
      double resolution = delta * claim.scale();
      claimed(any, "claimed", Curve.Role.BOUND, 0).ifPresent(curves::add);
      if (claim.relation() != Relation.AT_LEAST) {
        claimed(any, "plus the resolution", Curve.Role.PATH, resolution).ifPresent(curves::add);
      }
      if (claim.relation() != Relation.AT_MOST) {
        claimed(any, "less the resolution", Curve.Role.PATH, -resolution).ifPresent(curves::add);
      }
    }
    return curves;
  }

  /** Several coordinates at one iteration are a list, and no picture. */
  private boolean isDrawn() {
    return claim.coordinates().size() == 1
        || claim.coordinates().stream().anyMatch(c -> c.g().checkpoints().size() > 1);
  }

  private Optional<Curve> claimed(
      Claim.Coordinate coordinate, String name, Curve.Role role, double off) {
    List<Long> at = coordinate.g().checkpoints().at();
    return Curves.curve(
        name, role, at, at.stream().map(k -> coordinate.value().at(constants, k) + off).toList());
  }

  /** Whether the exact layer has something to say. */
  static boolean closes(Claim.Signed claim) {
    return claim.coordinates().stream()
        .flatMap(c -> c.g().terms().stream())
        .allMatch(
            term ->
                ClosedMoments.expectation(
                        Arithmetic.doubles(), term.reading().at(Checkpoints.of(1)))
                    .isPresent());
  }
}
