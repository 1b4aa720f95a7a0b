package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;

/**
 * Stochastic gradient on examples of one input.
 *
 * @param examples what is drawn
 * @param choice when alpha_k is chosen
 * @param alpha the scale of the stepsize
 * @param start w_1
 */
record Run(Examples examples, Choice choice, BigFraction alpha, BigFraction start) {
  /** What the stepsize knows. */
  enum Choice {
    FIXED("alpha"),
    FALLING("alpha/k"),
    AFTER_THE_DRAW("alpha/x^2 of the example just drawn");

    private final String text;

    Choice(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    static Choice of(String text) {
      for (Choice choice : values()) {
        if (choice.text.equals(text)) {
          return choice;
        }
      }
      throw new IllegalArgumentException("no stepsize named " + text);
    }
  }

  Constants constants() {
    BigFraction ratios = BigFraction.ZERO;
    for (int i = 0; i < examples.size(); i++) {
      BigFraction ratio = examples.y(i).divide(examples.x(i));
      ratios = ratios.add(examples.chance(i).multiply(ratio));
    }
    return Constants.none()
        .with("alpha", alpha, "declared")
        .with("w_1", start, "declared")
        .with("w_star", examples.minimizer(), "E x y/E x^2")
        .with("r", ratios, "the mean of y_i/x_i");
  }

  /** alpha_k; after the draw, the factor of 1/x_i^2. */
  Formula stepsize() {
    Formula scale = Formula.name("alpha");
    return choice == Choice.FALLING ? scale.over(Formula.k()) : scale;
  }

  /** w_{k+1} from w_k and the example i. */
  <T extends FieldElement<T>> T next(Arithmetic<T> in, long k, T w, int i) {
    return next(in, step(in, k), w, i);
  }

  /** alpha_k, or its part that does not depend on the draw. */
  private <T extends FieldElement<T>> T step(Arithmetic<T> in, long k) {
    return stepsize().at(in, Constants.none().with("alpha", alpha, "declared"), k);
  }

  private <T extends FieldElement<T>> T next(Arithmetic<T> in, T scale, T w, int i) {
    T step = scale;
    if (choice == Choice.AFTER_THE_DRAW) {
      step = scale.divide(in.of(examples.x(i).multiply(examples.x(i))));
    }
    return w.subtract(step.multiply(examples.slope(in, i, w)));
  }

  /** w_k for each of the N^(k-1) sequences of draws. */
  <T extends FieldElement<T>> List<T> iterates(Arithmetic<T> in, long k) {
    List<T> now = List.of(in.of(start));
    for (long j = 1; j < k; j++) {
      T step = step(in, j);
      List<T> then = new ArrayList<>();
      for (T w : now) {
        for (int i = 0; i < examples.size(); i++) {
          then.add(next(in, step, w, i));
        }
      }
      now = then;
    }
    return now;
  }
}
