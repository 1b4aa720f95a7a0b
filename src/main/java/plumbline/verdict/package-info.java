/**
 * From summaries of replicas to verdicts with a stated error probability. Start at {@code
 * Procedure} and {@code Mean}; the e-values beneath are {@code LogUp}, {@code LogDown}, {@code
 * LogBern}, {@code LogSigned}. Depends on {@code simulation} (summaries) and {@code theorem}
 * (relations, tail contracts); it draws nothing, prints nothing and knows no particular theorem.
 */
package plumbline.verdict;
