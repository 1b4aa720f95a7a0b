package plumbline.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.formula.Constants;
import plumbline.recursion.Reading;
import plumbline.theorem.Claim;
import plumbline.theorem.Relation;

/**
 * What is known of E X_k without a replica: the number itself, where moments close; else a bound of
 * it from the other side, where the same instance has one ("at least" beside "at most").
 *
 * @param basis in words
 * @param values by checkpoint
 */
record Known(Basis basis, Map<Long, Double> values) {
  /** How it is known. */
  enum Basis {
    /** E X_k, from the recursion of the moments. */
    MOMENTS("exact moments"),
    /** A number that E X_k exceeds, or stays below, on the side that violates. */
    OTHER_SIDE("the bound from the other side"),
    /** What one replica reads where nothing is random. */
    START("read where nothing is random"),
    NOTHING("measured");

    private final String words;

    Basis(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * @param all the claims of the instance
   */
  static Known of(Claim.Mean claim, List<Claim> all, Constants constants) {
    Optional<Map<Long, Double>> closed = Sampled.closed(claim.x());
    if (closed.isPresent()) {
      return new Known(Basis.MOMENTS, closed.get());
    }
    for (Claim other : all) {
      if (other instanceof Claim.Mean mean && faces(claim, mean)) {
        Map<Long, Double> values = new LinkedHashMap<>();
        mean.x().checkpoints().at().forEach(k -> values.put(k, mean.bound().at(constants, k)));
        return new Known(Basis.OTHER_SIDE, values);
      }
    }
    return new Known(Basis.NOTHING, Map.of());
  }

  /** With what was read at iterations where nothing is random. */
  Known with(Map<Long, Double> read) {
    Map<Long, Double> all = new LinkedHashMap<>(values);
    all.putAll(read);
    return new Known(basis == Basis.NOTHING && !read.isEmpty() ? Basis.START : basis, all);
  }

  private static boolean faces(Claim.Mean claim, Claim.Mean other) {
    Reading x = claim.x();
    Reading y = other.x();
    boolean same =
        x.of().equals(y.of()) && x.quantity().equals(y.quantity()) && x.fold() == y.fold();
    return same
        && (claim.relation() == Relation.AT_MOST && other.relation() == Relation.AT_LEAST
            || claim.relation() == Relation.AT_LEAST && other.relation() == Relation.AT_MOST);
  }

  boolean exactly() {
    return basis == Basis.MOMENTS;
  }
}
