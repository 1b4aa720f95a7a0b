package plumbline.lab;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plumbline.browser.Chromium;
import plumbline.browser.Page;
import plumbline.browser.View;
import plumbline.check.Catalogue;

/**
 * From the release of a slider to the first redrawn curve, in a browser: the page itself takes the
 * time, from the event to the painting after the picture has changed. A benchmark and no test,
 * since a busy machine is slow.
 *
 * <pre>mvn -q test-compile exec:java -Dexec.mainClass=plumbline.lab.LatencyBenchmark
 *     -Dexec.classpathScope=test</pre>
 *
 * <p>Arguments: a theorem, its parameter, and "mouse" to drag the slider, not to step it by a key.
 */
final class LatencyBenchmark {
  private static final int ROUNDS = 20;

  private LatencyBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    String id = arguments.length > 0 ? arguments[0] : "bottou/thm46-fixed-step";
    String slider = arguments.length > 1 ? arguments[1] : "alpha";
    String selector = "[data-for=\"set.%s\"]".formatted(slider);
    boolean mouse = arguments.length > 2 && arguments[2].equals("mouse");
    try (Lab lab = Lab.open(Catalogue.load(), 0, 0);
        Chromium browser = Chromium.start();
        Page page = browser.open(lab.address().resolve("/t/" + id), View.WIDE)) {
      page.await("bench.dataset.state === 'done' || bench.dataset.state === 'failed'");
      List<Double> first = new ArrayList<>();
      List<Double> mean = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        // each place is a new one, so nothing is known
        page.evaluate("performance.clearMeasures()");
        if (mouse) {
          page.drag(selector, 0.05 + 0.04 * round);
        } else {
          // a key on a slider moves it and lets it go
          page.evaluate("document.querySelector('%s').focus()".formatted(selector));
          page.press("ArrowRight");
        }
        page.await("performance.getEntriesByName('first curve').length > 0");
        first.add(measure(page, "first curve"));
        page.await("bench.dataset.state === 'done'");
        // measured after the painting; where nothing is simulated there is none
        page.evaluate("new Promise((then) => requestAnimationFrame(() => setTimeout(then, 50)))");
        if (page.evaluate("performance.getEntriesByName('first mean').length").asInt() > 0) {
          mean.add(measure(page, "first mean"));
        }
      }
      say("first redrawn curve", first);
      say("first mean", mean);
      System.out.printf(
          Locale.ROOT,
          "%s, Java %s, %d cores, load %.1f%n",
          browser.version(),
          System.getProperty("java.version"),
          Runtime.getRuntime().availableProcessors(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
  }

  private static double measure(Page page, String name) {
    return page.evaluate("performance.getEntriesByName('%s').at(-1).duration".formatted(name))
        .asDouble();
  }

  private static void say(String what, List<Double> milliseconds) {
    if (milliseconds.isEmpty()) {
      System.out.println(what + ": none");
      return;
    }
    List<Double> sorted = milliseconds.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%s: median %.0f ms of %d, from %.0f to %.0f%n",
        what,
        (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2,
        sorted.size(),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }
}
