package plumbline.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.util.Binary64;
import plumbline.formula.Arithmetic;
import plumbline.oracle.Law;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.series.Checkpoints;

/** Var X_k / (E X_k)^2 of a quadratic form along an affine recursion. */
final class Variation {
  /** At most so many entries of the tensor; beyond, a step costs more than a replica does. */
  private static final int MOST_ENTRIES = 20_000;

  /** At most so many products in all: some ten seconds. */
  private static final double MOST_WORK = 1e10;

  /** Of rows as many as a user's: a contract for simulation is not worth the wait. */
  private static final double MOST_WORK_OF_ROWS = 5e8;

  private static final int MANY_ROWS = 32;

  private final AffineRecursion of;
  private final Quantity quantity;
  private final Checkpoints checkpoints;
  private final Fold fold;

  Variation(AffineRecursion of, Reading reading) {
    this.of = of;
    this.quantity = reading.quantity();
    this.checkpoints = reading.checkpoints();
    this.fold = reading.fold();
  }

  Optional<List<Double>> squared() {
    if (of.isDeterministic()) {
      return Optional.of(checkpoints.at().stream().map(k -> 0.0).toList());
    }
    boolean still = of.variances().entries().stream().allMatch(v -> v.isZero());
    Law law = of.oracle().additiveLaw();
    if (of.isAdditive() && (still || law == Law.GAUSSIAN)) {
      return Optional.of(gathered(gaussian(of, 2)));
    }
    if (!FourthMoments.finite(of)) {
      return Optional.empty();
    }
    List<AffineRecursion> parts = parts();
    double work = parts.stream().mapToDouble(FourthMoments::work).sum() * checkpoints.last();
    if (new FourthMoments(parts.get(0)).entries() <= MOST_ENTRIES && work <= mostWork()) {
      return Optional.of(gathered(fourth(parts)));
    }
    // Var z'Qz <= (2 + max(kurtosis - 3, 0)) tr QCQC + 4 m'QCQm for independent symmetric noise:
    // the fourth cumulants enter as sums of squares (t_s'Q t_s)^2, which tr QCQC contains
    return of.isAdditive()
        ? Optional.of(
            gathered(gaussian(of, law == Law.SPHERE ? 2 : 2 + Math.max(law.kurtosis() - 3, 0))))
        : Optional.empty();
  }

  private double mostWork() {
    boolean many = of.sample().filter(s -> s.inputs().height() > MANY_ROWS).isPresent();
    return many ? MOST_WORK_OF_ROWS : MOST_WORK;
  }

  /** Values at consecutive k; only the checkpoints are asked for where the fold is AT. */
  private interface Values {
    double at(long k, boolean wanted);
  }

  private List<Double> gathered(Values values) {
    List<Double> result = new ArrayList<>();
    long k = 0;
    double greatest = 0;
    for (long checkpoint : checkpoints.at()) {
      while (k < checkpoint) {
        k++;
        double v = values.at(k, fold != Fold.AT || k == checkpoint);
        greatest = fold == Fold.AT ? v : Math.max(greatest, v);
      }
      result.add(greatest);
    }
    return result;
  }

  /** [factor tr(QCQC) + 4 m'QCQm] / (tr QC + m'Qm)^2; exact for Gaussian vectors with factor 2. */
  private Values gaussian(AffineRecursion from, double factor) {
    DoubleAlgebra algebra = new DoubleAlgebra();
    SecondMoments<Binary64, double[][]> moments =
        new SecondMoments<>(from, Arithmetic.doubles(), algebra);
    double[][] form = algebra.of(from.form(quantity).orElseThrow().matrix());
    return (k, wanted) -> {
      double[][] mean =
          quantity == Quantity.FIRST_COORDINATE_SQUARED
              ? moments.meanIterate()
              : moments.meanError();
      double[][] covariance = moments.iterateCovariance();
      moments.advance(k);
      if (quantity == Quantity.ORACLE_NORM_SQUARED) {
        mean = moments.gradientMean();
        covariance = moments.gradientCovariance();
      }
      if (!wanted) {
        return 0;
      }
      double[][] qc = algebra.times(form, covariance);
      double[][] qm = algebra.times(form, mean);
      double expectation =
          algebra.total(algebra.hadamard(form, covariance)).getReal()
              + algebra.total(algebra.hadamard(mean, qm)).getReal();
      // tr(QCQC) = sum_ij (QC)_ij (QC)_ji
      double spread = 0;
      for (int i = 0; i < qc.length; i++) {
        for (int j = 0; j < qc.length; j++) {
          spread += qc[i][j] * qc[j][i];
        }
      }
      double tilt = algebra.total(algebra.hadamard(qm, algebra.times(covariance, qm))).getReal();
      return ratio(factor * spread + 4 * tilt, expectation);
    };
  }

  private static double ratio(double variance, double expectation) {
    return expectation == 0 ? 0 : Math.max(variance / expectation / expectation, 0);
  }

  /**
   * The recursions whose fourth moments are needed: all of it, or on diagonal problems the pairs of
   * coordinates, then the single ones: each is a recursion of its own.
   */
  private List<AffineRecursion> parts() {
    int d = of.dimension();
    if (!of.isDiagonal() || d == 1) {
      return List.of(of);
    }
    if (quantity == Quantity.FIRST_COORDINATE_SQUARED) {
      return List.of(of.only(List.of(0)));
    }
    if (d == 2) {
      return List.of(of);
    }
    List<AffineRecursion> parts = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      for (int j = i + 1; j < d; j++) {
        parts.add(of.only(List.of(i, j)));
      }
    }
    IntStream.range(0, d).forEach(i -> parts.add(of.only(List.of(i))));
    return parts;
  }

  /** Var of a sum: Var X = sum over pairs Var(X_i + X_j) - (d - 2) sum Var X_i. */
  private Values fourth(List<AffineRecursion> parts) {
    List<FourthMoments> moments = parts.stream().map(FourthMoments::new).toList();
    int d = of.dimension();
    return (k, wanted) -> {
      double variance = 0;
      double expectation = 0;
      for (int p = 0; p < moments.size(); p++) {
        FourthMoments part = moments.get(p);
        boolean oracle = quantity == Quantity.ORACLE_NORM_SQUARED;
        double[] x = oracle || !wanted ? null : part.read(quantity);
        part.advance(k);
        if (!wanted) {
          continue;
        }
        x = oracle ? part.read(quantity) : x;
        boolean single = moments.size() > 1 && parts.get(p).dimension() == 1;
        variance += (single ? -(d - 2) : 1) * (x[1] - x[0] * x[0]);
        expectation += moments.size() == 1 || single ? x[0] : 0;
      }
      return ratio(variance, expectation);
    };
  }
}
