package plumbline.theorems.bottou.assumptions;

import java.util.Set;
import plumbline.formula.Constants;
import plumbline.problem.Problem;
import plumbline.theorem.AnyObjective;
import plumbline.theorem.Values;

/** A theorem about an objective alone, at pairs of points. */
interface OnLandscape extends AnyObjective<Landscape> {
  /** The constant whose size the theorem is about: L or c. */
  String inQuestion();

  @Override
  default Landscape setting(Values values) {
    return Landscape.of(values, inQuestion());
  }

  @Override
  default Landscape setting(Values values, Problem objective) {
    return Landscape.of(Library.drawn(objective), values, inQuestion());
  }

  @Override
  default Set<String> replaced() {
    return Set.of("problem", "c", "L");
  }

  @Override
  default Constants constants(Landscape landscape) {
    return landscape.constants();
  }
}
