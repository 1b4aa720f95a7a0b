package plumbline.theorems.bottou.assumptions;

import java.util.List;
import java.util.Locale;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.LinearAlgebra;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.theorem.Status;

/** Functions for which one assumption or another fails, each with the witness. */
enum Single implements Objective {
  /** ln cosh w: L = 1, convex, and not strongly so. */
  LOG_COSH(
      "1",
      "0",
      "F'' = 1/cosh^2 w is in (0, 1], and 1 at w = 0",
      "F'' = 1/cosh^2 w tends to 0: at w = 10 it is below 1e-8") {
    @Override
    <T extends FieldElement<T>> T value(Arithmetic<T> in, List<T> w) {
      T up = in.exp(w.get(0));
      return in.ln(up.add(up.reciprocal()).divide(in.of(2)));
    }

    @Override
    <T extends FieldElement<T>> T slope(Arithmetic<T> in, List<T> w, int j) {
      T square = in.exp(w.get(0).multiply(in.of(2)));
      return square.subtract(in.of(1)).divide(square.add(in.of(1)));
    }
  },
  /** w^4. */
  FOURTH_POWER("none", "0", "F'' = 12 w^2 is 0 at w = 0") {
    @Override
    <T extends FieldElement<T>> T value(Arithmetic<T> in, List<T> w) {
      return in.power(w.get(0), 4);
    }

    @Override
    <T extends FieldElement<T>> T slope(Arithmetic<T> in, List<T> w, int j) {
      return in.power(w.get(0), 3).multiply(in.of(4));
    }

    @Override
    public Status smooth(BigFraction l) {
      BigFraction far = l.abs().add(BigFraction.ONE);
      return new Status.Refuted(
          "F' = 4 w^3 differs by 4 w^2 times the distance at w and -w, more than L at w = "
              + Rationals.show(far));
    }
  },
  /** |w|, with the subgradient 0 at 0. */
  ABSOLUTE("none", "0", "F'' = 0 at w = 1") {
    @Override
    <T extends FieldElement<T>> T value(Arithmetic<T> in, List<T> w) {
      return in.abs(w.get(0));
    }

    @Override
    <T extends FieldElement<T>> T slope(Arithmetic<T> in, List<T> w, int j) {
      return in.of(in.compare(w.get(0), in.of(0)));
    }

    @Override
    public Status smooth(BigFraction l) {
      return new Status.Refuted(
          "F' jumps by 2 at w = 0, whatever the distance: more than L at h and -h, h < 1/L");
    }
  },
  /** -w^2/2. */
  CONCAVE("1", "none", "F'' = -1 everywhere", "F'' = -1 everywhere") {
    @Override
    <T extends FieldElement<T>> T value(Arithmetic<T> in, List<T> w) {
      return in.power(w.get(0), 2).divide(in.of(-2));
    }

    @Override
    <T extends FieldElement<T>> T slope(Arithmetic<T> in, List<T> w, int j) {
      return w.get(0).negate();
    }

    @Override
    public Status boundedBelow(BigFraction least) {
      return new Status.Refuted(
          "F(w) is below F_inf at w = "
              + Rationals.show(least.abs().add(BigFraction.ONE).multiply(2)));
    }
  },
  /** w^2 + 3 sin^2 w: a single minimum at 0, not convex. */
  SINES(
      "8",
      "0",
      "F'' = 2 + 6 cos 2w is in [-4, 8], and 8 at w = 0",
      "F'' = 2 + 6 cos 2w is -4 at w = pi/2") {
    @Override
    <T extends FieldElement<T>> T value(Arithmetic<T> in, List<T> w) {
      T sine = in.sin(w.get(0));
      return in.power(w.get(0), 2).add(sine.multiply(sine).multiply(in.of(3)));
    }

    @Override
    <T extends FieldElement<T>> T slope(Arithmetic<T> in, List<T> w, int j) {
      T twice = w.get(0).multiply(in.of(2));
      return twice.add(in.sin(twice).multiply(in.of(3)));
    }
  },
  /** -cos w: cos near its minimum, moved to 0. */
  WELL("1", "-1", "F'' = cos w, and 1 at w = 0", "F'' = cos w is -1 at w = pi") {
    @Override
    <T extends FieldElement<T>> T value(Arithmetic<T> in, List<T> w) {
      return in.cos(w.get(0)).negate();
    }

    @Override
    <T extends FieldElement<T>> T slope(Arithmetic<T> in, List<T> w, int j) {
      return in.sin(w.get(0));
    }

    @Override
    public Status boundedBelow(BigFraction least) {
      return Status.of(least.compareTo(BigFraction.MINUS_ONE) <= 0, "cos w <= 1");
    }
  },
  /** 2 w^2 - |w|^3/2: F'' = 4 - 3 |w|, which falls as fast as a third derivative of 3 lets it. */
  EATEN("none", "none", "F'' = 4 - 3 |w| is -2 at w = 2") {
    @Override
    <T extends FieldElement<T>> T value(Arithmetic<T> in, List<T> w) {
      T size = in.abs(w.get(0));
      return size.multiply(size).multiply(in.of(4).subtract(size)).divide(in.of(2));
    }

    @Override
    <T extends FieldElement<T>> T slope(Arithmetic<T> in, List<T> w, int j) {
      T size = in.abs(w.get(0));
      T curved = in.of(8).subtract(size.multiply(in.of(3)));
      return w.get(0).multiply(curved).divide(in.of(2));
    }

    @Override
    public Status smooth(BigFraction l) {
      return new Status.Refuted("F'' = 4 - 3 |w| is unbounded");
    }

    @Override
    public Status boundedBelow(BigFraction least) {
      return new Status.Refuted("F tends to minus infinity");
    }
  },
  /** (1 - w_1 w_2)^2: two layers of one linear unit each, one example. */
  NETWORK("none", "0", "the second derivative along (1, 1) is negative at 0") {
    @Override
    public Vector centre() {
      return Vector.parse("0 0");
    }

    @Override
    public Vector steepest() {
      return Vector.parse("1 1");
    }

    @Override
    <T extends FieldElement<T>> T value(Arithmetic<T> in, List<T> w) {
      return in.power(in.of(1).subtract(w.get(0).multiply(w.get(1))), 2);
    }

    @Override
    <T extends FieldElement<T>> T slope(Arithmetic<T> in, List<T> w, int j) {
      T residual = in.of(1).subtract(w.get(0).multiply(w.get(1)));
      return residual.multiply(w.get(1 - j)).multiply(in.of(-2));
    }

    @Override
    public Status smooth(BigFraction l) {
      return new Status.Refuted(
          "at t(1, 1) and -t(1, 1) gradients differ by 2|1 - t^2| times the distance, more than L"
              + " at t = "
              + Rationals.show(l.abs().add(new BigFraction(2))));
    }
  };

