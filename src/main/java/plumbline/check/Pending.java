package plumbline.check;

import java.util.List;
import java.util.Optional;
import plumbline.theorem.Need;
import plumbline.verdict.Outcome;

/**
 * A claim on its way to a result: judged without chance already, or waiting for replicas.
 *
 * @param name unique on its instance
 * @param kind the shape
 * @param relation in words
 * @param standing how it counts
 * @param need whether it must be decided
 * @param said what was judged without chance, if it was
 * @param sampled what is sampled, if anything is
 * @param lines the curves that are known before any replica
 */
record Pending(
    String name,
    String kind,
    String relation,
    ClaimResult.Standing standing,
    Need need,
    Optional<Said> said,
    Optional<Sampling> sampled,
    List<Curve> lines) {

  /** A judgement without chance. */
  record Said(Layer layer, Outcome outcome, String sentence) {
    /** Where there was nothing to draw for. */
    static Said withoutReplicas(Outcome outcome, String why) {
      return new Said(new Layer.Compared("no replica", List.of()), outcome, why);
    }
  }

  /**
   * A claim that waits for replicas.
   *
   * @param task what runs
   * @param delta its resolution
   * @param planned n_max
   * @param points the components in the order of the task's sources
   * @param withoutChance which checkpoints no mean judges; empty if none
   * @param leftOut which checkpoints are not judged, and why; empty if none
   * @param meant the claimed number and its tolerance, for intervals and events
   */
  record Sampling(
      Task<?> task,
      double delta,
      long planned,
      List<Point> points,
      String withoutChance,
      String leftOut,
      Meant meant) {
    Sampling(
        Task<?> task, double delta, long planned, List<Point> points, String leftOut, Meant meant) {
      this(task, delta, planned, points, "", leftOut, meant);
    }
  }

  /** A component: its label, its k for drawing, its bound. */
  record Point(String label, long k, double bound) {}

  /** What is claimed of an interval or an event. */
  record Meant(String what, double target, double tau) {}

  static Pending said(
      String name,
      String kind,
      String relation,
      ClaimResult.Standing standing,
      Need need,
      Said said,
      List<Curve> lines) {
    return new Pending(
        name, kind, relation, standing, need, Optional.of(said), Optional.empty(), lines);
  }

  static Pending sampled(
      String name,
      String kind,
      String relation,
      ClaimResult.Standing standing,
      Need need,
      Sampling sampling,
      List<Curve> lines) {
    return new Pending(
        name, kind, relation, standing, need, Optional.empty(), Optional.of(sampling), lines);
  }
}
