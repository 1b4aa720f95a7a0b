/**
 * Bottou's lecture, large-scale learning: what the expected risk is made of, and how a time budget
 * is best divided between data and optimisation; start at {@link
 * plumbline.theorems.bottou.learning.RiskDecomposition}. Depends on {@code theorem} and {@code
 * formula}. Convergence of the methods themselves does not belong here.
 */
package plumbline.theorems.bottou.learning;
