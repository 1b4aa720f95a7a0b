package plumbline.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import plumbline.simulation.Moments;
import plumbline.verdict.Course;
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

  /** One of them while replicas come in. */
  private static final class Reader {
    final Mean procedure;
    Outcome outcome;
    long replicas;

    Reader(Mean procedure) {
      this.procedure = procedure;
    }
  }

  private final List<Reader> readers;
  private final List<Moments> moments;
  private final long own;
  private final Plan plan;
  private List<Long> most = List.of();

  /**
   * @param claim the claim itself
   * @param procedures one a mutant, at least one
   * @param own replicas that the plan must see, 0 if none: the run goes on to them in any case, so
   *     that what is demanded does not depend on what was refuted early
   * @param most the most that the plan can ask for
   */
  MutantTask(
      List<Source> sources, Mean claim, List<Mean> procedures, long own, long most, Plan plan) {
    super(sources, claim, most, Course.Aim.REFUTED);
    this.readers = procedures.stream().map(Reader::new).toList();
    this.moments = new ArrayList<>(Collections.nCopies(sources.size(), Moments.EMPTY));
    this.own = own;
    this.plan = plan;
  }

  @Override
  void fold(double[][] ratios) {
    for (int i = 0; i < ratios.length; i++) {
      moments.set(i, moments.get(i).merge(Moments.of(ratios[i])));
    }
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
            Course.decide(reader.procedure.at(evidence()), Course.Aim.REFUTED, Outcome.HOLDS);
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
