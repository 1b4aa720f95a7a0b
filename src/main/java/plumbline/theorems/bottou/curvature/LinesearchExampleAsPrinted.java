package plumbline.theorems.bottou.curvature;

import static plumbline.theorem.Role.SHARP;
import static plumbline.theorems.Instances.preset;

import java.util.List;
import plumbline.formula.Constants;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/** The new gradient as printed, [-2.9, 0], which is the direction to the optimum (003, l.797). */
public final class LinesearchExampleAsPrinted implements Theorem<Bowl> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/linesearch-example-as-printed",
        Bowl.parameters(),
        List.of(preset(SHARP, "(3, 3) with 0.03, the slide's", "")));
  }

  @Override
  public Bowl setting(Values values) {
    return Bowl.of(values);
  }

  @Override
  public Constants constants(Bowl bowl) {
    return bowl.constants();
  }

  @Override
  public List<Hypothesis<Bowl>> hypotheses() {
    return new LinesearchExample().hypotheses();
  }

  @Override
  public List<Claim> claims(Bowl bowl) {
    return List.of(
        LinesearchExample.newGradient("the new gradient as printed, [-2.9, 0]", bowl, "-2.9"),
        LinesearchExample.newGradient("the new gradient is [2.9, 0]", bowl, "2.9"));
  }
}
