/**
 * Stepsizes alpha_k as data; start at {@link plumbline.stepsize.Stepsize}. Depends on {@code
 * formula}.
 */
package plumbline.stepsize;
