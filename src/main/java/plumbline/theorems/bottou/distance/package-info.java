/**
 * Analyses of stochastic gradient by the distance to a minimizer, (A.2), which need convexity
 * alone; start at {@link plumbline.theorems.bottou.distance.A2Identity}. Depends on {@code
 * plumbline.theorems}.
 */
package plumbline.theorems.bottou.distance;
