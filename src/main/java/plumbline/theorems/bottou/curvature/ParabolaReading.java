package plumbline.theorems.bottou.curvature;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;

/**
 * w_k - w_* or E(w_k) along gradient descent with eta; or |w_1 - w_*|/|w_0 - w_*| for the stepsize
 * k/(20 E''), the slope by differences of E.
 */
record ParabolaReading(Parabola of, What what, BigFraction eta) implements Measured {
  static final int GRID = 20;

  /** What is read. */
  enum What {
    ERROR,
    VALUE,
    SWEPT
  }

  @Override
  public String point(long k) {
    return what == What.SWEPT ? "eta E'' = " + k + "/" + GRID : Measured.super.point(k);
  }

  @Override
  public <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Checkpoints points) {
    if (what == What.SWEPT) {
      return points.at().stream().map(k -> swept(in, k)).toList();
    }
    List<T> path = of.path(in, in.of(eta), points.last());
    T centre = in.of(of.centre());
    return points.at().stream()
        .map(k -> path.get(k.intValue()))
        .map(w -> what == What.ERROR ? w.subtract(centre) : of.value(in, w))
        .toList();
  }

  private <T extends FieldElement<T>> T swept(Arithmetic<T> in, long k) {
    T step = in.of(of.curvature().reciprocal().multiply(Rationals.of(k, GRID)));
    T start = in.of(of.centre().add(of.error()));
    T slope = new Differences<>(in).slope(h -> of.value(in, start.add(h)));
    T after = start.subtract(step.multiply(slope)).subtract(in.of(of.centre()));
    return in.abs(after).divide(in.of(of.error()));
  }
}
