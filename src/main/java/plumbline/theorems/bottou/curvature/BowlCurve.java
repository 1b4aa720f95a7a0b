package plumbline.theorems.bottou.curvature;

import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Trial;

/**
 * Along k: the length of Newton's step in w_2 at w_2 = k/2; F after a step of k/15 of the best; F
 * after the unit step; w_2 after it.
 *
 * @param of the start
 * @param what which of them
 * @param power that of 1/cosh in the curvature
 */
record BowlCurve(Bowl of, What what, long power) implements Measured {
  /** Which curve. */
  enum What {
    NEWTON,
    LINE,
    UNIT_VALUE
  }

  @Override
  public String point(long k) {
    return switch (what) {
      case NEWTON -> "w_2 = " + k + "/2";
      case LINE -> "gamma = " + k + "/15 of the best";
      case UNIT_VALUE -> Measured.super.point(k);
    };
  }

  @Override
  public <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Checkpoints points) {
    BigFraction best = of.bestStep();
    return points.at().stream()
        .map(
            k ->
                switch (what) {
                  case NEWTON -> Bowl.newton(in, in.of(Rationals.of(k, 2)), power).negate();
                  case LINE -> of.after(in, in.of(best.multiply(Rationals.of(k, 15))));
                  case UNIT_VALUE -> of.after(in, in.of(1));
                })
        .toList();
  }

  @Override
  public Map<String, Trial> mutants() {
    return what == What.NEWTON
        ? Map.of("1/cosh in the place of its square", new BowlCurve(of, what, 1))
        : Map.of();
  }
}