  private final String smoothness;
  private final String infimum;
  private final String curvature;
  private final String notConvex;

  /** One without L. */
  Single(String smoothness, String infimum, String notConvex) {
    this(smoothness, infimum, "", notConvex);
  }

  /**
   * One of these.
   *
   * @param smoothness L, or "none"
   * @param infimum F_inf, or "none"
   * @param curvature why L is a Lipschitz constant and no less is one
   * @param notConvex why no c is a constant of strong convexity
   */
  Single(String smoothness, String infimum, String curvature, String notConvex) {
    this.smoothness = smoothness;
    this.infimum = infimum;
    this.curvature = curvature;
    this.notConvex = notConvex;
  }

  /** The one of this name in a parameter: "fourth-power" for FOURTH_POWER. */
  static Single named(String choice) {
    return valueOf(choice.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  abstract <T extends FieldElement<T>> T value(Arithmetic<T> in, List<T> w);

  abstract <T extends FieldElement<T>> T slope(Arithmetic<T> in, List<T> w, int j);

  @Override
  public <T extends FieldElement<T>> T value(LinearAlgebra<T> field, List<T> w) {
    return value(field.in(), w);
  }

  @Override
  public <T extends FieldElement<T>> List<T> gradient(LinearAlgebra<T> field, List<T> w) {
    return field.vector(w.size(), j -> slope(field.in(), w, j));
  }

  @Override
  public Constants constants() {
    Constants constants = Constants.none();
    if (!smoothness.equals("none")) {
      constants = constants.with("L", Rationals.parse(smoothness), "the greatest |F''|");
    }
    return infimum.equals("none")
        ? constants
        : constants.with("F_inf", Rationals.parse(infimum), "attained");
  }

  @Override
  public Vector centre() {
    return Vector.parse("0");
  }

  @Override
  public Vector steepest() {
    return Vector.parse("1");
  }

  @Override
  public Vector flattest() {
    return steepest();
  }

  @Override
  public Status smooth(BigFraction l) {
    return Status.of(l.compareTo(Rationals.parse(smoothness)) >= 0, curvature);
  }

  @Override
  public Status stronglyConvex(BigFraction c) {
    return new Status.Refuted(notConvex);
  }

  @Override
  public Status boundedBelow(BigFraction least) {
    return Status.of(least.signum() <= 0, "F >= 0, and 0 is attained");
  }
}
