package plumbline.theorems.lecun;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * The largest singular value, in doubles. By Weyl it moves by no more than the matrix does: its
 * condition number, relative to itself, is 1, and n^3 roundings enter.
 */
record SingularValue(Matrix m) implements Trial {
  @Override
  public boolean onlyInDoubles() {
    return true;
  }

  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    double largest = SingularOps_DDRM.singularValues(new DMatrixRMaj(m.toArray()))[0];
    T left = in.of(Rationals.of(largest));
    T right = bound.at(in, constants, 0);
    double conditionNumber = 1;
    double n = m.height();
    return List.of(
        new Sides<>("|I - gamma A|", 0, left, right, left.add(right), n * n * n * conditionNumber));
  }
}
