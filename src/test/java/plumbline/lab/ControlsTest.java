package plumbline.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.check.Catalogue;
import plumbline.report.PageParts;
import plumbline.theorem.Declaration;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;
import plumbline.theorem.Values;

/** Every theorem's page is made from its declaration. */
class ControlsTest {
  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final PageParts PARTS = new PageParts();

  @Test
  void everyParameterOfEveryTheoremHasItsControl() {
    int parameters = 0;
    for (Theorem<?> theorem : CATALOGUE.theorems().values()) {
      Declaration declaration = theorem.declaration();
      Setting setting = Setting.read(declaration, "", 0);
      String html = new Controls(PARTS, declaration, setting).html(0);
      for (Parameter parameter : declaration.parameters()) {
        String field = "name=\"set." + parameter.name() + "\"";
        assertTrue(html.contains(field), declaration.id() + " has no control for " + parameter);
        parameters++;
      }
    }
    // on the day this was written
    assertTrue(parameters > 300, parameters + " parameters");
  }

  @Test
  void everyInstanceOfEveryTheoremHasAnAddressThatLeadsBackToIt() {
    int instances = 0;
    for (Theorem<?> theorem : CATALOGUE.theorems().values()) {
      Declaration declaration = theorem.declaration();
      for (Preset preset : declaration.presets()) {
        Setting setting = new Setting(declaration.id(), preset, Map.of(), 3);
        assertEquals(setting, Setting.read(declaration, setting.query(), 0));
        assertEquals(preset, setting.instance(declaration));
        instances++;
      }
    }
    assertTrue(instances > 400, instances + " instances");
  }

  @Test
  void anAddressHasOneFormAndSaysWhatTheCommandSays() {
    Declaration declaration = made();
    Setting setting =
        Setting.read(declaration, "set.seed=2&set.q=1e-3&from=it%27s&seed=-7&page=x", 0);
    assertEquals("from=it%27s&set.q=1e-3&seed=-7", setting.query());
    assertEquals(
        "plumbline check made/up --from 'it'\\''s' --set q=1e-3 --seed -7 --time 3s",
        setting.command(3));
    assertEquals("it's, with q = 1e-3", setting.title());
    assertEquals(setting, Setting.read(declaration, setting.query(), 0));
  }

  /** One parameter of each kind of range; one is called seed, as the draws' own is. */
  private static Declaration made() {
    return new Declaration(
        "made/up",
        List.of(
            Parameter.integer("seed", "", "which data", "0", "100", "2"),
            Parameter.integer("n", "n", "examples", "1", "1000000", "64"),
            Parameter.real("q", "q", "condition", "1e-6", "1", "1/2"),
            Parameter.real("a", "a", "step", "0", "4", "1/10"),
            Parameter.real("b", "b", "large step", "0", "4", "1"),
            Parameter.real("w", "w", "start", "-10", "10", "0")),
        List.of(new Preset("it's", Role.TYPICAL, Values.none())));
  }

  @Test
  void aScaleFollowsFromTheRange() {
    Declaration declaration = made();
    Controls controls = new Controls(PARTS, declaration, Setting.read(declaration, "", 0));
    Map<String, String> expected =
        Map.of("seed", "linear", "n", "log", "q", "log", "a", "cube", "b", "linear", "w", "linear");
    Set<String> seen = new HashSet<>();
    expected.forEach(
        (name, scale) -> {
          assertEquals(scale, controls.scale(declaration.parameter(name)), name);
          seen.add(scale);
        });
    assertEquals(Set.of("linear", "log", "cube"), seen);
  }
}
