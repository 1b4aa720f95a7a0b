/**
 * Curvature and rescaling after Bottou (003, "Rescaling weights" to "About diagonal rescaling");
 * start at {@link plumbline.theorems.bottou.curvature.TwoCurvatures}. Depends on {@code
 * plumbline.theorems}. One class a card; no chance in any of them but by enumeration.
 */
package plumbline.theorems.bottou.curvature;
