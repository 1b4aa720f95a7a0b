package plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import plumbline.data.Given;
import plumbline.formula.Constants;
import plumbline.series.Rationals;
import plumbline.theorem.AnyObjective;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/**
 * A theorem stated on a user's objective: what the data decide is fixed, the rest has values that
 * suit them. It has one instance, "yours".
 *
 * @param <S> the theorem's setting
 */
final class OnData<S> implements Theorem<S> {
  /** A range reaches so far beyond a suggested value: declared ones know the library's scales. */
  private static final BigFraction FAR = new BigFraction(1000);

  private final AnyObjective<S> theorem;
  private final Given given;
  private final Declaration declaration;

  /**
   * @throws IllegalArgumentException if the theorem cannot be stated on this objective
   */
  OnData(AnyObjective<S> theorem, Given given) {
    this.theorem = theorem;
    this.given = given;
    this.declaration = declared();
    theorem.setting(declaration.values(Values.none()), given.problem());
  }

  private Declaration declared() {
    Declaration own = theorem.declaration();
    Values suggested = theorem.suggested(defaults(own), given.problem());
    List<Parameter> parameters = new ArrayList<>();
    given
        .described()
        .forEach((name, value) -> parameters.add(Parameter.fixed(name, "your data", value)));
    for (Parameter parameter : own.parameters()) {
      if (!theorem.replaced().contains(parameter.name())) {
        String value = suggested.text().get(parameter.name());
        parameters.add(value == null ? unscaled(parameter) : around(parameter, value));
      }
    }
    return new Declaration(
        own.id(), parameters, List.of(new Preset("yours", Role.YOURS, Values.none())));
  }

  private static Values defaults(Declaration own) {
    Values values = Values.none();
    for (Parameter parameter : own.parameters()) {
      values = values.with(parameter.name(), unscaled(parameter).standard());
    }
    return values;
  }

  /** A start at 0, where models start from; the library's instances start at 1 or farther. */
  private static Parameter unscaled(Parameter p) {
    return p.name().equals("start") && p.least().signum() <= 0 ? around(p, "0") : p;
  }

  private static Parameter around(Parameter p, String value) {
    BigFraction number = Rationals.parse(value);
    BigFraction least = number.divide(FAR);
    BigFraction most = number.multiply(FAR);
    return new Parameter(
        p.name(),
        p.symbol(),
        p.meaning(),
        p.kind(),
        p.kind() == Parameter.Kind.REAL && least.compareTo(p.least()) < 0 ? least : p.least(),
        p.kind() == Parameter.Kind.REAL && most.compareTo(p.greatest()) > 0 ? most : p.greatest(),
        value,
        p.choices());
  }

  /**
   * The instance with these values and those that are suggested with them.
   *
   * @throws IllegalArgumentException if there is no such parameter or it does not take the value
   */
  Preset yours(Map<String, String> set) {
    Values chosen = new Values(set);
    Values suggested = theorem.suggested(declaration.values(chosen), given.problem());
    for (Map.Entry<String, String> one : suggested.text().entrySet()) {
      chosen = set.containsKey(one.getKey()) ? chosen : chosen.with(one.getKey(), one.getValue());
    }
    declaration.values(chosen);
    return new Preset("yours", Role.YOURS, chosen);
  }

  @Override
  public Declaration declaration() {
    return declaration;
  }

  @Override
  public S setting(Values values) {
    return theorem.setting(values, given.problem());
  }

  @Override
  public Constants constants(S setting) {
    return theorem.constants(setting);
  }

  @Override
  public List<Hypothesis<S>> hypotheses() {
    return theorem.hypotheses();
  }

  @Override
  public List<Claim> claims(S setting) {
    return theorem.claims(setting);
  }

  @Override
  public List<Claim> otherwise(S setting) {
    return theorem.otherwise(setting);
  }
}
