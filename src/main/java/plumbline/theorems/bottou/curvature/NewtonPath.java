package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.theorem.Trial;
import plumbline.theorems.Instances;

/**
 * Along w_{k+1} = w_k - eta D^{-1} H w_k: |w_k|^2 for D = H, the component along (3, 4)/5 for D =
 * |H|; and with no D an error.
 */
record NewtonPath(Valley of, Divisor divisor, Divisor used) implements Measured {
  /** What the slope is divided by. */
  enum Divisor {
    HESSIAN,
    ABSOLUTE,
    NONE
  }

  NewtonPath(Valley of, Divisor divisor) {
    this(of, divisor, divisor);
  }

  @Override
  public <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    List<List<T>> h = field.lift(of.hessian());
    List<List<T>> d =
        switch (used) {
          case HESSIAN -> h;
          case ABSOLUTE -> field.lift(Instances.rotated(of.c().abs(), of.l().abs()).hessian());
          case NONE -> field.identity(2);
        };
    List<T> w = field.lift(of.start());
    List<T> values = new ArrayList<>();
    for (long k = 0; k <= points.last(); k++) {
      if (points.at().contains(k)) {
        values.add(
            divisor == Divisor.HESSIAN
                ? field.squaredNorm(w)
                : field.dot(w, field.lift(Valley.LOW)));
      }
      w = field.minus(w, in.of(of.eta()), field.solve(d, field.times(h, w)));
    }
    return values;
  }

  @Override
  public Map<String, Trial> mutants() {
    Divisor other = divisor == Divisor.HESSIAN ? Divisor.ABSOLUTE : Divisor.HESSIAN;
    return Map.of(
        "H and |H| confused", new NewtonPath(of, divisor, other),
        "nothing divided by", new NewtonPath(of, divisor, Divisor.NONE));
  }
}
