package plumbline.theorems;

import java.util.function.DoubleUnaryOperator;

/** Minima and roots of functions of one number, in doubles, that know no formula. */
public final class Search {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int CUTS = 100;

  private Search() {}

  /**
   * The minimiser of a function that falls, then rises, on [low, high], by golden sections: to
   * about 1e-8 of its size, where the value is the least one to about 1e-16.
   */
  public static double minimiser(DoubleUnaryOperator of, double low, double high) {
    double a = low;
    double b = high;
    double x = b - GOLDEN * (b - a);
    double y = a + GOLDEN * (b - a);
    double atX = of.applyAsDouble(x);
    double atY = of.applyAsDouble(y);
    for (int cut = 0; cut < CUTS; cut++) {
      if (atX < atY) {
        b = y;
        y = x;
        atY = atX;
        x = b - GOLDEN * (b - a);
        atX = of.applyAsDouble(x);
      } else {
        a = x;
        x = y;
        atX = atY;
        y = a + GOLDEN * (b - a);
        atY = of.applyAsDouble(y);
      }
    }
    return (a + b) / 2;
  }

  /** Where an increasing function changes its sign on [low, high], by bisection. */
  public static double root(DoubleUnaryOperator of, double low, double high) {
    double a = low;
    double b = high;
    for (int cut = 0; cut < CUTS; cut++) {
      double middle = (a + b) / 2;
      if (of.applyAsDouble(middle) < 0) {
        a = middle;
      } else {
        b = middle;
      }
    }
    return (a + b) / 2;
  }
}
