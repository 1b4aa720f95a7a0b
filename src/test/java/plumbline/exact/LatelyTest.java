package plumbline.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.exact.Instances.q;

import java.util.List;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Formula;
import plumbline.oracle.Law;
import plumbline.quantity.Quantity;
import plumbline.recursion.Fold;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.series.Checkpoints;
import plumbline.stepsize.Stepsize;

class LatelyTest {
  private int begun;

  /** Each test has a start of its own, so that none finds what another worked out. */
  private static Recursion from(String start, Stepsize stepsize) {
    return Instances.scalar("1", "1/2", "1", "1", Law.RADEMACHER, stepsize, start);
  }

  private <T extends FieldElement<T>> List<T> values(Arithmetic<T> in, Reading reading) {
    return Lately.values(
        in,
        reading,
        () -> {
          begun++;
          AffineRecursion of = AffineRecursion.of(reading.of()).orElseThrow();
          return new Folded<>(
              in, new Readout<>(of, reading, in, new FieldAlgebra<>(in)), reading.fold());
        });
  }

  @Test
  void laterValuesGoOnAndEarlierOnesBeginAgainAndKnownOnesDoNeither() {
    Reading gap =
        Reading.at(from("3/2", Stepsize.fixed(q("1"))), Quantity.GAP, Checkpoints.of(2, 4));
    Arithmetic<BigFraction> in = Arithmetic.rationals();
    List<BigFraction> first = values(in, gap);
    assertEquals(1, begun);
    assertEquals(values(in, gap), first);
    assertEquals(first.get(1), values(in, gap.at(Checkpoints.of(4, 9))).get(0));
    assertEquals(1, begun);
    List<BigFraction> again = values(in, gap.at(Checkpoints.of(3, 4, 9)));
    assertEquals(2, begun);
    assertEquals(
        ClosedMoments.boxed(
            in, AffineRecursion.of(gap.of()).orElseThrow(), gap.at(Checkpoints.of(3, 4, 9))),
        again);
  }

  @Test
  void averagesGoOnFromTheirSum() {
    Recursion r = from("5/2", Stepsize.harmonic(q("1"), q("3")));
    for (Fold fold : List.of(Fold.MEAN_TO, Fold.WEIGHTED_SUM_TO)) {
      Reading part = new Reading(r, Quantity.GAP, fold, Checkpoints.of(3));
      values(Arithmetic.rationals(), part);
      assertEquals(
          ClosedMoments.boxed(
              Arithmetic.rationals(),
              AffineRecursion.of(r).orElseThrow(),
              part.at(Checkpoints.of(7))),
          values(Arithmetic.rationals(), part.at(Checkpoints.of(7))));
    }
    assertEquals(2, begun);
  }

  @Test
  void digitsOfAnotherLengthAndAnotherQuantityAreNotTheSameReading() {
    Recursion r = from("7/2", Stepsize.harmonic(q("1"), q("3")));
    Reading gap = Reading.at(r, Quantity.GAP, Checkpoints.of(5));
    Reading square = Reading.at(r, Quantity.DISTANCE_SQUARED, Checkpoints.of(5));
    String at40 = values(Arithmetic.digits(40), gap).get(0).toString();
    String at80 = values(Arithmetic.digits(80), gap).get(0).toString();
    assertEquals(at40.substring(0, 40), at80.substring(0, 40));
    assertTrue(at80.length() > at40.length() + 30);
    double half = values(Arithmetic.doubles(), gap).get(0).getReal();
    assertEquals(2 * half, values(Arithmetic.doubles(), square).get(0).getReal());
    assertEquals(4, begun);
  }

  @Test
  void whatFailedHalfWayFailsAgain() {
    Stepsize root = new Stepsize(Formula.number(1).over(Formula.sqrt(Formula.k())));
    Reading gap = Reading.at(from("9/2", root), Quantity.GAP, Checkpoints.of(1, 2));
    for (int i = 0; i < 2; i++) {
      assertThrows(UnsupportedOperationException.class, () -> values(Arithmetic.rationals(), gap));
    }
    assertEquals(2, begun);
    assertEquals(1, values(Arithmetic.rationals(), gap.at(Checkpoints.of(1))).size());
  }

  @Test
  void fewAreKept() {
    Reading first = null;
    for (int i = 1; i <= 17; i++) {
      Recursion r = from(100 + i + "/3", Stepsize.fixed(q("1/2")));
      Reading gap = Reading.at(r, Quantity.GAP, Checkpoints.of(2));
      first = first == null ? gap : first;
      values(Arithmetic.rationals(), gap);
    }
    values(Arithmetic.rationals(), first);
    assertEquals(18, begun);
  }
}
