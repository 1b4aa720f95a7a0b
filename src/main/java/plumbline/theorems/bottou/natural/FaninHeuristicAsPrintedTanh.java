package plumbline.theorems.bottou.natural;

import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * An activation as printed, tanh of an activation where tanh of a weighted sum is meant: it is not
 * near 1 or -1 (Bottou, "Sanity check: 1990's style network").
 */
public final class FaninHeuristicAsPrintedTanh implements Theorem<Neuron> {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/fanin-heuristic-as-printed-tanh",
        FaninHeuristic.parameters(),
        List.of(FaninHeuristic.TYPICAL));
  }

  @Override
  public Neuron setting(Values values) {
    return FaninHeuristic.of(values);
  }

  @Override
  public Constants constants(Neuron of) {
    return of.constants();
  }

  @Override
  public List<Hypothesis<Neuron>> hypotheses() {
    return List.of();
  }

  @Override
  public List<Claim> claims(Neuron of) {
    return List.of(
        FaninHeuristic.saturated("near 1 as printed", new FaninHeuristic.Saturation(of, true)),
        FaninHeuristic.saturated("near 1", new FaninHeuristic.Saturation(of, false)),
        Claim.atMost(
            "five layers from 1",
            new FiveLayers(),
            Bound.of("half a digit", Formula.number("0.0005")),
            Checkpoints.of(0)));
  }

  /** tanh applied five times to 1, against 0.472. */
  private record FiveLayers() implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      T x = in.of(1);
      for (int layer = 0; layer < 5; layer++) {
        x = FaninHeuristic.tanh(in, x);
      }
      T off = in.abs(x.subtract(Formula.number("0.472").at(in, constants, 0)));
      return List.of(new Pair<>("x - 0.472", 0, off, bound.at(in, constants, 0)));
    }
  }
}
