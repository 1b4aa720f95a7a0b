/**
 * The contract of a theorem: declaration, setting, constants, hypotheses, claims; start at {@link
 * plumbline.theorem.Theorem}. Depends on {@code recursion} and {@code formula}. Engines, verdicts
 * and printing do not belong here: a theorem says what it is made of.
 */
package plumbline.theorem;
