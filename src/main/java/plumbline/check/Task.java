package plumbline.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.recursion.Recursion;
import plumbline.simulation.Channel;
import plumbline.simulation.Counts;
import plumbline.simulation.Moments;
import plumbline.simulation.ReadingException;
import plumbline.theorem.Relation;
import plumbline.verdict.Beside;
import plumbline.verdict.Course;
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
      verdict = conclude(decided.orElse(Outcome.INCONCLUSIVE));
    }
  }

  final Procedure<E> procedure() {
    return procedure;
  }

  Verdict conclude(Outcome decided) {
    return procedure.conclude(evidence(), decided);
  }

  /** The numbers of a claim that is still open. */
  Verdict soFar() {
    return conclude(Outcome.INCONCLUSIVE);
  }

  /** The verdict, once decided; empty if a reading was no number. */
  Optional<Verdict> verdict() {
    return Optional.ofNullable(verdict);
  }

  Optional<String> broken() {
    return Optional.ofNullable(broken);
  }

  /** Means of ratios; what is judged pointwise comes behind them. */
  static final class Means extends Task<List<Moments>> {
    private final Relation relation;
    private final List<Moments> moments;
    private final List<Pointwise> pointwise;
    private final List<Outcome> outcomes;
    private final double[] read;

    Means(
        List<Source> sources,
        List<Pointwise> pointwise,
        Relation relation,
        Procedure<List<Moments>> procedure,
        long most,
        Course.Aim aim) {
      super(behind(sources, pointwise), procedure, most, aim);
      this.relation = relation;
      this.pointwise = List.copyOf(pointwise);
      moments = new ArrayList<>(Collections.nCopies(sources.size(), Moments.EMPTY));
      outcomes = new ArrayList<>(Collections.nCopies(pointwise.size(), Outcome.HOLDS));
      read = new double[pointwise.size()];
    }

    /** The sources of means, then those of what is judged pointwise. */
    static List<Source> behind(List<Source> sources, List<Pointwise> pointwise) {
      return Stream.concat(sources.stream(), pointwise.stream().map(Pointwise::source)).toList();
    }

    @Override
    void fold(double[][] ratios) {
      for (int i = 0; i < moments.size(); i++) {
        moments.set(i, moments.get(i).merge(Moments.of(ratios[i])));
      }
      for (int i = 0; i < outcomes.size(); i++) {
        double[] now = ratios[moments.size() + i];
        Outcome judged = pointwise.get(i).judge(relation, now);
        outcomes.set(i, Joins.worst(List.of(outcomes.get(i), judged)));
        read[i] = Math.max(read[i], Arrays.stream(now).max().orElseThrow());
      }
    }

    @Override
    Outcome fixed() {
      return Joins.fixed(counted());
    }

    /** One below rounding is listed, as a random one is, unless there is no other. */
    private List<Outcome> counted() {
      boolean others =
          !moments.isEmpty() || pointwise.stream().anyMatch(point -> !point.isBelowRounding());
      List<Outcome> counted = new ArrayList<>();
      for (int i = 0; i < outcomes.size(); i++) {
        boolean open = outcomes.get(i) == Outcome.INCONCLUSIVE;
        boolean listed = others && open && pointwise.get(i).isBelowRounding();
        counted.add(listed ? Outcome.NOT_APPLICABLE : outcomes.get(i));
      }
      return counted;
    }

    @Override
    Verdict conclude(Outcome decided) {
      Verdict verdict = procedure().conclude(evidence(), decided, beside());
      List<Outcome> counted = counted();
      Outcome fixed = Joins.fixed(counted);
      if (fixed == Outcome.HOLDS || fixed != decided) {
        return verdict;
      }
      int at = counted.indexOf(fixed);
      return verdict.decidedBy(pointwise.get(at).words(fixed, read[at]));
    }

    private Beside beside() {
      List<Beside.Limit> limits = new ArrayList<>();
      for (int i = 0; i < read.length; i++) {
        Pointwise point = pointwise.get(i);
        if (point.resolves()) {
          limits.add(new Beside.Limit(read[i] - point.error(), read[i] + point.error()));
        }
      }
      return new Beside(limits);
    }

    /** What was read at the i-th checkpoint that is judged pointwise, as a ratio. */
    double read(int i) {
      return read[i];
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
