/**
 * What a bound is made of: formulas over named constants, evaluated in rationals, in doubles or to
 * any number of digits, and small vectors and matrices in the same arithmetic; start at {@link
 * plumbline.formula.Formula}. Depends on {@code series}. Nothing here knows what a theorem is.
 */
package plumbline.formula;
