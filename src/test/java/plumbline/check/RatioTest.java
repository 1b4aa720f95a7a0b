package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a layer says beside its bound, on values made up for it. */
class RatioTest {
  private static List<Ratio> sides(double... pairs) {
    List<Layer.Side> sides = new java.util.ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      sides.add(new Layer.Side("side " + i / 2, i / 2, pairs[i], pairs[i + 1], 0));
    }
    return Ratio.of(new Layer.Compared("rationals", sides));
  }

  @Test
  void theStartCountsOnlyWhereThereIsNothingElse() {
    assertEquals(
        List.of("side 1", "side 2"),
        Ratio.beyondStart(sides(1, 1, 1, 2, 1, 4)).stream().map(Ratio::at).toList());
    assertEquals(
        List.of("side 0"), Ratio.beyondStart(sides(1, 1)).stream().map(Ratio::at).toList());
  }

  @Test
  void twoZerosAndANegativeBoundHaveNoValue() {
    // 3/2 is left, and 1/0, which is beyond every bound and not told as a number
    List<Ratio> defined = Ratio.defined(sides(0, 0, -8, -4, 3, 2, 1, 0)).toList();
    assertEquals(List.of("side 2", "side 3"), defined.stream().map(Ratio::at).toList());
    assertEquals(
        List.of(true, false), defined.stream().map(Ratio::isTold).toList(), "told as numbers");
  }

  @Test
  void aSampledOneSaysBetweenWhatItLiesAndAnExactOneDoesNot() {
    Layer.Component both = new Layer.Component("k in [8, 16)", 8, 4, 0.9, 0.8, 1, 1);
    Layer.Component below =
        new Layer.Component("k = 8", 8, 4, 0.9, 0.8, Double.POSITIVE_INFINITY, 1);
    List<Ratio> ratios =
        Ratio.of(
            new Layer.Sampled(
                "cpu",
                64,
                64,
                0.1,
                1e-9,
                1e-4,
                "exact",
                0,
                21,
                0.1,
                false,
                0.8,
                1,
                List.of(both, below)));
    assertEquals("mean/bound = 0.9 in [0.8, 1]", ratios.get(0).words("="));
    assertEquals(List.of(true, false), ratios.stream().map(Ratio::isTold).toList());
    assertEquals("value/bound <= 0.5", sides(1, 2).get(0).words("<="));
  }
}
