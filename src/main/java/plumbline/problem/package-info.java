/**
 * Objectives with exact constants, each family's record beside its leaf of {@code Lanes}; start at
 * {@link plumbline.problem.Problem}. Depends on {@code series}, {@code formula}, {@code lanes}.
 * Noise, stepsizes and methods do not belong here.
 */
package plumbline.problem;
