package plumbline.lanes;

/**
 * The tables of iterations first..last; all segments of one run have arrays of the same lengths.
 *
 * @param first the first iteration, 1 in the first segment
 * @param last the last one
 * @param coefficients a_k, b_k of each operation, iteration by iteration
 * @param bounds where the events of an iteration begin, twice an iteration (before the step; after
 *     its gradient), and where the last end
 * @param events (event, target), {@link Codes}
 * @param numbers one number an event
 */
public record Segment(
    int first, int last, double[] coefficients, int[] bounds, int[] events, double[] numbers) {}
