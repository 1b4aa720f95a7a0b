package plumbline.lanes;

/**
 * What a kernel interprets, apart from the tables of one {@link Segment}: filled by the host, read
 * by any number of kernels, changed by nobody afterwards.
 *
 * @param key the four words of seed and instance
 * @param purposes the counter's last word of each purpose, in the order of Purpose
 * @param operations (operation, into, from) of one step, {@link Codes}
 * @param batch indices a step; 0 takes the full gradient
 * @param scaling diagonal of the scaling H, shape [d], or empty where it is the identity
 * @param factorLaw law of zeta, NONE without multiplicative noise
 * @param factor s, the deviation of the factor
 * @param law law of the additive noise, or NONE
 * @param deviation sigma_j, shape [d]; for SPHERE the radius
 * @param start w_1 or its mean, shape [d]
 * @param startDeviation of normal starts; 0 for a point
 * @param channels rows of ratios
 * @param totals rows of running totals
 * @param steps the last step that is made
 */
public record Program(
    int[] key,
    int[] purposes,
    int[] operations,
    int batch,
    double[] scaling,
    int factorLaw,
    double factor,
    int law,
    double[] deviation,
    double[] start,
    double startDeviation,
    int channels,
    int totals,
    int steps) {}
