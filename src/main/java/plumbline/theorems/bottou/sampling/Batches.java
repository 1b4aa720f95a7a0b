package plumbline.theorems.bottou.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Status;

/**
 * Minibatch gradients H (1/n) sum of grad f_i(w) at one point, every example as likely as another.
 *
 * @param examples the examples
 * @param point w, shape [d]
 * @param scaling H, shape [d x d]
 * @param drawing how the n indices are drawn
 * @param delta where positive, entry j of a batch's gradient is divided by delta + its own size
 */
record Batches(
    Examples examples, Vector point, Matrix scaling, Drawing drawing, BigFraction delta) {
  Batches(Examples examples, Vector point, Matrix scaling, Drawing drawing) {
    this(examples, point, scaling, drawing, BigFraction.ZERO);
  }

  /** How the indices of a batch are drawn. */
  enum Drawing {
    WITH_REPLACEMENT("with replacement"),
    WITHOUT("without replacement"),
    REPEATED("one index, repeated");

    private final String text;

    Drawing(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    static Drawing of(String text) {
      for (Drawing drawing : values()) {
        if (drawing.text.equals(text)) {
          return drawing;
        }
      }
      throw new IllegalArgumentException("no drawing named " + text);
    }
  }

  /** All equally likely batches of this size. */
  List<List<Integer>> ofSize(int n) {
    int size = examples.size();
    return switch (drawing) {
      case WITH_REPLACEMENT -> Sequences.all(size, n);
      case WITHOUT -> Sequences.increasing(size, n);
      case REPEATED ->
          IntStream.range(0, size)
              .mapToObj(i -> IntStream.range(0, n).mapToObj(j -> i).toList())
              .toList();
    };
  }

  Status independent() {
    String text = "drawn " + drawing.text();
    return Status.of(drawing == Drawing.WITH_REPLACEMENT, text + " from " + examples.size());
  }

  Status fixedScaling() {
    return delta.signum() == 0
        ? Status.certified("H is one matrix for all draws")
        : new Status.Refuted("H = 1/(" + Rationals.show(delta) + " + |g_j|) with the g just drawn");
  }

  /** V = tr(H Sigma H'), G = |H grad F(w)|^2, N. */
  Constants constants() {
    LinearAlgebra<BigFraction> field = LinearAlgebra.exact();
    List<BigFraction> mean = mean(field);
    BigFraction sum = BigFraction.ZERO;
    for (List<BigFraction> g : gradients(field)) {
      List<BigFraction> scaled = field.times(field.lift(scaling), g);
      sum = sum.add(field.squaredNorm(field.minus(scaled, mean)));
    }
    int n = examples.size();
    return Constants.none()
        .with("V", sum.divide(n), "tr(H Sigma H'), Sigma the covariance of one gradient")
        .with("G", field.squaredNorm(mean), "|H grad F(w)|^2")
        .with("N", Rationals.of(n, 1), "number of examples");
  }

  /** grad f_i(w) for each i. */
  <T extends FieldElement<T>> List<List<T>> gradients(LinearAlgebra<T> field) {
    List<T> w = field.lift(point);
    return IntStream.range(0, examples.size())
        .mapToObj(i -> examples.gradient(field, i, w))
        .toList();
  }

  /** H grad F(w), from the moments of the examples. */
  <T extends FieldElement<T>> List<T> mean(LinearAlgebra<T> field) {
    return field.times(field.lift(scaling), examples.meanGradient(field, field.lift(point)));
  }

  /** H times the mean gradient of each batch of this size. */
  <T extends FieldElement<T>> List<List<T>> scaled(Arithmetic<T> in, int n) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    List<List<T>> gradients = gradients(field);
    List<List<T>> h = field.lift(scaling);
    T share = in.of(Rationals.of(1, n));
    List<List<T>> all = new ArrayList<>();
    for (List<Integer> batch : ofSize(n)) {
      List<T> sum = gradients.get(batch.get(0));
      for (int i : batch.subList(1, n)) {
        sum = field.plus(sum, gradients.get(i));
      }
      all.add(field.times(h, field.times(share, sum)).stream().map(g -> own(in, g)).toList());
    }
    return all;
  }

  private <T extends FieldElement<T>> T own(Arithmetic<T> in, T g) {
    return delta.signum() == 0 ? g : g.divide(in.of(delta).add(in.abs(g)));
  }
}
