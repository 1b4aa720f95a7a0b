package plumbline.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.JavaScriptException;
import org.mozilla.javascript.ScriptableObject;

/**
 * Sets LaTeX as HTML with MathML beside it, by KaTeX inside Rhino.
 *
 * <p>Measured on two cores of 2.5 GHz: a second to load, as often as formulas are set at one time;
 * then 632 took 8 s, as long as the virtual machine was cold, and 0.7 s later; a formula met again
 * costs nothing. One alone, for which threads wait, spared no processor time. The alternative,
 * KaTeX's script in the page, costs the reader's browser as much, fails where a CI server forbids
 * scripts, and shows a broken formula to the reader instead of to us.
 */
final class Maths {
  static final String WEBJAR = "/META-INF/resources/webjars/katex/0.16.4/";

  private static final String SET =
      """
      (function (tex, display) {
        return katex.renderToString(tex, {displayMode: display, throwOnError: true, strict: 'ignore'});
      })
      """;

  /** KaTeX in an interpreter, which cannot serve two threads at a time. */
  private record Loaded(ScriptableObject scope, Function set) {}

  private final Map<String, String> known = new ConcurrentHashMap<>();
  private final Queue<Loaded> idle = new ConcurrentLinkedQueue<>();

  /**
   * HTML of a formula.
   *
   * @param tex LaTeX without dollars
   * @param display "$$" for a line of its own, "$" within a line
   * @throws IllegalArgumentException if KaTeX cannot read it
   */
  String html(String tex, String display) {
    return known.computeIfAbsent(display + tex, key -> run(tex, display.equals("$$")));
  }

  private String run(String tex, boolean display) {
    Context context = Context.enter();
    try {
      // its largest function is beyond what a method of the virtual machine may hold. Cut into
      // smaller ones and compiled, KaTeX took four times as long to load and to set
      context.setInterpretedMode(true);
      context.setLanguageVersion(Context.VERSION_ES6);
      Loaded one = Optional.ofNullable(idle.poll()).orElseGet(() -> load(context));
      try {
        ScriptableObject scope = one.scope();
        return (String)
            Context.jsToJava(
                one.set().call(context, scope, scope, new Object[] {tex, display}), String.class);
      } finally {
        idle.add(one);
      }
    } catch (JavaScriptException e) {
      throw new IllegalArgumentException(
          "the formula '%s' cannot be set (%s): allowed is LaTeX that KaTeX 0.16 reads, so mend the card"
              .formatted(tex, e.details()),
          e);
    } finally {
      Context.exit();
    }
  }

  private static Loaded load(Context context) {
    ScriptableObject scope = context.initStandardObjects();
    context.evaluateString(scope, script(), "katex.min.js", 1, null);
    return new Loaded(scope, (Function) context.evaluateString(scope, SET, "set", 1, null));
  }

  private static String script() {
    return new String(resource(WEBJAR + "dist/katex.min.js"), StandardCharsets.UTF_8);
  }

  static byte[] resource(String name) {
    try (InputStream in = Maths.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in this jar: build it again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read from this jar", e);
    }
  }
}
