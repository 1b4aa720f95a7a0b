/**
 * How examples are drawn: the algorithm, choices of objective and gradient, minibatches, draws that
 * remember (003, sections 4.1 and 4.2); start at {@link
 * plumbline.theorems.bottou.sampling.MinibatchNoise}. Depends on {@code plumbline.theorems.bottou}
 * and {@code layer}.
 */
package plumbline.theorems.bottou.sampling;
