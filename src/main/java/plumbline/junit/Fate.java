package plumbline.junit;

import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.ClaimResult.Standing;
import plumbline.check.InstanceResult;
import plumbline.theorem.Role;

/** What a viewer of tests is told of one claim. */
enum Fate {
  PASSED,
  FAILED,
  ERROR,
  SKIPPED;

  /**
   * The fate of a claim.
   *
   * <p>A result does not say which claims had to be decided, but a card that left such a claim open
   * is not as expected, and every claim of a sharp instance is one. The card's own test case fails
   * in any case, so that no failure is lost.
   */
  static Fate of(CheckResult check, InstanceResult instance, ClaimResult claim) {
    if (claim.standing() == Standing.SHOWN) {
      return SKIPPED;
    }
    return switch (claim.verdict()) {
      case HOLDS -> PASSED;
      case NOT_APPLICABLE -> SKIPPED;
      case ERROR -> ERROR;
      case INCONCLUSIVE -> !check.asExpected() && instance.role() == Role.SHARP ? FAILED : SKIPPED;
      case REFUTED -> refuted(check, claim);
    };
  }

  private static Fate refuted(CheckResult check, ClaimResult claim) {
    if (check.expect().equals("refuted")
        && (claim.standing() == Standing.CLAIMED || claim.standing() == Standing.BESIDE_EXACT)) {
      return PASSED;
    }
    // as expected all the same: an instance of the user's whose hypotheses are not all certified
    return check.asExpected() ? SKIPPED : FAILED;
  }
}
