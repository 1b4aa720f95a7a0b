package plumbline.notebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import plumbline.check.ClaimResult;
import plumbline.plot.Plot;

/** Several checks side by side: in one picture, in one table. */
public final class Several implements Shown {
  private final List<Checked> checks;
  private final List<String> labels;

  Several(List<Checked> checks) {
    if (checks.size() < 2 || checks.size() > Plot.MOST_TOGETHER) {
      throw new IllegalArgumentException(
          "got %d to compare: give 2 to %d, or more in a second picture"
              .formatted(checks.size(), Plot.MOST_TOGETHER));
    }
    this.checks = List.copyOf(checks);
    this.labels = labels(checks);
    if (labels.stream().distinct().count() < labels.size()) {
      throw new IllegalArgumentException(
          "two of the compared checks are the same, %s: change a parameter or take another instance"
              .formatted(String.join("; ", labels)));
    }
  }

  /** Of each check the parts that not all of them have. */
  private static List<String> labels(List<Checked> checks) {
    List<Checked.Part> common = new ArrayList<>(checks.get(0).parts());
    checks.forEach(check -> common.retainAll(check.parts()));
    return checks.stream()
        .map(
            check ->
                String.join(
                    ", ",
                    check.parts().stream()
                        .filter(part -> !common.contains(part))
                        .map(Checked.Part::text)
                        .toList()))
        .map(label -> label.isEmpty() ? "as it is" : label)
        .toList();
  }

  /** The instance that all start from, where there is one. */
  private String common() {
    List<String> bases = checks.stream().map(Checked::base).distinct().toList();
    return bases.size() == 1 ? bases.get(0) : "";
  }

  /** All bounds and what is measured of them, on the first instance of each. */
  public Picture plot() {
    return plot(Checked::main);
  }

  /** The same for one claim, see {@link Checked#claim}. */
  public Picture plot(String claim) {
    return plot(check -> check.claim(claim));
  }

  private Picture plot(Function<Checked, Claimed> chosen) {
    List<Claimed> claims = checks.stream().map(chosen).toList();
    List<ClaimResult> results = claims.stream().map(Claimed::result).toList();
    List<String> titles = claims.stream().map(Claimed::title).distinct().toList();
    return Picture.of(Plot.together(String.join(" / ", titles), common(), labels, results));
  }

  /** Every claim of every check: its verdict and how near it comes to its bound. */
  public Table table() {
    List<List<String>> rows = heading();
    for (int i = 0; i < checks.size(); i++) {
      for (ClaimResult claim : checks.get(i).run().instances().get(0).claims()) {
        rows.add(row(i, claim));
      }
    }
    return new Table("", rows);
  }

  /** The same for one claim, see {@link Checked#claim}. */
  public Table table(String claim) {
    List<List<String>> rows = heading();
    for (int i = 0; i < checks.size(); i++) {
      rows.add(row(i, checks.get(i).claim(claim).result()));
    }
    return new Table("", rows);
  }

  private static List<List<String>> heading() {
    return new ArrayList<>(List.of(List.of("setting", "claim", "verdict", "tightness")));
  }

  private List<String> row(int i, ClaimResult claim) {
    return List.of(labels.get(i), claim.name(), Tables.verdict(claim), Tables.tightness(claim));
  }

  /** The table if all checks have run; asking for a text does not start them. */
  @Override
  public String toString() {
    return checks.stream().allMatch(Checked::hasRun)
        ? table().toString()
        : String.join("; ", labels) + ", not run yet";
  }

  /** As a cell's value it is shown as its table. */
  @Override
  public void show(ObjectNode data, ObjectNode metadata) {
    table().show(data, metadata);
  }
}
