/**
 * A user's table of numbers, read exactly, and the objective that it makes; start at {@link
 * plumbline.data.Table}, then {@link plumbline.data.Given}. Depends on {@code problem} and on
 * Jackson for the format. Theorems, verdicts and printing do not belong here.
 */
package plumbline.data;
