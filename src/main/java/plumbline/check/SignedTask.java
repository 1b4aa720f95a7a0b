package plumbline.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import plumbline.simulation.SignedSums;
import plumbline.verdict.Course;
import plumbline.verdict.Levels;
import plumbline.verdict.Signed;
import plumbline.verdict.Verdict;

/** The sums of a signed mean while replicas come in. */
final class SignedTask extends Task<List<SignedSums>> implements Reported {
  /** A factor and the source that it multiplies. */
  record Part(double factor, int source) {}

  /**
   * One coordinate at one checkpoint.
   *
   * @param line the name of the curve that it is a point of
   */
  record Point(String line, long k, Signed.Coordinate centre, List<Part> parts) {
    Point {
      parts = List.copyOf(parts);
    }
  }

  private final List<Point> points;
  private final List<SignedSums> sums;

  SignedTask(
      List<Source> sources, List<Point> points, Signed procedure, long most, Course.Aim aim) {
    super(sources, procedure, most, aim);
    this.points = List.copyOf(points);
    this.sums = new ArrayList<>(Collections.nCopies(points.size(), SignedSums.EMPTY));
  }

  @Override
  void fold(double[][] ratios) {
    for (int i = 0; i < points.size(); i++) {
      double[] g = new double[ratios[0].length];
      for (Part part : points.get(i).parts()) {
        for (int r = 0; r < g.length; r++) {
          g[r] += part.factor() * ratios[part.source()][r];
        }
      }
      sums.set(i, sums.get(i).merge(points.get(i).centre().sums(g)));
    }
  }

  @Override
  List<SignedSums> evidence() {
    return List.copyOf(sums);
  }

  @Override
  public Layer layer(String device, Pending.Sampling sampling, Verdict verdict) {
    List<Layer.Centred> coordinates = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Signed.Coordinate c = points.get(i).centre();
      coordinates.add(
          new Layer.Centred(
              c.label(),
              points.get(i).k(),
              c.centre(),
              sums.get(i).mean(),
              c.deviation(),
              c.resolution()));
    }
    return new Layer.Signed(
        device,
        verdict.replicas(),
        sampling.planned(),
        sampling.delta(),
        Levels.ALPHA_CLAIM,
        Levels.BETA,
        verdict.grade(),
        verdict.logE(),
        verdict.logEThreshold(),
        verdict.delta99(),
        coordinates);
  }

  @Override
  public List<Curve> curves(Verdict verdict) {
    List<Curve> curves = new ArrayList<>();
    List<String> all = points.stream().map(Point::line).distinct().toList();
    if (all.size() > 1 && all.size() == points.size()) {
      return curves; // one iteration of several coordinates
    }
    for (String line : all.stream().limit(SignedMean.DRAWN).toList()) {
      List<Long> at = new ArrayList<>();
      List<Double> means = new ArrayList<>();
      for (int i = 0; i < points.size(); i++) {
        if (points.get(i).line().equals(line)) {
          at.add(points.get(i).k());
          means.add(sums.get(i).mean());
        }
      }
      Curves.curve("simulated mean" + line, Curve.Role.MEAN, at, means).ifPresent(curves::add);
    }
    return curves;
  }
}
