/**
 * Dense and normalisation layers in any arithmetic: a linear layer with bias, its
 * reparametrisation, the statistics of a batch; start at {@link plumbline.layer.LinearLayer}.
 * Depends on {@code formula}. Losses, training and theorems do not belong here.
 */
package plumbline.layer;
