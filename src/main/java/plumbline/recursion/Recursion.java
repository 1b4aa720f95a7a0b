package plumbline.recursion;

import plumbline.formula.Constants;
import plumbline.method.Method;
import plumbline.oracle.Oracle;
import plumbline.problem.Problem;
import plumbline.stepsize.Stepsize;

/**
 * What is simulated: w_1 is the start, and step k leads from w_k to w_{k+1} with alpha_k.
 *
 * @param problem the objective
 * @param oracle what returns its stochastic gradients
 * @param method the update rule
 * @param stepsize alpha_k
 * @param start w_1
 */
public record Recursion(
    Problem problem, Oracle oracle, Method method, Stepsize stepsize, Start start) {
  public Recursion {
    int d = problem.dimension();
    if (oracle.scaling().dimension() != d) {
      throw new IllegalArgumentException(
          "the oracle has dimension " + oracle.scaling().dimension() + ", the problem " + d);
    }
    if (start instanceof Start.At at && at.point().dimension() != d) {
      throw new IllegalArgumentException(
          "the start has dimension " + at.point().dimension() + ", the problem " + d);
    }
  }

  /** The constants of problem and oracle together. */
  public Constants constants() {
    return problem.constants().and(oracle.constants(problem));
  }
}
