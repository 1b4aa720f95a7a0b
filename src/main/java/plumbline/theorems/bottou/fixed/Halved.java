package plumbline.theorems.bottou.fixed;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.exception.MathRuntimeException;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.recursion.Recursion;
import plumbline.series.Checkpoints;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;
import plumbline.theorems.bottou.Setting;

/**
 * Two runs from one start, with alpha and with alpha/2, on the way to rest.
 *
 * @param setting the run with alpha
 * @param of which number is compared with the bound
 */
record Halved(Setting setting, Of of) implements Comparison {
  /** A number made of the gaps e_k and e'_k of the two runs. */
  enum Of {
    /** e_k/e'_k. */
    RATIO,
    /** F_* - (2 F'_k - F_k). */
    EXTRAPOLATED
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<T> whole = Gaps.along(in, setting, points);
    List<T> halved = Gaps.along(in, half(), points);
    List<Pair<T>> pairs = new ArrayList<>();
    try {
      for (int i = 0; i < points.size(); i++) {
        long k = points.at().get(i);
        T left =
            of == Of.RATIO
                ? whole.get(i).divide(halved.get(i))
                : whole.get(i).subtract(halved.get(i).multiply(2));
        pairs.add(new Pair<>("k = " + k, k, left, bound.at(in, constants, k)));
      }
    } catch (MathRuntimeException division) {
      throw new UnsupportedOperationException("nothing is left to divide by", division);
    }
    return pairs;
  }

  /** The run with alpha/2; the names keep the alpha that bounds speak of. */
  private Setting half() {
    Recursion r = setting.recursion();
    Stepsize shorter = Stepsize.fixed(setting.schedule().exact("alpha").divide(2));
    return new Setting(
        new Recursion(r.problem(), r.oracle(), r.method(), shorter, r.start()),
        setting.steps(),
        setting.schedule());
  }
}
