package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.ConjugateGradient;
import org.hipparchus.linear.IterativeLinearSolverEvent;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.IterationEvent;
import org.hipparchus.util.IterationListener;
import org.hipparchus.util.IterationManager;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Trial;

/**
 * The points of Hipparchus' conjugate gradient on H x = H 1 from 1 + w_0, which are 1 + w_k,
 * against this path in rationals.
 */
record LibraryPath(Quadratics of) implements Trial {
  @Override
  public boolean onlyInDoubles() {
    return true;
  }

  @Override
  public <T extends FieldElement<T>> List<Sides<T>> sides(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    ConjugatePath<BigFraction> path =
        ConjugatePath.of(LinearAlgebra.exact(), of, of.dimension(), ConjugatePath.Memory.LAST);
    List<RealVector> library = library();
    // rounding in conjugate gradient is multiplied by the condition number, twice to be safe
    double kappa = of.kappa().doubleValue();
    double operations = 100 * of.dimension() * kappa * kappa;
    List<Sides<T>> sides = new ArrayList<>();
    for (int k = 0; k < path.points().size(); k++) {
      RealVector there = library.get(Math.min(k, library.size() - 1));
      for (int j = 0; j < of.dimension(); j++) {
        T left = in.of(Rationals.of(there.getEntry(j)));
        T right = in.of(path.points().get(k).get(j).add(1)).multiply(bound.at(in, constants, k));
        T scale = in.abs(left).add(in.abs(right)).add(in.of(1));
        String what = "coordinate " + (j + 1) + " at k = " + k;
        sides.add(new Sides<>(what, k, left, right, scale, operations));
      }
    }
    return sides;
  }

  private List<RealVector> library() {
    int d = of.dimension();
    List<RealVector> seen = new ArrayList<>();
    IterationManager manager = new IterationManager(d + 1);
    manager.addIterationListener(new Recorder(seen));
    Array2DRowRealMatrix h = new Array2DRowRealMatrix(of.hessian().toArray());
    RealVector ones = new ArrayRealVector(d, 1);
    try {
      new ConjugateGradient(manager, 1e-13, false)
          .solve(h, h.operate(ones), ones.add(new ArrayRealVector(of.start().toArray())));
    } catch (MathIllegalStateException tooMany) {
      // d steps were seen; a residual that rounding keeps above the limit asks for more
      return seen;
    }
    return seen;
  }

  /** Keeps every point. */
  private record Recorder(List<RealVector> seen) implements IterationListener {
    @Override
    public void initializationPerformed(IterationEvent event) {
      keep(event);
    }

    @Override
    public void iterationPerformed(IterationEvent event) {
      keep(event);
    }

    @Override
    public void iterationStarted(IterationEvent event) {
      // the point is that of the iteration before
    }

    @Override
    public void terminationPerformed(IterationEvent event) {
      // the point was kept when its iteration ended
    }

    private void keep(IterationEvent event) {
      seen.add(((IterativeLinearSolverEvent) event).getSolution().copy());
    }
  }
}
