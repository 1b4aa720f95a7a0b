package plumbline.theorems.bottou.assumptions;

import java.util.Set;
import plumbline.formula.Constants;
import plumbline.problem.Problem;
import plumbline.theorem.AnyObjective;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/** A theorem about one stochastic gradient, over all its outcomes along a ray. */
interface OnNoisy extends AnyObjective<Noisy> {
  /** The setting on this objective and its oracle. */
  Noisy setting(Values values, Instances.Sampled sampled);

  @Override
  default Noisy setting(Values values) {
    return setting(values, Noisy.sampled(values));
  }

  @Override
  default Noisy setting(Values values, Problem objective) {
    Library.drawn(objective);
    return setting(values, Instances.indices(objective, 1));
  }

  @Override
  default Set<String> replaced() {
    return Instances.REPLACED;
  }

  @Override
  default Constants constants(Noisy noisy) {
    return noisy.constants();
  }
}
