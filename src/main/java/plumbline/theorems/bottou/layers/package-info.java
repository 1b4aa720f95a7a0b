/**
 * Linear layers, their reparametrisation and the statistics that normalise them, after Bottou's
 * slides on zero-overhead reparametrisation and whitening (003); start at {@link
 * plumbline.theorems.bottou.layers.Pass}. Depends on {@code layer}. Recursions with noise and
 * natural gradients do not belong here.
 */
package plumbline.theorems.bottou.layers;
