package plumbline.data;

import java.util.List;
import java.util.Map;
import plumbline.problem.Problem;

/**
 * An objective that a user's table made, and what was done to make it.
 *
 * @param problem with exact or certified constants
 * @param described what it was made of, by name, in order: file, digest, target, inputs
 * @param notes what a user should know about it, in sentences
 */
public record Given(Problem problem, Map<String, String> described, List<String> notes) {
  public Given {
    described = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(described));
    notes = List.copyOf(notes);
  }

  /** The file and its target in a few words: "price in houses.csv". */
  public String title() {
    return described.get("target") + " in " + described.get("data");
  }

  /**
   * Makes the objective that is wished for.
   *
   * @throws IllegalArgumentException if the table does not allow it: one sentence
   */
  public static Given of(Table table, Wish wish) {
    return new Making(table, wish).given();
  }
}
