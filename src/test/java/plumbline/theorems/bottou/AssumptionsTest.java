package plumbline.theorems.bottou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Constant;
import plumbline.formula.Constants;
import plumbline.problem.Quadratic;
import plumbline.recursion.Recursion;
import plumbline.series.Rationals;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Status;

/** Theorem 4.6 on S1 with h = 1/2, s^2 = 1, c = 1, alpha = 1, and one thing wrong at a time. */
class AssumptionsTest {
  private static final Thm46FixedStep THEOREM = new Thm46FixedStep();

  private static Setting with(String name, Constant constant, Steps steps, Constants schedule) {
    Recursion r = Sheet.setting(THEOREM, "S1, alpha at its limit").recursion();
    Quadratic q = (Quadratic) r.problem();
    Quadratic other = new Quadratic(q.hessian(), q.centre(), q.constants().with(name, constant));
    Stepsize stepsize = Stepsize.fixed(schedule.exact(steps == Steps.FIXED ? "alpha" : "beta"));
    return new Setting(
        new Recursion(other, r.oracle(), r.method(), stepsize, r.start()), steps, schedule);
  }

  private static List<String> open(String name, String value, double error) {
    Constants one = Constants.none().with("alpha", BigFraction.ONE, "declared");
    Constant constant = new Constant(Rationals.parse(value), error, "declared");
    return Sheet.notCertified(THEOREM, with(name, constant, Steps.FIXED, one));
  }

  @Test
  void aDeclaredConstantThatIsFalseIsNotCertified() {
    assertEquals(List.of(), open("L", "1", 0));
    // a smaller L would also allow longer steps: only its own certificate fails
    assertEquals(
        List.of("grad F is Lipschitz with constant L (Assumption 4.1)"), open("L", "0.999", 0));
    assertEquals(List.of("F is strongly convex, c > 0 (Assumption 4.5)"), open("c", "1.001", 0));
    // F(w_1) - F_inf is still positive, F_inf is no lower bound all the same
    assertEquals(List.of("F >= F_inf (Assumption 4.3a)"), open("F_inf", "0.001", 0));
  }

  @Test
  void theErrorOfAConstantCountsAgainstTheStepsize() {
    Status status =
        Assumptions.firstStep("")
            .test()
            .apply(
                with(
                    "L",
                    new Constant(BigFraction.ONE, 1e-9, "rounded"),
                    Steps.FIXED,
                    Constants.none().with("alpha", BigFraction.ONE, "declared")));
    assertInstanceOf(Status.NotRefuted.class, status);
    assertEquals(List.of("0 < alpha <= mu/(L M_G) (4.13)"), open("L", "1", 1e-9));
  }

  @Test
  void aStepsizeThatMayGrowIsNotCertified() {
    Constants growing =
        Constants.none()
            .with("beta", Rationals.of(1, 2), "declared")
            .with("gamma", BigFraction.ZERO, "declared")
            .with("p", BigFraction.MINUS_ONE, "declared");
    Setting s = with("L", Constant.exactly(BigFraction.ONE, "true"), Steps.POWER, growing);
    assertInstanceOf(Status.Refuted.class, Assumptions.firstStep("").test().apply(s));
    assertInstanceOf(Status.NotRefuted.class, Schedules.divergentSum().test().apply(s));
  }

  @Test
  void fixedStepsHaveInfiniteSquaresAndHarmonicOnesHaveNot() {
    Constants fixed = Constants.none().with("alpha", BigFraction.ONE, "declared");
    Constant l = Constant.exactly(BigFraction.ONE, "true");
    Setting s = with("L", l, Steps.FIXED, fixed);
    assertInstanceOf(Status.Certified.class, Schedules.divergentSum().test().apply(s));
    assertInstanceOf(Status.Refuted.class, Schedules.summableSquares().test().apply(s));
    Constants harmonic =
        Constants.none()
            .with("beta", BigFraction.ONE, "declared")
            .with("gamma", BigFraction.ONE, "declared");
    Setting t = with("L", l, Steps.HARMONIC, harmonic);
    assertInstanceOf(Status.Certified.class, Schedules.divergentSum().test().apply(t));
    assertInstanceOf(Status.Certified.class, Schedules.summableSquares().test().apply(t));
  }
}
