/**
 * The assumptions of sections 2 and 3 of Bottou's lecture and what follows from them in one step,
 * each put to the test at pairs of points or over all outcomes of one draw; start at {@link
 * plumbline.theorems.bottou.assumptions.A41LipschitzGradient}. Depends on {@code
 * plumbline.theorems.bottou}. What needs more than one step of the method does not belong here.
 */
package plumbline.theorems.bottou.assumptions;
