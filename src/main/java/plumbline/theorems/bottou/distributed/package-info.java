/**
 * Bottou's lecture, distributed computing: gradients that arrive late, by a fixed or a random
 * delay; start at {@link plumbline.theorems.bottou.distributed.DelayedUpdates}. Depends on {@code
 * theorem} and {@code formula}. Time budgets without delays do not belong here.
 */
package plumbline.theorems.bottou.distributed;
