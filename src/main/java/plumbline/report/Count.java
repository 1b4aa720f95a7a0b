package plumbline.report;

import java.util.Collection;
import plumbline.report.Contents.Item;
import plumbline.verdict.Outcome;

/**
 * How a run went, in whole numbers.
 *
 * @param tried results
 * @param held as expected
 * @param refuted misprints that were refuted, as expected
 * @param open not decided, and not demanded
 * @param wrong verdicts that are not as expected
 * @param unchecked cards that say why they have no check
 */
record Count(long tried, long held, long refuted, long open, long wrong, long unchecked) {
  static Count of(Collection<Item> items) {
    return new Count(
        items.stream().filter(item -> item.check().isPresent()).count(),
        expected(items, Outcome.HOLDS),
        expected(items, Outcome.REFUTED),
        expected(items, Outcome.INCONCLUSIVE),
        items.stream()
            .filter(item -> item.check().filter(check -> !check.asExpected()).isPresent())
            .count(),
        items.stream().filter(item -> item.check().isEmpty() && item.hasPage()).count());
  }

  private static long expected(Collection<Item> items, Outcome outcome) {
    return items.stream()
        .filter(
            item -> item.check().filter(c -> c.asExpected() && c.verdict() == outcome).isPresent())
        .count();
  }

  /** One or two sentences. */
  String sentence() {
    return "%d %s tried: %d held%s%s%s. %s"
        .formatted(
            tried,
            tried == 1 ? "result was" : "results were",
            held,
            refuted == 0
                ? ""
                : ", "
                    + refuted
                    + (refuted == 1 ? " misprint was" : " misprints were")
                    + " refuted",
            open == 0 ? "" : ", " + open + " stayed open",
            unchecked == 0
                ? ""
                : "; "
                    + unchecked
                    + (unchecked == 1 ? " more is" : " more are")
                    + " stated and not checked",
            wrong == 0
                ? "Every verdict is the one that its card expects."
                : wrong + (wrong == 1 ? " verdict is" : " verdicts are") + " not as expected.");
  }
}
