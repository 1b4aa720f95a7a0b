package plumbline.theorems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.hipparchus.FieldElement;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;
import plumbline.series.Checkpoints;
import plumbline.series.Rationals;
import plumbline.theorem.Bound;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Need;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Relation;
import plumbline.theorem.Role;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;
import plumbline.theorem.Trial;
import plumbline.theorem.Values;

/** What every theorem that the service file names must keep. */
class TheoremContractTest {
  @Test
  void everyTheoremKeepsTheContract() {
    Set<String> ids = new HashSet<>();
    for (Theorem<?> theorem : ServiceLoader.load(Theorem.class)) {
      Declaration declaration = theorem.declaration();
      assertEquals(List.of(), faults(theorem), declaration.id());
      assertEquals(declaration.id(), idOf(theorem.getClass(), declaration.id()));
      assertTrue(ids.add(declaration.id()), "two theorems are named " + declaration.id());
    }
    assertTrue(ids.size() >= 5, "saw " + ids);
  }

  @Test
  void everyEndOfEveryParameterMakesAnInstance() {
    int tried = 0;
    for (Theorem<?> theorem : ServiceLoader.load(Theorem.class)) {
      tried += ends(theorem);
    }
    assertTrue(tried > 300, "tried " + tried);
  }

  /** From every instance, one parameter moved to an end or another choice: nothing is thrown. */
  private static <S> int ends(Theorem<S> theorem) {
    int tried = 0;
    Declaration declaration = theorem.declaration();
    for (Preset preset : declaration.presets()) {
      for (Parameter parameter : declaration.parameters()) {
        List<String> ends =
            parameter.kind() == Parameter.Kind.CHOICE
                ? parameter.choices()
                : List.of(
                    Rationals.show(parameter.least()),
                    Rationals.show(parameter.greatest()),
                    parameter.standard());
        for (String end : ends) {
          Values values = declaration.values(preset.values().with(parameter.name(), end));
          S setting = theorem.setting(values);
          Constants constants = theorem.constants(setting);
          theorem.hypotheses().forEach(h -> h.test().apply(setting));
          List<Claim> claims = new ArrayList<>(theorem.claims(setting));
          claims.addAll(theorem.otherwise(setting));
          for (Claim claim : claims) {
            if (claim instanceof Claim.Mean mean) {
              exactly(mean, constants);
            }
          }
          tried++;
        }
      }
    }
    return tried;
  }

  private static void exactly(Claim.Mean mean, Constants constants) {
    try {
      mean.bound().at(Arithmetic.rationals(), constants, mean.x().checkpoints().at().get(0));
    } catch (UnsupportedOperationException irrational) {
      mean.bound().at(constants, mean.x().checkpoints().at().get(0));
    }
  }

  @Test
  void aTheoremWithoutFaultsHasNone() {
    assertEquals(List.of(), faults(new Sample("fine")));
  }

  @Test
  void everyFaultIsFound() {
    assertFault("no SHARP instance", new Sample("no sharp"));
    assertFault("has a SHARP instance in spite of", new Sample("needless excuse"));
    assertEquals(List.of(), faults(new Sample("excused")));
    assertFault("two instances are named", new Sample("same preset"));
    assertFault("names beta, which is no constant", new Sample("unknown constant"));
    assertFault("two claims are named", new Sample("same claim"));
    assertFault("is refuted on a SHARP", new Sample("refuted inside"));
    assertFault("no hypothesis is refuted", new Sample("met outside"));
    assertFault("says nothing", new Sample("silent"));
    assertFault("claims nothing", new Sample("no claim"));
    assertFault("may stay open", new Sample("open"));
    assertFault("is not a folder and a slug", new Sample("bad id"));
    assertFault("is not a number", new Sample("endless"));
    assertFault("a misprint with neither", new Sample("misprint outside"));
  }

  private static void assertFault(String part, Theorem<?> theorem) {
    List<String> faults = faults(theorem);
    assertTrue(!faults.isEmpty() && faults.stream().allMatch(f -> f.contains(part)), "" + faults);
  }

  /** The id with its slug in the class's letters: Thm46FixedStep is thm46-fixed-step. */
  private static String idOf(Class<?> type, String id) {
    List<String> packages = List.of(type.getPackageName().split("\\."));
    String slug = id.substring(id.indexOf('/') + 1);
    boolean same = slug.replaceAll("[-.]", "").equalsIgnoreCase(type.getSimpleName());
    String folder = packages.get(packages.indexOf("theorems") + 1);
    return folder + "/" + (same ? slug : type.getSimpleName());
  }

