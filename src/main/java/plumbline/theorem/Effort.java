package plumbline.theorem;

/**
 * How finely a claim is tried.
 *
 * @param delta the resolution of HOLDS, relative, in (0, 1/2]
 * @param mostReplicas an upper limit on replicas; {@link Long#MAX_VALUE} leaves it to the plan
 * @param tail the tail contract
 * @param need whether an INCONCLUSIVE is a failure
 */
public record Effort(double delta, long mostReplicas, Tail tail, Need need) {
  public Effort {
    if (!(delta > 0 && delta <= 0.5)) {
      throw new IllegalArgumentException("delta=" + delta + " is outside (0, 1/2]");
    }
    if (mostReplicas < 1) {
      throw new IllegalArgumentException("need at least one replica, got " + mostReplicas);
    }
  }

  /** For SHARP claims: delta = 0.02, must be decided. */
  public static Effort sharp(Tail tail) {
    return new Effort(0.02, Long.MAX_VALUE, tail, Need.MUST_DECIDE);
  }

  /** For other claims: delta = 0.05, may stay open. */
  public static Effort usual(Tail tail) {
    return new Effort(0.05, Long.MAX_VALUE, tail, Need.MAY_STAY_OPEN);
  }

  public Effort within(double otherDelta) {
    return new Effort(otherDelta, mostReplicas, tail, need);
  }

  public Effort atMost(long replicas) {
    return new Effort(delta, replicas, tail, need);
  }
}
