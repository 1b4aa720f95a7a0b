/**
 * Stochastic gradient after Bottou, Curtis and Nocedal (003, sections 4.1 to 4.3); start at {@link
 * plumbline.theorems.bottou.Thm46FixedStep}. Depends on {@code plumbline.theorems}. One class a
 * card.
 */
package plumbline.theorems.bottou;
