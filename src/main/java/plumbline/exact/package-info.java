/**
 * Moments that close, enumeration, and evaluation at two precisions: whatever about a recursion can
 * be had without chance. Depends on {@code recursion} and what it is made of.
 */
package plumbline.exact;
