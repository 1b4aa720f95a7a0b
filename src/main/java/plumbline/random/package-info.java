/**
 * Addressed randomness: what is drawn is a function of the run's seed, an instance, and a place
 * (replica, iteration, slot, purpose); start at {@link plumbline.random.Address}. The scalar draws
 * here are the reference of the lane loops in {@code lanes}, bit for bit. Depends on nothing of
 * ours. Generators with a state do not belong here.
 */
package plumbline.random;
