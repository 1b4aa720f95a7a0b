/**
 * LeCun's lecture: gradient descent on a quadratic; start at {@link
 * plumbline.theorems.lecun.QuadLinearRecursion}. Depends on {@code theorem} and {@code series}. The
 * catalogue's other lectures do not belong here.
 */
package plumbline.theorems.lecun;
