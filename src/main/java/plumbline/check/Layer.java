package plumbline.check;

import static plumbline.series.Digits.column;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.theorem.Trial;

/** One layer of evidence of a claim. */
public sealed interface Layer {
  /**
   * Means over replicas against the bound.
   *
   * @param device "cpu" or the OpenCL device's name; not part of the digest
   * @param replicas n
   * @param planned n_max
   * @param delta the resolution
   * @param alpha level of REFUTED for this claim
   * @param beta level of HOLDS
   * @param grade "exact", "contract(...)" or "asymptotic"
   * @param logE evidence against the claim, natural logarithm
   * @param logEThreshold where it refutes
   * @param delta99 the smallest violation that this run would have refuted with probability 99 %;
   *     NaN if there is none
   * @param heavy whether one replica dominates somewhere
   * @param ratioLower the claim's L
   * @param ratioUpper the claim's U
   * @param components checkpoints, then windows
   */
  record Sampled(
      String device,
      long replicas,
      long planned,
      double delta,
      double alpha,
      double beta,
      String grade,
      double logE,
      double logEThreshold,
      double delta99,
      boolean heavy,
      double ratioLower,
      double ratioUpper,
      List<Component> components)
      implements Layer {
    public Sampled {
      components = List.copyOf(components);
    }
  }

  /**
   * One checkpoint or window of a sampled layer.
   *
   * @param at "k = 8" or "k in [8, 16)"
   * @param k the checkpoint, or the window's first k
   * @param bound B_k (for a window its mean)
   * @param mean mean of X/B over replicas
   * @param ratioLower L
   * @param ratioUpper U
   * @param squaredVariation sample CV^2 of X/B
   */
  record Component(
      String at,
      long k,
      double bound,
      double mean,
      double ratioLower,
      double ratioUpper,
      double squaredVariation) {}

  /** The exact value against the bound at every checkpoint. */
  record Exact(String arithmetic, List<Point> points) implements Layer {
    public Exact {
      points = List.copyOf(points);
    }
  }

  /**
   * One checkpoint of an exact layer.
   *
   * @param k the checkpoint
   * @param bound B_k
   * @param value E X_k
   * @param error proved bound on the relative rounding error; 0 in rationals
   * @param ratio value/bound as a fraction ("1", "13/25") or a decimal
   */
  record Point(long k, double bound, double value, double error, String ratio) {}

  /**
   * Two sides of deterministic comparisons.
   *
   * @param x what k is, for a plot
   * @param y what both sides are, for a plot
   */
  record Compared(String arithmetic, String x, String y, List<Side> sides) implements Layer {
    public Compared {
      sides = List.copyOf(sides);
    }

    /** Of values at iterations. */
    public Compared(String arithmetic, List<Side> sides) {
      this(arithmetic, Trial.Axes.ITERATIONS.x(), Trial.Axes.ITERATIONS.y(), sides);
    }
  }

  /** One comparison. */
  record Side(String what, long k, double left, double right, double error) {}

  /** An interval for a slope or a ratio. */
  record Interval(
      String what,
      String device,
      long replicas,
      long planned,
      double lower,
      double upper,
      double target,
      double tau,
      String grade)
      implements Layer {
    /** "in [-1.1, -0.9], claimed -1". */
    public String words() {
      return "in [%s, %s], claimed %s".formatted(column(lower), column(upper), column(target));
    }
  }

  /**
   * A counted event.
   *
   * @param events certain events
   * @param possible events that rounding could have hidden or made
   * @param probability the claimed probability
   */
  record Counted(
      String device,
      long replicas,
      long planned,
      double delta,
      double alpha,
      double beta,
      String grade,
      double logE,
      double logEThreshold,
      double delta99,
      long events,
      long possible,
      double probability,
      double lower,
      double upper)
      implements Layer {
    /** "3 of 4096, claimed 0.001". */
    public String words() {
      return "%d of %d, claimed %s".formatted(events, replicas, column(probability));
    }
  }

  /**
   * Means of any sign against what is claimed of them, under a bound on their variance.
   *
   * @param device "cpu" or the OpenCL device's name; not part of the digest
   * @param replicas n
   * @param planned n_max
   * @param delta the resolution, in units of the claim's scale
   * @param alpha level of REFUTED for this claim
   * @param beta level of HOLDS
   * @param grade "contract(Variance)"; empty where nothing is said
   * @param logE evidence against the claim, natural logarithm
   * @param logEThreshold where it refutes
   * @param delta99 the smallest violation, in units of sigma, that this run would have refuted with
   *     probability 99 %; NaN if there is none
   * @param coordinates every coordinate at every checkpoint
   */
  record Signed(
      String device,
      long replicas,
      long planned,
      double delta,
      double alpha,
      double beta,
      String grade,
      double logE,
      double logEThreshold,
      double delta99,
      List<Centred> coordinates)
      implements Layer {
    public Signed {
      coordinates = List.copyOf(coordinates);
    }

    /** The mean that is farthest from what is claimed of it, in units of its own spread. */
    public Optional<Centred> farthest() {
      return coordinates.stream()
          .max(Comparator.comparingDouble(c -> Math.abs(c.mean() - c.claimed()) / c.deviation()));
    }
  }

  /**
   * One coordinate at one checkpoint.
   *
   * @param at "coordinate 2 of w_k at k = 8"
   * @param k the checkpoint
   * @param claimed the value that is claimed
   * @param mean mean of g over replicas
   * @param deviation sigma
   * @param resolution Delta
   */
  record Centred(
      String at, long k, double claimed, double mean, double deviation, double resolution) {
    /** "mean 0.9, claimed 1". */
    public String words() {
      return "mean %s, claimed %s".formatted(column(mean), column(claimed));
    }
  }

  /**
   * Two recursions with the same draws, replica by replica.
   *
   * @param replicas how many were compared
   * @param difference the greatest difference of their readings
   * @param rounding how far one ulp at the start moves a reading, at most
   * @param twin the greatest difference from the twin's readings, which must be large
   * @param digits the worst replica's difference in 40 digits; NaN where it was not needed or is
   *     out of reach
   * @param where the worst replica and checkpoint
   */
  record Coincided(
      String device,
      long replicas,
      double difference,
      double rounding,
      double twin,
      double digits,
      String where)
      implements Layer {}
}
