package plumbline.simulation;

import com.aparapi.Kernel;

/** A small kernel that asks a device how it rounds and how long a fused multiply-add takes. */
final class Probe extends Kernel {
  final double[] x;
  final double[] fused;
  final double[] root;
  final double[] quotient;
  final int chain;

  Probe(double[] x, int chain) {
    this.x = x.clone();
    this.chain = chain;
    fused = new double[x.length];
    root = new double[x.length];
    quotient = new double[x.length];
  }

  @Override
  public void run() {
    int i = getGlobalId();
    double y = x[i];
    for (int n = 0; n < chain; n++) {
      y = Math.fma(y, -0.75, x[i]);
    }
    fused[i] = y;
    root[i] = Math.sqrt(x[i]);
    quotient[i] = 1.0 / x[i];
  }
}
