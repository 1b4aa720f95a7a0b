package plumbline.notebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import plumbline.series.Rationals;

/**
 * A question with one number for an answer.
 *
 * @param name "02-floor", beginning with the notebook's number
 * @param truth computes the number from a theorem's constants, whenever it is asked for
 * @param reason what to say to the right answer
 * @param hint what to say to an answer that is nothing in particular
 * @param slips answers that come of an error one makes, each with where to look
 */
record Exercise(
    String name, Supplier<BigFraction> truth, String reason, String hint, List<Slip> slips) {
  /** How far a decimal may be off, as a part of the truth: three digits are enough. */
  private static final BigFraction ROUNDED = new BigFraction(1, 200);

  /** A wrong number that shows what was overlooked. */
  record Slip(Supplier<BigFraction> wrong, String hint) {}

  Exercise {
    slips = List.copyOf(slips);
  }

  /** What to say to this answer. */
  Answer look(String answer) {
    if (answer.isBlank() || answer.equals("?")) {
      return new Answer(false, "Write your answer in place of the question mark.");
    }
    BigFraction given;
    try {
      given = Rationals.parse(answer);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the answer \"%s\" to %s is no number: write a fraction, an integer or a decimal, such as 5/17 or 0.294"
              .formatted(answer, name),
          e);
    }
    BigFraction right = truth.get();
    if (same(given, answer, right)) {
      return new Answer(true, "Right: " + reason);
    }
    for (Slip slip : slips) {
      if (same(given, answer, slip.wrong().get())) {
        return new Answer(false, "Not yet: " + slip.hint());
      }
    }
    return new Answer(false, "Not yet: " + hint);
  }

  /** Fractions and integers are meant exactly, decimals to three digits. */
  private static boolean same(BigFraction given, String answer, BigFraction wanted) {
    boolean decimal = answer.contains(".") || answer.contains("e") || answer.contains("E");
    if (!decimal || wanted.isZero()) {
      return given.equals(wanted);
    }
    return given.subtract(wanted).abs().compareTo(wanted.abs().multiply(ROUNDED)) <= 0;
  }

  /** The number of steps after which a factor below 1 has brought 1 down to a level or below. */
  static BigFraction steps(BigFraction factor, BigFraction level) {
    long steps = 0;
    BigDecimal left = BigDecimal.ONE;
    BigDecimal by = decimal(factor);
    while (left.compareTo(decimal(level)) > 0) {
      left = left.multiply(by, java.math.MathContext.DECIMAL128);
      steps++;
    }
    return new BigFraction(steps);
  }

  private static BigDecimal decimal(BigFraction value) {
    return new BigDecimal(value.getNumerator())
        .divide(new BigDecimal(value.getDenominator()), java.math.MathContext.DECIMAL128);
  }
}
