package plumbline.theorems.bottou.natural;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * With the exact Fisher block, E[g'G^{-1}g] is the fan-in, for any data; with E[g_p^2] I in its
 * place and centred inputs, share times fan-in (Bottou, "Sanity check: 1990's style network").
 */
public final class FaninHeuristic implements Theorem<Neuron> {
  private static final Formula ONE = Formula.number(1);

  /** exp(-2 v k). */
  private static final Formula TAIL = Formula.exp(Formula.name("v").times(Formula.k()).times(-2));

  static final Preset TYPICAL = Preset.of("three places share", Role.TYPICAL, "share", "3");

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/fanin-heuristic",
        parameters(),
        List.of(
            Preset.of("no sharing", Role.SHARP),
            TYPICAL,
            Preset.of("nine examples, two places", Role.TYPICAL, "examples", "9", "share", "2"),
            Preset.of("inputs of mean 1/2", Role.OUTSIDE, "mean", "1/2"),
            Preset.of("three examples", Role.OUTSIDE, "examples", "3")));
  }

  static List<Parameter> parameters() {
    return List.of(
        Parameter.real("mean", "\\mathbb E x_i", "mean of an input 1 or -1", "-1", "1", "0"),
        Parameter.integer("share", "share", "places that share the weights", "1", "3", "1"),
        Parameter.integer("examples", "S", "examples that G is averaged over", "2", "12", "7"),
        Parameter.real("v", "v", "every weight, for tanh", "1/10", "2", "1/2"));
  }

  @Override
  public Neuron setting(Values values) {
    return of(values);
  }

  static Neuron of(Values values) {
    return new Neuron(
        values.get("mean"), values.integer("share"), values.integer("examples"), values.get("v"));
  }

  @Override
  public Constants constants(Neuron of) {
    return of.constants();
  }

  @Override
  public List<Hypothesis<Neuron>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "the inputs are centred",
            of -> Status.of(of.mean().isZero(), "E x_i = " + Rationals.show(of.mean()))),
        new Hypothesis<>(
            "the Fisher block is regular",
            of ->
                Status.of(
                    of.isRegular(),
                    of.examples()
                        + " examples, fan-in up to "
                        + Neuron.MOST
                        + ", by elimination in rationals")));
  }

  @Override
  public List<Claim> claims(Neuron of) {
    Bound fanin = Bound.of("fanin", Formula.k());
    Bound shared = Bound.of("share fanin", Formula.name("share").times(Formula.k()));
    return List.of(
        Claim.equal(
            "exact Fisher block",
            new Fisher(of, false),
            fanin,
            Checkpoints.range(1, Math.min(Neuron.MOST, of.examples()))),
        Claim.equal("double sum", new DoubleSum(of), fanin, Checkpoints.range(1, 20)),
        Claim.equal("share times fanin", new Shared(of), shared, Checkpoints.range(1, 3)),
        saturated("near 1", new Saturation(of, false)),
        Claim.atLeast(
            "near 1, at least",
            new Saturation(of, false),
            Bound.of("2 exp(-2 |y|) (1 - exp(-2 |y|))", TAIL.times(2).times(ONE.minus(TAIL))),
            Checkpoints.range(1, 16)));
  }

  /** The double sum sees the mean; with few examples the rank takes the place of the fan-in. */
  @Override
  public List<Claim> otherwise(Neuron of) {
    List<Claim> claims = new ArrayList<>();
    if (!of.mean().isZero()) {
      Formula pairs = Formula.k().times(Formula.k().minus(1));
      Bound sum =
          Bound.of(
              Bound.term("fanin", Formula.k()),
              Bound.term("pairs", pairs.times(Formula.name("mean").power(2))));
      claims.add(
          Claim.equal("double sum, with a mean", new DoubleSum(of), sum, Checkpoints.range(1, 20)));
    }
    if (of.examples() < Neuron.MOST) {
      Bound rank = Bound.of("rank", Formula.name("examples"));
      claims.add(
          Claim.equal(
              "rank in place of fanin",
              new Fisher(of, true),
              rank,
              Checkpoints.range(of.examples(), Neuron.MOST)));
    }
    return claims;
  }

  /** 1 - tanh(v k) &lt;= 2 exp(-2 v k), for k inputs that are 1. */
  static Claim saturated(String name, Saturation trial) {
    return Claim.atMost(
        name, trial, Bound.of("2 exp(-2 |y|)", TAIL.times(2)), Checkpoints.range(1, 16));
  }

  /** 1 - tanh(y) for the weighted sum y of k inputs 1, or of one input in its place. */
  record Saturation(Neuron of, boolean input) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        T y = input ? in.of(1) : in.of(of.weight()).multiply(in.of(k));
        T left = in.of(1).subtract(tanh(in, y));
        pairs.add(new Pair<>(k + " inputs", k, left, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }

  static <T extends FieldElement<T>> T tanh(Arithmetic<T> in, T y) {
    T square = in.exp(y.add(y));
    return square.subtract(in.of(1)).divide(square.add(in.of(1)));
  }

  /** E[g'G^{-1}g] for fan-in k, one place and two places sharing the weights. */
  private record Fisher(Neuron of, boolean singular) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        for (boolean shared : List.of(false, true)) {
          var gradients = of.gradients(Math.toIntExact(k), shared);
          T left = in.of(singular ? Neuron.pseudo(gradients) : Neuron.fisher(gradients));
          String what = "fan-in " + k + (shared ? ", two places" : "");
          pairs.add(new Pair<>(what, k, left, bound.at(in, constants, k)));
        }
      }
      return pairs;
    }
  }

  /** E of the sum of g^2 x_i x_i' over i and i', over E g^2. */
  private record DoubleSum(Neuron of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        T left = in.of(of.squaredSum(Math.toIntExact(k)));
        pairs.add(new Pair<>("fan-in " + k, k, left, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }

  /** E|sum of g_p x_p|^2/E g_p^2. */
  private record Shared(Neuron of) implements Comparison {
    @Override
    public <T extends FieldElement<T>> List<Pair<T>> pairs(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      List<Pair<T>> pairs = new ArrayList<>();
      for (long k : points.at()) {
        T left = in.of(of.sharedSquare(Math.toIntExact(k)));
        pairs.add(new Pair<>("fan-in " + k, k, left, bound.at(in, constants, k)));
      }
      return pairs;
    }
  }
}
