package plumbline.theorems.bottou.sampling;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.name;
import static plumbline.formula.Formula.number;
import static plumbline.theorem.Bound.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.layer.BatchStatistics;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Comparison;
import plumbline.theorem.Trial;
import plumbline.theorems.Instances;

/**
 * The gradient f_i'(w)/(N p_i) of an example drawn with chance p_i, on LS4 at w = 1/2, where the
 * f_i' are -1/2, 3/2, 1 and 3. At k the p_i are k/8 of the way from 1/N to |f_i'|/sum |f_j'|.
 *
 * @param what what is found of it
 * @param weighted whether it is divided by N p_i
 */
record Weighted(What what, boolean weighted) implements Comparison {
  private static final Examples FOUR = Examples.uniform(Instances.ls4());
  private static final BigFraction AT = Rationals.of(1, 2);
  private static final int PARTS = 12;
  private static final List<List<BigFraction>> IN_TWELFTHS = inTwelfths();

  /** What is found of the gradient drawn. */
  enum What {
    MEAN("mean"),
    VARIANCE("variance"),
    /** Over all p_i that are positive multiples of 1/12. */
    LEAST("least variance");

    private final String text;

    What(String text) {
      this.text = text;
    }
  }

  static List<Claim> claims() {
    Checkpoints line = Checkpoints.range(0, 11); // from 12 on a chance is not positive
    List<Bound.Term> terms = new ArrayList<>();
    Formula sum = number(0);
    for (int i = 1; i <= FOUR.size(); i++) {
      sum = i == 1 ? size(i) : sum.plus(size(i));
    }
    Formula size = number(FOUR.size());
    Formula way = k().over(8);
    for (int i = 1; i <= FOUR.size(); i++) {
      Formula chance = number(1).minus(way).over(size).plus(way.times(size(i)).over(sum));
      terms.add(term("example " + i, size(i).over(size).power(2).over(chance)));
    }
    Bound.Term mean = term("|grad F|^2", number(-1).times(name("slope").power(2)));
    terms.add(mean);
    return List.of(
        claim("mean of weighted gradients", What.MEAN, Bound.of("grad F", name("slope")), line),
        claim("variance of weighted gradients", What.VARIANCE, new Bound(terms), line),
        claim(
            "least variance of weighted gradients",
            What.LEAST,
            Bound.of(term("mean size", sum.over(size).power(2)), mean),
            Checkpoints.of(0)));
  }

  private static Formula size(int i) {
    return name("size_" + i);
  }

  private static Claim claim(String name, What what, Bound bound, Checkpoints points) {
    return Claim.equal(name, new Weighted(what, true), bound, points);
  }

  /** With the size of each f_i' and with F', which is found from moments. */
  static Constants and(Constants constants) {
    Constants all =
        constants.with("slope", FOUR.meanSlope(Arithmetic.rationals(), AT), "F'(1/2) on LS4");
    for (int i = 0; i < FOUR.size(); i++) {
      String how = "|f_" + (i + 1) + "'(1/2)| on LS4";
      all = all.with("size_" + (i + 1), slope(i).abs(), how);
    }
    return all;
  }

  private static BigFraction slope(int i) {
    return FOUR.slope(Arithmetic.rationals(), i, AT);
  }

  @Override
  public <T extends FieldElement<T>> List<Pair<T>> pairs(
      Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
    List<Pair<T>> pairs = new ArrayList<>();
    for (long k : points.at()) {
      Stream<BatchStatistics<T>> found =
          (what == What.LEAST ? IN_TWELFTHS : List.of(towardsSizes(k)))
              .stream().map(chances -> drawn(in, chances));
      T left =
          found
              .map(s -> what == What.MEAN ? s.mean() : s.variance())
              .reduce((a, b) -> in.compare(b, a) < 0 ? b : a)
              .orElseThrow();
      pairs.add(new Pair<>(what.text + " for k = " + k, k, left, bound.at(in, constants, k)));
    }
    return pairs;
  }

  private <T extends FieldElement<T>> BatchStatistics<T> drawn(
      Arithmetic<T> in, List<BigFraction> chances) {
    List<T> gradients =
        IntStream.range(0, FOUR.size())
            .mapToObj(
                i -> {
                  T slope = FOUR.slope(in, i, in.of(AT));
                  return weighted
                      ? slope.divide(in.of(chances.get(i).multiply(FOUR.size())))
                      : slope;
                })
            .toList();
    return BatchStatistics.of(in, gradients, chances.stream().<T>map(in::of).toList());
  }

  private static List<BigFraction> towardsSizes(long k) {
    BigFraction way = Rationals.of(k, 8);
    BigFraction even = Rationals.of(1, FOUR.size());
    List<BigFraction> sizes =
        IntStream.range(0, FOUR.size()).mapToObj(i -> slope(i).abs()).toList();
    BigFraction sum = sizes.stream().reduce(BigFraction.ZERO, BigFraction::add);
    return sizes.stream()
        .map(size -> even.add(way.multiply(size.divide(sum).subtract(even))))
        .toList();
  }

  private static List<List<BigFraction>> inTwelfths() {
    int left = PARTS - FOUR.size();
    return Sequences.all(left + 1, FOUR.size()).stream()
        .filter(more -> more.stream().mapToInt(j -> j).sum() == left)
        .map(more -> more.stream().map(j -> Rationals.of(j + 1, PARTS)).toList())
        .toList();
  }

  @Override
  public Map<String, Trial> mutants() {
    return what == What.MEAN && weighted
        ? Map.of("weights forgotten", new Weighted(what, false))
        : Map.of();
  }
}
