package plumbline.layer;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import plumbline.formula.LinearAlgebra;

/**
 * A linear layer written with centred and rescaled inputs and rescaled outputs: y_j = beta_j (v_0j
 * + sum over i of z_i v_ij), z_i = alpha_i (x_i - mu_i) (Bottou, "Reparametrization").
 *
 * @param field the numbers
 * @param mu what is subtracted from the inputs, shape [n]
 * @param alpha what then multiplies them, shape [n]
 * @param beta what multiplies the outputs, shape [m]
 * @param <T> the numbers
 */
public record Rescaling<T extends FieldElement<T>>(
    LinearAlgebra<T> field, List<T> mu, List<T> alpha, List<T> beta) {
  public Rescaling {
    mu = List.copyOf(mu);
    alpha = List.copyOf(alpha);
    beta = List.copyOf(beta);
    if (mu.size() != alpha.size()) {
      throw new IllegalArgumentException(
          "got " + mu.size() + " mu and " + alpha.size() + " alpha: give one of each an input");
    }
  }

  /** z, shape [n], without z_0 = 1. */
  public List<T> normalised(List<T> x) {
    return field.hadamard(alpha, field.minus(x, mu));
  }

  /** y, shape [m], of the parameters v and the input x. */
  public List<T> apply(LinearLayer<T> v, List<T> x) {
    return field.hadamard(beta, v.apply(normalised(x)));
  }

  /**
   * The layer that does the same: w_ij = alpha_i beta_j v_ij, b_j = beta_j v_0j - sum mu_i w_ij.
   */
  public LinearLayer<T> plain(LinearLayer<T> v) {
    List<List<T>> weights =
        IntStream.range(0, mu.size())
            .mapToObj(i -> field.times(alpha.get(i), field.hadamard(beta, v.weights().get(i))))
            .toList();
    List<T> shift = field.times(field.transposed(weights), mu);
    return new LinearLayer<>(field, field.minus(field.hadamard(beta, v.bias()), shift), weights);
  }

  /**
   * The parameters v of which {@link #plain} makes this layer; every alpha_i and beta_j is not 0.
   */
  public LinearLayer<T> of(LinearLayer<T> w) {
    List<T> alone = field.vector(beta.size(), j -> beta.get(j).reciprocal());
    List<T> shift = field.times(field.transposed(w.weights()), mu);
    return new LinearLayer<>(
        field,
        field.hadamard(alone, field.plus(w.bias(), shift)),
        IntStream.range(0, mu.size())
            .mapToObj(
                i ->
                    field.times(
                        alpha.get(i).reciprocal(), field.hadamard(alone, w.weights().get(i))))
            .toList());
  }
}
