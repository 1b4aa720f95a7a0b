/**
 * The static site: an index by lecture, a page a result, a page on what verdicts mean, the errata,
 * a summary; start at {@link plumbline.report.Report}. Depends on {@code card} for the text, {@code
 * check} for results, {@code plot} for pictures. Formulas are set here, while the site is written:
 * pages ask no network, and their one script, the search, can be missing.
 */
package plumbline.report;
