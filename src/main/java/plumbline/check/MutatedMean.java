package plumbline.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import plumbline.check.MutantResult.Standing;
import plumbline.check.MutantResult.Witness;
import plumbline.formula.Constants;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;
import plumbline.simulation.Moments;
import plumbline.theorem.Claim;
import plumbline.theorem.Role;
import plumbline.verdict.Course;
import plumbline.verdict.Mean;
import plumbline.verdict.NoMeans;
import plumbline.verdict.Outcome;

/**
 * The mutants of one mean claim (verdicts.md, section 8), all read from one run.
 *
 * <p>Which of them are demanded is computed from what is known of E X_k without a replica: a
 * violation of 1.5 max(delta, delta99), delta99 being what the claim's own run resolves, and on a
 * SHARP instance of 1.5 delta. Where nothing is known they are read all the same, and not counted.
 */
final class MutatedMean {
  private static final double FACTOR = 1.5;

  /** Replicas for a mutant of which nothing is known, so that nothing plans them. */
  static final long UNPLANNED = 1 << 16;

  private final MutantResult.Place place;
  private final Claim.Mean claim;
  private final Constants constants;
  private final double delta;
  private final Sampler sampler;
  private Known known;
  private final Components components;
  private final List<Pointwise> points;
  private final Mean procedure;
  private final Optional<MutantPlan> plan;
  private List<Moments> seen = List.of();

  MutatedMean(
      MutantResult.Place place,
      Claim.Mean claim,
      Constants constants,
      Known known,
      Options options,
      Sampler sampler) {
    this.place = place;
    this.claim = claim;
    this.constants = constants;
    this.delta = options.delta().orElse(claim.effort().delta());
    this.sampler = sampler;
    this.known = known;
    components =
        new Components(
            claim.x(),
            claim.relation(),
            Sampled.scale(claim.bound(), constants),
            claim.effort().tail(),
            known.exactly());
    points = components.pointwise().stream().filter(Pointwise::certain).toList();
    procedure = Mean.of(claim.relation(), delta, components.checkpoints(), components.windows());
    plan = plan(options);
  }

  private Optional<MutantPlan> plan(Options options) {
    if (components.isEmpty()) {
      return points.isEmpty()
          ? Optional.empty()
          : Optional.of(new MutantPlan(claim, components, procedure, 1));
    }
    return new Sampled(constants, options, ClaimResult.Standing.CLAIMED)
        .mean(claim.name(), claim, Course.Aim.REFUTED, List.of(), known.exactly())
        .flatMap(Pending::sampled)
        .map(own -> new MutantPlan(claim, components, procedure, own.planned()));
  }

