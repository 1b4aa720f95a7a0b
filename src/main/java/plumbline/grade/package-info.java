/**
 * Somebody's own optimizer, stated as one step, against a theorem or a method; start at {@link
 * plumbline.grade.Grade}. Depends on {@code simulation} for the step's engine and on {@code check}
 * for the walk: what is said of a step is made from a check's result. The command line does not
 * belong here.
 */
package plumbline.grade;
