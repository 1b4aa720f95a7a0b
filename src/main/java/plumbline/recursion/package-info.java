/**
 * Problem, oracle, method, stepsize and start together, and a reading of them at checkpoints; start
 * at {@link plumbline.recursion.Recursion}. Data only.
 */
package plumbline.recursion;
