package plumbline.verdict;

import java.util.ArrayList;
import java.util.List;
import plumbline.simulation.SignedSums;

/**
 * E g = c in every coordinate, g of any sign, Var g <= sigma^2: exact under that bound alone
 * (verdicts.md, section 2). No limits are reported: sums at one centre cannot be re-read at
 * another.
 *
 * @param coordinates in the order of the evidence; each has weight 1/d
 */
public record Signed(List<Coordinate> coordinates) implements Procedure<List<SignedSums>> {
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
    double[] terms = evidence.stream().mapToDouble(s -> LogSigned.equal(s, Levels.ETA)).toArray();
    double holds =
        evidence.stream()
            .mapToDouble(
                s ->
                    Math.min(
                        LogSigned.againstAbove(s, Levels.ETA),
                        LogSigned.againstBelow(s, Levels.ETA)))
            .min()
            .orElseThrow();
    return Look.of(LogSumExp.of(terms) - StrictMath.log(terms.length), holds);
  }

  @Override
  public Verdict conclude(List<SignedSums> evidence, Outcome decided) {
    Look look = at(evidence);
    long n = evidence.stream().mapToLong(SignedSums::count).max().orElseThrow();
    double threshold = Levels.refuting() + StrictMath.log(coordinates.size());
    double delta99 = n == 0 ? Double.NaN : Power.signed(n, threshold).orElse(Double.NaN);
    boolean said = decided == Outcome.HOLDS || decided == Outcome.REFUTED;
    String grade = said ? Say.grade("Variance") : "";
    String note = decided == Outcome.REFUTED && look.holds() ? "violated by less than delta" : "";
    List<Verdict.Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder(decided.toString());
    text.append(note.isEmpty() ? "" : " (" + note + ")")
        .append(said ? " grade=" + grade : "")
        .append(" n=")
        .append(n);
    for (int i = 0; i < coordinates.size(); i++) {
      Coordinate c = coordinates.get(i);
      double mean = evidence.get(i).mean();
      double none = Double.NaN;
      parts.add(
          new Verdict.Part(
              c.label(), mean, none, none, none, none, none, 0, delta99 * c.deviation()));
      text.append(" ")
          .append(c.label())
          .append(": mean ")
          .append(Say.number(mean))
          .append(" against ");
      text.append(Say.number(c.centre()))
          .append(" +- ")
          .append(Say.number(c.resolution()))
          .append(",");
    }
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
}
