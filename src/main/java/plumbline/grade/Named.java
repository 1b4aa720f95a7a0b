package plumbline.grade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.method.Method;
import plumbline.oracle.Law;
import plumbline.oracle.Oracle;
import plumbline.problem.LeastSquares;
import plumbline.problem.Quadratic;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;

/**
 * The methods that a step can be held against, by the name that a user writes, and the settings on
 * which it is.
 *
 * @param name "heavy-ball"
 * @param rule the step as a formula
 * @param source where it is stated
 * @param remembers whether it has a momentum beta
 * @param method the operations, of beta
 */
record Named(
    String name,
    String rule,
    String source,
    boolean remembers,
    Function<BigFraction, Method> method) {
  /** Where nothing else is set. */
  static final BigFraction BETA = new BigFraction(9, 10);

  static final List<Named> ALL =
      List.of(
          new Named(
              "sgd",
              "w <- w - alpha_k g(w)",
              "Robbins and Monro (1951)",
              false,
              beta -> Method.stochasticGradient()),
          new Named(
              "heavy-ball",
              "w <- w - alpha_k g(w) + beta (w - w_before)",
              "Polyak (1964)",
              true,
              Method::heavyBall),
          new Named(
              "momentum",
              "p <- beta p + g(w), w <- w - alpha_k p",
              "Sutskever et al. (2013)",
              true,
              Method::momentumSum),
          new Named(
              "nesterov",
              "y = w + beta (w - w_before), w <- y - alpha_k g(y)",
              "Nesterov (1983)",
              true,
              Method::nesterov),
          new Named(
              "nesterov-ahead",
              "p <- beta p + g(w), w <- w - alpha_k (g(w) + beta p)",
              "Sutskever et al. (2013)",
              true,
              Method::nesterovAhead));

  /**
   * The method of this name.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  static Named of(String name) {
    return ALL.stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no method named %s; there are %s: name one of these"
                        .formatted(
                            name, String.join(", ", ALL.stream().map(Named::name).toList()))));
  }

  /**
   * Its operations with what a user set.
   *
   * @throws IllegalArgumentException if anything but beta is set, or beta is outside [0, 1)
   */
  Method with(Map<String, String> set) {
    for (String key : set.keySet()) {
      if (!(remembers && key.equals("beta"))) {
        throw new IllegalArgumentException(
            "%s has no parameter named %s; it has %s"
                .formatted(name, key, remembers ? "beta: set that one" : "none: leave out --set"));
      }
    }
    return method.apply(beta(set).orElse(BETA));
  }

  /** "heavy ball with beta = 9/10". */
  String title(Map<String, String> set) {
    String plain = with(set).name();
    return remembers ? plain + " with beta = " + Rationals.show(beta(set).orElse(BETA)) : plain;
  }

  /** The others with the same beta, of which a step may be one instead. */
  static Map<String, Method> others(Named but, Map<String, String> set) {
    Map<String, Method> others = new LinkedHashMap<>();
    ALL.stream()
        .filter(m -> !m.equals(but))
        .forEach(m -> others.put(m.name(), m.method().apply(beta(set).orElse(BETA))));
    return others;
  }

  private static Optional<BigFraction> beta(Map<String, String> set) {
    if (!set.containsKey("beta")) {
      return Optional.empty();
    }
    BigFraction beta = Rationals.parse(set.get("beta"));
    if (beta.compareTo(BigFraction.ZERO) < 0 || beta.compareTo(BigFraction.ONE) >= 0) {
      throw new IllegalArgumentException(
          "beta=" + set.get("beta") + " is outside [0, 1): with beta >= 1 no momentum ever decays");
    }
    return Optional.of(beta);
  }

  /** A setting with its name. */
  record Setting(String name, Recursion recursion) {}

  /**
   * Settings in which every part of a step shows: curvatures and noise that differ by coordinate,
   * examples that are drawn, a stepsize that falls, and none of these.
   */
  static List<Setting> settings(Method method) {
    Quadratic bowl =
        new Quadratic(Matrix.parse("2 1/2; 1/2 1/4"), Vector.parse("1 -1"), Constants.none());
    LeastSquares rows =
        LeastSquares.of(
            Matrix.parse("1 2 0; 0 1 1; 1 0 -1; 2 1 1; 1 1 1"), Vector.parse("6 1 -2 6 3"));
    Start start = new Start.At(Vector.parse("3 2"));
    return List.of(
        new Setting(
            "a quadratic in R^2, no noise, alpha = 1/4",
            new Recursion(
                bowl, Oracle.exact(2), method, Stepsize.fixed(new BigFraction(1, 4)), start)),
        new Setting(
            "the same with Gaussian noise",
            new Recursion(
                bowl,
                Oracle.additive(Vector.parse("1 1/4"), Law.GAUSSIAN),
                method,
                Stepsize.fixed(new BigFraction(1, 4)),
                start)),
        new Setting(
            "least squares in R^3, minibatches of 4, alpha_k = 1/(9 + k)",
            new Recursion(
                rows,
                Oracle.indices(3, 4),
                method,
                Stepsize.harmonic(BigFraction.ONE, new BigFraction(9)),
                new Start.At(Vector.parse("1 -1 1/3")))));
  }
}
