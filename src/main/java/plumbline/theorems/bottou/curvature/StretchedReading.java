package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;

/** E(w_k) or |w_k|^2 along w_{k+1} = w_k - eta H^{-1} dE/dw. */
record StretchedReading(Stretched of, What what) implements Measured {
  /** What is read. */
  enum What {
    ENERGY,
    DISTANCE
  }

  @Override
  public <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    List<T> w = field.lift(Stretched.START);
    List<T> values = new ArrayList<>();
    for (long k = 0; k <= points.last(); k++) {
      if (points.at().contains(k)) {
        values.add(what == What.ENERGY ? of.energy(field, w) : field.squaredNorm(w));
      }
      w = of.moved(field, w, in.of(of.eta()));
    }
    return values;
  }
}
