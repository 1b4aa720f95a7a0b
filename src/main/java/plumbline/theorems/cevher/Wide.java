package plumbline.theorems.cevher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constant;
import plumbline.formula.Formula;
import plumbline.method.Method;
import plumbline.oracle.Oracle;
import plumbline.problem.Network;
import plumbline.problem.ReluKernel;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Matrix;
import plumbline.series.Rationals;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Effort;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Need;
import plumbline.theorem.Parameter;
import plumbline.theorem.Relation;
import plumbline.theorem.Status;
import plumbline.theorem.Tail;
import plumbline.theorem.Values;

/**
 * What the two cards on wide networks share: the data, the settings, and the shape of their claims.
 *
 * <p>The data are four unit vectors with all inner products 1/2 and labels 1, -1, 1, -1. In R^4 no
 * such vectors are rational: the determinant of their Gram matrix, 5/16, would be the square of a
 * rational. In R^6 there are some, with dyadic entries, so that every double is exact. With
 * Gaussian weights the network sees inputs through their inner products alone: its losses have the
 * same law as in R^4.
 */
final class Wide {
  static final String FOUR = "inner products 1/2";
  static final String TWINS = "a twin with the opposite label";
  private static final Matrix INPUTS =
      Matrix.parse(
          "1/2 1/2 1/2 1/2 0 0; 1/2 1/2 0 0 1/2 1/2; 0 0 1/2 1/2 1/2 1/2;"
              + " 3/4 -1/4 1/2 0 1/4 1/4");
  private static final Vector LABELS = Vector.parse("1 -1 1 -1");

  private Wide() {}

  static List<Parameter> parameters() {
    return List.of(
        Parameter.integer("m", "m", "hidden units", "1", "4096", "256"),
        Parameter.real("eta", "\\eta", "stepsize", "1/1000", "3", "1/4"),
        Parameter.integer("T", "T", "last iteration compared", "1", "2400", "600"),
        Parameter.real(
            "delta", "\\delta", "allowed probability of failure", "1/1000", "1/2", "1/10"));
  }

  static Parameter inputs() {
    return Parameter.choice("inputs", "the four inputs", FOUR, TWINS);
  }

  static Training setting(Values values, Network.Trained trained) {
    boolean twins = values.text().getOrDefault("inputs", FOUR).equals(TWINS);
    Matrix inputs = twins ? twins() : INPUTS;
    Network network = new Network(inputs, LABELS, values.integer("m"), trained);
    BigFraction eta = values.get("eta");
    return new Training(
        new Recursion(
            network,
            Oracle.exact(network.dimension()),
            Method.stochasticGradient(),
            Stepsize.fixed(eta),
            new Start.Normal(BigFraction.ONE)),
        network,
        eta,
        values.get("delta"),
        values.get("T").longValue(),
        trained == Network.Trained.ALL ? allParameters() : firstLayer(inputs));
  }

  private static Matrix twins() {
    List<Vector> rows = new ArrayList<>(INPUTS.rows());
    rows.set(1, rows.get(0));
    return new Matrix(rows);
  }

  /**
   * lambda_min of H_ij = x_i'x_j (pi - arccos x_i'x_j)/(2 pi). At inner products 1 and 1/2 it is
   * 1/2 and 1/6, so H = I/3 + 11'/6 with eigenvalues 1/3 (three times) and 1. A repeated row makes
   * H singular.
   */
  private static Constant firstLayer(Matrix inputs) {
    return distinct(inputs)
        ? Constant.exactly(
            Rationals.of(1, 3),
            "H = I/3 + 11'/6: diagonal 1/2, elsewhere (1/2)(pi - pi/3)/(2 pi) = 1/6")
        : Constant.exactly(BigFraction.ZERO, "two rows of H are equal");
  }

  /**
   * With a ~ U[-1, 1] and b = 0 at the start, the kernel of (a, W, b) is H/3 (weights) + P/3
   * (biases, P_ij = (pi - arccos)/(2 pi)) + E relu relu (outer weights). Each is c I + d 11'; at
   * inner products 1/2 its three small eigenvalues are 1/9, 1/18 and 1/2 - (sqrt(3)/2 + pi/3)/(2
   * pi), in sum 1/2 - sqrt(3)/(4 pi) = 0.36217.
   */
  private static Constant allParameters() {
    return Constant.within(
        0.5 - Math.sqrt(3) / (4 * Math.PI), 1e-15, "1/2 - sqrt(3)/(4 pi), five roundings");
  }

  static boolean distinct(Matrix inputs) {
    return inputs.rows().stream().distinct().count() == inputs.height();
  }

  /** The hypotheses that both statements have, as far as anything is known of them. */
  static List<Hypothesis<Training>> hypotheses() {
    return List.of(
        new Hypothesis<>(
            "inputs have length 1",
            t ->
                Status.of(
                    t.network().inputs().rows().stream()
                        .allMatch(x -> x.squaredNorm().equals(BigFraction.ONE)),
                    "sums of squares, exactly")),
        new Hypothesis<>("no two inputs are parallel", t -> apart(t.network().inputs())),
        new Hypothesis<>("W_0 is standard normal", Wide::standardNormal));
  }

  /**
   * That something is of an order which a statement gives without its constant: no number refutes
   * it, nor certifies it.
   *
   * @param atOne what constant 1 would ask, and what there is
   */
  static Status hidden(String atOne) {
    return new Status.NotRefuted(
        "not certified: the constant is hidden; at constant 1 it asks " + atOne);
  }

