package plumbline.notebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import plumbline.check.Catalogue;
import plumbline.check.CheckResult;
import plumbline.check.Mutation;
import plumbline.check.MutationResult;
import plumbline.check.Options;
import plumbline.check.Progress;
import plumbline.check.Request;
import plumbline.check.Suite;
import plumbline.simulation.CpuEngine;
import plumbline.theorem.Declaration;
import plumbline.theorem.Preset;
import plumbline.theorem.Values;

/**
 * Checks on the processor. What was asked before is remembered: equal questions have equal answers,
 * and a cell that is run again need not wait again.
 */
final class Runs {
  /** What a result depends on; the catalogue is one object a session. */
  private record Asked(
      Catalogue catalogue, String id, List<String> names, List<Values> points, Options options) {}

  private static final int MOST_KEPT = 200;

  private static final Map<Asked, CheckResult> FORMER =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Asked, CheckResult> eldest) {
              return size() > MOST_KEPT;
            }
          });

  private Runs() {}

  static CheckResult check(
      Catalogue catalogue, Declaration declaration, List<Preset> instances, Options options) {
    Asked asked =
        new Asked(
            catalogue,
            declaration.id(),
            instances.stream().map(Preset::name).toList(),
            instances.stream().map(preset -> declaration.values(preset.values())).toList(),
            options);
    return FORMER.computeIfAbsent(
        asked, unknown -> run(catalogue, declaration, instances, options));
  }

  private static CheckResult run(
      Catalogue catalogue, Declaration declaration, List<Preset> instances, Options options) {
    try (CpuEngine engine = new CpuEngine()) {
      return new Suite(catalogue, options)
          .check(new Request(declaration.id(), instances), engine, Progress.silent());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** With a resolution of 5 % and a patience of 5 s where the options have none. */
  static MutationResult mutants(
      Catalogue catalogue, Declaration declaration, List<Preset> instances, Options options) {
    Options limits =
        new Options(
            options.seed(),
            OptionalDouble.of(options.delta().orElse(0.05)),
            OptionalDouble.of(options.seconds().orElse(5)));
    try (CpuEngine engine = new CpuEngine()) {
      return new Mutation(catalogue, limits)
          .run(declaration.id(), instances, engine, Progress.silent());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("the check was interrupted: run the cell again", e);
  }
}
