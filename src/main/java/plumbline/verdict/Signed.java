package plumbline.verdict;

import java.util.ArrayList;
import java.util.List;
import plumbline.simulation.SignedSums;
import plumbline.theorem.Relation;

/**
 * E g = c (or at most, or at least c) in every coordinate, g of any sign, Var g <= sigma^2: exact
 * under that bound alone (verdicts.md, section 2; one-sided by the one-sided evidence of P4). No
 * limits are reported: sums at one centre cannot be re-read at another.
 *
 * @param relation how E g stands to c
 * @param coordinates in the order of the evidence; each has weight 1/d
 */
public record Signed(Relation relation, List<Coordinate> coordinates)
    implements Procedure<List<SignedSums>> {
  /** So many means are named one by one in a sentence. */
  private static final int NAMED = 4;

  /**
   * One coordinate; its sums must have been kept with the same three numbers.
   *
   * @param label "coordinate 2"
   * @param centre the claimed value c
   * @param deviation sigma > 0; sigma = 0 is judged exactly
   * @param resolution Delta > 0, in the units of g
   */
  public record Coordinate(String label, double centre, double deviation, double resolution) {
    public Coordinate {
      if (!(deviation > 0 && resolution > 0 && Double.isFinite(centre))) {
        throw new IllegalArgumentException(
            label
                + " has c="
                + centre
                + ", sigma="
                + deviation
                + ", Delta="
                + resolution
                + "; allowed: finite c, the others above 0");
      }
    }

    /** The sums of one block at the three centres of this coordinate. */
    public SignedSums sums(double[] g) {
      return SignedSums.of(g, centre, deviation, resolution);
    }
  }

  /** E g = c. */
  public Signed(List<Coordinate> coordinates) {
    this(Relation.EQUAL, coordinates);
  }

  public Signed {
    coordinates = List.copyOf(coordinates);
    if (coordinates.isEmpty()) {
      throw new IllegalArgumentException(
          "a signed claim without a coordinate; allowed: at least one");
    }
  }

  @Override
  public Look at(List<SignedSums> evidence) {
    if (evidence.size() != coordinates.size()) {
      throw new IllegalArgumentException(
          evidence.size() + " sums for " + coordinates.size() + " coordinates; allowed: one each");
    }
    double[] terms = evidence.stream().mapToDouble(this::against).toArray();
    double holds = evidence.stream().mapToDouble(this::againstViolation).min().orElseThrow();
    return Look.of(LogSumExp.of(terms) - StrictMath.log(terms.length), holds);
  }

  /** Against what is claimed of one coordinate. */
  private double against(SignedSums s) {
    return switch (relation) {
      case EQUAL -> LogSigned.equal(s, Levels.ETA);
      case AT_MOST -> LogSigned.discounted(s.up(), s.count(), Levels.ETA);
      case AT_LEAST -> LogSigned.discounted(s.down(), s.count(), Levels.ETA);
    };
  }

  /** Against its being violated by Delta. */
  private double againstViolation(SignedSums s) {
    double above = LogSigned.againstAbove(s, Levels.ETA);
    double below = LogSigned.againstBelow(s, Levels.ETA);
    return switch (relation) {
      case EQUAL -> Math.min(above, below);
      case AT_MOST -> above;
      case AT_LEAST -> below;
    };
  }

  /** n_max of section 4, where nothing is divided by the mean: CV^2 (1 + d)^2 is 1. */
  public double most() {
    return coordinates.stream()
        .mapToDouble(c -> c.resolution() / c.deviation())
        .map(d -> Levels.most(over(1 + d), over(1 + d), d, 1.0 / coordinates.size()))
        .max()
        .orElseThrow();
  }

  private static double over(double spread) {
    return 1 / (spread * spread);
  }

  @Override
  public Verdict conclude(List<SignedSums> evidence, Outcome decided) {
    Look look = at(evidence);
    long n = evidence.stream().mapToLong(SignedSums::count).max().orElseThrow();
    // one side keeps 12 sums of the 24 for which Power.signed discounts
    double threshold =
        Levels.refuting()
            + StrictMath.log(coordinates.size())
            - (relation == Relation.EQUAL ? 0 : StrictMath.log(2));
    double delta99 = n == 0 ? Double.NaN : Power.signed(n, threshold).orElse(Double.NaN);
    boolean said = decided == Outcome.HOLDS || decided == Outcome.REFUTED;
    String grade = said ? Say.grade("Variance") : "";
    String note = decided == Outcome.REFUTED && look.holds() ? "violated by less than delta" : "";
    List<Verdict.Part> parts = new ArrayList<>();
    for (int i = 0; i < coordinates.size(); i++) {
      Coordinate c = coordinates.get(i);
      double mean = evidence.get(i).mean();
      double none = Double.NaN;
      parts.add(
          new Verdict.Part(
              c.label(), mean, none, none, none, none, none, 0, delta99 * c.deviation()));
    }
    StringBuilder text = new StringBuilder(decided.toString());
    text.append(note.isEmpty() ? "" : " (" + note + ")")
        .append(said ? " grade=" + grade : "")
        .append(" n=")
        .append(n)
        .append(means(evidence));
    text.append(" logE=")
        .append(Say.number(look.logE()))
        .append("/")
        .append(Say.number(Levels.refuting()));
    text.append("; would have refuted: ");
    text.append(Double.isNaN(delta99) ? "none" : ">= " + Say.number(delta99) + " sigma (99 %)");
    return new Verdict(
        decided,
        grade,
        n,
        look.logE(),
        Levels.refuting(),
        delta99,
        false,
        Double.NaN,
        Double.NaN,
        parts,
        List.of(),
        note,
        text.toString());
  }

  /**
   * Every mean with what is claimed of it, or where there are many, the one that is farthest off.
   */
  private String means(List<SignedSums> evidence) {
    if (coordinates.size() <= NAMED) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < coordinates.size(); i++) {
        text.append(' ').append(mean(i, evidence)).append(',');
      }
      return text.toString();
    }
    int farthest = 0;
    for (int i = 1; i < coordinates.size(); i++) {
      farthest = off(i, evidence) > off(farthest, evidence) ? i : farthest;
    }
    return ", of "
        + coordinates.size()
        + " means the farthest off: "
        + mean(farthest, evidence)
        + ",";
  }

  private double off(int i, List<SignedSums> evidence) {
    Coordinate c = coordinates.get(i);
    double beyond = (evidence.get(i).mean() - c.centre()) / c.deviation();
    return switch (relation) {
      case EQUAL -> Math.abs(beyond);
      case AT_MOST -> beyond;
      case AT_LEAST -> -beyond;
    };
  }

  private String mean(int i, List<SignedSums> evidence) {
    Coordinate c = coordinates.get(i);
    return c.label()
        + ": mean "
        + Say.number(evidence.get(i).mean())
        + " against "
        + (relation == Relation.EQUAL ? "" : relation.sign() + " ")
        + Say.number(c.centre())
        + " +- "
        + Say.number(c.resolution());
  }
}
