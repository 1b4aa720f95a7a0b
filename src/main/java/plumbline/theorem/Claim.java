package plumbline.theorem;

import java.util.List;
import plumbline.formula.Formula;
import plumbline.recursion.Reading;
import plumbline.recursion.SignedReading;
import plumbline.recursion.Start;
import plumbline.series.Checkpoints;

/** One assertion: one of seven shapes, crossed with a relation. */
public sealed interface Claim {
  /** Unique on its instance: "(4.14)". */
  String name();

  Relation relation();

  /** E X_k (relation) B_k at every checkpoint of the reading. */
  record Mean(String name, Reading x, Relation relation, Bound bound, Effort effort)
      implements Claim {
    public Mean {
      unsigned(name, x);
    }
  }

  /** P(X &gt; threshold) (relation) p; the reading has one checkpoint. */
  record Chance(
      String name,
      Reading x,
      Bound threshold,
      Relation relation,
      Formula probability,
      Effort effort)
      implements Claim {
    public Chance {
      unsigned(name, x);
    }
  }

  /**
   * E g (relation) value for every coordinate at every checkpoint, g of any sign, Var g &lt;=
   * sigma^2 of the effort's contract, which is {@link Tail.Variance} with sigma &gt; 0.
   *
   * @param coordinates what is read, each with the value that is claimed of it
   * @param scale HOLDS excludes violations of delta times this; sigma by default
   */
  record Signed(
      String name, List<Coordinate> coordinates, Relation relation, double scale, Effort effort)
      implements Claim {
    public Signed {
      coordinates = List.copyOf(coordinates);
      if (coordinates.isEmpty() || !(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            name
                + " has "
                + coordinates.size()
                + " coordinates and the scale "
                + scale
                + ": a signed mean needs at least one coordinate and a finite scale > 0");
      }
      if (coordinates.stream().map(c -> c.g().what()).distinct().count() < coordinates.size()) {
        throw new IllegalArgumentException(
            name + " reads two coordinates of one name: give each words of its own");
      }
      deviation(name, effort);
    }

    /** In units of sigma. */
    public Signed(String name, List<Coordinate> coordinates, Relation relation, Effort effort) {
      this(name, coordinates, relation, deviation(name, effort), effort);
    }

    /** sigma. */
    public double deviation() {
      return deviation(name, effort);
    }

    private static double deviation(String name, Effort effort) {
      if (effort.tail() instanceof Tail.Variance variance
          && variance.sigmaSquared() > 0
          && variance.sigmaSquared() < Double.POSITIVE_INFINITY) {
        return Math.sqrt(variance.sigmaSquared());
      }
      throw new IllegalArgumentException(
          name
              + " is a signed mean under "
              + effort.tail()
              + ": it needs Tail.Variance with a finite sigma^2 > 0 (without variance, claim it"
              + " with Exactly)");
    }
  }

  /** One coordinate of a signed mean: E g (relation) value at every checkpoint of g. */
  record Coordinate(SignedReading g, Formula value) {}

  /** E X (relation) r E Y within tau, for each pair of readings with one checkpoint each. */
  record Ratio(
      String name, List<Pair> pairs, Relation relation, Formula r, double tau, Effort effort)
      implements Claim {}

  /** ln(E Y / E X) / run (relation) p within tau, for each pair. */
  record Slope(
      String name, List<Pair> pairs, Relation relation, Formula p, double tau, Effort effort)
      implements Claim {}

  /**
   * Two readings of one checkpoint each, their positive scales, and the run between them.
   *
   * @param what "k = 64 to 256"
   * @param x the first reading
   * @param xScale a declared size of E X, so that rounding can be judged
   * @param y the second reading
   * @param yScale a declared size of E Y
   * @param run the length between them, e.g. ln(k1/k0); 1 for ratios
   */
  record Pair(String what, Reading x, double xScale, Reading y, double yScale, double run) {
    public Pair {
      unsigned(what, x);
      unsigned(what, y);
      if (!(run > 0) || !(xScale > 0) || !(yScale > 0)) {
        throw new IllegalArgumentException(
            "a pair needs a run and scales > 0, got " + run + ", " + xScale + ", " + yScale);
      }
    }
  }

  /**
   * Two recursions with the same draws give the same readings, replica by replica; the twin, with
   * one index shifted, must not. All start at a point, and are read at equally many checkpoints.
   */
  record Coincide(String name, Reading x, Reading y, Reading twin, Need need) implements Claim {
    public Coincide {
      for (Reading reading : List.of(x, y, twin)) {
        if (!(reading.of().start() instanceof Start.At)) {
          throw new IllegalArgumentException(
              name
                  + " starts at "
                  + reading.of().start()
                  + ": to be moved by one ulp, a start must be a point, Start.At");
        }
        if (reading.checkpoints().size() != x.checkpoints().size()) {
          throw new IllegalArgumentException(
              name
                  + " compares "
                  + x.checkpoints().size()
                  + " checkpoints with "
                  + reading.checkpoints().size()
                  + ": read all three equally often");
        }
      }
    }

    @Override
    public Relation relation() {
      return Relation.EQUAL;
    }
  }

  private static void unsigned(String name, Reading x) {
    if (x.quantity().isSigned()) {
      throw new IllegalArgumentException(
          name
              + " reads the "
              + x.quantity().title()
              + ", which may be negative: claim it as a signed mean");
    }
  }

  /**
   * No chance in it: left (relation) bound at every point, evaluated in every arithmetic.
   *
   * @param points the k or step numbers at which the trial is evaluated (0 where there is no k)
   */
  record Exactly(
      String name, Relation relation, Trial trial, Bound bound, Checkpoints points, Need need)
      implements Claim {
    /** One that must be decided, as what has no chance in it nearly always is. */
    public Exactly(String name, Relation relation, Trial trial, Bound bound, Checkpoints points) {
      this(name, relation, trial, bound, points, Need.MUST_DECIDE);
    }
  }

  /** Without chance, left = bound; to be decided. */
  static Claim equal(String name, Trial trial, Bound bound, Checkpoints points) {
    return new Exactly(name, Relation.EQUAL, trial, bound, points);
  }

  /** Without chance, left &lt;= bound; to be decided. */
  static Claim atMost(String name, Trial trial, Bound bound, Checkpoints points) {
    return new Exactly(name, Relation.AT_MOST, trial, bound, points);
  }

  /** Without chance, left &gt;= bound; to be decided. */
  static Claim atLeast(String name, Trial trial, Bound bound, Checkpoints points) {
    return new Exactly(name, Relation.AT_LEAST, trial, bound, points);
  }
}
