package plumbline.problem;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.series.Vector;

/**
 * F(w) = sum of cos w_j over j &lt; cosines, plus half the sum of w_j^2 over the other squares.
 *
 * <p>L = 1 and F_inf = -cosines, exactly. With one of each this is cos x + y^2/2: a strict saddle
 * at the origin, minima at ((2n+1) pi, 0).
 *
 * @param cosines how many coordinates enter by their cosine, at least 1
 * @param squares how many enter by half their square, at least 0
 */
public record Cosine(int cosines, int squares) implements Problem {
  public Cosine {
    if (cosines < 1 || squares < 0) {
      throw new IllegalArgumentException(
          "need at least one cosine and no negative count, got " + cosines + " and " + squares);
    }
  }

  @Override
  public String name() {
    return cosines == 1 && squares == 1
        ? "cos x + y^2/2"
        : cosines + " cosines and " + squares + " half squares";
  }

  @Override
  public int dimension() {
    return cosines + squares;
  }

  @Override
  public Constants constants() {
    return Constants.none()
        .with("L", BigFraction.ONE, "second derivatives are -cos w_j and 1, inside [-1, 1]")
        .with("F_inf", new BigFraction(-cosines), "each cosine is at least -1, attained at pi");
  }

  @Override
  public Optional<Vector> minimizer() {
    return Optional.empty();
  }

  @Override
  public Accuracy accuracy() {
    return Accuracy.of(this);
  }

  @Override
  public Lanes lanes(Layout layout) {
    return new CosineLanes(this, layout);
  }
}
