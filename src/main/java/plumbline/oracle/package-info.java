/**
 * What returns a stochastic gradient, as data with the exact constants of its noise; start at
 * {@link plumbline.oracle.Oracle}. Depends on {@code problem}. Draws do not belong here.
 */
package plumbline.oracle;
