/**
 * The static site: an index by lecture, a page a result, a page on what verdicts mean; start at
 * {@link plumbline.report.Report}. Depends on {@code card} for the text, {@code check} for results,
 * {@code plot} for pictures. Formulas are set here, while the site is written: pages hold no script
 * and ask no network.
 */
package plumbline.report;
