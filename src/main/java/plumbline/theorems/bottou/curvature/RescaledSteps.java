package plumbline.theorems.bottou.curvature;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Comparison;

/**
 * What the layer f(s a), W/s does, by differences of its own loss, against the layer f(a), W.
 *
 * @param of the two layers
 * @param what y times the bound; Delta W times the bound; or W after k steps whose stepsize is the
 *     bound, against s W_new after k steps with eta
 */
record RescaledSteps(RescaleQuestion.Rescaled of, What what) implements Comparison {
  /** What is compared. */
  enum What {
    OUTPUT,
    UPDATE,
    PATH
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    LinearAlgebra<T> field = new LinearAlgebra<>(in);
    T s = in.of(of.s());
    T one = in.of(1);
    List<List<T>> plain = field.lift(of.layer().weights());
    List<List<T>> scaled = plain.stream().map(r -> field.times(one.divide(s), r)).toList();
    List<Pair<T>> pairs = new ArrayList<>();
    T factor = bound.at(in, constants, 0);
    if (what == What.OUTPUT) {
      List<T> x = field.lift(of.layer().input());
      add(
          pairs,
          0,
          List.of(of.layer().output(field, scaled, x, s)),
          List.of(field.times(factor, of.layer().output(field, plain, x, one))));
      return pairs;
    }
    T eta = in.of(of.layer().eta());
    if (what == What.UPDATE) {
      List<List<T>> before = updates(field, plain, one);
      add(
          pairs,
          0,
          updates(field, scaled, s),
          before.stream().map(r -> field.times(factor, r)).toList());
      return pairs;
    }
    for (long k = 0; k <= points.last(); k++) {
      List<List<T>> back = scaled.stream().map(r -> field.times(s, r)).toList();
      add(pairs, k, back, plain);
      scaled = moved(field, scaled, eta, updates(field, scaled, s));
      plain = moved(field, plain, factor, updates(field, plain, one));
    }
    return pairs;
  }

  /** Delta W/eta of the layer f(s a). */
  private <T extends FieldElement<T>> List<List<T>> updates(
      LinearAlgebra<T> field, List<List<T>> w, T s) {
    List<List<T>> slopes = of.layer().slopes(field, w, s);
    List<List<T>> moves = new ArrayList<>();
    for (int i = 0; i < slopes.size(); i++) {
      List<T> row = field.times(field.in().of(-1), slopes.get(i));
      if (!of.gradient()) {
        List<T> y = of.layer().sensitivities(field, w, s).get(i);
        List<T> all = row;
        row = field.vector(y.size(), j -> all.get(j).divide(y.get(j).multiply(y.get(j))));
      }
      moves.add(row);
    }
    return moves;
  }

  private static <T extends FieldElement<T>> List<List<T>> moved(
      LinearAlgebra<T> field, List<List<T>> w, T step, List<List<T>> moves) {
    List<List<T>> next = new ArrayList<>();
    for (int i = 0; i < w.size(); i++) {
      next.add(field.plus(w.get(i), field.times(step, moves.get(i))));
    }
    return next;
  }

  private static <T extends FieldElement<T>> void add(
      List<Pair<T>> pairs, long k, List<List<T>> left, List<List<T>> right) {
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < left.get(i).size(); j++) {
        String what = "entry (" + (i + 1) + ", " + (j + 1) + ") at k = " + k;
        pairs.add(new Pair<>(what, k, left.get(i).get(j), right.get(i).get(j)));
      }
    }
  }
}
