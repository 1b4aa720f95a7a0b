/**
 * The statement of a result as a reader sees it: front matter, five sections with LaTeX, worked
 * examples, references.
 *
 * <p>Start at {@link plumbline.card.Card}; {@link plumbline.card.CardReader} makes one from
 * Markdown, {@link plumbline.card.CardIndex} finds those on the class path without opening them,
 * {@link plumbline.card.IndexWriter} writes the index while the jar is built. Depends on Jackson
 * (YAML, JSON), commonmark and Hipparchus' exact fractions. No bound is evaluated and nothing is
 * rendered here.
 */
package plumbline.card;
