/**
 * The walk from card to result: the catalogue, plans, layers of evidence, {@code results.json};
 * start at {@link plumbline.check.CheckResult} for what comes out. The one package that knows both
 * theorems and engines; everything that a person sees is made from its results alone.
 */
package plumbline.check;
