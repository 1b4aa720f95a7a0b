/**
 * Immutable vectors, matrices and checkpoint grids with exact entries, and the digits that numbers
 * are written with; start at {@link plumbline.series.Vector}. Depends on nothing of ours. Linear
 * algebra proper (eigenvalues, solves) does not belong here.
 */
package plumbline.series;
