package plumbline.notebook;

import static plumbline.notebook.Notebook.check;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import plumbline.notebook.Exercise.Slip;
import plumbline.series.Rationals;
import plumbline.verdict.Levels;

/**
 * The exercises of the notebooks. No solution stands here: each is computed from the constants of
 * the theorem that it asks about.
 */
final class Exercises {
  private static final Checked FIXED = check("bottou/thm46-fixed-step");
  private static final Checked NOISY = FIXED.from("S1, alpha at its limit").with("s2", "3");
  private static final Checked LS4 = FIXED.from("LS4");
  private static final Checked STAGE =
      check("bottou/halving-trigger").from("S1, alpha c mu").with("alpha", "3/16");
  private static final Checked FLAT = check("bottou/beta-threshold").from("Nemirovski");
  private static final Checked DESCENT =
      check("bottou/thm48-nonconvex-fixed").from("LS4, alpha at its limit");
  private static final Checked QUADRATIC =
      check("lecun/quad-contraction-invL").from("lowest eigenvector");
  private static final Checked SADDLE = check("cevher/psgd-theorem").from("eta = 1/5");
  private static final Checked WIDE = check("cevher/overparam-rate").from("m = 256");
  private static final Checked TRIGGER =
      check("bottou/halving-trigger-as-printed").from("LS4, F_* = 5/16");

  private static final Checked PRINTED = check("cevher/sgd-nonconvex-rate-as-printed-eq13");

  private Exercises() {}

  static final List<Exercise> ALL =
      List.of(
          exercise(
              "01-longest",
              () -> NOISY.exactly("mu").divide(NOISY.exactly("L").multiply(NOISY.exactly("M_G"))),
              "mu/(L M_G), and M_G = M_V + mu_G^2 grew with the noise.",
              "compute M_V = h^2 s^2, then M_G = M_V + mu_G^2, then mu/(L M_G).",
              slip(
                  () -> NOISY.exactly("mu").divide(NOISY.exactly("mu_G").pow(2)),
                  "that would be the limit without noise on the gradient: M_V is part of M_G."),
              slip(
                  () -> FIXED.from("S1, alpha at its limit").exactly("alpha"),
                  "that was the limit before the noise grew.")),
          exercise(
              "02-floor",
              () -> floor(1).reciprocal().divide(100),
              "the floor alpha L M/(2 c mu) is proportional to alpha.",
              "solve alpha L M/(2 c mu) = 1/100 for alpha; constants() has the rest.",
              slip(
                  () -> floor(1).reciprocal().divide(200),
                  "the floor has a 2 in its denominator.")),
          exercise(
              "02-stage",
              () -> Exercise.steps(factor(STAGE), Rationals.of(1, 3)),
              "the smallest tau with (1 - alpha c mu)^tau <= 1/3.",
              "find the smallest whole tau with (1 - alpha c mu)^tau <= 1/3.",
              slip(
                  () -> Exercise.steps(factor(STAGE), Rationals.of(1, 3)).subtract(1),
                  "one step short: steps come in whole numbers, and the factor must be reached."),
              slip(
                  () -> Exercise.steps(factor(STAGE), Rationals.of(1, 2)),
                  "that halves the distance; a stage starts at three floors above its floor.")),
          exercise(
              "03-threshold",
              () -> pull(FLAT).multiply(2).reciprocal(),
              "2 beta c mu = 1 is where the start and the noise fall alike.",
              "the gap forgets its start like k^(-2 beta c mu): which beta makes that 1/k?",
              slip(
                  () -> pull(FLAT).reciprocal(),
                  "that is what Theorem 4.7 asks for; the exponent needs only half of it.")),
          exercise(
              "04-even",
              () -> upwards(even(2)),
              "2 Delta/(K mu alpha) <= alpha L M/mu from K = 2 Delta/(alpha^2 L M) on.",
              "equate 2 Delta/(K mu alpha) with alpha L M/mu, and round up.",
              slip(
                  () -> upwards(even(1)),
                  "the transient has a 2: each step gains at least half of mu alpha |grad F|^2."),
              slip(() -> upwards(even(2)).subtract(1), "there the transient is still larger.")),
          exercise(
              "05-best",
              () -> apart().divide(together()),
              "(L - mu)/(L + mu), where both ends of the spectrum shrink alike.",
              "compute |1 - gamma mu| and |1 - gamma L| at gamma = 2/(mu + L).",
              slip(
                  () -> BigFraction.ONE.subtract(QUADRATIC.exactly("mu").divide(largest())),
                  "that is the factor at gamma = 1/L; a longer step does better.")),
          exercise(
              "06-spread",
              () -> eta().divide(new BigFraction(2).subtract(eta())),
              "each coordinate has the variance eta/(2 (2 - eta)), and there are two.",
              "at rest v = (1 - eta)^2 v + eta^2/2 in each of the two coordinates.",
              slip(
                  () -> eta().divide(new BigFraction(2).subtract(eta())).divide(2),
                  "that is one coordinate; the distance has two."),
              slip(() -> eta().divide(2), "nearly: (1 - eta)^2 = 1 - 2 eta + eta^2.")),
          exercise(
              "07-steps",
              () -> Exercise.steps(wide(1), Rationals.of(1, 1000)),
              "the smallest t with (1 - eta lambda_0/2)^t <= 1/1000.",
              "find the smallest whole t with (1 - eta lambda_0/2)^t <= 1/1000.",
              slip(
                  () -> Exercise.steps(wide(2), Rationals.of(1, 1000)),
                  "the theorem's factor has eta lambda_0/2 in it, half of that."),
              slip(
                  () -> Exercise.steps(wide(1), Rationals.of(1, 1000)).subtract(1),
                  "one step short.")),
          exercise(
              "08-suite",
              () -> Rationals.of(Levels.MAX_CLAIMS, 1).multiply(level()),
              "probabilities of errors add up at worst, whatever depends on what.",
              "if each of n events has at most the probability p, one of them has at most n p.",
              slip(Exercises::level, "that is the level of a single claim.")),
          exercise(
              "09-slack",
              () -> new BigFraction(2).subtract(Rationals.of(1, 10)),
              "2 - alpha c: a step ten times shorter than the longest wastes nearly half.",
              "divide alpha M/2 by alpha M/(2 (2 - alpha c)).",
              slip(() -> new BigFraction(2), "that is the limit for very short steps.")),
          exercise(
              "10-bracket",
              () -> root().divide(root().multiply(4).subtract(2)),
              "sqrt(N)/(4 sqrt(N) - 2), which tends to 1/4.",
              "compare sigma^2/(2 sqrt(N) - 1) with 2 L sigma^2/sqrt(N).",
              slip(
                  () -> Rationals.of(1, 2),
                  "there the printed bound equals the corrected one; the sharper form allows"
                      + " more."),
              slip(() -> Rationals.of(1, 4), "that is the limit for long runs.")),
          exercise(
              "11-trigger",
              () -> TRIGGER.exactly("F_inf").divide(trigger()),
              "alpha L M/(c mu) = F_*, and (4.13) allows no stepsize as long.",
              "solve alpha L M/(c mu) = F_* for alpha.",
              slip(() -> TRIGGER.exactly("alpha"), "that is the longest stepsize of (4.13).")));

