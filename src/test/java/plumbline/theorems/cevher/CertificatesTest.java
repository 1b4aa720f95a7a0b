package plumbline.theorems.cevher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Constant;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.problem.Network;
import plumbline.problem.Problem;
import plumbline.problem.Quadratic;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;

/** Settings that violate one hypothesis are not certified, and the others still are. */
class CertificatesTest {
  private static <S> List<String> open(Theorem<S> theorem, S setting) {
    return theorem.hypotheses().stream()
        .filter(h -> !(h.test().apply(setting) instanceof Status.Certified))
        .map(Hypothesis::text)
        .toList();
  }

  private static Recursion with(Recursion of, Problem problem, Oracle oracle, Stepsize stepsize) {
    return new Recursion(problem, oracle, of.method(), stepsize, of.start());
  }

  private static SgdRun run(SgdRun of, Problem problem, Oracle oracle, Stepsize stepsize) {
    return new SgdRun(
        with(of.recursion(), problem, oracle, stepsize),
        of.steps(),
        of.root(),
        of.gap(),
        Optional.empty());
  }

  @Test
  void stochasticGradientIsHeldToItsProblemOracleAndStepsize() {
    SgdNonconvexRate theorem = new SgdNonconvexRate();
    SgdRun good = Given.on(theorem, "N = 64").setting();
    Recursion r = good.recursion();
    assertEquals(List.of(), open(theorem, good));
    // 1/(L sqrt(64)) = 1/8
    assertEquals(
        List.of("gamma = 1/(L sqrt(N))"),
        open(
            theorem,
            run(good, r.problem(), r.oracle(), Stepsize.fixed(Rationals.parse("0.1250001")))));
    assertEquals(
        List.of("E |ghat - g|^2 <= sigma^2 (7)"),
        open(
            theorem,
            run(
                good,
                r.problem(),
                r.oracle().withMultiplicative(Rationals.of(1, 10), Law.RADEMACHER),
                r.stepsize())));
    assertEquals(
        List.of("E ghat = g (6)"),
        open(
            theorem,
            run(good, r.problem(), r.oracle().withScaling(Vector.parse("1/2")), r.stepsize())));
    Quadratic honest = (Quadratic) r.problem();
    Quadratic false1 =
        new Quadratic(
            honest.hessian().scaled(new BigFraction(2)), honest.centre(), honest.constants());
    assertEquals(
        List.of("the gradient is L-Lipschitz (5)"),
        open(theorem, run(good, false1, r.oracle(), r.stepsize())));
    Quadratic high =
        new Quadratic(
            honest.hessian(),
            honest.centre(),
            honest.constants().with("F_inf", Rationals.parse("1e-9"), "too high"));
    assertEquals(
        List.of("the loss is bounded below (assumption 1)"),
        open(theorem, run(good, high, r.oracle(), r.stepsize())));
  }

  private static final List<String> HIDDEN =
      List.of("eta <= eta_max/max(1, ln(1/zeta))", "T and the radius are of the stated order");

  private static List<String> escape(Problem problem, Oracle oracle) {
    PsgdTheorem theorem = new PsgdTheorem();
    Escape good = Given.on(theorem, "eta = 1/10").setting();
    Recursion recursion = with(good.recursion(), problem, oracle, good.recursion().stepsize());
    List<String> open =
        open(theorem, new Escape(recursion, good.eta(), good.zeta(), good.noise(), good.steps()));
    return open.stream().filter(h -> !HIDDEN.contains(h)).toList();
  }

  @Test
  void theSaddleIsThatOfTheCosineAndTheNoiseOfLengthOne() {
    Oracle circle = Oracle.sphere(2, BigFraction.ONE);
    assertEquals(List.of(), escape(new Cosine(1, 1), circle));
    assertEquals(
        List.of(
            "f is (1/2, 1/2, 1/2, pi/6)-strict saddle",
            "f is 1-smooth, its Hessian 1-Lipschitz",
            "|f| <= 3/2 along the run"),
        escape(new Cosine(2, 0), circle));
    assertEquals(
        List.of("|f| <= 3/2 along the run", "the noise has length 1"),
        escape(new Cosine(1, 1), Oracle.additive(Vector.parse("1/2 1/2"), Law.GAUSSIAN)));
    assertEquals(
        List.of("the noise has variance in every direction"),
        escape(new Cosine(1, 1), Oracle.additive(Vector.parse("0 1"), Law.RADEMACHER)));
  }

  @Test
  void theNetworkIsHeldToItsStartItsWeightsAndItsKernel() {
    OverparamRate theorem = new OverparamRate();
    Training good = Given.on(theorem, "m = 64, eta = 1/48").setting();
    String width = "m is of the order of n^6/(lambda_0^4 delta^3)";
    assertEquals(List.of(width), open(theorem, good));
    Recursion r = good.recursion();
    Recursion wide =
        new Recursion(
            r.problem(),
            r.oracle(),
            r.method(),
            r.stepsize(),
            new Start.Normal(Rationals.of(2, 1)));
    assertEquals(
        List.of("W_0 is standard normal", width),
        open(theorem, training(good, wide, good.network(), good.eigenvalue())));
    // lambda_0 = 1/3; a little more is seen
    Constant more = Constant.exactly(Rationals.parse("0.3333334"), "declared");
    assertEquals(
        List.of("lambda_0 > 0", width), open(theorem, training(good, r, good.network(), more)));
    Network all =
        new Network(good.network().inputs(), good.network().targets(), 64, Network.Trained.ALL);
    Recursion whole =
        new Recursion(all, Oracle.exact(all.dimension()), r.method(), r.stepsize(), r.start());
    assertEquals(
        List.of("a_r = +-1 stays, W alone is trained", width),
        open(theorem, training(good, whole, all, good.eigenvalue())));
  }

  @Test
  void oppositeInputsAreParallelToo() {
    Network opposite =
        new Network(
            plumbline.series.Matrix.parse("1 0; -1 0"),
            Vector.parse("1 -1"),
            64,
            Network.Trained.FIRST_LAYER);
    OverparamRate theorem = new OverparamRate();
    Training good = Given.on(theorem, "m = 64, eta = 1/48").setting();
    List<String> open =
        open(theorem, training(good, good.recursion(), opposite, good.eigenvalue()));
    assertEquals(true, open.contains("no two inputs are parallel"), open::toString);
  }

  private static Training training(
      Training of, Recursion recursion, Network network, Constant eigenvalue) {
    return new Training(recursion, network, of.eta(), of.delta(), of.steps(), eigenvalue);
  }
}