  /** The trace of the kernel of the trained parameters at infinite width. */
  private static BigFraction trace(Network network) {
    BigFraction squares = BigFraction.ZERO;
    for (Vector x : network.inputs().rows()) {
      squares = squares.add(x.squaredNorm());
    }
    // E 1(w'x >= 0) = 1/2 and E max(0, w'x)^2 = |x|^2/2; with all parameters E a^2 = 1/3
    BigFraction weights = squares.divide(2);
    BigFraction biases = new BigFraction(network.inputs().height(), 2);
    return network.trained() == Network.Trained.FIRST_LAYER
        ? weights
        : weights.add(biases).divide(3).add(squares.divide(2));
  }

  /**
   * eta (tr K + lambda/4) &lt;= 1: on a matrix within lambda/4 of the kernel a step contracts by 1
   * - 3/4 eta lambda at least, since no eigenvalue exceeds the trace (the card of the corrected
   * theorem, step 4).
   *
   * @param names of kernel and eigenvalue on the card: "tr H + lambda_0/4"
   * @param why what follows if it is met
   * @param atOne what the printed order asks at constant 1, to be said where this fails
   */
  static Status contracts(Training t, String names, String why, BigFraction atOne) {
    if (!t.recursion().stepsize().equals(Stepsize.fixed(t.eta()))) {
      return new Status.NotRefuted("not certified: the run has another stepsize");
    }
    BigFraction largest = t.eigenvalue().exact().add(Rationals.of(t.eigenvalue().error()));
    BigFraction left = t.eta().multiply(trace(t.network()).add(largest.divide(4)));
    String numbers = String.format(Locale.ROOT, "eta (%s) = %.4g", names, left.doubleValue());
    return left.compareTo(BigFraction.ONE) <= 0
        ? Status.certified(numbers + " <= 1, " + why)
        : hidden(
            "eta <= "
                + Rationals.show(atOne)
                + ", and eta = "
                + Rationals.show(t.eta())
                + "; "
                + numbers
                + " is above 1");
  }

  /** (x_i'x_j)^2 &lt; |x_i|^2 |x_j|^2 for every pair, exactly. */
  private static Status apart(Matrix inputs) {
    BigFraction closest = BigFraction.ZERO;
    for (int i = 0; i < inputs.height(); i++) {
      for (int j = 0; j < i; j++) {
        Vector x = inputs.rows().get(i);
        Vector y = inputs.rows().get(j);
        BigFraction dot = x.dot(y);
        BigFraction lengths = x.squaredNorm().multiply(y.squaredNorm());
        if (dot.multiply(dot).compareTo(lengths) >= 0) {
          return new Status.Refuted("x_" + (j + 1) + " and x_" + (i + 1) + " are parallel");
        }
        BigFraction cosine = dot.multiply(dot).divide(lengths);
        closest = cosine.compareTo(closest) > 0 ? cosine : closest;
      }
    }
    return Status.certified(
        "the greatest squared cosine of a pair is " + Rationals.show(closest) + ", exactly");
  }

  private static Status standardNormal(Training t) {
    boolean met = t.recursion().start().equals(new Start.Normal(BigFraction.ONE));
    return Status.of(
        met,
        met
            ? "every entry of the start is drawn from N(0, 1)"
            : "the start is another: " + t.recursion().start());
  }

  /** Which parameters the leaf moves; with the first layer alone, a_r = +-1 is drawn and stays. */
  static Status trained(Training t, Network.Trained which) {
    boolean full =
        t.recursion().problem().equals(t.network())
            && t.recursion().oracle().equals(Oracle.exact(t.network().dimension()));
    return full
        ? Status.of(
            t.network().trained() == which,
            which == Network.Trained.ALL
                ? "the network moves a, W and b along the full gradient from b_0 = 0"
                : "the network moves W alone along the full gradient")
        : new Status.NotRefuted("not certified: the run is not gradient descent on the network");
  }

  /**
   * lambda_0 &gt; 0 by the kernel's smallest eigenvalue to 30 digits, less its error; where two
   * inputs are equal two rows of the kernel are, and it is singular.
   */
  static Status positiveKernel(Training t) {
    if (!distinct(t.network().inputs())) {
      return new Status.Refuted("two rows of H are equal");
    }
    Constant computed = ReluKernel.of(t.network().inputs()).smallest();
    BigFraction error = Rationals.of(computed.error());
    BigFraction named = t.eigenvalue().exact();
    // the kernel's value is rounded down by no more than its error
    boolean agrees = named.subtract(computed.exact()).abs().compareTo(error) <= 0;
    if (!agrees) {
      return new Status.Refuted(
          "lambda_0 is " + computed.value() + ", and " + Rationals.show(named) + " is named");
    }
    return computed.exact().signum() > 0
        ? Status.certified(t.eigenvalue().how() + "; the eigenproblem agrees: " + computed.how())
        : new Status.NotRefuted("not certified: lambda_0 is within its error of 0");
  }

  /**
   * P(max over t = 0..T of the relative loss over rate^t exceeds 1) &lt;= delta. At t = 0 the
   * relative loss is 1 by definition, and is not compared.
   */
  static Claim path(String name, Training training, Formula rate) {
    Formula threshold = rate.power(Formula.k().minus(1));
    return new Claim.Chance(
        name,
        training.wholePath(),
        Bound.of("rate", threshold),
        Relation.AT_MOST,
        Formula.name("delta"),
        effort(training));
  }

  /** A replica at 1024 units costs as much as sixteen at 64: the first look is then smaller. */
  static Effort effort(Training training) {
    long replicas = training.network().hidden() > 512 ? 256 : 4096;
    return new Effort(0.05, replicas, new Tail.Max(k -> 1, "an indicator"), Need.MUST_DECIDE);
  }

  /** 1 - eta lambda_0/2. */
  static Formula kernelRate() {
    return Formula.number(1).minus(Formula.name("eta").times(Formula.name("lambda_0")).over(2));
  }
}
