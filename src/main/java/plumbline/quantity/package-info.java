/**
 * What is read off an iterate, as data; start at {@link plumbline.quantity.Quantity}. The loops
 * that compute it belong to {@code lanes} and the leaves.
 */
package plumbline.quantity;
