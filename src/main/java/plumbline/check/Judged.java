package plumbline.check;

import plumbline.verdict.Outcome;

/**
 * A layer of evidence with its outcome and one sentence.
 *
 * @param layer the evidence
 * @param outcome what it says
 * @param sentence in words, with its numbers
 */
record Judged(Layer layer, Outcome outcome, String sentence) {}
