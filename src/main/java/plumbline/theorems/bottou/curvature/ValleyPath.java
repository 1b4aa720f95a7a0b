package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.theorem.Trial;

/** E(w_k), |w_k|^2 or the component of w_k across the floor, along gradient descent with eta. */
record ValleyPath(Valley of, What what, BigFraction eta) implements Measured {
  /** What is read. */
  enum What {
    ENERGY,
    DISTANCE,
    ACROSS
  }

  @Override
  public <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    List<T> w = field.lift(of.start());
    List<T> values = new ArrayList<>();
    for (long k = 0; k <= points.last(); k++) {
      if (points.at().contains(k)) {
        values.add(
            switch (what) {
              case ENERGY -> of.energy(field, w);
              case DISTANCE -> field.squaredNorm(w);
              case ACROSS -> field.dot(w, field.lift(Valley.HIGH));
            });
      }
      w = of.moved(field, w, in.of(eta));
    }
    return values;
  }

  @Override
  public Map<String, Trial> mutants() {
    return what == What.DISTANCE
        ? Map.of("eta = 1/L is the best", new ValleyPath(of, what, of.l().reciprocal()))
        : Map.of();
  }
}
