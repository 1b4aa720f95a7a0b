package plumbline.theorems.cevher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Constant;
import plumbline.problem.Network;
import plumbline.recursion.Fold;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.theorem.Claim;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

class OverparamRateTest {
  private final OverparamRate theorem = new OverparamRate();
  private final OverparamRateAsPrinted printed = new OverparamRateAsPrinted();

  @Test
  void theInputsHaveLengthOneAndInnerProductsOneHalfExactly() {
    Matrix inputs = Given.on(theorem, "m = 256, eta = 1/4").setting().network().inputs();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        BigFraction dot = BigFraction.ZERO;
        for (int l = 0; l < inputs.width(); l++) {
          dot = dot.add(inputs.exact(i, l).multiply(inputs.exact(j, l)));
        }
        assertEquals(Given.fraction(i == j ? "1" : "1/2"), dot);
      }
    }
  }

  @Test
  void theSmallestKernelEigenvaluesAreThoseOfTheClosedForms() {
    DoubleUnaryOperator both = s -> (Math.PI - Math.acos(s)) / (2 * Math.PI);
    DoubleUnaryOperator products =
        s -> (Math.sqrt(1 - s * s) + (Math.PI - Math.acos(s)) * s) / (2 * Math.PI);
    assertEquals(1.0 / 3, smallest(s -> s * both.applyAsDouble(s)), 1e-14);
    double all =
        smallest(
            s ->
                s * both.applyAsDouble(s) / 3
                    + both.applyAsDouble(s) / 3
                    + products.applyAsDouble(s));
    Given<Training> first = Given.on(theorem, "m = 256, eta = 1/4");
    Given<Training> whole = Given.on(printed, "m = 256");
    assertEquals(Given.fraction("1/3"), first.constants().exact("lambda_0"));
    assertEquals(all, whole.constants().get("lambda_0"), 1e-14);
    assertEquals(0.36217, all, 5e-6);
  }

  private static double smallest(DoubleUnaryOperator kernel) {
    double[][] h = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        h[i][j] = kernel.applyAsDouble(i == j ? 1 : 0.5);
      }
    }
    var eigen = DecompositionFactory_DDRM.eig(4, false, true);
    assertTrue(eigen.decompose(new DMatrixRMaj(h)));
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 4; i++) {
      least = Math.min(least, eigen.getEigenvalue(i).getReal());
    }
    return least;
  }

  @Test
  void theThresholdIsThePowerOfTheRateAndStaysAboveRounding() {
    Given<Training> given = Given.on(theorem, "m = 256, eta = 1/4");
    Claim.Chance claim = given.claim(Claim.Chance.class, "linear rate");
    assertEquals(BigFraction.ONE, given.exactly(claim.threshold(), 1));
    assertEquals(Given.fraction("23/24"), given.exactly(claim.threshold(), 2));
    assertEquals(8.1e-12, given.at(claim.threshold(), 601), 1e-13);
    assertEquals(Fold.MAX_TO, claim.x().fold());
    assertEquals(List.of(601L), claim.x().checkpoints().at());
    Given<Training> slow = Given.on(theorem, "m = 64, eta = 1/48");
    Claim.Chance other = slow.claim(Claim.Chance.class, "linear rate");
    assertEquals(Given.fraction("287/288"), slow.exactly(other.threshold(), 2));
    assertEquals(List.of("m is of the order of n^6/(lambda_0^4 delta^3)"), slow.open());
  }

  /**
   * tr H = 4 . 1/2 = 2, so that eta may be 1/(2 + 1/12) = 12/25; tr K = 4 (1/6 + 1/6 + 1/2) = 10/3
   * with all parameters, and eta may be 1/(10/3 + 0.36217/4) = 0.29207.
   */
  @Test
  void aStepsizeIsCertifiedAsFarAsEveryStepContractsOnTheKernel() {
    assertEquals(
        Status.certified(
            "eta (tr H + lambda_0/4) = 0.5208 <= 1, which is all that the proof on the card needs"
                + " of it"),
        stepsize(theorem, "1/4"));
    assertTrue(stepsize(theorem, "12/25") instanceof Status.Certified);
    assertTrue(stepsize(theorem, "0.4801") instanceof Status.NotRefuted);
    assertEquals(Status.certified("eta = 1/16 <= n^-2"), stepsize(printed, "1/16"));
    assertTrue(stepsize(printed, "0.2920") instanceof Status.Certified);
    assertTrue(stepsize(printed, "0.2921") instanceof Status.NotRefuted);
  }

  @Test
  void aRunWithAnotherStepsizeThanTheDeclaredOneIsNotCertified() {
    Training good = Given.on(theorem, "m = 256, eta = 1/4").setting();
    Training other =
        new Training(
            good.recursion(),
            good.network(),
            Given.fraction("1/48"),
            good.delta(),
            good.steps(),
            good.eigenvalue());
    assertEquals(
        List.of("not certified: the run has another stepsize"),
        asked(theorem, other).stream().filter(s -> s.contains("stepsize")).toList());
  }

  /**
   * 12/25 is the largest stepsize for lambda_0 = 1/3; known within 1/1000 alone, it is too long.
   */
  @Test
  void theErrorOfTheEigenvalueCountsAgainstTheStepsize() {
    Training limit =
        theorem.setting(theorem.declaration().values(Values.none().with("eta", "12/25")));
    Training vague =
        new Training(
            limit.recursion(),
            limit.network(),
            limit.eta(),
            limit.delta(),
            limit.steps(),
            new Constant(Given.fraction("1/3"), 1e-3, "measured"));
    assertEquals(List.of("m >= 3.32e+08, and m = 256"), asked(theorem, limit));
    assertTrue(asked(theorem, vague).stream().anyMatch(s -> s.contains("is above 1")));
  }

  private static Status stepsize(Theorem<Training> of, String eta) {
    Training t = of.setting(of.declaration().values(Values.none().with("eta", eta)));
    return of.hypotheses().stream()
        .filter(h -> h.text().startsWith("eta is of the order"))
        .findFirst()
        .orElseThrow()
        .test()
        .apply(t);
  }

  @Test
  void noWidthAndNoStepsizeIsRefutedWhereTheConstantIsHidden() {
    Values narrow = Values.none().with("m", "8").with("eta", "5/2");
    Training training = theorem.setting(theorem.declaration().values(narrow));
    Given<Training> given = new Given<>(theorem, training);
    assertEquals(List.of(), given.refuted());
    assertEquals(2, given.open().size());
    // lambda_0/n^2 = (1/3)/16, and n^6/(lambda_0^4 delta^3) = 4096 * 81 * 1000 = 3.3e8
    assertEquals(
        List.of(
            "eta <= 1/48, and eta = 5/2; eta (tr H + lambda_0/4) = 5.208 is above 1",
            "m >= 3.32e+08, and m = 8"),
        asked(theorem, training));
    Training wide = Given.on(printed, "m = 256").setting();
    assertEquals(List.of("m >= 4096000, and m = 256"), asked(printed, wide));
  }

  private static List<String> asked(Theorem<Training> of, Training on) {
    String before = "not certified: the constant is hidden; at constant 1 it asks ";
    return of.hypotheses().stream()
        .map(h -> h.test().apply(on))
        .filter(Status.NotRefuted.class::isInstance)
        .map(s -> ((Status.NotRefuted) s).search())
        .map(s -> s.startsWith(before) ? s.substring(before.length()) : s)
        .toList();
  }

  @Test
  void twoEqualInputsWithOppositeLabelsAreOutside() {
    Given<Training> given = Given.on(theorem, "two equal inputs");
    assertEquals(List.of("no two inputs are parallel", "lambda_0 > 0"), given.refuted());
    Claim.Chance claim = given.claim(Claim.Chance.class, "the loss stays up");
    int above = 0;
    for (int seed = 0; seed < 50; seed++) {
      Net net = new Net(given.setting().network(), seed);
      double start = net.loss();
      for (int t = 0; t < 600; t++) {
        net.step(0.25);
      }
      above += net.loss() / start > given.at(claim.threshold(), 601) ? 1 : 0;
    }
    assertEquals(50, above);
  }

  @Test
  void bothClaimsOfTheMisprintReadTheSameLossesAndOnlyThePrintedRateFails() {
    Given<Training> given = Given.on(printed, "m = 256");
    Claim.Chance wrong = given.claim(Claim.Chance.class, "(14) as printed");
    Claim.Chance twin = given.claim(Claim.Chance.class, "rate of the kernel");
    assertEquals(wrong.x(), twin.x());
    assertEquals(Given.fraction("3/4"), given.exactly(wrong.threshold(), 2));
    assertEquals(30, failures(given, wrong, 256, 30));
    assertEquals(0, failures(given, twin, 256, 30));
  }

  @Test
  void aWideNetworkKeepsTheRateAndOneOfEightUnitsDoesNot() {
    Given<Training> given = Given.on(theorem, "m = 256, eta = 1/4");
    Claim.Chance claim = given.claim(Claim.Chance.class, "linear rate");
    assertEquals(0, failures(given, claim, 256, 20));
    // 0.206 of runs in the note; 400 of them have standard deviation 8
    assertEquals(82, failures(given, claim, 8, 400), 35);
  }

  /** How many of these starts pass the threshold at some t = 0..T, with this many units. */
  private static int failures(Given<Training> given, Claim.Chance claim, int units, int starts) {
    Network network = given.setting().network();
    Network resized = new Network(network.inputs(), network.targets(), units, network.trained());
    double eta = given.setting().eta().doubleValue();
    long steps = given.setting().steps();
    double[] threshold = new double[(int) steps + 2];
    for (int k = 1; k <= steps + 1; k++) {
      threshold[k] = given.at(claim.threshold(), k);
    }
    int failures = 0;
    for (int seed = 0; seed < starts; seed++) {
      Net net = new Net(resized, seed);
      double start = net.loss();
      boolean failed = false;
      for (int k = 1; k <= steps + 1 && !failed; k++) {
        failed = net.loss() / start > threshold[k];
        net.step(eta);
      }
      failures += failed ? 1 : 0;
    }
    return failures;
  }

  /** A network of its own, so that nothing of the engine is trusted here. */
  private static final class Net {
    private final double[][] x;
    private final double[] y;
    private final double[][] w;
    private final double[] a;
    private final double[] b;
    private final boolean all;

    Net(Network network, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      x = network.inputs().toArray();
      Vector targets = network.targets();
      y = targets.toArray();
      all = network.trained() == Network.Trained.ALL;
      w = new double[network.hidden()][x[0].length];
      a = new double[network.hidden()];
      b = new double[network.hidden()];
      for (int r = 0; r < a.length; r++) {
        a[r] = all ? 2 * random.nextDouble() - 1 : random.nextBoolean() ? 1 : -1;
        for (int j = 0; j < w[r].length; j++) {
          double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
          w[r][j] = radius * Math.cos(2 * Math.PI * random.nextDouble());
        }
      }
    }

    private double input(int r, int i) {
      double sum = b[r];
      for (int j = 0; j < x[i].length; j++) {
        sum += w[r][j] * x[i][j];
      }
      return sum;
    }

    private double[] residual() {
      double[] u = new double[y.length];
      for (int i = 0; i < y.length; i++) {
        double sum = 0;
        for (int r = 0; r < a.length; r++) {
          sum += a[r] * Math.max(0, input(r, i));
        }
        u[i] = sum / Math.sqrt(a.length) - y[i];
      }
      return u;
    }

    double loss() {
      double sum = 0;
      for (double e : residual()) {
        sum += e * e;
      }
      return sum;
    }

    void step(double eta) {
      double[] e = residual();
      double share = eta / Math.sqrt(a.length);
      for (int r = 0; r < a.length; r++) {
        double outer = 0;
        double[] moved = new double[x[0].length + 1];
        for (int i = 0; i < y.length; i++) {
          double z = input(r, i);
          if (z > 0) {
            outer += e[i] * z;
            for (int j = 0; j < x[i].length; j++) {
              moved[j] += e[i] * a[r] * x[i][j];
            }
            moved[x[i].length] += e[i] * a[r];
          }
        }
        for (int j = 0; j < w[r].length; j++) {
          w[r][j] -= share * moved[j];
        }
        if (all) {
          b[r] -= share * moved[w[r].length];
          a[r] -= share * outer;
        }
      }
    }
  }
}
