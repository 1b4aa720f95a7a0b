/**
 * E-values, intervals, slopes, comparisons, and the error budget: from evidence to a verdict.
 * Depends on {@code simulation} for moments. It knows no theorem and no engine.
 */
package plumbline.verdict;
