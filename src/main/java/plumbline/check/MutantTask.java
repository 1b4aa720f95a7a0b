package plumbline.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import plumbline.simulation.Moments;
import plumbline.theorem.Relation;
import plumbline.verdict.Course;
import plumbline.verdict.Joins;
import plumbline.verdict.Mean;
import plumbline.verdict.Outcome;

/**
 * All mutants of one mean claim, read from the same summaries, each to its own n_max: one run a
 * claim, however many mutants it has.
 */
final class MutantTask extends Task<List<Moments>> {
  /** n_max of each mutant in order, at least that of the claim. */
  interface Plan {
    /**
     * @param own what the claim's own run has seen
     */
    List<Long> most(List<Moments> own);
  }

  /**
   * A mutant as it is read.
   *
   * @param means the claim's procedure with B'/B in place of 1
   * @param points what it claims where nothing is random, in the order of the task's; empty where
   *     it claims nothing
   */
  record Planted(Mean means, List<Optional<Pointwise>> points) {}

  /** One of them while replicas come in. */
  private static final class Reader {
    final Planted mutant;
    Outcome fixed = Outcome.HOLDS;
    Outcome outcome;
    long replicas;

    Reader(Planted mutant) {
      this.mutant = mutant;
    }
  }

  private final Relation relation;
  private final List<Reader> readers;
  private final List<Moments> moments;
  private final long own;
  private final Plan plan;
  private List<Long> most = List.of();

  /**
   * @param sources of the means
   * @param points where nothing is random; one replica is read there
   * @param claim the claim itself
   * @param mutants at least one
   * @param own replicas that the plan must see, 0 if none: the run goes on to them in any case, so
   *     that what is demanded does not depend on what was refuted early
   * @param most the most that the plan can ask for
   */
  MutantTask(
      List<Source> sources,
      List<Pointwise> points,
      Mean claim,
      List<Planted> mutants,
      long own,
      long most,
      Plan plan) {
    super(Means.behind(sources, points), claim, most, Course.Aim.REFUTED);
    this.relation = claim.relation();
    this.readers = mutants.stream().map(Reader::new).toList();
    this.moments = new ArrayList<>(Collections.nCopies(sources.size(), Moments.EMPTY));
    this.own = own;
    this.plan = plan;
  }

  @Override
  void fold(double[][] ratios) {
    for (int i = 0; i < moments.size(); i++) {
      moments.set(i, moments.get(i).merge(Moments.of(ratios[i])));
    }
    if (replicas() == 0) {
      for (Reader reader : readers) {
        reader.fixed = fixed(reader.mutant, ratios);
      }
    }
  }

  /** The same for every replica: read once. */
  private Outcome fixed(Planted mutant, double[][] ratios) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < mutant.points().size(); i++) {
      double[] read = ratios[moments.size() + i];
      mutant.points().get(i).ifPresent(point -> outcomes.add(point.judge(relation, read)));
    }
    return Joins.fixed(outcomes);
  }

  @Override
  List<Moments> evidence() {
    return List.copyOf(moments);
  }

  @Override
  boolean open() {
    boolean planned = !most.isEmpty();
    return broken().isEmpty() && (!planned || readers.stream().anyMatch(r -> r.outcome == null));
  }

  @Override
  void look(boolean last) {
    if (most.isEmpty() && (last || replicas() >= own)) {
      most = plan.most(evidence());
    }
    for (int i = 0; i < readers.size(); i++) {
      Reader reader = readers.get(i);
      if (reader.outcome == null) {
        Optional<Outcome> decided =
            Course.decide(reader.mutant.means().at(evidence()), Course.Aim.REFUTED, reader.fixed);
        boolean done = last || !most.isEmpty() && replicas() >= most.get(i);
        reader.outcome = decided.orElse(done ? Outcome.INCONCLUSIVE : null);
        reader.replicas = replicas();
      }
    }
  }

  /** The outcome of the i-th mutant; ERROR if a reading was no number. */
  Outcome outcome(int i) {
    return readers.get(i).outcome == null ? Outcome.ERROR : readers.get(i).outcome;
  }

  long replicas(int i) {
    return readers.get(i).replicas;
  }
}
