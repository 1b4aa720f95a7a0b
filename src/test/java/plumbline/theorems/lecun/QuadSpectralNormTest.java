package plumbline.theorems.lecun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import plumbline.formula.Formula;
import plumbline.theorem.Trial.Sides;
import plumbline.theorem.Values;

class QuadSpectralNormTest {
  private final QuadSpectralNorm theorem = new QuadSpectralNorm();

  @Test
  void theFourStepsizesHaveTheNormsOfTheNote() {
    assertEquals(Trials.fraction("81/100"), squared("gamma = 1/L"));
    assertEquals(Trials.fraction("81/100"), squared("gamma = 1.9/L"));
    assertEquals(Trials.fraction("81/121"), squared("gamma = 2/(L + mu)"));
    assertEquals(Trials.fraction("361/400"), squared("gamma = 1/(2L)"));
  }

  private BigFraction squared(String preset) {
    Trials trials = Trials.on(theorem, preset);
    List<Sides<BigFraction>> sides = trials.exactly("norm");
    assertTrue(Trials.equal(sides), preset);
    assertFalse(trials.refuted());
    return sides.get(0).left();
  }

  @Test
  void droppingAnEndOrASignIsNoticed() {
    Formula gamma = Formula.name("gamma");
    Formula low = Formula.number(1).minus(Formula.name("mu").times(gamma));
    Formula high = Formula.number(1).minus(Formula.name("L").times(gamma));
    Trials far = Trials.on(theorem, "gamma = 1.9/L");
    Trials near = Trials.on(theorem, "gamma = 1/(2L)");
    // min in place of max: one end alone, the smaller
    assertFalse(Trials.equal(far.exactly("norm", Descents.absolute(low))));
    assertFalse(Trials.equal(near.exactly("norm", Descents.absolute(high))));
    // |.| dropped on 1 - L gamma: 0.81 in place of 0.9
    List<Sides<BigFraction>> unsigned = far.exactly("norm", Formula.max(low, high));
    assertFalse(Trials.equal(unsigned));
    assertEquals(Trials.fraction("0.81").pow(2), unsigned.get(0).right());
  }

  @Test
  void aJordanBlockHasNormTenAgainstZero() {
    Trials outside = Trials.on(theorem, "Jordan block");
    assertTrue(outside.refuted());
    Sides<BigFraction> sides = outside.exactly("norm").get(0);
    assertEquals(new BigFraction(100), sides.left());
    assertEquals(BigFraction.ZERO, sides.right());
    assertTrue(Trials.equal(outside.exactly("norm of a Jordan block")));
  }

  @Test
  void randomMatricesAgreeWithinTheirRounding() {
    SplittableRandom random = new SplittableRandom(20260101);
    double worst = 0;
    for (int i = 0; i < 60; i++) {
      Trials trials = random(random);
      Sides<Binary64> s = trials.inDoubles("norm").get(0);
      double error = Math.abs(s.left().getReal() - s.right().getReal()) / s.scale().getReal();
      worst = Math.max(worst, error / (8 * s.operations() * 0x1p-53));
      // a norm five per cent off would be refuted: error >= 1e-2 with q < 1e-6
      double off = Math.abs(s.left().getReal() - 1.05 * s.right().getReal());
      assertTrue(off / (s.left().getReal() + 1.05 * s.right().getReal()) >= 1e-2);
      assertTrue(s.operations() * 0x1p-53 < 1e-6);
    }
    assertTrue(worst <= 1, "worst error over its tolerance " + worst);
  }

  private Trials random(SplittableRandom random) {
    Values values =
        Values.none()
            .with("matrix", Descents.ROTATED)
            .with("d", Integer.toString(random.nextInt(3, 21)))
            .with("kappa", Integer.toString(random.nextInt(2, 10_000)))
            .with("seed", Integer.toString(random.nextInt(1_000_000)))
            .with("gammaL", random.nextInt(-100, 301) + "/100");
    return Trials.of(theorem, values);
  }

  @Test
  void aRotatedMatrixHasTheEigenvaluesItIsBuiltFrom() {
    Trials trials = Trials.on(theorem, "d = 20, gamma = 1/L");
    Descent descent = trials.descent();
    var eigen = DecompositionFactory_DDRM.eig(20, false, true);
    assertTrue(eigen.decompose(new DMatrixRMaj(descent.matrix().toArray())));
    double[] found = new double[20];
    for (int i = 0; i < 20; i++) {
      found[i] = eigen.getEigenvalue(i).getReal();
    }
    java.util.Arrays.sort(found);
    assertEquals(1, descent.eigenvalues().get(0));
    assertEquals(100, descent.eigenvalues().get(19));
    for (int i = 0; i < 20; i++) {
      assertEquals(descent.eigenvalues().get(i), found[i], 1e-12 * 100);
    }
    assertTrue(descent.matrix().isSymmetric() && !descent.matrix().isDiagonal());
  }
}
