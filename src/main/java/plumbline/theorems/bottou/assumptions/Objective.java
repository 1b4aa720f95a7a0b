package plumbline.theorems.bottou.assumptions;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Vector;
import plumbline.theorem.Status;

/**
 * An objective F on R^d that is evaluated in any arithmetic, with what is proved of it: of the
 * library, or one of a few functions for which an assumption fails.
 */
sealed interface Objective permits Library, Single {
  /** F(w). */
  <T extends FieldElement<T>> T value(LinearAlgebra<T> field, List<T> w);

  /** grad F(w), shape [d]. */
  <T extends FieldElement<T>> List<T> gradient(LinearAlgebra<T> field, List<T> w);

  /** Those of L, c and F_inf that exist, exact or certified. */
  Constants constants();

  /** A minimizer, or where none is known exactly the origin; shape [d]. */
  Vector centre();

  /** Along it the curvature at the centre is greatest; a unit vector, up to rounding. */
  Vector steepest();

  /** Along it the curvature at the centre is least; a unit vector, up to rounding. */
  Vector flattest();

  /** Whether grad F is Lipschitz with this constant. */
  Status smooth(BigFraction l);

  /** Whether F is strongly convex with this constant. */
  Status stronglyConvex(BigFraction c);

  /** Whether F is nowhere below this. */
  Status boundedBelow(BigFraction least);
}
