package plumbline.layer;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import plumbline.formula.LinearAlgebra;

/**
 * A linear layer with bias, y_j = b_j + sum over i = 1..n of x_i w_ij (Bottou, "A linear layer").
 *
 * <p>A gradient and a change of the layer have its shape, and are written as layers too.
 *
 * @param field the numbers
 * @param bias b, shape [m]
 * @param weights row i holds w_i1, ..., w_im, shape [n x m]
 * @param <T> the numbers
 */
public record LinearLayer<T extends FieldElement<T>>(
    LinearAlgebra<T> field, List<T> bias, List<List<T>> weights) {
  public LinearLayer {
    bias = List.copyOf(bias);
    weights = List.copyOf(weights);
    for (List<T> row : weights) {
      if (row.size() != bias.size()) {
        throw new IllegalArgumentException(
            "a layer with "
                + bias.size()
                + " outputs has a row of "
                + row.size()
                + " weights: give every row one weight an output");
      }
    }
  }

  /** n. */
  public int inputs() {
    return weights.size();
  }

  /** m. */
  public int outputs() {
    return bias.size();
  }

  /** w_ij, with w_0j = b_j; i = 0..n, j = 0..m-1. */
  public T entry(int i, int j) {
    return i == 0 ? bias.get(j) : weights.get(i - 1).get(j);
  }

  /** y, shape [m], of x, shape [n]. */
  public List<T> apply(List<T> x) {
    List<List<T>> columns = field.transposed(weights);
    return field.plus(bias, field.times(columns, x));
  }

  /**
   * The layer whose entries are x_i g_j, with x_0 = 1: the gradient of anything that depends on the
   * layer through y alone.
   *
   * @param x the input, shape [n]
   * @param g the gradient by y, shape [m]
   */
  public static <T extends FieldElement<T>> LinearLayer<T> gradient(
      LinearAlgebra<T> field, List<T> x, List<T> g) {
    return new LinearLayer<>(field, g, field.outer(x, g));
  }

  /** This plus c times another of its shape. */
  public LinearLayer<T> plus(T c, LinearLayer<T> other) {
    T minus = c.negate();
    return new LinearLayer<>(
        field,
        field.minus(bias, minus, other.bias),
        IntStream.range(0, inputs())
            .mapToObj(i -> field.minus(weights.get(i), minus, other.weights.get(i)))
            .toList());
  }

  /** This with h added to w_ij; w_0j = b_j. */
  public LinearLayer<T> plus(int i, int j, T h) {
    return new LinearLayer<>(
        field,
        field.vector(outputs(), c -> moved(0, c, i, j, h)),
        IntStream.rangeClosed(1, inputs())
            .mapToObj(r -> field.vector(outputs(), c -> moved(r, c, i, j, h)))
            .toList());
  }

  private T moved(int row, int column, int i, int j, T h) {
    T entry = entry(row, column);
    return row == i && column == j ? entry.add(h) : entry;
  }

  /** The sum of the products of their entries. */
  public T dot(LinearLayer<T> other) {
    T sum = field.dot(bias, other.bias);
    for (int i = 0; i < inputs(); i++) {
      sum = sum.add(field.dot(weights.get(i), other.weights.get(i)));
    }
    return sum;
  }

  /** The mean of layers of one shape. */
  public static <T extends FieldElement<T>> LinearLayer<T> mean(List<LinearLayer<T>> layers) {
    LinearLayer<T> sum = layers.get(0);
    T one = sum.field.in().of(1);
    for (LinearLayer<T> layer : layers.subList(1, layers.size())) {
      sum = sum.plus(one, layer);
    }
    T count = one.multiply(layers.size());
    LinearAlgebra<T> field = sum.field;
    return new LinearLayer<>(
        field,
        divided(sum.bias, count),
        sum.weights.stream().map(row -> divided(row, count)).toList());
  }

  private static <T extends FieldElement<T>> List<T> divided(List<T> row, T count) {
    return row.stream().map(x -> x.divide(count)).toList();
  }
}
