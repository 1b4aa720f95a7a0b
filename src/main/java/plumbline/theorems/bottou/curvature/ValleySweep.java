package plumbline.theorems.bottou.curvature;

import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.series.Vector;

/** The largest |w_1|^2/|w_0|^2 over starts along and across the floor, for eta = k/(20 (c + L)). */
record ValleySweep(Valley of) implements Measured {
  @Override
  public String point(long k) {
    return "eta (c + L) = " + k + "/20";
  }

  @Override
  public <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    return points.at().stream()
        .map(
            k -> {
              T eta = in.of(Rationals.of(k, 20).divide(of.c().add(of.l())));
              return in.max(after(field, Valley.LOW, eta), after(field, Valley.HIGH, eta));
            })
        .toList();
  }

  private <T extends FieldElement<T>> T after(LinearAlgebra<T> field, Vector start, T eta) {
    return field.squaredNorm(of.moved(field, field.lift(start), eta));
  }
}
