/**
 * Plans, the engines that run them, and the moments that are folded from what they return; start at
 * {@link plumbline.simulation.Engine}. Depends on {@code recursion}, {@code lanes}. It knows no
 * theorem, no claim and no verdict.
 */
package plumbline.simulation;
