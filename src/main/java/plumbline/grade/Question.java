package plumbline.grade;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.card.CardIndex;
import plumbline.check.Catalogue;
import plumbline.check.InstanceResult;
import plumbline.check.Options;
import plumbline.check.Progress;
import plumbline.check.Request;
import plumbline.check.Suite;
import plumbline.recursion.Reading;
import plumbline.recursion.Recursion;
import plumbline.simulation.Engine;
import plumbline.theorem.Claim;
import plumbline.theorem.Preset;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;

/**
 * A theorem and the instances on which a step is held against it.
 *
 * @param catalogue where the theorem is found
 * @param card its entry
 * @param asked the instances, at least one
 */
record Question(Catalogue catalogue, CardIndex.Entry card, List<Asked> asked) {
  /**
   * One instance.
   *
   * @param recursion the first that its claims read, with the declared method
   * @param stream keys the draws of the comparison draw by draw
   * @param iterates how many are compared so
   */
  record Asked(Preset preset, Recursion recursion, String stream, int iterates) {}

  String id() {
    return card.id();
  }

  String title() {
    return card.title();
  }

  String source() {
    return card.source().cited();
  }

  /** On every declared instance that says something of a step. */
  static Question against(Catalogue catalogue, String id) {
    Theorem<?> theorem = theorem(catalogue, id);
    List<Asked> asked = new ArrayList<>();
    String why = "";
    for (Preset preset : theorem.declaration().presets()) {
      Found found = find(theorem, preset);
      if (found.refusal().isEmpty()) {
        asked.add(found.asked());
      } else {
        why = why.isEmpty() ? found.refusal() : why;
      }
    }
    if (asked.isEmpty()) {
      throw new IllegalArgumentException(why);
    }
    return new Question(catalogue, catalogue.cards().find(id).orElseThrow(), asked);
  }

  /** On one instance. */
  static Question against(
      Catalogue catalogue, String id, String instance, Map<String, String> set) {
    Theorem<?> theorem = theorem(catalogue, id);
    Preset base =
        instance.isEmpty()
            ? theorem.declaration().typical()
            : theorem.declaration().named(instance);
    Found found = find(theorem, theorem.declaration().yours(base, set));
    if (!found.refusal().isEmpty()) {
      throw new IllegalArgumentException(found.refusal());
    }
    return new Question(
        catalogue, catalogue.cards().find(id).orElseThrow(), List.of(found.asked()));
  }

  private static Theorem<?> theorem(Catalogue catalogue, String id) {
    if (!catalogue.ids().contains(id)) {
      throw new IllegalArgumentException(
          "there is no card %s; the nearest are %s: write one of these"
              .formatted(id, String.join(", ", catalogue.nearest(id))));
    }
    if (id.contains("-as-printed")) {
      throw new IllegalArgumentException(
          id + " states a misprint, which no right step obeys: take the corrected card");
    }
    return catalogue
        .theorem(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the card %s is stated and has no check: take another".formatted(id)));
  }

  private record Found(Asked asked, String refusal) {
    static Found refused(String why) {
      return new Found(null, why);
    }
  }

  private static <S> Found find(Theorem<S> theorem, Preset preset) {
    String id = theorem.declaration().id();
    S setting = theorem.setting(theorem.declaration().values(preset.values()));
    for (var hypothesis : theorem.hypotheses()) {
      if (hypothesis.test().apply(setting) instanceof Status.Refuted refuted) {
        return Found.refused(
            "%s claims nothing on \"%s\": the hypothesis %s fails there (%s); take another instance"
                .formatted(id, preset.name(), hypothesis.text(), refuted.witness()));
      }
    }
    List<Reading> readings = theorem.claims(setting).stream().flatMap(Question::readings).toList();
    if (readings.isEmpty()) {
      return Found.refused(
          id
              + " claims nothing of iterates that are simulated, so no step can break it: take a"
              + " theorem about a method, such as bottou/thm46-fixed-step");
    }
    Set<String> methods = new LinkedHashSet<>();
    readings.forEach(reading -> methods.add(reading.of().method().name()));
    if (methods.size() > 1) {
      return Found.refused(
          "%s compares methods (%s), and a step is one of them: take a theorem about one method"
              .formatted(id, String.join(", ", methods)));
    }
    long last = readings.get(0).checkpoints().last();
    String stream =
        id + "\n" + preset.name() + "\n" + theorem.declaration().spelled(preset.values()).text();
    int iterates = (int) Math.max(2, Math.min(Graded.ITERATES, last));
    return new Found(new Asked(preset, readings.get(0).of(), stream, iterates), "");
  }

  /** What a claim reads off iterates, where that is tried by simulation. */
  private static Stream<Reading> readings(Claim claim) {
    if (claim instanceof Claim.Mean mean) {
      return Stream.of(mean.x());
    }
    if (claim instanceof Claim.Chance chance) {
      return Stream.of(chance.x());
    }
    if (claim instanceof Claim.Ratio ratio) {
      return ratio.pairs().stream().flatMap(p -> Stream.of(p.x(), p.y()));
    }
    if (claim instanceof Claim.Slope slope) {
      return slope.pairs().stream().flatMap(p -> Stream.of(p.x(), p.y()));
    }
    if (claim instanceof Claim.Signed signed) {
      return signed.coordinates().stream()
          .flatMap(c -> c.g().terms().stream())
          .map(term -> term.reading());
    }
    return Stream.empty();
  }

  InstanceResult check(Asked one, Options options, Engine engine, Progress progress)
      throws InterruptedException {
    return new Suite(catalogue, options)
        .check(new Request(id(), List.of(one.preset())), engine, progress)
        .instances()
        .get(0);
  }
}