  private static <S> List<String> faults(Theorem<S> theorem) {
    Declaration declaration = theorem.declaration();
    List<String> faults = new ArrayList<>();
    if (!declaration.id().matches("[a-z]+/[a-zA-Z0-9.-]+")) {
      faults.add(declaration.id() + " is not a folder and a slug");
    }
    Set<String> names = new HashSet<>();
    for (Preset preset : declaration.presets()) {
      if (!names.add(preset.name())) {
        faults.add("two instances are named " + preset.name());
      }
      instance(theorem, preset, faults);
    }
    Set<Role> roles = new HashSet<>();
    declaration.presets().forEach(p -> roles.add(p.role()));
    if (declaration.id().contains("-as-printed")) {
      // a misprint shares the settings of its corrected card and needs one that refutes it
      if (!roles.contains(Role.SHARP) && !roles.contains(Role.TYPICAL)) {
        faults.add("a misprint with neither a SHARP nor a TYPICAL instance");
      }
      return faults;
    }
    for (Role role : List.of(Role.SHARP, Role.TYPICAL, Role.OUTSIDE)) {
      String excuse = declaration.without().getOrDefault(role, "");
      if (!roles.contains(role) && excuse.isBlank()) {
        faults.add("no " + role + " instance and no reason");
      }
      if (roles.contains(role) && !excuse.isEmpty()) {
        faults.add("has a " + role + " instance in spite of: " + excuse);
      }
    }
    return faults;
  }

  private static <S> void instance(Theorem<S> theorem, Preset preset, List<String> faults) {
    S setting = theorem.setting(theorem.declaration().values(preset.values()));
    Constants constants = theorem.constants(setting);
    hypotheses(theorem, setting, preset, faults);
    List<Claim> claims = new ArrayList<>(theorem.claims(setting));
    if (claims.isEmpty()) {
      faults.add(preset.name() + " claims nothing");
    }
    boolean outside = preset.role() == Role.OUTSIDE;
    for (Claim claim : claims) {
      if (preset.role() == Role.SHARP && need(claim) != Need.MUST_DECIDE) {
        faults.add(claim.name() + " may stay open on SHARP " + preset.name());
      }
    }
    claims.addAll(theorem.otherwise(setting));
    Set<String> names = new HashSet<>();
    for (Claim claim : claims) {
      if (!names.add(claim.name())) {
        faults.add("two claims are named " + claim.name());
      }
      for (Formula formula : formulas(claim)) {
        for (String name : formula.names()) {
          if (!constants.has(name)) {
            faults.add(claim.name() + " names " + name + ", which is no constant");
            return;
          }
        }
      }
      if (claim instanceof Claim.Mean mean && !outside) {
        for (long k : mean.x().checkpoints().at()) {
          number(claim, mean.bound().at(constants, k), faults);
        }
      }
      if (claim instanceof Claim.Exactly exactly && !outside) {
        double bound = exactly.bound().at(constants, exactly.points().last());
        if (!Double.isFinite(bound)) {
          faults.add("the bound of " + claim.name() + " is not a number");
        }
      }
    }
  }

  private static void number(Claim claim, double bound, List<String> faults) {
    if (!(bound >= 0 && bound < Double.POSITIVE_INFINITY)) {
      faults.add("the bound of " + claim.name() + " is not a number >= 0");
    }
  }

  private static <S> void hypotheses(
      Theorem<S> theorem, S setting, Preset preset, List<String> faults) {
    int refuted = 0;
    for (Hypothesis<S> hypothesis : theorem.hypotheses()) {
      Status status = hypothesis.test().apply(setting);
      String witness =
          status instanceof Status.Certified c
              ? c.by()
              : status instanceof Status.Refuted r
                  ? r.witness()
                  : ((Status.NotRefuted) status).search();
      if (witness.isBlank()) {
        faults.add("\"" + hypothesis.text() + "\" says nothing on " + preset.name());
      }
      if (status instanceof Status.Refuted) {
        refuted++;
      }
    }
    if (preset.role() == Role.OUTSIDE && refuted == 0) {
      faults.add("no hypothesis is refuted on OUTSIDE " + preset.name());
    }
    if (preset.role() != Role.OUTSIDE && refuted > 0) {
      faults.add("a hypothesis is refuted on a " + preset.role() + " instance, " + preset.name());
    }
  }

