package plumbline.theorems.bottou.curvature;

import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;
import static plumbline.theorems.Instances.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * Back-propagation through y = f(W x): g_a = f'(a) g_y, g_x = W' g_a and Delta W = -eta g_a x'
 * (003, "Rescaling weights").
 */
public final class BackpropLayer implements Theorem<DenseLayer> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/backprop-layer",
        List.of(
            Parameter.integer("m", "m", "number of units", "1", "4", "2"),
            Parameter.integer("n", "n", "number of inputs", "1", "4", "3"),
            Parameter.choice("f", "the units' function", "CUBIC", "IDENTITY", "SQUARE", "ABSOLUTE"),
            Parameter.real("eta", "\\eta", "stepsize", "1/100", "10", "1/2")),
        List.of(
            preset(SHARP, "two units, three inputs", ""),
            preset(SHARP, "as many units as inputs", "m=3 n=3 eta=1/3"),
            preset(TYPICAL, "linear units", "m=3 n=2 f=IDENTITY eta=1/5"),
            preset(TYPICAL, "square units", "m=4 n=4 f=SQUARE eta=2"),
            preset(OUTSIDE, "a kink at a = 0", "f=ABSOLUTE")));
  }

  @Override
  public DenseLayer setting(Values values) {
    return DenseLayer.of(values);
  }

  @Override
  public Constants constants(DenseLayer layer) {
    return Constants.none().with("eta", layer.eta(), "declared");
  }

  @Override
  public List<Hypothesis<DenseLayer>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "f is differentiable at every a_i",
            layer ->
                layer.f() == Activation.ABSOLUTE
                    ? new Status.Refuted("|a| has slopes -1 and 1 at a_1 = 0, and W = 0 here")
                    : Status.certified("f is a polynomial")));
  }

  @Override
  public List<Claim> claims(DenseLayer layer) {
    return List.of(
        claim("Delta W", layer, Backpropagated.Part.WEIGHTS, Formula.name("eta")),
        claim("g_x", layer, Backpropagated.Part.INPUT, Formula.number(1)));
  }

  @Override
  public List<Claim> otherwise(DenseLayer layer) {
    if (layer.f() != Activation.ABSOLUTE) {
      return List.of();
    }
    return List.of(
        Claim.equal(
            "the two slopes at the kink",
            new Kink(layer),
            Bound.of("factor", Formula.number(1)),
            Checkpoints.of(0)));
  }

  private static Claim claim(
      String name, DenseLayer layer, Backpropagated.Part part, Formula factor) {
    return Claim.equal(
        name,
        new Backpropagated(layer, part, Backpropagated.Slip.NONE),
        Bound.of("factor", factor),
        Checkpoints.of(0));
  }

  /** At W = 0, E falls with slope -t_i x_j to either side of W_ij: quadratics, by three points. */
  private record Kink(DenseLayer of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      LinearAlgebra<T> field = new LinearAlgebra<>(in);
      List<T> x = field.lift(of.input());
      List<Pair<T>> pairs = new ArrayList<>();
      for (int entry = 0; entry < of.outputs() * of.inputs(); entry++) {
        int moved = entry;
        T expected =
            field
                .lift(of.target())
                .get(entry / of.inputs())
                .multiply(x.get(entry % of.inputs()))
                .multiply(bound.at(in, constants, 0))
                .negate();
        Function<Long, T> loss =
            h ->
                of.loss(
                    field,
                    of.shaped(
                        field.vector(of.outputs() * of.inputs(), i -> in.of(i == moved ? h : 0L))),
                    x,
                    in.of(1));
        for (long side : new long[] {1, -1}) {
          T slope =
              loss.apply(side)
                  .multiply(4)
                  .subtract(loss.apply(2 * side))
                  .subtract(loss.apply(0L).multiply(3))
                  .divide(in.of(2));
          pairs.add(
              new Pair<>("W entry " + (entry + 1) + ", side " + side, entry, slope, expected));
        }
      }
      return pairs;
    }
  }
}
