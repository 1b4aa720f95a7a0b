package plumbline.theorems.bottou.curvature;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;

/** E(w_k) along the conjugate path, computed in rationals. */
record ConjugateEnergy(Quadratics of) implements Measured {
  @Override
  public <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Checkpoints points) {
    LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
    ConjugatePath<BigFraction> path =
        ConjugatePath.of(exact, of, (int) points.last(), ConjugatePath.Memory.LAST);
    int last = path.points().size() - 1;
    return points.at().stream()
        .map(k -> path.points().get((int) Math.min(k, last)))
        .map(w -> in.of(of.energy(exact, w)))
        .toList();
  }
}
