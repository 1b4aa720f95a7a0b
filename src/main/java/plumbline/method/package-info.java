/**
 * Update rules as short lists of vector operations; start at {@link plumbline.method.Method}.
 * Depends on {@code formula}. No class a method.
 */
package plumbline.method;
