package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.series.Checkpoints;
import plumbline.verdict.Coincide;
import plumbline.verdict.Course;
import plumbline.verdict.Look;
import plumbline.verdict.Outcome;
import plumbline.verdict.Procedure;
import plumbline.verdict.Verdict;

/**
 * The greatest differences of two recursions over the first 64 replicas and all checkpoints. The
 * sources are the checkpoints of the first reading, of the second, of the first started one ulp
 * higher, and of the twin.
 */
final class CoincideTask extends Task<CoincideTask.Differences> implements Reported {
  /**
   * What was seen.
   *
   * @param count replicas
   * @param difference D
   * @param shifted max|x - x'|
   * @param largest max|x|
   * @param twin T
   * @param replica where D was reached
   * @param checkpoint its index
   */
  record Differences(
      int count,
      double difference,
      double shifted,
      double largest,
      double twin,
      int replica,
      int checkpoint) {
    private static final Differences NONE = new Differences(0, 0, 0, 0, 0, 0, 0);

    /** With one more checkpoint of one replica; a NaN stays. */
    Differences with(int r, int i, double x, double y, double higher, double other) {
      double d = Math.abs(x - y);
      boolean worse = d > difference || Double.isNaN(d);
      return new Differences(
          count,
          Math.max(difference, d),
          Math.max(shifted, Math.abs(x - higher)),
          Math.max(largest, Math.abs(x)),
          Math.max(twin, Math.abs(x - other)),
          worse ? r : replica,
          worse ? i : checkpoint);
    }

    Differences counted(int replicas) {
      return new Differences(replicas, difference, shifted, largest, twin, replica, checkpoint);
    }

    /** E: what one ulp does, and at least the rounding of one reading. */
    double rounding() {
      return Math.max(shifted, 0x1p-52 * largest);
    }
  }

  /** |x - y| of one replica at one checkpoint in long numbers, if it can be had. */
  interface Repeated {
    OptionalDouble difference(int replica, int checkpoint);
  }

  private static final List<String> LINES = List.of("first", "second");

  private final Checkpoints checkpoints;
  private final Judge judge;
  private final List<List<Double>> paths = new ArrayList<>();
  private Differences seen = Differences.NONE;

  CoincideTask(List<Source> sources, Checkpoints checkpoints, Repeated repeated) {
    this(sources, checkpoints, new Judge(repeated));
  }

  private CoincideTask(List<Source> sources, Checkpoints checkpoints, Judge judge) {
    super(sources, judge, Coincide.REPLICAS, Course.Aim.EITHER);
    this.checkpoints = checkpoints;
    this.judge = judge;
  }

  /** Nothing is said before all replicas are there; then the two factors of section 6 decide. */
  private static final class Judge implements Procedure<Differences> {
    private final Repeated repeated;
    private OptionalDouble digits = OptionalDouble.empty();

    Judge(Repeated repeated) {
      this.repeated = repeated;
    }

    @Override
    public Look at(Differences evidence) {
      return new Look(false, false, Double.NaN, Double.NaN, Optional.empty());
    }

    @Override
    public Verdict conclude(Differences d, Outcome undecided) {
      return new Coincide(d.difference(), d.rounding(), d.twin())
          .judge(
              () -> {
                digits = repeated.difference(d.replica(), d.checkpoint());
                return digits;
              });
    }
  }

  @Override
  void fold(double[][] ratios) {
    int size = checkpoints.size();
    int from = seen.count();
    int to = Math.min(Coincide.REPLICAS, from + ratios[0].length);
    if (from == 0) {
      for (int i = 0; i < ratios.length; i++) {
        if (i % size == 0) {
          paths.add(new ArrayList<>());
        }
        paths.get(i / size).add(ratios[i][0]);
      }
    }
    for (int r = from; r < to; r++) {
      for (int i = 0; i < size; i++) {
        seen =
            seen.with(
                r,
                i,
                ratios[i][r - from],
                ratios[size + i][r - from],
                ratios[2 * size + i][r - from],
                ratios[3 * size + i][r - from]);
      }
    }
    seen = seen.counted(to);
  }

  @Override
  Differences evidence() {
    return seen;
  }

  @Override
  public Layer layer(String device, Pending.Sampling sampling, Verdict verdict) {
    return new Layer.Coincided(
        device,
        seen.count(),
        seen.difference(),
        seen.rounding(),
        seen.twin(),
        judge.digits.orElse(Double.NaN),
        "replica " + seen.replica() + " at k = " + checkpoints.at().get(seen.checkpoint()));
  }

  /** The first replica's paths. */
  @Override
  public List<Curve> curves(Verdict verdict) {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < Math.min(LINES.size(), paths.size()); i++) {
      Curves.curve(LINES.get(i), Curve.Role.PATH, checkpoints.at(), paths.get(i))
          .ifPresent(curves::add);
    }
    return curves;
  }
}
