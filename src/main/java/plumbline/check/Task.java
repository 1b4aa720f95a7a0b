package plumbline.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.util.Binary64;
import plumbline.recursion.Recursion;
import plumbline.simulation.Channel;
import plumbline.simulation.Counts;
import plumbline.simulation.Moments;
import plumbline.simulation.ReadingException;
import plumbline.theorem.Relation;
import plumbline.theorem.Trial.Sides;
import plumbline.verdict.Course;
import plumbline.verdict.Exactly;
import plumbline.verdict.Joins;
import plumbline.verdict.Levels;
import plumbline.verdict.Outcome;
import plumbline.verdict.Procedure;
import plumbline.verdict.Verdict;

/**
 * One statistical claim while replicas come in: what it reads, what it has seen, and whether it is
 * decided.
 *
 * @param <E> the evidence of its procedure
 */
abstract class Task<E> {
  /** A channel of a recursion. */
  record Source(Recursion recursion, Channel channel) {}

  /**
   * A checkpoint where no mean is judged: nothing random enters, or the bound is 0.
   *
   * @param error of the ratio, proved
   * @param right what every ratio is compared with, 1 or 0
   */
  record Fixed(Source source, long k, double error, int right) {}

  private final List<Source> sources;
  private final Procedure<E> procedure;
  private final long most;
  private final Course.Aim aim;
  private long replicas;
  private Verdict verdict;
  private String broken;

  Task(List<Source> sources, Procedure<E> procedure, long most, Course.Aim aim) {
    this.sources = List.copyOf(sources);
    this.procedure = procedure;
    this.most = most;
    this.aim = aim;
  }

  /** What the deterministic checkpoints say; HOLDS if there are none. */
  Outcome fixed() {
    return Outcome.HOLDS;
  }

  List<Source> sources() {
    return sources;
  }

  /** n_max. */
  long most() {
    return most;
  }

  long replicas() {
    return replicas;
  }

  boolean open() {
    return verdict == null && broken == null;
  }

  /** Takes one block of ratios, one array a source, in replica order. */
  void take(double[][] ratios) {
    try {
      fold(ratios);
      replicas += ratios[0].length;
    } catch (ReadingException e) {
      broken = e.getMessage();
    }
  }

  abstract void fold(double[][] ratios);

  abstract E evidence();

  /** Looks at the evidence; at the last look concludes in any case. */
  void look(boolean last) {
    if (!open()) {
      return;
    }
    Optional<Outcome> decided = Course.decide(procedure.at(evidence()), aim, fixed());
    if (decided.isPresent() || last) {
      verdict = procedure.conclude(evidence(), decided.orElse(Outcome.INCONCLUSIVE));
    }
  }

  /** The verdict, once decided; empty if a reading was no number. */
  Optional<Verdict> verdict() {
    return Optional.ofNullable(verdict);
  }

  Optional<String> broken() {
    return Optional.ofNullable(broken);
  }

  /** Means of ratios; deterministic checkpoints come behind the statistical ones. */
  static final class Means extends Task<List<Moments>> {
    private final int statistical;
    private final List<Fixed> deterministic;
    private final Exactly judge;
    private final List<Moments> moments;
    private Outcome fixed = Outcome.HOLDS;

    Means(
        List<Source> sources,
        List<Fixed> deterministic,
        Relation relation,
        Procedure<List<Moments>> procedure,
        long most,
        Course.Aim aim) {
      super(
          Stream.concat(sources.stream(), deterministic.stream().map(Fixed::source)).toList(),
          procedure,
          most,
          aim);
      this.statistical = sources.size();
      this.deterministic = List.copyOf(deterministic);
      this.judge = new Exactly(relation, aim);
      moments = new ArrayList<>(Collections.nCopies(statistical, Moments.EMPTY));
    }

    @Override
    void fold(double[][] ratios) {
      for (int i = 0; i < statistical; i++) {
        moments.set(i, moments.get(i).merge(Moments.of(ratios[i])));
      }
      if (!deterministic.isEmpty()) {
        fixed = judged(ratios);
      }
    }

    private Outcome judged(double[][] ratios) {
      List<Outcome> outcomes = new ArrayList<>();
      outcomes.add(fixed);
      for (int i = 0; i < deterministic.size(); i++) {
        Fixed at = deterministic.get(i);
        double[] read = ratios[statistical + i];
        outcomes.add(at.right() == 0 ? zero(at, read) : one(at, read[0]));
      }
      return Joins.worst(outcomes);
    }

    /** Ratio against 1 in doubles, where nothing but their rounding can differ. */
    private Outcome one(Fixed at, double ratio) {
      double scale = Math.abs(ratio) + 1;
      Sides<Binary64> sides =
          new Sides<>(
              "k = " + at.k(),
              at.k(),
              new Binary64(ratio),
              new Binary64(1),
              new Binary64(scale),
              Exactly.operations(at.error(), scale));
      return judge.onlyInDoubles(List.of(sides)).verdict().outcome();
    }

    /** X = 0 almost surely: refuted by one replica, shown by none. */
    private static Outcome zero(Fixed at, double[] read) {
      for (double x : read) {
        if (!(x <= at.error())) {
          return Double.isNaN(x) ? Outcome.ERROR : Outcome.REFUTED;
        }
      }
      return Outcome.INCONCLUSIVE;
    }

    @Override
    Outcome fixed() {
      return fixed;
    }

    @Override
    List<Moments> evidence() {
      return List.copyOf(moments);
    }
  }

  /** Counts of ratios above 1. */
  static final class Events extends Task<Counts> {
    private Counts counts = Counts.EMPTY;

    Events(Source source, Procedure<Counts> procedure, long most, Course.Aim aim) {
      super(List.of(source), procedure, most, aim);
    }

    @Override
    void fold(double[][] ratios) {
      long certain = 0;
      long possible = 0;
      for (double r : ratios[0]) {
        if (Double.isNaN(r)) {
          throw new ReadingException("a reading is NaN; allowed: a number");
        }
        certain += r > 1 + Levels.ETA ? 1 : 0;
        possible += r > 1 - Levels.ETA ? 1 : 0;
      }
      counts = counts.merge(new Counts(ratios[0].length, certain, possible));
    }

    @Override
    Counts evidence() {
      return counts;
    }
  }
}
