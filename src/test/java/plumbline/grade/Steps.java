package plumbline.grade;

import plumbline.simulation.ScalarStep;

/** Steps as students write them, right and wrong. */
final class Steps {
  private Steps() {}

  /** Fused, as the engines combine: equal bit for bit. */
  static final class Fused implements ScalarStep {
    @Override
    public double[] step(double[] w, Given given, long k) {
      double[] g = given.gradient(w);
      for (int j = 0; j < w.length; j++) {
        w[j] = Math.fma(-given.stepsize(k), g[j], w[j]);
      }
      return w;
    }
  }

  /** As one writes it: each product and each difference rounded. */
  static class Sgd implements ScalarStep {
    @Override
    public double[] step(double[] w, Given given, long k) {
      double[] g = gradient(w, given);
      double[] next = new double[w.length];
      for (int j = 0; j < w.length; j++) {
        next[j] = w[j] - stepsize(given, k) * g[j];
      }
      return next;
    }

    double[] gradient(double[] w, ScalarStep.Given given) {
      return given.gradient(w);
    }

    double stepsize(ScalarStep.Given given, long k) {
      return given.stepsize(k);
    }
  }

  /** Says another w_2 than the one that it goes on from. */
  static final class AwayOnce extends Sgd {
    private double[] own;

    @Override
    public double[] step(double[] w, Given given, long k) {
      own = super.step(k == 1 ? w : own, given, k);
      double[] said = own.clone();
      said[0] += k == 1 ? 1000 : 0;
      return said;
    }
  }

  /** Adds a constant to the gradient. */
  static final class Biased extends Sgd {
    @Override
    double[] gradient(double[] w, ScalarStep.Given given) {
      double[] g = given.gradient(w);
      for (int j = 0; j < g.length; j++) {
        g[j] += 0.5;
      }
      return g;
    }
  }

  /** Sums over a batch of 4 and forgets to divide. */
  static final class Summed extends Sgd {
    @Override
    double stepsize(ScalarStep.Given given, long k) {
      return 4 * given.stepsize(k);
    }
  }

  /** Steps along the gradient of the step before. */
  static final class Stale extends Sgd {
    private double[] before;

    @Override
    double[] gradient(double[] w, ScalarStep.Given given) {
      double[] now = given.gradient(w);
      double[] used = before == null ? now : before;
      before = now;
      return used;
    }
  }

  /** Takes alpha_{k+1} for alpha_k. */
  static final class Early extends Sgd {
    @Override
    double stepsize(ScalarStep.Given given, long k) {
      return given.stepsize(k + 1);
    }
  }

  /** Heavy ball by differences of iterates; beta below 0 is the wrong sign. */
  static final class Ball implements ScalarStep {
    private final double beta;
    private double[] before;

    Ball(double beta) {
      this.beta = beta;
    }

    @Override
    public double[] step(double[] w, Given given, long k) {
      double[] g = given.gradient(w);
      double[] next = new double[w.length];
      for (int j = 0; j < w.length; j++) {
        double moved = before == null ? 0 : w[j] - before[j];
        next[j] = w[j] - given.stepsize(k) * g[j] + beta * moved;
      }
      before = w;
      return next;
    }
  }

  /** Momentum as libraries write it. */
  static final class Momentum implements ScalarStep {
    private double[] p;

    @Override
    public double[] step(double[] w, Given given, long k) {
      double[] g = given.gradient(w);
      p = p == null ? new double[w.length] : p;
      for (int j = 0; j < w.length; j++) {
        p[j] = 0.9 * p[j] + g[j];
        w[j] -= given.stepsize(k) * p[j];
      }
      return w;
    }
  }

  /** Nesterov's method, followed at w or at the points ahead. */
  static final class Nesterov implements ScalarStep {
    private double[] before;

    @Override
    public double[] step(double[] w, Given given, long k) {
      double[] y = w.clone();
      for (int j = 0; before != null && j < w.length; j++) {
        y[j] += 0.9 * (w[j] - before[j]);
      }
      double[] g = given.gradient(y);
      before = w;
      double[] next = new double[w.length];
      for (int j = 0; j < w.length; j++) {
        next[j] = y[j] - given.stepsize(k) * g[j];
      }
      return next;
    }
  }

  /** The same as libraries write it. */
  static final class NesterovAhead implements ScalarStep {
    private double[] p;

    @Override
    public double[] step(double[] w, Given given, long k) {
      double[] g = given.gradient(w);
      p = p == null ? new double[w.length] : p;
      for (int j = 0; j < w.length; j++) {
        p[j] = 0.9 * p[j] + g[j];
        w[j] -= given.stepsize(k) * (g[j] + 0.9 * p[j]);
      }
      return w;
    }
  }

  /** Keeps its momentum for all replicas together. */
  static final class Shared implements ScalarStep {
    private static final double[] MOVED = new double[64];

    @Override
    public double[] step(double[] w, Given given, long k) {
      double[] g = given.gradient(w);
      for (int j = 0; j < w.length; j++) {
        MOVED[j] = 0.9 * MOVED[j] + g[j];
        w[j] -= given.stepsize(k) * MOVED[j];
      }
      return w;
    }
  }
}
