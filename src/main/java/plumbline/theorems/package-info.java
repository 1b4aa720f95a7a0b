/**
 * The built-in theorems, in sub-packages named as the folders of their cards; start at {@link
 * plumbline.theorems.Instances}, the objectives and oracles that they share. Depends on {@code
 * theorem} and {@code exact}. Loops over replicas, draws and verdicts do not belong here.
 */
package plumbline.theorems;