  static Exercise named(String name) {
    return ALL.stream()
        .filter(exercise -> exercise.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no exercise %s; there are %s: write one of these"
                        .formatted(
                            name, String.join(", ", ALL.stream().map(Exercise::name).toList()))));
  }

  private static Exercise exercise(
      String name, Supplier<BigFraction> truth, String reason, String hint, Slip... slips) {
    return new Exercise(name, truth, reason, hint, List.of(slips));
  }

  private static Slip slip(Supplier<BigFraction> wrong, String hint) {
    return new Slip(wrong, hint);
  }

  /** alpha L M/(2 c mu) on the four points. */
  private static BigFraction floor(long alpha) {
    return LS4.exactly("L").multiply(LS4.exactly("M")).multiply(alpha).divide(pull(LS4)).divide(2);
  }

  private static BigFraction pull(Checked of) {
    return of.exactly("c").multiply(of.exactly("mu"));
  }

  private static BigFraction factor(Checked of) {
    return BigFraction.ONE.subtract(of.exactly("alpha").multiply(pull(of)));
  }

  /** times Delta/(alpha^2 L M). */
  private static BigFraction even(long times) {
    return DESCENT
        .exactly("Delta")
        .multiply(times)
        .divide(DESCENT.exactly("alpha").pow(2))
        .divide(DESCENT.exactly("L").multiply(DESCENT.exactly("M")));
  }

  private static BigFraction upwards(BigFraction value) {
    BigInteger[] parts = value.getNumerator().divideAndRemainder(value.getDenominator());
    return new BigFraction(parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0]);
  }

  private static BigFraction largest() {
    return QUADRATIC.exactly("L");
  }

  private static BigFraction apart() {
    return largest().subtract(QUADRATIC.exactly("mu"));
  }

  private static BigFraction together() {
    return largest().add(QUADRATIC.exactly("mu"));
  }

  private static BigFraction eta() {
    return SADDLE.exactly("eta");
  }

  /** 1 - times eta lambda_0/2. */
  private static BigFraction wide(long times) {
    return BigFraction.ONE.subtract(
        WIDE.exactly("eta").multiply(WIDE.exactly("lambda_0")).multiply(times).divide(2));
  }

  private static BigFraction level() {
    return Rationals.parse(Double.toString(Levels.ALPHA_CLAIM));
  }

  /** sqrt(N), of a square. */
  private static BigFraction root() {
    return new BigFraction(PRINTED.exactly("N").getNumerator().sqrt());
  }

  private static BigFraction trigger() {
    return TRIGGER.exactly("L").multiply(TRIGGER.exactly("M")).divide(pull(TRIGGER));
  }
}
