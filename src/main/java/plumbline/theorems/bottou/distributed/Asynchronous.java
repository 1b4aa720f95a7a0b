package plumbline.theorems.bottou.distributed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.problem.Spectrum;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Values;

/**
 * w_{k+1} = w_k - alpha (lambda w_{k-D} + xi) with noise of variance M and a delay D that is drawn
 * anew each step, both independent of the past; w_k = 0 up to k = 0.
 *
 * @param law one of the names below
 * @param tau the longest delay
 * @param late the probability of it, where the law is {@link #SOMETIMES}
 * @param lambda the curvature, L
 * @param alpha the longest stepsize
 * @param noise M
 */
public record Asynchronous(
    String law,
    int tau,
    BigFraction late,
    BigFraction lambda,
    BigFraction alpha,
    BigFraction noise) {
  /** D is 0, ..., tau with equal chances. */
  static final String UNIFORM = "uniform";

  /** D is tau or 0. */
  static final String SOMETIMES = "sometimes";

  /** D is tau. */
  static final String FIXED = "fixed";

  static Asynchronous of(Values values) {
    return new Asynchronous(
        values.choice("law"),
        values.integer("tau"),
        values.get("p"),
        values.get("lambda"),
        values.get("alpha"),
        values.get("M"));
  }

  /** P(D = 0), ..., P(D = tau). */
  List<BigFraction> chances() {
    List<BigFraction> chances = new ArrayList<>();
    for (int d = 0; d <= tau; d++) {
      BigFraction last = d == tau ? BigFraction.ONE : BigFraction.ZERO;
      BigFraction first = d == 0 ? BigFraction.ONE : BigFraction.ZERO;
      chances.add(
          switch (law) {
            case UNIFORM -> new BigFraction(1, tau + 1);
            case FIXED -> last;
            default -> last.multiply(late).add(first.multiply(BigFraction.ONE.subtract(late)));
          });
    }
    return chances;
  }

  /** E D. */
  BigFraction meanDelay() {
    BigFraction mean = BigFraction.ZERO;
    for (int d = 0; d <= tau; d++) {
      mean = mean.add(chances().get(d).multiply(d));
    }
    return mean;
  }

  Constants constants() {
    return Constants.none()
        .with("alpha", alpha, "the longest stepsize")
        .with("L", lambda, "the curvature")
        .with("tau", new BigFraction(tau), "the longest delay")
        .with("D", meanDelay(), "the mean delay")
        .with("M", noise, "the variance of the noise");
  }

  /** alpha L (1 + 2 E D). */
  BigFraction load() {
    return alpha.multiply(lambda).multiply(meanDelay().multiply(2).add(1));
  }

  /**
   * c_0, ..., c_tau, the stationary E w_k w_{k-j}, from c_{j+1} = c_j - a E c_{|j-D|} and 2a E c_D
   * - a^2 c_0 = alpha^2 M.
   *
   * @param share of the longest stepsize
   */
  List<BigFraction> stationary(BigFraction share) {
    BigFraction step = alpha.multiply(share);
    BigFraction a = step.multiply(lambda);
    BigFraction[][] rows = new BigFraction[tau + 1][tau + 1];
    for (int j = -1; j < tau; j++) {
      BigFraction[] row = rows[j + 1];
      for (int i = 0; i <= tau; i++) {
        row[i] = new BigFraction(j < 0 ? 0 : i == j + 1 ? 1 : i == j ? -1 : 0);
      }
      for (int d = 0; d <= tau; d++) {
        int at = j < 0 ? d : Math.abs(j - d);
        BigFraction chance = chances().get(d).multiply(a);
        row[at] = row[at].add(j < 0 ? chance.multiply(2) : chance);
      }
    }
    rows[0][0] = rows[0][0].subtract(a.multiply(a));
    LinearAlgebra<BigFraction> exact = LinearAlgebra.exact();
    BigFraction white = step.multiply(step).multiply(noise);
    return exact.solve(
        Arrays.stream(rows).map(List::of).toList(),
        exact.vector(tau + 1, i -> i == 0 ? white : BigFraction.ZERO));
  }

  /**
   * Whether the stationary covariances, [E w_{k-i} w_{k-j}] = [c_{|i-j|}], form a positive definite
   * matrix; exactly.
   */
  boolean settles(BigFraction share) {
    List<BigFraction> c = stationary(share);
    Vector[] rows = new Vector[tau + 1];
    Arrays.setAll(rows, i -> Vector.generate(tau + 1, j -> c.get(Math.abs(i - j))));
    return Spectrum.sign(new Matrix(List.of(rows))) == Spectrum.Sign.DEFINITE;
  }

  /** "uniform, tau = 4, alpha L = 1/10". */
  String words() {
    return law + ", tau = " + tau + ", alpha L = " + Rationals.show(alpha.multiply(lambda));
  }
}
