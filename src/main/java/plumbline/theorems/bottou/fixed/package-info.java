/**
 * Stochastic gradient with a fixed stepsize, and with a stepsize that is halved (003, (4.13) to
 * (4.16) and the slides on diminishing the stepsizes); start at {@link
 * plumbline.theorems.bottou.fixed.Thm46Unweakened}. Depends on {@code plumbline.theorems} and
 * {@code plumbline.theorems.bottou}. Stepsizes that follow a formula of k do not belong here.
 */
package plumbline.theorems.bottou.fixed;
