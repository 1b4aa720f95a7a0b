package plumbline.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import plumbline.browser.Chromium;
import plumbline.browser.Page;
import plumbline.browser.View;
import plumbline.check.Catalogue;
import plumbline.theorem.Declaration;
import plumbline.theorem.Parameter;

/** The lab as a reader meets it, in a browser. */
@Timeout(240)
class LabBrowserTest {
  private static final String THEOREM = "/t/bottou/thm46-fixed-step";

  /** mu/(L M_G) = (1/2)/(1 * 1/4 * (1 + 1)) = 1. */
  private static final String AT_THE_LIMIT = THEOREM + "?from=S1,+alpha+at+its+limit";

  private static Catalogue catalogue;
  private static Lab lab;
  private static Chromium browser;

  @BeforeAll
  static void open() throws IOException {
    browser = Chromium.start();
    catalogue = Catalogue.load();
    lab = Lab.open(catalogue, 0, 0);
  }

  @AfterAll
  static void close() {
    if (lab != null) {
      lab.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  private static Page open(String path) {
    Page page = browser.open(lab.address().resolve(path), View.WIDE);
    settled(page);
    return page;
  }

  private static void settled(Page page) {
    page.await("['done', 'failed'].includes(bench.dataset.state)");
  }

  /** The list item of the hypothesis (4.13), as text. */
  private static String steps(Page page) {
    return page.evaluate(
            "[...document.querySelectorAll('#hypotheses li')].map(e => e.textContent)"
                + ".find(t => t.includes('(4.13)'))")
        .asText();
  }

  /** Exact value over bound at the last point of the picture, from its table. */
  private static double lastRatio(Page page) {
    String columns =
        "(() => { const rows = [...document.querySelectorAll('#numbers tr')]"
            + ".map(r => [...r.children].map(c => c.textContent.replace(/\\u00a0/g, '')));"
            + "const last = rows.at(-1); const of = name => Number(last[rows[0].indexOf(name)]);"
            + "return of('exact') / of('bound'); })()";
    return page.evaluate(columns).asDouble();
  }

  private static String verdict(Page page) {
    return page.evaluate("verdict.textContent.trim()").asText();
  }

  @Test
  void aSliderBreaksAHypothesisAndTheCurveLeavesTheBound() {
    try (Page page = open(AT_THE_LIMIT)) {
      assertTrue(steps(page).contains("certified"), steps(page));
      assertTrue(verdict(page).contains("holds"), verdict(page));
      // Theorem 4.6 is attained here
      assertEquals(1, lastRatio(page), 1e-3);

      page.evaluate("document.querySelector('[data-for=\"set.alpha\"]').focus()");
      page.press("ArrowRight");
      page.await("bench.dataset.state === 'done' && location.search.includes('set.alpha')");
      String alpha = page.evaluate("document.getElementById('set.alpha').value").asText();
      assertTrue(Double.parseDouble(alpha) > 1, alpha);
      assertTrue(steps(page).contains("refuted"), steps(page));
      assertTrue(steps(page).contains("(0, 1] = (0, mu/(L M_G)]"), steps(page));
      assertTrue(verdict(page).contains("does not apply"), verdict(page));
      assertTrue(verdict(page).contains("(4.13)"), verdict(page));
      assertTrue(lastRatio(page) > 1.005, "ratio " + lastRatio(page));

      enter(page, "set.alpha", "3/2");
      page.await(
          "bench.dataset.state === 'done' && location.search.includes('3%2F2') ||"
              + " location.search.includes('3/2') && bench.dataset.state === 'done'");
      // the floor alpha L M/(2 c (2 mu - alpha L M_G)) = 3 over that of (4.14), alpha L M/(2 c mu)
      // = 3/2
      assertEquals(2, lastRatio(page), 0.01);
      assertEquals(List.of(), page.complaints());
    }
  }

  /** Types into a field, exactly, and leaves it. */
  private static void enter(Page page, String field, String text) {
    page.evaluate(
        "(f => { f.focus(); f.select(); })(document.getElementById('%s'))".formatted(field));
    page.type(text);
    page.press("Enter");
  }

  private static final String PICTURE = "figure.innerHTML + numbers.innerHTML + verdict.innerHTML";

  @Test
  void anAddressGivesTheSamePictureAgainAndElsewhere() throws IOException {
    try (Page page = open(THEOREM + "?from=QD,+Gaussian")) {
      enter(page, "set.alpha", "0.07");
      page.await("bench.dataset.state === 'done' && location.search.includes('0.07')");
      String shown = page.evaluate(PICTURE).asText();
      assertTrue(shown.contains("simulated mean"), "no mean was drawn");
      String search = page.evaluate("location.search").asText();
      page.go(lab.address().resolve(THEOREM + search));
      settled(page);
      assertEquals(shown, page.evaluate(PICTURE).asText());
      assertEquals("0.07", page.evaluate("document.getElementById('set.alpha').value").asText());

      // another run of the program knows nothing of the first
      try (Lab other = Lab.open(catalogue, 0, 5)) {
        page.go(other.address().resolve(THEOREM + search));
        settled(page);
        assertEquals(shown, page.evaluate(PICTURE).asText());
        page.go(other.address().resolve(THEOREM + search.replace("seed=0", "seed=1")));
        settled(page);
        assertFalse(shown.equals(page.evaluate(PICTURE).asText()), "another seed, the same means");
      }
    }
  }

  @Test
  void aWrongValueIsSaidAndThePageStaysUsable() {
    try (Page page = open(THEOREM)) {
      enter(page, "set.alpha", "9");
      page.await("!message.hidden");
      assertEquals(
          "alpha=9 is outside [0, 4]: set it to a value inside",
          page.evaluate("message.textContent").asText());
      enter(page, "set.alpha", "1/19");
      page.await("message.hidden && bench.dataset.state === 'done'");
      assertTrue(page.evaluate("location.search").asText().contains("1/19"), "not in the address");
    }
  }

  /** An error of the page's own, and a lab that has gone, are two things. */
  @Test
  void aPageThatFailsDoesNotBlameTheLab() throws IOException {
    Lab other = Lab.open(catalogue, 0, 0);
    try (Page page = browser.open(other.address().resolve(THEOREM), View.WIDE)) {
      settled(page);
      assertEquals(List.of(), page.complaints());
      page.evaluate("figure.remove()");
      enter(page, "set.alpha", "1/19");
      page.await("!message.hidden");
      assertEquals(
          "The page failed to show the answer: reload it. The error is on the console of the"
              + " browser.",
          page.evaluate("message.textContent").asText());
      assertTrue(page.complaints().toString().contains("TypeError"), page.complaints().toString());

      page.go(other.address().resolve(THEOREM));
      settled(page);
      assertTrue(page.evaluate("message.hidden").asBoolean());
      other.close();
      page.evaluate("setting.requestSubmit()");
      page.await("!message.hidden");
      assertEquals(
          "The lab does not answer any more. Is its command still running?",
          page.evaluate("message.textContent").asText());
    }
  }

  @Test
  void everythingComesFromTheLabAndNothingComplains() {
    try (Page page = open(THEOREM)) {
      String lab = LabBrowserTest.lab.address().toString();
      assertTrue(page.requests().size() > 5, page.requests().toString());
      assertEquals(
          List.of(),
          page.requests().stream()
              .filter(r -> !r.startsWith(lab) && !r.startsWith("data:"))
              .toList());
      assertEquals(List.of(), page.complaints());
    }
  }

  @Test
  void everyControlHasANameAndTheVerdictIsSpoken() {
    try (Page page = open(THEOREM)) {
      String nameless =
          "[...document.querySelectorAll('input, select, button')].filter(e => !(e.labels?.length"
              + " || e.ariaLabel || e.textContent.trim())).map(e => e.outerHTML)";
      assertEquals("[]", page.evaluate(nameless).toString());
      assertTrue(
          page.evaluate("document.querySelectorAll('input[type=range]').length").asInt() >= 8);
      assertEquals("polite", page.evaluate("verdict.ariaLive").asText());
      assertEquals("false", page.evaluate("verdict.ariaBusy").asText());
      String described =
          page.evaluate("document.querySelector('#figure [role=img]').ariaLabel").asText();
      assertTrue(described.contains("bound"), described);
    }
  }

  @Test
  void itFitsATelephone() {
    try (Page page = browser.open(lab.address().resolve(THEOREM), View.NARROW)) {
      settled(page);
      assertEquals(390, page.evaluate("document.documentElement.scrollWidth").asInt());
      page.go(lab.address());
      assertEquals(390, page.evaluate("document.documentElement.scrollWidth").asInt());
    }
  }

  @Test
  void theCatalogueIsSearched() {
    try (Page page = browser.open(lab.address(), View.WIDE)) {
      int all = page.evaluate("document.querySelectorAll('.theorems li').length").asInt();
      assertEquals(catalogue.ids().size(), all);
      page.evaluate("find.focus()");
      page.type("thm46-fixed");
      page.await("found.textContent === '1 found'");
      assertEquals(
          "/t/bottou/thm46-fixed-step",
          page.evaluate("document.querySelector('li:not([hidden]) a').getAttribute('href')")
              .asText());
    }
  }

  @Test
  void everyPlaceOfASliderIsAValueThatIsTakenAndTheSliderGoesBackToIt() {
    Declaration declaration =
        catalogue.theorem("bottou/thm46-fixed-step").orElseThrow().declaration();
    try (Page page = open(THEOREM)) {
      JsonNode sliders =
          page.evaluate(
              "[...document.querySelectorAll('input[type=range]')].map(s => ({name: s.dataset.for,"
                  + " scale: s.dataset.scale, max: Number(s.max), places: [...Array(Number(s.max) +"
                  + " 1).keys()].map(p => { s.value = p; const text = valueAt(s); place(s, text);"
                  + " return [p, text, Number(s.value)]; })}))");
      List<String> scales = new ArrayList<>();
      for (JsonNode slider : sliders) {
        Parameter parameter =
            declaration.parameter(slider.path("name").asText().replace("set.", ""));
        scales.add(slider.path("scale").asText());
        for (JsonNode at : slider.path("places")) {
          parameter.check(at.get(1).asText());
          int apart = Math.abs(at.get(0).asInt() - at.get(2).asInt());
          // three digits are coarser than a place where a scale is dense
          assertTrue(
              apart <= 1 + slider.path("max").asInt() / 40,
              () -> slider.path("name") + at.toString());
        }
      }
      assertTrue(scales.containsAll(List.of("linear", "log", "cube")), scales.toString());
    }
  }

  /** Writes down when the picture changes and when the run is done; a hidden tab paints nothing. */
  private static final String WATCH =
      "var seen = {};"
          + "new MutationObserver(() => seen.drawn ??= Date.now())"
          + ".observe(figure, {childList: true});"
          + "new MutationObserver(() => {"
          + " if (seen.drawn && bench.dataset.state === 'done') seen.settled ??= Date.now(); })"
          + ".observe(bench, {attributes: true});";

  /** A browser keeps six connections to one host: with endless streams four tabs would wait. */
  @Test
  void noneOfTenTabsWaitsUntilOthersAreDone() {
    List<Page> pages = new ArrayList<>();
    try {
      for (int i = 0; i < 10; i++) {
        pages.add(open(THEOREM + "?from=S1,+c"));
      }
      for (Page page : pages) {
        // else what is left of the first run counts for the second
        page.await("bench.dataset.state === 'done'");
      }
      for (int i = 0; i < 10; i++) {
        pages
            .get(i)
            .evaluate(
                WATCH
                    + "document.getElementById('from').value = 'QD, Gaussian';"
                    + " document.getElementById('set.problem').value = 'QD';"
                    + " document.getElementById('set.alpha').value = '0.0%d';".formatted(41 + i)
                    // no timer: those of a hidden tab run once a second
                    + " seen.asked = Date.now(); setting.requestSubmit()");
      }
      List<List<Double>> times = new ArrayList<>();
      for (Page page : pages) {
        page.await("seen.settled");
        times.add(
            Stream.of("asked", "drawn", "settled")
                .map(what -> page.evaluate("seen." + what).asDouble())
                .toList());
      }
      for (List<Double> one : times) {
        long doneMeanwhile =
            times.stream().filter(o -> one.get(0) < o.get(2) && o.get(2) < one.get(1)).count();
        // a run alone takes half a second: the first may be done while the last is asked
        assertTrue(doneMeanwhile <= 1, () -> one + " waited for others: " + times);
      }
    } finally {
      pages.forEach(Page::close);
    }
  }

  @Test
  void aTabThatIsClosedLeavesNoRunBehind() throws InterruptedException {
    Page left =
        browser.open(lab.address().resolve(THEOREM + "?from=least+squares&seed=9"), View.WIDE);
    left.await("bench.dataset.state === 'running'");
    assertTrue(lab.working() > 0, "nothing runs");
    left.close();
    long end = System.nanoTime() + 20_000_000_000L;
    while (lab.working() > 0) {
      assertTrue(System.nanoTime() < end, "a run outlives its page");
      Thread.sleep(20);
    }
  }
}
