package plumbline.theorems.bottou.sampling;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;
import static plumbline.theorem.Role.OUTSIDE;
import static plumbline.theorem.Role.SHARP;
import static plumbline.theorem.Role.TYPICAL;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Matrix;
import plumbline.series.Vector;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;
import plumbline.theorems.Instances;

/**
 * One example, a minibatch, a rescaled minibatch: with H_k chosen before the draw, E H g = H grad F
 * and V[H g] = tr(H Sigma H')/n, Sigma being the covariance of one gradient.
 *
 * <p>Source: 003, "The generic SG algorithm", the three choices of g. Points are batch sizes n.
 */
public final class GradientChoices implements Theorem<Batches> {
  private static final String LS4 = "LS4";
  private static final String SKEW = "one of three far off";
  private static final String OWN = "1/(delta + |g_j|) of the gradient drawn";

  @Override
  public Declaration declaration() {
    return new Declaration(
        "bottou/gradient-choices",
        List.of(
            Parameter.choice("data", "the examples", LS4, "LS", SKEW),
            Parameter.choice("H", "the scaling", "I", "diagonal", "full", OWN),
            Parameter.real("w", "w", "every coordinate of w", "-10", "10", "2"),
            Parameter.real("delta", "\\delta", "keeps H finite", "1/100", "10", "1")),
        List.of(
            Preset.of("one example or several, H = I", SHARP),
            Preset.of("LS4, H = 1/2", SHARP, "H", "diagonal"),
            Preset.of("R^3, H diagonal", TYPICAL, "data", "LS", "H", "diagonal", "w", "1"),
            Preset.of("R^3, H not symmetric", TYPICAL, "data", "LS", "H", "full", "w", "1"),
            Preset.of("scaled by the gradient drawn", OUTSIDE, "data", SKEW, "H", OWN, "w", "0"),
            Preset.of(
                "scaled by it, delta = 1/10",
                OUTSIDE,
                "data",
                SKEW,
                "H",
                OWN,
                "w",
                "0",
                "delta",
                "1/10")));
  }

  @Override
  public Batches setting(Values values) {
    Examples examples =
        switch (values.choice("data")) {
          case LS4 -> Examples.uniform(Instances.ls4());
          case SKEW -> Examples.uniform(Matrix.parse("1; 1; 1"), Vector.parse("3 -1 -1"));
          default -> Examples.uniform(Instances.ls3());
        };
    int d = examples.dimension();
    boolean own = values.choice("H").equals(OWN);
    return new Batches(
        examples,
        Vector.constant(d, values.get("w")),
        scaling(own ? "I" : values.choice("H"), d),
        Batches.Drawing.WITH_REPLACEMENT,
        own ? values.get("delta") : BigFraction.ZERO);
  }

  private static Matrix scaling(String name, int d) {
    return switch (name) {
      case "diagonal" -> Matrix.parse(d == 1 ? "1/2" : "1/2 0 0; 0 1 0; 0 0 2");
      case "full" -> Matrix.parse(d == 1 ? "3/2" : "2 1 0; 0 1 1; 0 0 1/2");
      default -> Matrix.diagonal(Vector.constant(d, BigFraction.ONE));
    };
  }

  @Override
  public Constants constants(Batches batches) {
    Constants constants = batches.constants();
    if (batches.delta().signum() == 0) {
      return constants;
    }
    BigFraction w = batches.point().exact(0);
    Examples examples = batches.examples();
    return constants
        .with("delta", batches.delta(), "declared")
        .with("a", examples.y(0).subtract(w), "minus the gradient of the first example")
        .with("b", w.subtract(examples.y(1)), "the gradient of the others");
  }

  @Override
  public List<Hypothesis<Batches>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "the n indices of a batch are independent and uniform", Batches::independent),
        new Hypothesis<>("H_k is chosen without looking at xi_k", Batches::fixedScaling));
  }

  @Override
  public List<Claim> claims(Batches batches) {
    Formula spread = name("V").over(k());
    return List.of(
        exactly(
            "mean H grad F",
            new MeanGradient(batches, batches.scaling()),
            Bound.of("share", number(1)),
            batches),
        exactly(
            "variance tr(H Sigma H')/n",
            new Averages(batches, Averages.What.SPREAD),
            Bound.of("V/n", spread),
            batches),
        exactly(
            "second moment",
            new Averages(batches, Averages.What.SQUARE),
            Bound.of(term("|H grad F|^2", name("G")), term("V/n", spread)),
            batches));
  }

  /** A gradient -a of one example and b of the other N - 1, each over delta + its size. */
  @Override
  public List<Claim> otherwise(Batches batches) {
    Constants x = constants(batches);
    boolean two = batches.delta().signum() > 0 && batches.examples().size() == 3;
    if (!two || x.exact("a").signum() < 0 || x.exact("b").signum() < 0) {
      return List.of();
    }
    Formula one = name("a").over(name("delta").plus(name("a")));
    Formula others = name("b").over(name("delta").plus(name("b")));
    Bound mean =
        Bound.of(
            term("the others", name("N").minus(1).times(others).over(name("N"))),
            term("the one", number(-1).times(one).over(name("N"))));
    return List.of(
        Claim.equal(
            "mean of a gradient over its own size",
            new Averages(batches, Averages.What.FIRST),
            mean,
            Checkpoints.of(1)));
  }

  private static Claim exactly(String name, Trial trial, Bound bound, Batches batches) {
    boolean many = batches.examples().size() > 4;
    return Claim.equal(name, trial, bound, many ? Checkpoints.of(1, 2) : Checkpoints.of(1, 2, 3));
  }
}
