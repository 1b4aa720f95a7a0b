package plumbline.theorems.bottou;

import static plumbline.formula.Formula.k;
import static plumbline.formula.Formula.number;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Rationals;
import plumbline.theorem.Status;
import plumbline.theorem.Values;

/** The families of stepsizes of section 4, as formulas over the names that they declare. */
public enum Steps {
  /** alpha. */
  FIXED(Formula.name("alpha"), "alpha") {
    @Override
    public Status fall(Constants x) {
      return Status.of(positive(x, "alpha"), "alpha_k = " + show(x, "alpha") + " at every k");
    }

    @Override
    public Values suggested(Constants x) {
      return Values.none().with("alpha", Suggested.longest(x));
    }
  },
  /** beta/(gamma + k). */
  HARMONIC(Formula.name("beta").over(Formula.name("gamma").plus(k())), "beta", "gamma") {
    @Override
    public Status fall(Constants x) {
      return Status.of(
          positive(x, "beta") && positive(x, "gamma"),
          "beta = " + show(x, "beta") + ", gamma = " + show(x, "gamma"));
    }

    @Override
    public Values suggested(Constants x) {
      return Suggested.harmonic(x);
    }
  },
  /** beta/max(1, k + gamma)^p. */
  POWER(Formula.name("beta").over(shifted(Formula.name("p"))), "beta", "gamma", "p") {
    // squared here and not as (...)^2: k^(-1/2) squared is rational, k^(-1/2) is not
    @Override
    public Formula squared() {
      return Formula.name("beta").power(2).over(shifted(number(2).times(Formula.name("p"))));
    }

    @Override
    public Status fall(Constants x) {
      return Status.of(
          positive(x, "beta") && x.exact("p").signum() >= 0,
          "beta = " + show(x, "beta") + ", p = " + show(x, "p"));
    }

    @Override
    public Values suggested(Constants x) {
      return Suggested.power(x);
    }
  },
  /** beta/2^k. */
  GEOMETRIC(Formula.name("beta").over(number(2).power(k())), "beta") {
    @Override
    public Status fall(Constants x) {
      return Status.of(positive(x, "beta"), "beta = " + show(x, "beta"));
    }

    @Override
    public Values suggested(Constants x) {
      return Values.none().with("beta", Suggested.longest(x));
    }
  };

  private final Formula alpha;
  private final List<String> names;

  Steps(Formula alpha, String... names) {
    this.alpha = alpha;
    this.names = List.of(names);
  }

  /** alpha_k. */
  public Formula alpha() {
    return alpha;
  }

  /** alpha_k^2. */
  public Formula squared() {
    return alpha.power(2);
  }

  /** Whether alpha_k is positive and never grows, from its numbers. */
  public abstract Status fall(Constants x);

  /** Numbers for its names that (4.13), (4.18) or (4.25) allow with these L, mu, M_G and c. */
  public abstract Values suggested(Constants x);

  /** The numbers that these values give to its names. */
  public Constants constants(Values values) {
    Constants constants = Constants.none();
    for (String name : names) {
      constants = constants.with(name, values.get(name), "declared");
    }
    return constants;
  }

  private static Formula shifted(Formula exponent) {
    return Formula.max(number(1), k().plus(Formula.name("gamma"))).power(exponent);
  }

  private static boolean positive(Constants x, String name) {
    return x.exact(name).compareTo(BigFraction.ZERO) > 0;
  }

  private static String show(Constants x, String name) {
    return Rationals.show(x.exact(name));
  }
}
