package plumbline.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import plumbline.check.Catalogue;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Options;
import plumbline.check.Progress;
import plumbline.method.Method;
import plumbline.simulation.ScalarEngine;
import plumbline.simulation.ScalarStep;
import plumbline.simulation.StepException;
import plumbline.theorem.Role;
import plumbline.verdict.Joins;
import plumbline.verdict.Outcome;

/**
 * Holds a step that somebody wrote against a theorem that it should obey, or against the method
 * that it says it is.
 *
 * <pre>{@code
 * assertTrue(Grade.of(MySgd::new).against("bottou/thm46-fixed-step").passes());
 * Grade.of(MyBall::new).as("heavy-ball", Map.of("beta", "4/5")).require();
 * }</pre>
 */
public final class Grade {
  /** The resolution where no other is asked for. */
  public static final double DELTA = 0.05;

  private final Supplier<? extends ScalarStep> steps;
  private final Catalogue catalogue;
  private final Settings settings;

  /**
   * How a step is graded.
   *
   * @param seed of the draws
   * @param delta resolution of every claim, in (0, 1/2]
   * @param limits of time, for a step and for all of them
   * @param threads at least 1
   * @param progress hears how far it is
   */
  public record Settings(
      long seed, double delta, ScalarEngine.Limits limits, int threads, Progress progress) {
    /** Seed 0, five per cent, all processors. */
    public static Settings standard() {
      return new Settings(
          0,
          DELTA,
          ScalarEngine.Limits.standard(),
          Runtime.getRuntime().availableProcessors(),
          Progress.silent());
    }

    Options options() {
      return new Options(seed, OptionalDouble.of(delta), OptionalDouble.empty()).simulated();
    }
  }

  private Grade(Supplier<? extends ScalarStep> steps, Catalogue catalogue, Settings settings) {
    this.steps = steps;
    this.catalogue = catalogue;
    this.settings = settings;
  }

  /**
   * @param steps makes a new object for each replica, with whatever the step remembers in it
   */
  public static Grade of(Supplier<? extends ScalarStep> steps) {
    return new Grade(steps, Catalogue.load(), Settings.standard());
  }

  /** The same with other settings. */
  public Grade with(Settings others) {
    return new Grade(steps, catalogue, others);
  }

  /**
   * Against a theorem, on every declared instance to which it applies and of whose iterates it
   * claims something.
   *
   * @param id folder/slug: "bottou/thm46-fixed-step"
   * @throws IllegalArgumentException if there is no such theorem, or it says nothing of a step
   */
  public Graded against(String id) {
    return run(Question.against(catalogue, id));
  }

  /**
   * Against a theorem on one instance.
   *
   * @param instance its name, or a beginning of it that no other shares
   */
  public Graded against(String id, String instance) {
    return against(id, instance, Map.of());
  }

  /**
   * Against a theorem on one instance with some parameters changed.
   *
   * @param set values by parameter: "alpha", "1/10"
   */
  public Graded against(String id, String instance, Map<String, String> set) {
    return run(Question.against(catalogue, id, instance, set));
  }

  /**
   * Against a method: the same iterates from the same draws, up to rounding.
   *
   * @param method "sgd", "heavy-ball", "momentum", "nesterov", "nesterov-ahead"
   */
  public Graded as(String method) {
    return as(method, Map.of());
  }

  /**
   * Against a method with a parameter set.
   *
   * @param set beta, in [0, 1); 9/10 where it is not set
   */
  public Graded as(String method, Map<String, String> set) {
    Named named = Named.of(method);
    Method operations = named.with(set);
    try (ScalarEngine engine = engine()) {
      List<InstanceResult> instances = new ArrayList<>();
      for (Named.Setting setting : Named.settings(operations)) {
        settings.progress().instance(setting.name());
        List<ClaimResult> claims = claims(draws(setting), engine, instances.isEmpty());
        instances.add(instance(setting.name(), set, claims));
        if (claims.get(0).verdict() == Outcome.ERROR) {
          break;
        }
      }
      String instead = "";
      if (instances.stream().allMatch(i -> i.claims().get(0).verdict() != Outcome.ERROR)
          && instances.stream().anyMatch(i -> i.verdict() == Outcome.REFUTED)) {
        try {
          instead = instead(Named.others(named, set), engine);
        } catch (StepException e) {
          // a hint, for which the time did not suffice: the grade stands without it
        }
      }
      return graded("method/" + method, named.title(set), named.source(), instances, instead);
    } catch (InterruptedException e) {
      throw cancelled();
    }
  }

  private DrawByDraw draws(Named.Setting setting) {
    return new DrawByDraw(
        setting.recursion(), "method\n" + setting.name(), settings.seed(), Graded.ITERATES);
  }