  private static Need need(Claim claim) {
    if (claim instanceof Claim.Mean c) {
      return c.effort().need();
    }
    if (claim instanceof Claim.Chance c) {
      return c.effort().need();
    }
    if (claim instanceof Claim.Signed c) {
      return c.effort().need();
    }
    if (claim instanceof Claim.Ratio c) {
      return c.effort().need();
    }
    if (claim instanceof Claim.Slope c) {
      return c.effort().need();
    }
    if (claim instanceof Claim.Coincide c) {
      return c.need();
    }
    return ((Claim.Exactly) claim).need();
  }

  private static List<Formula> formulas(Claim claim) {
    List<Formula> formulas = new ArrayList<>();
    if (claim instanceof Claim.Mean c) {
      c.bound().terms().forEach(t -> formulas.add(t.formula()));
    } else if (claim instanceof Claim.Chance c) {
      c.threshold().terms().forEach(t -> formulas.add(t.formula()));
      formulas.add(c.probability());
    } else if (claim instanceof Claim.Signed c) {
      c.coordinates().forEach(x -> formulas.add(x.value()));
    } else if (claim instanceof Claim.Ratio c) {
      formulas.add(c.r());
    } else if (claim instanceof Claim.Slope c) {
      formulas.add(c.p());
    } else if (claim instanceof Claim.Exactly c) {
      c.bound().terms().forEach(t -> formulas.add(t.formula()));
    }
    return formulas;
  }

  /** A theorem about nothing, with one fault. */
  private record Sample(String fault) implements Theorem<Role> {
    @Override
    public Declaration declaration() {
      List<Preset> presets = new ArrayList<>();
      boolean misprint = fault.equals("misprint outside");
      boolean excused = fault.equals("excused");
      if (!fault.equals("no sharp") && !excused && !misprint) {
        presets.add(Preset.of("sharp", Role.SHARP, "role", "SHARP"));
      }
      if (!misprint) {
        presets.add(Preset.of("typical", Role.TYPICAL, "role", "TYPICAL"));
      }
      String outside = fault.equals("same preset") ? "typical" : "outside";
      presets.add(Preset.of(outside, Role.OUTSIDE, "role", "OUTSIDE"));
      Declaration declaration =
          new Declaration(
              fault.equals("bad id") ? "sample" : misprint ? "sample/one-as-printed" : "sample/one",
              List.of(Parameter.choice("role", "which", "SHARP", "TYPICAL", "OUTSIDE")),
              presets);
      return excused || fault.equals("needless excuse")
          ? declaration.without(Role.SHARP, "none is known")
          : declaration;
    }

    @Override
    public Role setting(Values values) {
      return Role.valueOf(values.choice("role"));
    }

    @Override
    public Constants constants(Role setting) {
      return Constants.none().with("alpha", BigFraction.ONE, "declared");
    }

    @Override
    public List<Hypothesis<Role>> hypotheses() {
      return List.of(
          new Hypothesis<>(
              "inside",
              role ->
                  Status.of(
                      fault.equals("met outside")
                          || (role != Role.OUTSIDE
                              && !(fault.equals("refuted inside") && role == Role.SHARP)),
                      fault.equals("silent") ? " " : "alpha = 1")));
    }

    @Override
    public List<Claim> claims(Role setting) {
      if (fault.equals("no claim")) {
        return List.of();
      }
      Formula formula =
          fault.equals("endless")
              ? Formula.number(1).over(0)
              : Formula.name(fault.equals("unknown constant") ? "beta" : "alpha");
      Need need = fault.equals("open") ? Need.MAY_STAY_OPEN : Need.MUST_DECIDE;
      Claim claim =
          new Claim.Exactly(
              "one",
              Relation.EQUAL,
              new One(),
              Bound.of("alpha", formula),
              Checkpoints.of(0),
              need);
      return fault.equals("same claim") ? List.of(claim, claim) : List.of(claim);
    }
  }

  /** 1 = alpha. */
  private record One() implements Trial {
    @Override
    public <T extends FieldElement<T>> List<Sides<T>> sides(
        Arithmetic<T> in, Constants constants, Bound bound, Checkpoints points) {
      T right = bound.at(in, constants, 0);
      return List.of(new Sides<>("", 0, in.of(1), right, right, 1));
    }
  }
}
