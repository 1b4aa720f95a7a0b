package plumbline.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import plumbline.recursion.Recursion;
import plumbline.simulation.Channel;
import plumbline.simulation.Counts;
import plumbline.simulation.Moments;
import plumbline.theorem.Relation;
import plumbline.verdict.Course;
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
    } catch (IllegalArgumentException e) {
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
    /** What rounding may do to a ratio that nothing random enters. */
    private static final double SLACK = 1e-9;

    private final int statistical;
    private final Relation relation;
    private final List<Moments> moments;
    private Outcome fixed = Outcome.HOLDS;

    Means(
        List<Source> sources,
        List<Source> fixed,
        Relation relation,
        Procedure<List<Moments>> procedure,
        long most,
        Course.Aim aim) {
      super(
          java.util.stream.Stream.concat(sources.stream(), fixed.stream()).toList(),
          procedure,
          most,
          aim);
      this.statistical = sources.size();
      this.relation = relation;
      moments = new ArrayList<>(Collections.nCopies(statistical, Moments.EMPTY));
    }

    @Override
    void fold(double[][] ratios) {
      for (int i = 0; i < statistical; i++) {
        moments.set(i, moments.get(i).merge(Moments.of(ratios[i])));
      }
      for (int i = statistical; i < ratios.length; i++) {
        boolean met =
            (relation == Relation.AT_LEAST || ratios[i][0] <= 1 + SLACK)
                && (relation == Relation.AT_MOST || ratios[i][0] >= 1 - SLACK);
        // a computation in doubles by itself never refutes
        fixed = met ? fixed : Outcome.INCONCLUSIVE;
      }
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
          throw new IllegalArgumentException("a reading is NaN");
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
