package plumbline.theorems.bottou.layers;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.LinearAlgebra;
import plumbline.layer.LinearLayer;
import plumbline.layer.Rescaling;

/**
 * A gradient step on the new parameters, found from forward passes alone by differences.
 *
 * @param pass the minibatch and its layer
 */
record Steps(Pass pass) {
  /** The mean loss of new parameters v. */
  <T extends FieldElement<T>> T loss(LinearAlgebra<T> field, LinearLayer<T> v) {
    Rescaling<T> form = pass.rescaling(field);
    return pass.loss(field, x -> form.apply(v, x), v);
  }

  /** delta v. */
  <T extends FieldElement<T>> LinearLayer<T> byParameters(LinearAlgebra<T> field) {
    return Pass.differences(field, v -> loss(field, v), pass.layer(field));
  }

  /** (w, b) of v + e times this move, where alpha_1 has changed meanwhile. */
  <T extends FieldElement<T>> LinearLayer<T> reached(
      LinearAlgebra<T> field, T e, LinearLayer<T> move) {
    LinearLayer<T> v = pass.layer(field).plus(e, move);
    Rescaling<T> form = pass.rescaling(field);
    List<T> alpha = new ArrayList<>(form.alpha());
    alpha.set(0, alpha.get(0).multiply(field.in().of(pass.change())));
    return new Rescaling<>(field, form.mu(), alpha, form.beta()).plain(v);
  }

  /** (w, b) of v. */
  <T extends FieldElement<T>> LinearLayer<T> start(LinearAlgebra<T> field) {
    return pass.rescaling(field).plain(pass.layer(field));
  }

  /** (delta w, delta b) = (w, b) of v + delta v less (w, b) of v. */
  <T extends FieldElement<T>> LinearLayer<T> byPlain(LinearAlgebra<T> field) {
    return reached(field, field.in().of(1), byParameters(field))
        .plus(field.in().of(-1), start(field));
  }

  /** z_i = alpha_i (x_i - mu_i), from the declared numbers and not from a {@link Rescaling}. */
  <T extends FieldElement<T>> List<T> z(LinearAlgebra<T> field, List<T> x) {
    return field.hadamard(field.lift(pass.alpha()), field.minus(x, field.lift(pass.mu())));
  }

  /** The mean over the minibatch of what is made of x and g at v; y from the declared numbers. */
  <T extends FieldElement<T>> LinearLayer<T> mean(LinearAlgebra<T> field, Pass.Each<T> each) {
    List<T> beta = field.lift(pass.beta());
    LinearLayer<T> v = pass.layer(field);
    return pass.mean(field, x -> field.hadamard(beta, v.apply(z(field, x))), each);
  }

  /** The mean of beta_j g_j z_i, z_0 = 1: delta v as it is claimed. */
  <T extends FieldElement<T>> LinearLayer<T> claimed(LinearAlgebra<T> field) {
    List<T> beta = field.lift(pass.beta());
    return mean(field, (x, g) -> LinearLayer.gradient(field, z(field, x), field.hadamard(beta, g)));
  }

  /** The mean of g_j (bias) and of g_j (x_i - mu_i). */
  <T extends FieldElement<T>> LinearLayer<T> centred(LinearAlgebra<T> field) {
    List<T> mu = field.lift(pass.mu());
    return mean(field, (x, g) -> LinearLayer.gradient(field, field.minus(x, mu), g));
  }
}
