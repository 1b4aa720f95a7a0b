package plumbline.problem;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.series.Matrix;
import plumbline.series.Vector;

/**
 * Half the squared error of u_i = m^(-1/2) sum_r a_r relu(w_r'x_i + b_r) on n samples.
 *
 * <p>With {@link Trained#FIRST_LAYER}, the parameters are the w_r alone (b_r = 0), and the signs
 * a_r = +-1 are drawn with the start and stay. With {@link Trained#ALL}, the parameters are a, W
 * and b, and a_r starts uniform on [-1, 1]. The layout of w is documented at the leaf.
 *
 * @param inputs x_i by rows, shape [n x d], of unit length
 * @param targets y, shape [n]
 * @param hidden m, the number of hidden units
 * @param trained which parameters gradient descent moves
 */
public record Network(Matrix inputs, Vector targets, int hidden, Trained trained)
    implements Problem {
  /** Which parameters gradient descent moves. */
  public enum Trained {
    FIRST_LAYER,
    ALL
  }

  public Network {
    if (inputs.height() != targets.dimension() || hidden < 1) {
      throw new IllegalArgumentException(
          "a network needs one target per row and at least one hidden unit, got "
              + inputs.height()
              + " rows, "
              + targets.dimension()
              + " targets, "
              + hidden
              + " units");
    }
  }

  @Override
  public String name() {
    return "one hidden layer of " + hidden + " rectifiers on " + inputs.height() + " samples";
  }

  @Override
  public int dimension() {
    return trained == Trained.FIRST_LAYER ? hidden * inputs.width() : hidden * (inputs.width() + 2);
  }

  @Override
  public Constants constants() {
    return Constants.none()
        .with("F_inf", BigFraction.ZERO, "a sum of squares")
        .with("m", new BigFraction(hidden), "declared")
        .with("n", new BigFraction(inputs.height()), "declared");
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
  public long work(int batch) {
    return (long) inputs.height() * dimension();
  }

  @Override
  public Lanes lanes(Layout layout) {
    return new NetworkLanes(this, layout);
  }
}
