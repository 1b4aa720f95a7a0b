package plumbline.theorems.bottou;

import java.util.Set;
import plumbline.formula.Constants;
import plumbline.problem.Problem;
import plumbline.theorem.AnyObjective;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/**
 * A theorem about stochastic gradient with stepsizes of some family, on an objective of the
 * instance library or on any other that indices are drawn from.
 */
public interface Stepped extends AnyObjective<Setting> {
  /** The setting on this objective and its oracle. */
  Setting setting(Values values, Instances.Sampled sampled);

  @Override
  default Setting setting(Values values) {
    return setting(values, Instances.sampled(values));
  }

  @Override
  default Setting setting(Values values, Problem objective) {
    return setting(values, Instances.indices(objective, values.integer("batch")));
  }

  @Override
  default Set<String> replaced() {
    return Instances.REPLACED;
  }

  @Override
  default Values suggested(Values chosen, Problem objective) {
    Setting setting = setting(chosen, objective);
    return setting.steps().suggested(setting.recursion().constants());
  }

  @Override
  default Constants constants(Setting setting) {
    return setting.constants();
  }
}
