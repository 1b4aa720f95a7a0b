/**
 * Natural gradients, from the steepest step in a metric to the scaling by fan-in; start at {@link
 * plumbline.theorems.bottou.natural.NatgradLagrange}. Depends on {@code theorem} and {@code
 * series}. The convergence of stochastic gradient does not belong here.
 */
package plumbline.theorems.bottou.natural;
