package plumbline.check;

import java.util.List;
import plumbline.verdict.Verdict;

/** A task whose shape has a layer of its own. */
interface Reported {
  /** The evidence as it is written down. */
  Layer layer(String device, Pending.Sampling sampling, Verdict verdict);

  /** What was measured, as lines. */
  List<Curve> curves(Verdict verdict);
}
