package plumbline.lanes;

import static plumbline.random.Polynomials.*;

import plumbline.random.Draws;

/** Variates of every noise law in lanes: {@link Draws} is the reference. */
abstract class Noise extends Functions {
  /** The variates of the last draw, four or fewer a lane; shape [slots lanes]. */
  protected double[] z0;

  protected double[] z1;
  protected double[] z2;
  protected double[] z3;
  double[] rest;

  Noise(int lanes, int slots) {
    super(lanes, slots);
    int size = slots * lanes;
    z0 = new double[size];
    z1 = new double[size];
    z2 = new double[size];
    z3 = new double[size];
    rest = new double[lanes];
  }

  /** z0..z3 &lt;- independent standard normals; z2 and z3 only if more than two are wanted. */
  protected final void normals(int lo, int hi, int iteration, int slot, int purpose, int wanted) {
    draw(lo, hi, iteration, slot, purpose);
    pair(x0, x1, z0, z1, lo, hi);
    if (wanted > 2) {
      pair(x2, x3, z2, z3, lo, hi);
    }
  }

  final void scaleByRadius(double[] x, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      x[l] = radius[l] * x[l];
    }
  }

  /** (z0, z1) &lt;- uniform on the unit circle. */
  protected final void circle(int lo, int hi, int iteration, int slot, int purpose) {
    draw(lo, hi, iteration, slot, purpose);
    for (int l = lo; l < hi; l++) {
      radius[l] = 1.0;
    }
    polar(x1, z0, z1, lo, hi);
  }

  /** z0 &lt;- signs from this bit of the words. */
  protected final void signs(int[] words, int bit, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      // in doubles: translated, a logical shift leaves an unsigned int, which has no -1
      z0[l] = Math.fma(-2.0, (double) ((words[l] >>> bit) & 1), 1.0);
    }
  }

  /** z0 &lt;- Student t, 4 degrees of freedom, variance 1. */
  protected final void student4(int lo, int hi, int iteration, int slot, int purpose) {
    draw(lo, hi, iteration, slot, purpose);
    fineUniforms(lo, hi);
    for (int l = lo; l < hi; l++) {
      double root = Math.sqrt(radius[l]);
      radius[l] = Math.sqrt(2.0 * rest[l] / Math.fma(root, root, root));
    }
    cosinesOfWords(x1, z0, lo, hi);
    scaleByRadius(z0, lo, hi);
  }

  /** z0 &lt;- Student t, 8 degrees of freedom, variance 1. */
  protected final void student8(int lo, int hi, int iteration, int slot, int purpose) {
    draw(lo, hi, iteration, slot, purpose);
    fineUniforms(lo, hi);
    for (int l = lo; l < hi; l++) {
      double root = Math.sqrt(radius[l]);
      double fourth = Math.sqrt(root);
      double over = Math.fma(fourth, fourth, fourth) * (1.0 + root);
      radius[l] = Math.sqrt(6.0 * rest[l] / over);
    }
    cosinesOfWords(x1, z0, lo, hi);
    scaleByRadius(z0, lo, hi);
  }

  final void fineUniforms(int lo, int hi) {
    uniforms(x2, rest, lo, hi);
    for (int l = lo; l < hi; l++) {
      double high = (double) x0[l];
      double low = rest[l];
      radius[l] = ((high + 0x1p31) + low) * STEP;
      rest[l] = ((0x1p31 - high) - low) * STEP;
    }
  }

  /** into &lt;- indices in 0..n-1 from the words. */
  protected final void indices(int[] words, int n, int[] into, int lo, int hi) {
    for (int l = lo; l < hi; l++) {
      into[l] = (int) (((words[l] & 0xFFFFFFFFL) * (long) n) >>> 32);
    }
  }
}
