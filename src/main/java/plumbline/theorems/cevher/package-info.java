/**
 * Cevher's lecture: stochastic gradient without convexity, perturbed stochastic gradient at a
 * saddle, gradient descent on wide networks; start at {@link
 * plumbline.theorems.cevher.SgdNonconvexRate}. Depends on {@code theorem} and {@code recursion}.
 * The catalogue's other lectures do not belong here.
 */
package plumbline.theorems.cevher;
