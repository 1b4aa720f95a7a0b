package plumbline.lanes;

/** Every way to leave a product unfused: the negative control of {@link KernelRulesTest}. */
final class BadlyFused {
  static final int WAYS = 6;

  private BadlyFused() {}

  static double plain(double a, double b, double c) {
    return a * b + c;
  }

  static double difference(double a, double b, double c) {
    return c - a * b;
  }

  static double throughLocal(double a, double b, double c) {
    double product = a * b;
    return c + product;
  }

  static void overArrays(double[] x, double[] y) {
    for (int l = 0; l < x.length; l++) {
      x[l] += 2.0 * y[l];
    }
  }

  static double negated(double a, double b, double c) {
    return c + -(a * b);
  }

  static double square(double x) {
    return x * x - 1.0;
  }

  static double allowed(double a, double b, double c) {
    return Math.fma(a, b, c) * (a + b) / (2.0 * c);
  }
}
