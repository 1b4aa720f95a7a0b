package plumbline.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.check.Catalogue;
import plumbline.check.Request;
import plumbline.check.Suite;
import plumbline.theorem.Declaration;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/** What the arguments ask to be checked. */
final class Chosen {
  private Chosen() {}

  /** One id, written out. */
  static String one(Catalogue catalogue, String id) {
    List<String> ids = InputException.guard(() -> catalogue.select(List.of(id)));
    if (ids.size() != 1) {
      throw new InputException(
          id
              + " matches "
              + ids.size()
              + " cards, one is needed: write one of "
              + String.join(", ", ids));
    }
    return ids.get(0);
  }

  /** The theorem of a card that has a check. */
  static Theorem<?> theorem(Catalogue catalogue, String id) {
    return catalogue
        .theorem(id)
        .orElseThrow(
            () -> new InputException(id + " is stated and not checked: `list` shows which are"));
  }

  /** Requests for these patterns; with values or an instance, one made for the user. */
  static List<Request> requests(
      Catalogue catalogue,
      Suite suite,
      List<String> patterns,
      Map<String, String> set,
      Optional<String> from) {
    List<String> ids = InputException.guard(() -> catalogue.select(patterns));
    if (set.isEmpty() && from.isEmpty()) {
      List<Request> declared = suite.declared(ids);
      if (declared.isEmpty()) {
        throw new InputException(
            String.join(", ", ids) + " is stated and not checked: `list` shows which are");
      }
      return declared;
    }
    if (patterns.size() != 1 || ids.size() != 1) {
      throw new InputException(
          "--set and --from need one card, got %s: name one id, such as %s"
              .formatted(
                  patterns.isEmpty()
                      ? "none"
                      : ids.size() + " (" + String.join(" ", patterns) + ")",
                  ids.get(0)));
    }
    Declaration declaration = theorem(catalogue, ids.get(0)).declaration();
    return List.of(new Request(ids.get(0), List.of(yours(declaration, set, from))));
  }

  private static Preset yours(
      Declaration declaration, Map<String, String> set, Optional<String> from) {
    Preset base = from.map(name -> named(declaration, name)).orElseGet(() -> typical(declaration));
    if (set.isEmpty()) {
      return base;
    }
    Values values = base.values();
    for (Map.Entry<String, String> one : set.entrySet()) {
      values = values.with(one.getKey(), one.getValue());
    }
    Preset yours = new Preset("yours", Role.YOURS, values);
    InputException.guard(() -> declaration.values(yours.values()));
    return yours;
  }

  private static Preset typical(Declaration declaration) {
    return declaration.presets().stream()
        .filter(preset -> preset.role() == Role.TYPICAL)
        .findFirst()
        .orElse(declaration.presets().get(0));
  }

  /** An instance by its name, or by a beginning of it that is the only one. */
  private static Preset named(Declaration declaration, String name) {
    List<Preset> same =
        declaration.presets().stream().filter(p -> p.name().equalsIgnoreCase(name)).toList();
    List<Preset> begins =
        declaration.presets().stream()
            .filter(
                p ->
                    p.name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .startsWith(name.toLowerCase(java.util.Locale.ROOT)))
            .toList();
    if (same.size() == 1) {
      return same.get(0);
    }
    if (begins.size() == 1) {
      return begins.get(0);
    }
    throw new InputException(
        "%s has %s instance named \"%s\"; it has %s: write --from with one of these"
            .formatted(
                declaration.id(),
                begins.isEmpty() ? "no" : "more than one",
                name,
                String.join(
                    ", ", declaration.presets().stream().map(p -> '"' + p.name() + '"').toList())));
  }
}
