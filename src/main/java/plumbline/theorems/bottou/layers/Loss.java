package plumbline.theorems.bottou.layers;

import org.hipparchus.fraction.BigFraction;
import plumbline.series.Rationals;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Status;

/** What the cards on layers suppose. */
final class Loss {
  private Loss() {}

  static Hypothesis<Pass> throughOutputs() {
    return new Hypothesis<>(
        "E depends on the parameters through the outputs y alone",
        pass ->
            Status.of(pass.decay().isZero(), "weight decay d = " + Rationals.show(pass.decay())));
  }

  static Hypothesis<Pass> invertible() {
    return new Hypothesis<>(
        "every alpha_i and every beta_j is not 0",
        pass -> {
          boolean zero =
              pass.alpha().entries().stream().anyMatch(x -> x.isZero())
                  || pass.beta().entries().stream().anyMatch(x -> x.isZero());
          return Status.of(
              !zero,
              "alpha = "
                  + pass.alpha().entries().stream().map(Rationals::show).toList()
                  + ", beta = "
                  + pass.beta().entries().stream().map(Rationals::show).toList());
        });
  }

  static Hypothesis<Pass> sameAfterwards() {
    return new Hypothesis<>(
        "mu, alpha and beta are the same before and after the step",
        pass ->
            Status.of(
                pass.change().compareTo(BigFraction.ONE) == 0,
                "alpha_1 is multiplied by " + Rationals.show(pass.change())));
  }
}
