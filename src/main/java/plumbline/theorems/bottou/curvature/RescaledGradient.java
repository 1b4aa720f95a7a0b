package plumbline.theorems.bottou.curvature;

import java.util.List;
import java.util.Map;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Trial;

/**
 * Moments of D g over the four outcomes of g = G + xi, xi_j = 2b with probability 1/3 and -b else,
 * where G is the unit vector at angle 2 atan(k/10), or (b/2, b/2).
 *
 * @param of the diagonal and the noise
 * @param what which moment
 */
record RescaledGradient(Diagonal of, What what) implements Measured {
  /** G'E[D g], |E[D g]|^2, the variance of D g; or G'E[D g] at (b/2, b/2). */
  enum What {
    DESCENT,
    LENGTH,
    VARIANCE,
    UPHILL
  }

  /** How D is chosen: before g is drawn, or 1/|g_j| of the g that it multiplies. */
  enum Choice {
    BEFORE,
    FROM_G
  }

  /**
   * A diagonal rescaling and its noise.
   *
   * @param entries of D where it is chosen before, shape [2]
   * @param b size of the noise
   * @param choice how D is chosen
   */
  public record Diagonal(Vector entries, BigFraction b, Choice choice) {
    boolean before() {
      return choice == Choice.BEFORE;
    }
  }

  @Override
  public String point(long k) {
    return "direction " + k;
  }

  @Override
  public <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Checkpoints points) {
    return points.at().stream().map(k -> value(new LinearAlgebra<>(in), k)).toList();
  }

  private <T extends FieldElement<T>> T value(LinearAlgebra<T> field, long k) {
    BigFraction t = Rationals.of(k, 10);
    BigFraction one = BigFraction.ONE;
    BigFraction square = one.add(t.multiply(t));
    Vector gradient =
        what == What.UPHILL
            ? Vector.constant(2, of.b().divide(2))
            : new Vector(
                List.of(one.subtract(t.multiply(t)).divide(square), t.multiply(2).divide(square)));
    List<T> g = field.lift(gradient);
    List<T> mean = field.times(field.in().of(0), g);
    T squares = field.in().of(0);
    for (int outcome = 0; outcome < 4; outcome++) {
      List<BigFraction> noise = List.of(noise(outcome & 1), noise(outcome >> 1));
      T probability = field.in().of(weight(outcome & 1).multiply(weight(outcome >> 1)));
      List<T> scaled =
          field.vector(2, j -> scaled(field.in(), j, gradient.exact(j).add(noise.get(j))));
      mean = field.plus(mean, field.times(probability, scaled));
      squares = squares.add(probability.multiply(field.squaredNorm(scaled)));
    }
    return switch (what) {
      case DESCENT, UPHILL -> field.dot(g, mean);
      case LENGTH -> field.squaredNorm(mean);
      case VARIANCE -> squares.subtract(field.squaredNorm(mean));
    };
  }

  private <T extends FieldElement<T>> T scaled(Arithmetic<T> in, int j, BigFraction g) {
    return of.before() ? in.of(of.entries().exact(j)).multiply(in.of(g)) : in.of(g.signum());
  }

  private BigFraction noise(int side) {
    return side == 0 ? of.b().multiply(2) : of.b().negate();
  }

  private static BigFraction weight(int side) {
    return Rationals.of(1 + side, 3);
  }

  @Override
  public Map<String, Trial> mutants() {
    return what == What.DESCENT
        ? Map.of(
            "D chosen from g",
            new RescaledGradient(new Diagonal(of.entries(), of.b(), Choice.FROM_G), what))
        : Map.of();
  }
}
