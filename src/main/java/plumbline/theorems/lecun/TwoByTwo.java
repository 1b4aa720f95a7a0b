package plumbline.theorems.lecun;

import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/** The larger eigenvalue of M'M in closed form against the squared bound; M is 2 x 2. */
record TwoByTwo(Matrix m) implements Trial {
  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    List<T> first = List.of(in.of(m.exact(0, 0)), in.of(m.exact(1, 0)));
    List<T> second = List.of(in.of(m.exact(0, 1)), in.of(m.exact(1, 1)));
    T a = field.squaredNorm(first);
    T b = field.dot(first, second);
    T c = field.squaredNorm(second);
    // (a - c)^2 + 4 b^2, not (a + c)^2 - 4 (ac - b^2): equal singular values would lose 8 digits
    T apart = a.subtract(c);
    T root = in.sqrt(apart.multiply(apart).add(b.multiply(b).multiply(in.of(4))));
    T left = a.add(c).add(root).divide(in.of(2));
    T norm = bound.at(in, constants, 0);
    T right = norm.multiply(norm);
    return List.of(new Sides<>("|I - gamma A|^2", 0, left, right, left.add(right), 30));
  }
}
