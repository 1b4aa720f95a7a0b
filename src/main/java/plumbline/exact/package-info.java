/**
 * Moments that close, and enumeration: whatever about a recursion can be had without chance; start
 * at {@link plumbline.exact.ClosedMoments}. Depends on {@code recursion} and what it is made of.
 * Draws, and what a theorem claims, do not belong here.
 */
package plumbline.exact;
