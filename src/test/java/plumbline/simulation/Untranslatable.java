package plumbline.simulation;

import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;

/** A leaf with a switch, which Aparapi does not translate. */
final class Untranslatable extends Lanes {
  Untranslatable(int dimension, Layout layout) {
    super(dimension, layout);
  }

  @Override
  protected void gradient(int at, int lo, int hi) {
    switch (dimension) {
      case 1:
        fill(rows[g], 1.0, lo, hi);
        break;
      case 7:
        fill(rows[g], 2.0, lo, hi);
        break;
      default:
        fill(rows[g], 3.0, lo, hi);
    }
  }

  @Override
  protected void sample(int at, int lo, int hi, int iteration) {
    gradient(at, lo, hi);
  }

  @Override
  protected void value(int lo, int hi) {
    fill(reading, 1.0, lo, hi);
  }
}
