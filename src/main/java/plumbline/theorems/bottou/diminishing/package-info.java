/**
 * Stochastic gradient with stepsizes that diminish like 1/k: the induction behind Theorem 4.7, how
 * small they may be, and what no method beats; start at {@link
 * plumbline.theorems.bottou.diminishing.BetaThreshold}. Depends on {@code plumbline.theorems} and
 * {@code plumbline.theorems.bottou}.
 */
package plumbline.theorems.bottou.diminishing;
