package plumbline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.theorem.Bound;
import plumbline.theorem.Relation;

/**
 * The planted errors of a bound, made from its formulas alone: a factor wrong, a term or a summand
 * forgotten, a constant forgotten or wrong, an exponent off by one. Which of them are false is not
 * known here.
 */
final class Mutants {
  private static final Formula ONE = Formula.number(1);

  /** A bound with one error in it. */
  record Mutant(String name, Bound bound) {}

  private final Bound bound;
  private final Map<String, Bound> made = new LinkedHashMap<>();

  private Mutants(Bound bound) {
    this.bound = bound;
  }

  /**
   * All errors of this bound, each once; names are unique.
   *
   * @param tested where two bounds must differ to count as two
   */
  static List<Mutant> of(Bound bound, Relation relation, Constants constants, Checkpoints tested) {
    return new Distinct(constants, tested.at()).of(written(bound, relation));
  }

  /** All errors that differ as formulas. */
  private static List<Mutant> written(Bound bound, Relation relation) {
    Mutants mutants = new Mutants(bound);
    mutants.factors(relation);
    mutants.terms();
    mutants.constants();
    mutants.parts();
    Set<Bound> seen = new LinkedHashSet<>(List.of(bound));
    return mutants.made.entrySet().stream()
        .filter(e -> seen.add(e.getValue()))
        .map(e -> new Mutant(e.getKey(), e.getValue()))
        .toList();
  }

  /** The bound times a number. */
  static Bound scaled(Bound bound, String factor) {
    Formula number = Formula.number(factor);
    return each(bound, formula -> formula.times(number));
  }

  private void factors(Relation relation) {
    List<String> factors =
        switch (relation) {
          case AT_MOST -> List.of("0.95", "0.98", "1/2");
          case AT_LEAST -> List.of("1.05", "1.02", "2");
          case EQUAL -> List.of("1.05", "0.95");
        };
    factors.forEach(f -> made.put("bound x " + f, scaled(bound, f)));
  }

  private void terms() {
    if (bound.terms().size() > 1) {
      for (Bound.Term dropped : bound.terms()) {
        made.put(
            "term " + dropped.name() + " dropped",
            new Bound(bound.terms().stream().filter(t -> t != dropped).toList()));
      }
    }
  }

  private void constants() {
    Set<String> names = new TreeSet<>();
    bound.terms().forEach(t -> names.addAll(t.formula().names()));
    for (String name : names) {
      Formula whole = Formula.name(name);
      made.put(name + " dropped", mapped(replacing(whole, ONE)));
      for (String factor : List.of("1.05", "0.95", "1/2")) {
        Formula scaled = whole.times(Formula.number(factor));
        made.put(name + " x " + factor, mapped(replacing(whole, scaled)));
      }
    }
  }

  /** Errors in one part of the formula, made wherever that part occurs. */
  private void parts() {
    Set<Formula> parts = new LinkedHashSet<>();
    for (Bound.Term term : bound.terms()) {
      term.formula()
          .map(
              part -> {
                parts.add(part);
                return part;
              });
    }
    for (Formula part : parts) {
      if (part instanceof Formula.Binary binary) {
        part(binary);
      }
    }
  }

  private void part(Formula.Binary part) {
    Formula first = part.first();
    Formula second = part.second();
    switch (part.operation()) {
      case PLUS -> {
        put(part, first);
        put(part, second);
      }
      case MINUS -> put(part, first);
      case MAX -> {
        put(part, first);
        put(part, second);
      }
      case TIMES -> {
        leaf(part, first, second);
        leaf(part, second, first);
      }
      case OVER -> {
        leaf(part, second, first);
        if (second.dependsOnIteration()) {
          put(part, first.over(second.power(2)));
        }
      }
      case POWER -> {
        if (second.dependsOnIteration()) {
          put(part, first.power(second.plus(1)));
          put(part, first.power(second.minus(1)));
        } else {
          put(part, first);
        }
      }
      default -> throw new IllegalStateException("operation " + part.operation());
    }
  }

  /** A factor that is a constant or a number, forgotten here and kept elsewhere. */
  private void leaf(Formula.Binary part, Formula leaf, Formula rest) {
    boolean number = leaf instanceof Formula.Number n && !n.value().equals(BigFraction.ONE);
    if (number || leaf instanceof Formula.Name) {
      put(part, rest);
    }
  }

  private void put(Formula part, Formula other) {
    made.put(part + " -> " + other, mapped(replacing(part, other)));
  }

  private Bound mapped(UnaryOperator<Formula> change) {
    return each(bound, formula -> formula.map(change));
  }

  private static Bound each(Bound bound, UnaryOperator<Formula> change) {
    return new Bound(
        bound.terms().stream()
            .map(t -> new Bound.Term(t.name(), change.apply(t.formula())))
            .collect(Collectors.toCollection(ArrayList::new)));
  }

  /** Innermost first, so that a replacement is not searched again. */
  private static UnaryOperator<Formula> replacing(Formula part, Formula other) {
    return f -> f.equals(part) ? other : f;
  }

  /** The sides on which a claimed number can be off. */
  static List<String> offs(Relation relation, String less, String more) {
    return switch (relation) {
      case AT_MOST -> List.of(less);
      case AT_LEAST -> List.of(more);
      case EQUAL -> List.of(less, more);
    };
  }
}
