package plumbline.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import plumbline.theorem.Theorem;

/** The whole of one lecture is there: the 96 results that were found in it, by their ids. */
class BottouLectureTest {
  private static final String FOLDER = "bottou/";

  /** Named theorems, lemmas, rates, identities and worked numbers: each is tried. */
  private static final List<String> TRIED =
      List.of(
          "A2-convex",
          "A2-identity",
          "A2-second-order",
          "A2-strong",
          "a41-lipschitz-gradient",
          "a43a-bounded-below",
          "a43b-first-moment",
          "a43c-variance",
          "a45-strong-convexity",
          "adapted-noise",
          "agarwal-lower-bound",
          "average-implies-rarely-large",
          "backprop-layer",
          "beta-threshold",
          "blockwise-scaling",
          "bn-sideeffects",
          "conjugate-directions",
          "cor412",
          "critical-points",
          "delayed-updates",
          "delta-v",
          "delta-w",
          "describes-actual",
          "diagonal-hessian",
          "divergence-threshold",
          "effect-grows",
          "eq412-pl",
          "eq415-contraction",
          "eq421-induction",
          "eq43-descent-lemma",
          "eq49-second-moment",
          "estimation-rate",
          "fanin-heuristic",
          "gn-approx-criticism",
          "gradient-choices",
          "halving-gap",
          "halving-rate",
          "halving-trigger",
          "hessian-rescaling",
          "imagenet-anomaly",
          "jensen-smoothing",
          "lemma42",
          "lemma44",
          "linear-layer-gradient",
          "linesearch-example",
          "minibatch-bound",
          "minibatch-equivalence",
          "minibatch-noise",
          "natgrad-constraint",
          "natgrad-lagrange",
          "natgrad-same-direction",
          "natgrad-singularity",
          "noiseless-linear",
          "objective-choices",
          "optimal-step-1L",
          "parabola-eta",
          "relaxed-sync",
          "relu-hyperbolic",
          "reparametrisation",
          "rescale-question",
          "rescaled-case",
          "richardson",
          "risk-decomposition",
          "rmsprop-derivation",
          "running-average-lag",
          "separated-optimisation",
          "sg-algorithm",
          "sqrtK-corollary",
          "thm410-nonconvex-diminishing",
          "thm46-fixed-step",
          "thm47-diminishing",
          "thm48-nonconvex-fixed",
          "total-expectation",
          "tradeoff-program",
          "two-curvatures",
          "unbiased-case",
          "wait-twice",
          "whitening",
          "work-complexity");

  /** Phenomena and background: each has a card, with a check or a reason for having none. */
  private static final List<String> TOLD =
      List.of(
          "communication-overhead",
          "conclusions",
          "constant-stepsize-practice",
          "gap-proportional-stepsize",
          "hardware-minibatch",
          "large-scale-pictures",
          "linesearch-needed",
          "local-strong-convexity",
          "mitigation",
          "overhead",
          "practical-issues",
          "quasi-diagonal",
          "share-fanin-experiment",
          "slow-change",
          "stats-change-quickly",
          "well-tuned-baseline",
          "whitening-vs-bn");

  /** Statements that are refuted as printed, or lack a hypothesis. */
  private static final List<String> MISPRINTS =
      List.of(
          "fanin-heuristic-as-printed-tanh",
          "halving-trigger-as-printed",
          "linesearch-example-as-printed",
          "natgrad-constraint-as-printed",
          "optimal-step-1L-as-printed",
          "rescaled-case-as-printed",
          "rmsprop-derivation-as-printed");

  private static Set<String> cards() {
    return CardIndex.load(BottouLectureTest.class.getClassLoader()).entries().stream()
        .map(CardIndex.Entry::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> classes() {
    Set<String> ids = new TreeSet<>();
    for (Theorem<?> theorem : ServiceLoader.load(Theorem.class)) {
      ids.add(theorem.declaration().id());
    }
    return ids;
  }

  private static List<String> missing(List<String> slugs, Set<String> ids) {
    return slugs.stream().map(slug -> FOLDER + slug).filter(id -> !ids.contains(id)).toList();
  }

  @Test
  void everyResultHasACardAndEveryResultThatCanBeTriedHasACheck() {
    assertEquals(List.of(), missing(TRIED, classes()));
    assertEquals(List.of(), missing(TOLD, cards()));
    assertEquals(List.of(), missing(MISPRINTS, classes()));
    assertEquals(96, new TreeSet<>(TRIED).size() + new TreeSet<>(TOLD).size());
  }

  @Test
  void aResultThatIsNotThereIsMissed() {
    List<String> more = new ArrayList<>(TRIED);
    more.add("thm413-never-stated");
    assertEquals(List.of(FOLDER + "thm413-never-stated"), missing(more, classes()));
    assertTrue(missing(TOLD, Set.of()).size() == TOLD.size());
  }
}
