package plumbline.data;

import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * What is to be made of a table.
 *
 * @param target the column to predict
 * @param columns the inputs in order; empty for all but the target
 * @param kind the objective; empty to tell it from the target
 * @param ridge lambda &gt; 0, for logistic regression
 * @param scale what is done to the inputs
 * @param intercept whether an input that is always 1 comes first
 */
public record Wish(
    String target,
    List<String> columns,
    Optional<Kind> kind,
    BigFraction ridge,
    Scale scale,
    boolean intercept) {
  /** The objectives that a table can make. */
  public enum Kind {
    LEAST_SQUARES("least-squares"),
    RIDGE_LOGISTIC("ridge-logistic");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As on the command line. */
    public String word() {
      return word;
    }
  }

  /** What is done to the inputs; all of it in rationals. */
  public enum Scale {
    /** Nothing. */
    NONE("none"),
    /** Each is divided by its largest absolute value. */
    LARGEST("largest"),
    /** Its mean is taken from each, then as above; for least squares also from the target. */
    CENTRED("centred");

    private final String word;

    Scale(String word) {
      this.word = word;
    }

    /** As on the command line. */
    public String word() {
      return word;
    }
  }

  public Wish {
    columns = List.copyOf(columns);
    if (ridge.signum() <= 0) {
      throw new IllegalArgumentException(
          "--ridge " + ridge + " is not above 0: write a positive number, such as 1/10");
    }
    if (columns.contains(target)) {
      throw new IllegalArgumentException(
          "--columns names the target " + target + " as an input: leave it out");
    }
  }
}
