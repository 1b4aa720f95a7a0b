package plumbline.theorems.bottou.distributed;

/** Whether all roots of a polynomial are inside the unit circle, without computing one. */
final class SchurCohn {
  private static final int CUTS = 60;

  private SchurCohn() {}

  /**
   * The test of Schur and Cohn: |c_n| &lt; |c_0|, and the same for the polynomial of one degree
   * less c_0 p(z) - c_n z^n p(1/z), over z.
   *
   * @param coefficients c_0 z^n + ... + c_n, from the highest power down
   */
  static boolean stable(double[] coefficients) {
    double[] c = coefficients.clone();
    for (int degree = c.length - 1; degree > 0; degree--) {
      double reflection = c[degree] / c[0];
      if (!(Math.abs(reflection) < 1)) {
        return false;
      }
      double[] next = new double[degree];
      for (int i = 0; i < degree; i++) {
        next[i] = c[i] - reflection * c[degree - i];
      }
      c = next;
    }
    return true;
  }

  /** z^(tau + 1) - z^tau + a with rz in the place of z: its roots are r times shorter. */
  private static double[] delayed(double a, int tau, double r) {
    double[] c = new double[tau + 2];
    c[0] = Math.pow(r, tau + 1);
    c[1] = -Math.pow(r, tau);
    c[tau + 1] += a;
    return c;
  }

  /** The largest a below which z^(tau + 1) - z^tau + a has all roots inside, by bisection. */
  static double limit(int tau) {
    double low = 0;
    double high = 3;
    for (int cut = 0; cut < CUTS; cut++) {
      double middle = (low + high) / 2;
      if (stable(delayed(middle, tau, 1))) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The largest absolute value of a root of z^(tau + 1) - z^tau + a, by bisection. */
  static double radius(double a, int tau) {
    double low = 0;
    double high = 2 + a;
    for (int cut = 0; cut < CUTS; cut++) {
      double middle = (low + high) / 2;
      if (stable(delayed(a, tau, middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }
}
