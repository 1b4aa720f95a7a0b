package plumbline.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import plumbline.data.Given;
import plumbline.theorem.AnyObjective;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Theorem;

/**
 * A user's objective and the theorems that can be stated on it: a catalogue like any other, in
 * which each has one instance, "yours".
 */
public final class OwnData {
  /** A user waits for many theorems at once: so much for each, unless told otherwise. */
  private static final double PATIENCE = 5;

  private final Catalogue all;
  private final Given given;
  private final Map<String, OnData<?>> stated = new TreeMap<>();
  private final Map<String, String> refused = new TreeMap<>();

  public OwnData(Catalogue all, Given given) {
    this.all = all;
    this.given = given;
    all.theorems().forEach((id, theorem) -> state(id, theorem, given));
  }

  private void state(String id, Theorem<?> theorem, Given given) {
    if (theorem instanceof AnyObjective<?> any) {
      try {
        stated.put(id, new OnData<>(any, given));
      } catch (IllegalArgumentException cannot) {
        refused.put(id, cannot.getMessage());
      }
    }
  }

  /** The objective. */
  public Given given() {
    return given;
  }

  /** These options with a patience of five seconds a card, if they name none. */
  public static Options patient(Options options) {
    return options.seconds().isPresent()
        ? options
        : new Options(
            options.seed(), options.delta(), OptionalDouble.of(PATIENCE), options.evidence());
  }

  /** The cards, with the theorems as they are stated on the data. */
  public Catalogue catalogue() {
    return all.with(new TreeMap<>(stated));
  }

  /** Those among these ids that take data but not these, by id, and why. */
  public Map<String, String> refused(List<String> ids) {
    Map<String, String> among = new TreeMap<>(refused);
    among.keySet().retainAll(ids);
    return Collections.unmodifiableMap(among);
  }

  /**
   * What is to be checked: the theorems among these ids, each with those of the values that it has
   * a parameter for.
   *
   * @throws IllegalArgumentException if there is none, or no theorem has such a parameter
   */
  public List<Request> requests(List<String> ids, Map<String, String> set) {
    List<String> chosen = ids.stream().filter(stated::containsKey).toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          first(ids)
              .orElse(
                  "%s cannot be stated on data of your own; those that can are %s"
                      .formatted(String.join(", ", ids), String.join(", ", stated.keySet()))));
    }
    for (String name : set.keySet()) {
      if (chosen.stream().noneMatch(id -> has(id, name))) {
        throw new IllegalArgumentException(
            "none of these cards has a free parameter named %s; they have %s"
                .formatted(name, String.join(", ", free(chosen))));
      }
    }
    List<Request> requests = new ArrayList<>();
    for (String id : chosen) {
      Map<String, String> own = new TreeMap<>(set);
      own.keySet().removeIf(name -> !has(id, name));
      Preset preset = stated.get(id).yours(own);
      requests.add(new Request(id, List.of(preset)));
    }
    return requests;
  }

  private Optional<String> first(List<String> ids) {
    return ids.stream()
        .filter(refused::containsKey)
        .map(id -> id + " is not stated on these data: " + refused.get(id))
        .findFirst();
  }

  private boolean has(String id, String name) {
    return parameters(id).stream().anyMatch(p -> p.name().equals(name) && p.choices().size() != 1);
  }

  private List<String> free(List<String> ids) {
    return ids.stream()
        .flatMap(id -> parameters(id).stream())
        .filter(p -> p.choices().size() != 1)
        .map(Parameter::name)
        .distinct()
        .toList();
  }

  private List<Parameter> parameters(String id) {
    return stated.get(id).declaration().parameters();
  }

  /** The hypotheses on the data, without a claim: nothing is computed but constants. */
  public CheckResult hypotheses(Request request, Options options) {
    return new Suite(catalogue(), options).hypotheses(request);
  }
}