  /** What one replica reads where nothing is random, which is no chance. */
  private Map<Long, Double> read(Progress progress) throws InterruptedException {
    Task.Means task =
        new Task.Means(List.of(), points, claim.relation(), new NoMeans(""), 1, Course.Aim.EITHER);
    sampler.run(List.of(task), progress);
    Map<Long, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).resolves()) {
        values.put(points.get(i).k(), task.read(i) * points.get(i).scale());
      }
    }
    return values;
  }

  List<MutantResult> run(Progress progress) throws InterruptedException {
    if (!known.exactly() && !points.isEmpty()) {
      known = known.with(read(progress));
    }
    List<Violated> all = new ArrayList<>();
    for (Mutants.Mutant mutant :
        Mutants.of(claim.bound(), claim.relation(), constants, claim.x().checkpoints())) {
      all.add(Violated.of(mutant, claim, constants, known));
    }
    List<Violated> read = plan.isEmpty() ? List.of() : all.stream().filter(this::isRead).toList();
    Optional<MutantTask> task = read.isEmpty() ? Optional.empty() : Optional.of(task(read));
    if (task.isPresent()) {
      sampler.run(List.of(task.get()), progress);
      seen = task.get().evidence();
    }
    List<MutantResult> results = new ArrayList<>();
    for (Violated v : all) {
      int i = read.indexOf(v);
      results.add(
          result(
              v,
              i < 0 ? Optional.empty() : Optional.of(task.orElseThrow().outcome(i)),
              i < 0 ? 0 : task.orElseThrow().replicas(i)));
    }
    return results;
  }

  /** Whether simulation is tried: it may be demanded, or nothing is known and it may tell. */
  private boolean isRead(Violated v) {
    boolean may =
        plan.orElseThrow().mustSee() ? worstSimulated(v) >= FACTOR * delta : simulation(v);
    return may || !known.exactly() && !v.isWeaker();
  }

  private double worstSimulated(Violated v) {
    return LongStream.concat(
            IntStream.range(0, components.checkpoints().size()).mapToLong(this::k),
            points.stream().mapToLong(Pointwise::k))
        .mapToDouble(v::at)
        .max()
        .orElse(0);
  }

  /** Whether simulation must refute it. */
  private boolean simulation(Violated v) {
    return plan.isPresent() && (plainly(v) || byMeans(v));
  }

  /** Where nothing is random the first replica shows it. */
  private boolean plainly(Violated v) {
    double visible = FACTOR * Math.max(delta, Pointwise.RESOLVED);
    return points.stream()
        .filter(point -> v.at(point).filter(Pointwise::resolves).isPresent())
        .anyMatch(point -> v.at(point.k()) >= visible);
  }

  private boolean byMeans(Violated v) {
    for (int i = 0; i < components.checkpoints().size(); i++) {
      double resolved = place.role() == Role.SHARP ? 0 : plan.orElseThrow().delta99(i);
      if (v.at(k(i)) >= FACTOR * Math.max(delta, resolved)) {
        return true;
      }
    }
    return false;
  }

  private long k(int i) {
    return components.points().get(i).k();
  }

  private MutantTask task(List<Violated> read) {
    MutantPlan own = plan.orElseThrow();
    List<MutantTask.Planted> planted = read.stream().map(this::planted).toList();
    if (own.mustSee()) {
      // a demanded violation of 1.5 delta99 asks for less than twice the claim's own replicas
      return new MutantTask(
          components.sources(),
          points,
          procedure,
          planted,
          own.own(),
          4 * own.own(),
          evidence -> {
            own.see(evidence);
            return read.stream().map(this::most).toList();
          });
    }
    List<Long> most = read.stream().map(this::most).toList();
    return new MutantTask(
        components.sources(),
        points,
        procedure,
        planted,
        0,
        most.stream().mapToLong(n -> n).max().orElseThrow(),
        evidence -> most);
  }

  /**
   * n_max of a mutant by the checkpoint that shows it soonest; where nothing is demanded there is
   * no plan, and it is read as far as a claim without contract.
   */
  private long most(Violated v) {
    MutantPlan own = plan.orElseThrow();
    if (!byMeans(v)) {
      return Math.min(own.own(), UNPLANNED);
    }
    long most = Long.MAX_VALUE;
    for (int i = 0; i < components.checkpoints().size(); i++) {
      if (v.at(k(i)) > Violated.ROUNDING) {
        most = Math.min(most, own.most(i, v.at(k(i))));
      }
    }
    if (most == Long.MAX_VALUE) {
      throw new IllegalStateException(v.mutant().name() + " is demanded and violated nowhere");
    }
    return most;
  }

  private MutantTask.Planted planted(Violated v) {
    return new MutantTask.Planted(procedure.mutant(ratios(v)), points.stream().map(v::at).toList());
  }

  /** B'/B for each checkpoint, and for each window in which it is constant. */
  private List<OptionalDouble> ratios(Violated v) {
    List<OptionalDouble> ratios = new ArrayList<>();
    for (int i = 0; i < components.points().size(); i++) {
      long from = k(i);
      boolean window = i >= components.checkpoints().size();
      ratios.add(v.ratio(from, window ? 2 * from - 1 : from));
    }
    return ratios;
  }

  private MutantResult result(Violated v, Optional<Outcome> simulated, long replicas) {
    Optional<Long> alone =
        v.by().entrySet().stream()
            .filter(e -> known.exactly() && e.getValue() >= FACTOR * delta)
            .map(Map.Entry::getKey)
            .findFirst();
    Set<Witness> asked = EnumSet.noneOf(Witness.class);
    alone.ifPresent(k -> asked.add(Witness.EXACT));
    if (simulation(v)) {
      asked.add(Witness.SIMULATION);
    }
    Standing standing = standing(v, asked);
    boolean measured = standing == Standing.NOT_CLASSED;
    Optional<Long> visible = alone.or(v::worst).filter(k -> v.at(k) > Violated.ROUNDING);
    Optional<Long> where = measured ? Optional.empty() : alone.or(v::worst);
    return new MutantResult(
        place,
        v.mutant().name(),
        standing,
        asked,
        measured ? measured(v) : v.worst().map(v::at).orElse(Double.NaN),
        where.map(k -> "k = " + k).orElse(""),
        measured ? Known.Basis.NOTHING.words() : known.basis().words(),
        known.exactly() ? visible.flatMap(k -> exactly(v.mutant(), k)) : Optional.empty(),
        simulated,
        replicas,
        asked.isEmpty() || asked.contains(Witness.SIMULATION) ? "" : alone(v));
  }

  private Standing standing(Violated v, Set<Witness> asked) {
    if (!asked.isEmpty()) {
      return Standing.DEMANDED;
    }
    if (known.exactly()) {
      boolean violated = v.worst().map(v::at).orElse(0.0) > Violated.ROUNDING;
      return violated ? Standing.BELOW_RESOLUTION : Standing.TRUE_HERE;
    }
    return v.isWeaker() ? Standing.TRUE_HERE : Standing.NOT_CLASSED;
  }

  /** Why simulation is not asked. */
  private String alone(Violated v) {
    if (plan.isEmpty()) {
      return "nothing of it is simulated; left out: " + components.leftOut();
    }
    if (worstSimulated(v) < FACTOR * delta) {
      return "nothing that is simulated is violated by 1.5 delta; left out: "
          + components.leftOut();
    }
    return "simulation resolves less: 1.5 delta99 is larger";
  }

  /** The largest violation by the means of the run; NaN where none was made. */
  private double measured(Violated v) {
    double worst =
        points.stream()
            .filter(Pointwise::resolves)
            .mapToDouble(point -> v.at(point.k()))
            .max()
            .orElse(Double.NaN);
    for (int i = 0; i < components.checkpoints().size() && !seen.isEmpty(); i++) {
      double by = Violated.violation(claim.relation(), seen.get(i).mean(), v.ratio(k(i)));
      worst = Double.isNaN(worst) ? by : Math.max(worst, by);
    }
    return worst;
  }

  /** Without chance, at the first checkpoint where it must fail. */
  private Optional<Outcome> exactly(Mutants.Mutant mutant, long k) {
    Reading reading =
        new Reading(claim.x().of(), claim.x().quantity(), claim.x().fold(), Checkpoints.of(k));
    return new ExactLayer(
            reading, claim.relation(), mutant.bound(), constants, Course.Aim.REFUTED, true)
        .judge()
        .map(ExactLayer.Said::outcome);
  }
}
