package plumbline.theorems.bottou.assumptions;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.exact.ClosedMoments;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Quadratic;
import plumbline.quantity.Quantity;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * E F(w_k) of stochastic gradient on F = -w^2/2 from w_1 = 0 with additive noise of variance M,
 * from the recursion of the moments.
 */
record Runaway() implements Comparison {
  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    Recursion run =
        new Recursion(
            Quadratic.diagonal(Vector.parse("-1")),
            Oracle.additive(Vector.constant(1, constants.exact("M")), Law.RADEMACHER),
            Method.stochasticGradient(),
            Stepsize.fixed(constants.exact("alpha")),
            new Start.At(Vector.parse("0")));
    List<T> squares =
        ClosedMoments.expectation(in, Reading.at(run, Quantity.DISTANCE_SQUARED, points))
            .orElseThrow();
    List<Pair<T>> compared = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      long k = points.at().get(i);
      T mean = squares.get(i).divide(in.of(-2));
      compared.add(new Pair<>("k = " + k, k, mean, bound.at(in, constants, k)));
    }
    return compared;
  }
}