  private List<ClaimResult> claims(DrawByDraw draws, ScalarEngine engine, boolean first)
      throws InterruptedException {
    List<ClaimResult> claims = new ArrayList<>();
    try {
      if (first) {
        repeats(engine, draws);
      }
      claims.add(draws.judge(engine, ClaimResult.Standing.CLAIMED));
    } catch (StepException e) {
      claims.add(finding(e));
      differs(draws, e, ClaimResult.Standing.CLAIMED).ifPresent(claims::add);
    }
    return claims;
  }

  /** Whether a step that is not one method is another; where it fails, it is not known to be. */
  private String instead(Map<String, Method> others, ScalarEngine engine)
      throws InterruptedException {
    for (Map.Entry<String, Method> other : others.entrySet()) {
      boolean same = true;
      for (Named.Setting setting : Named.settings(other.getValue())) {
        same =
            same
                && draws(setting).judge(engine, ClaimResult.Standing.SHOWN).verdict()
                    == Outcome.HOLDS;
      }
      if (same) {
        return "its iterates are those of --method " + other.getKey();
      }
    }
    return "";
  }

  private Graded run(Question question) {
    try (ScalarEngine engine = engine()) {
      List<InstanceResult> instances = new ArrayList<>();
      for (Question.Asked asked : question.asked()) {
        DrawByDraw draws =
            new DrawByDraw(asked.recursion(), asked.stream(), settings.seed(), asked.iterates());
        try {
          if (instances.isEmpty()) {
            repeats(engine, draws);
          }
          InstanceResult tried =
              question.check(asked, settings.options(), engine, settings.progress());
          instances.add(with(tried, List.of(draws.judge(engine, ClaimResult.Standing.SHOWN))));
        } catch (StepException e) {
          List<ClaimResult> claims = new ArrayList<>(List.of(finding(e)));
          differs(draws, e, ClaimResult.Standing.SHOWN).ifPresent(claims::add);
          instances.add(instance(asked.preset().name(), asked.preset().values().text(), claims));
          break;
        }
      }
      return graded(question.id(), question.title(), question.source(), instances, "");
    } catch (InterruptedException e) {
      throw cancelled();
    }
  }

  private ScalarEngine engine() {
    return new ScalarEngine(steps, settings.threads(), settings.limits());
  }

  /**
   * One replica twice, with another between: a step that remembers beyond its object, or draws for
   * itself, shows here.
   */
  private void repeats(ScalarEngine engine, DrawByDraw draws) throws InterruptedException {
    List<double[][]> paths = draws.paths(engine, 0, 1, 0);
    double[][] once = paths.get(0);
    double[][] again = paths.get(2);
    for (int i = 0; i < once.length; i++) {
      if (!Arrays.equals(once[i], again[i])) {
        throw StepException.unrepeated(i);
      }
    }
  }

  private static ClaimResult finding(StepException e) {
    return new ClaimResult(
        "every step makes an iterate",
        "exactly",
        "equal",
        ClaimResult.Standing.CLAIMED,
        e.isImpatient() ? Outcome.INCONCLUSIVE : Outcome.ERROR,
        e.getMessage(),
        List.of(),
        List.of());
  }

  /**
   * Where a step that failed had differed before, as a hint; on threads of its own, since those of
   * a step that does not end are lost.
   */
  private Optional<ClaimResult> differs(
      DrawByDraw draws, StepException e, ClaimResult.Standing standing)
      throws InterruptedException {
    if (e.step() < 2 || e.step() > Graded.ITERATES) {
      return Optional.empty();
    }
    try (ScalarEngine fresh = engine()) {
      return Optional.of(draws.until((int) e.step()).judge(fresh, standing));
    } catch (StepException again) {
      return Optional.empty();
    }
  }

  private static InstanceResult instance(
      String name, Map<String, String> parameters, List<ClaimResult> claims) {
    Outcome worst =
        Joins.worst(
            claims.stream()
                .filter(c -> c.standing() == ClaimResult.Standing.CLAIMED)
                .map(ClaimResult::verdict)
                .toList());
    return new InstanceResult(
        name, Role.YOURS, new LinkedHashMap<>(parameters), Map.of(), List.of(), worst, claims);
  }

  private static InstanceResult with(InstanceResult of, List<ClaimResult> more) {
    List<ClaimResult> claims = new ArrayList<>(of.claims());
    claims.addAll(more);
    return new InstanceResult(
        of.name(),
        of.role(),
        of.parameters(),
        of.constants(),
        of.hypotheses(),
        of.verdict(),
        claims);
  }

  private static Graded graded(
      String id, String title, String source, List<InstanceResult> instances, String note) {
    Outcome verdict = Joins.card(instances.stream().map(InstanceResult::verdict).toList());
    boolean passes =
        new Graded(new CheckResult(id, title, source, "holds", verdict, false, note, instances))
            .passes();
    return new Graded(
        new CheckResult(id, title, source, "holds", verdict, passes, note, instances));
  }

  private static CancellationException cancelled() {
    Thread.currentThread().interrupt();
    return new CancellationException("the grading was interrupted");
  }
}
