package plumbline.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import plumbline.simulation.Moments;
import plumbline.verdict.Course;
import plumbline.verdict.Levels;
import plumbline.verdict.Mean;
import plumbline.verdict.Outcome;

/** All mutants of one mean claim, read from the same summaries, each to its own n_max. */
final class MutantTask extends Task<List<Moments>> {
  /** One of them while replicas come in. */
  private static final class Reader {
    final Mean procedure;
    final long most;
    Outcome outcome;
    long replicas;

    Reader(Mean procedure, long most) {
      this.procedure = procedure;
      this.most = most;
    }
  }

  private final List<Reader> readers = new ArrayList<>();
  private final List<Moments> moments;
  private final long most;

  /**
   * @param procedures one a mutant
   * @param most their n_max, in the same order
   */
  MutantTask(List<Source> sources, Mean claim, List<Mean> procedures, List<Long> most) {
    super(sources, claim, Collections.max(most), Course.Aim.REFUTED);
    this.most = Collections.max(most);
    for (int i = 0; i < procedures.size(); i++) {
      readers.add(new Reader(procedures.get(i), most.get(i)));
    }
    moments = new ArrayList<>(Collections.nCopies(sources.size(), Moments.EMPTY));
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
    return broken().isEmpty() && readers.stream().anyMatch(r -> r.outcome == null);
  }

  @Override
  void look(boolean last) {
    for (Reader reader : readers) {
      if (reader.outcome == null) {
        Optional<Outcome> decided =
            Course.decide(reader.procedure.at(evidence()), Course.Aim.REFUTED, Outcome.HOLDS);
        boolean done = last || replicas() >= Math.min(most, reader.most);
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

  /** 4 n_plan(violation), at least one block. */
  static double planned(double variation, double violation, double weight) {
    return Math.max(1024, 4 * Levels.planned(variation, Math.min(violation, 1000), weight));
  }
}
