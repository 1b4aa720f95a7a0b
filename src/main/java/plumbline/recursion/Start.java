package plumbline.recursion;

import org.hipparchus.fraction.BigFraction;
import plumbline.series.Vector;

/** Where a replica starts. */
public sealed interface Start {
  /** w_1 is this point, shape [d]. */
  record At(Vector point) implements Start {}

  /** Every coordinate of w_1 independent N(0, deviation^2). */
  record Normal(BigFraction deviation) implements Start {}
}
