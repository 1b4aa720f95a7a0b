package plumbline.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.check.Catalogue;
import plumbline.check.Request;
import plumbline.check.Suite;
import plumbline.theorem.Declaration;
import plumbline.theorem.Preset;
import plumbline.theorem.Theorem;

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
    Preset preset = InputException.guard(() -> declaration.yours(base(declaration, from), set));
    return List.of(new Request(ids.get(0), List.of(preset)));
  }

  /** The instance from which values are set. */
  static Preset base(Declaration declaration, Optional<String> from) {
    return from.map(declaration::named).orElseGet(declaration::typical);
  }
}
