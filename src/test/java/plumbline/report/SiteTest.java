package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.browser.Chromium;
import plumbline.browser.Page;
import plumbline.browser.View;
import plumbline.card.Card;
import plumbline.card.CardIndex;
import plumbline.check.Catalogue;
import plumbline.check.Options;
import plumbline.check.Progress;
import plumbline.check.Results;
import plumbline.check.Suite;
import plumbline.simulation.CpuEngine;

/**
 * The site as a browser shows it. A few quick cards are checked for it; the cards without a check
 * all have their pages.
 */
class SiteTest {
  private static final List<String> CHECKED =
      List.of(
          "lecun/quad-contraction-invL",
          "bottou/a41-lipschitz-gradient",
          "bottou/halving-trigger",
          "bottou/halving-trigger-as-printed",
          "bottou/natgrad-constraint",
          "bottou/thm46-fixed-step");

  private static final List<View> VIEWS =
      List.of(View.WIDE, View.WIDE.dark(), View.NARROW, View.NARROW.dark());

  @TempDir private static Path folder;
  private static Chromium browser;
  private static Results results;
  private static List<Card> cards;
  private static List<String> pages;

  @BeforeAll
  static void make() throws Exception {
    browser = Chromium.start();
    Catalogue catalogue = Catalogue.load();
    // a coarse resolution: the pages have all their parts, after a second of simulation
    Suite suite =
        new Suite(catalogue, new Options(0, OptionalDouble.of(0.4), OptionalDouble.empty()));
    try (CpuEngine engine = new CpuEngine(2)) {
      results = suite.run(suite.declared(CHECKED), engine, 2, Progress.silent());
    }
    CardIndex index = catalogue.cards();
    cards = index.entries().stream().map(entry -> index.open(entry.id())).toList();
    Report.write(results, cards, folder);
    List<String> unchecked =
        cards.stream().filter(card -> card.unchecked().isPresent()).map(Card::id).toList();
    assertFalse(unchecked.isEmpty());
    pages =
        Stream.of(List.of("index", "summary", "errata", "verdicts"), CHECKED, unchecked)
            .flatMap(List::stream)
            .toList();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Page open(String name, View view) {
    return browser.open(address(name), view);
  }

  private static URI address(String name) {
    Path file = folder.resolve(name + ".html");
    assertTrue(Files.exists(file), file.toString());
    return file.toUri();
  }

  @Test
  void noPageComplainsOrAsksTheNetwork() {
    int files = 0;
    for (String name : pages) {
      try (Page page = open(name, View.WIDE)) {
        assertEquals(List.of(), page.complaints(), name);
        assertEquals(List.of(), Looks.strangers(page), name);
        files += page.requests().size();
      }
    }
    // the page, two style sheets and two scripts, and fonts where there are formulas
    assertTrue(files > 5 * pages.size(), "saw " + files);
    try (Page page = browser.show("<img alt='' src='http://127.0.0.1:9/a.png'>", View.WIDE)) {
      assertEquals(List.of("http://127.0.0.1:9/a.png"), Looks.strangers(page));
    }
  }

  @Test
  void everyFormulaOfACardIsSetOnItsPage() {
    int seen = 0;
    for (String name : pages) {
      try (Page page = open(name, View.WIDE)) {
        assertEquals(List.of(), Looks.unset(page), name);
        int formulas = Looks.formulas(page);
        seen += formulas;
        if (name.contains("/")) {
          assertEquals(Formulas.onThePageOf(name, cards), formulas, name);
        }
      }
    }
    assertTrue(seen > 200, "saw " + seen);
    String broken = "<p>The step $\\alpha$ is <span class=\"katex-error\">\\frac{1</span></p>";
    try (Page page = browser.show(broken, View.WIDE)) {
      assertEquals(List.of("\\frac{1", "The step $\\alpha$ is"), Looks.unset(page));
    }
  }

  @Test
  void noTextLiesOnAnotherAndNothingIsTooWide() {
    for (String name : pages) {
      try (Page page = open(name, View.WIDE)) {
        Looks.openAll(page);
        for (View view : VIEWS) {
          page.resize(view);
          assertEquals(List.of(), Looks.overlaps(page), name + " at " + view);
          assertTrue(Looks.tooWide(page) <= 0, name + " at " + view);
        }
        assertTrue(Looks.texts(page) > 20, name);
      }
    }
  }

  @Test
  void whatLiesOnSomethingOrIsTooWideIsSeen() {
    String planted =
        """
        <!doctype html><meta name="viewport" content="width=device-width"><p>a line of text</p>
        <p style="margin-top:-1.9em">another line</p>
        <svg class="plot" width="300" height="60"><text x="5" y="30">0.1</text><text x="12" y="32">0.2</text></svg>
        <div style="width:500px">wide</div>
        """;
    try (Page page = browser.show(planted, View.NARROW)) {
      List<String> overlaps = Looks.overlaps(page);
      assertTrue(overlaps.contains("a line of text | another line"), overlaps.toString());
      assertTrue(overlaps.contains("label 0.1 | label 0.2"), overlaps.toString());
      assertTrue(Looks.tooWide(page) > 100);
    }
  }

  @Test
  void nobodyIsKeptOut() {
    for (String name : pages) {
      try (Page page = open(name, View.WIDE)) {
        assertEquals(List.of(), Looks.barriers(page), name);
        page.resize(View.NARROW.dark());
        assertEquals(List.of(), Looks.barriers(page), name + " in the dark");
      }
    }
    String planted =
        "<html lang=en><title>a</title><main><h1 style='color:#bbb'>pale</h1><img src=x></main>";
    try (Page page = browser.show(planted, View.WIDE)) {
      List<String> barriers = Looks.barriers(page);
      assertTrue(
          barriers.stream().anyMatch(b -> b.startsWith("color-contrast")), barriers::toString);
      assertTrue(barriers.stream().anyMatch(b -> b.startsWith("image-alt")), barriers::toString);
    }
  }

  @Test
  void theFirstTabLeadsPastTheNavigationAndFocusIsSeen() {
    try (Page page = open("bottou/halving-trigger", View.WIDE)) {
      page.press("Tab");
      assertEquals(
          "Skip to the content", page.evaluate("document.activeElement.textContent").asText());
      assertTrue(
          page.evaluate("document.activeElement.getBoundingClientRect().left >= 0").asBoolean());
      assertNotEquals(
          "0px", page.evaluate("getComputedStyle(document.activeElement).outlineWidth").asText());
      page.press("Enter");
      assertEquals("#main", page.evaluate("location.hash").asText());
    }
  }

  @Test
  void aSymbolOrAWordOfATitleIsFoundByTheKeyboardAlone() {
    try (Page page = open("bottou/thm46-fixed-step", View.NARROW)) {
      page.press("/");
      page.type("halving");
      assertEquals(2, page.evaluate("document.querySelectorAll('#found a').length").asInt());
      assertEquals("2 found", page.evaluate("count.textContent").asText());
      assertTrue(Looks.tooWide(page) <= 0);
      assertEquals(List.of(), Looks.barriers(page));
      page.press("ArrowDown");
      page.press("Enter");
      // in its title; on the other card the word stands in the id alone
      page.await("location.pathname.endsWith('/bottou/halving-trigger-as-printed.html')");
      page.await("document.readyState === 'complete'");
      assertEquals(List.of("lecun/quad-contraction-invL"), found(page, "κ"));
      assertEquals(List.of("lecun/quad-contraction-invL"), found(page, "kappa"));
      assertEquals(List.of("bottou/thm46-fixed-step"), found(page, "4.14 M_G"));
      assertEquals(List.of(), found(page, "no such word"));
      assertEquals("nothing found", page.evaluate("count.textContent").asText());
    }
  }

  private static List<String> found(Page page, String text) {
    page.evaluate("sought.value = ''; sought.focus(); true");
    page.type(text);
    List<String> found = new ArrayList<>();
    page.evaluate("[...document.querySelectorAll('#found a')].map(a => a.href)")
        .forEach(
            href ->
                found.add(
                    folder
                        .toUri()
                        .relativize(URI.create(href.asText()))
                        .toString()
                        .replace(".html", "")));
    return found;
  }

  @Test
  void withoutScriptTheListIsThereAndTheFieldIsNot() {
    try (Page page = open("index", View.WIDE.withoutScript())) {
      assertFalse(page.evaluate("search.checkVisibility()").asBoolean());
      assertTrue(
          page.evaluate("document.querySelectorAll('.cards a').length").asInt() > CHECKED.size());
    }
    try (Page page = open("index", View.WIDE)) {
      assertTrue(page.evaluate("search.checkVisibility()").asBoolean());
    }
  }

  @Test
  void onPaperThereIsNoNavigationAndNothingThatWasClosed(@TempDir Path paper) throws Exception {
    String closed =
        "[...document.querySelectorAll('details:not([open])')].filter(d =>"
            + " d.checkVisibility()).length";
    try (Page page = open("bottou/thm46-fixed-step", View.WIDE)) {
      assertTrue(page.evaluate(closed).asInt() > 5);
      page.print();
      assertFalse(page.evaluate("document.querySelector('header').checkVisibility()").asBoolean());
      assertEquals(0, page.evaluate(closed).asInt());
      assertEquals(
          "avoid",
          page.evaluate("getComputedStyle(document.querySelector('figure')).breakInside").asText());
      page.pdf(paper.resolve("a.pdf"));
    }
    assertTrue(Files.size(paper.resolve("a.pdf")) > 20_000);
  }

  @Test
  void theIndexFollowsTheSlidesAndAMisprintItsCorrection() {
    List<String> order = new ArrayList<>();
    try (Page page = open("index", View.WIDE)) {
      page.evaluate("[...document.querySelectorAll('.cards a')].map(a => a.getAttribute('href'))")
          .forEach(href -> order.add(href.asText().replace(".html", "")));
    }
    order.retainAll(CHECKED);
    // lines 200 of the first lecture; 85, 169, 250, 324, 324 and later of the third
    assertEquals(
        List.of(
            "lecun/quad-contraction-invL",
            "bottou/a41-lipschitz-gradient",
            "bottou/thm46-fixed-step",
            "bottou/halving-trigger",
            "bottou/halving-trigger-as-printed",
            "bottou/natgrad-constraint"),
        order);
  }

  @Test
  void aMisprintAndItsCorrectionShowTheErratumAndLeadToEachOther() {
    String links =
        "[...document.querySelectorAll('.beside a')].map(a => a.getAttribute('href')).join()";
    String printed = "document.querySelector('.beside .erratum dd').textContent.includes('halve')";
    try (Page right = open("bottou/halving-trigger", View.WIDE);
        Page wrong = open("bottou/halving-trigger-as-printed", View.WIDE)) {
      assertAll(
          () -> assertTrue(right.evaluate(printed).asBoolean()),
          () -> assertTrue(wrong.evaluate(printed).asBoolean()),
          () ->
              assertEquals(
                  "../bottou/halving-trigger-as-printed.html", right.evaluate(links).asText()),
          () -> assertEquals("../bottou/halving-trigger.html", wrong.evaluate(links).asText()));
    }
  }

  @Test
  void theNumbersOfTheRunAreThoseOfTheRun() {
    Certainty certainty = Certainty.of(results.checks());
    assertEquals(Suite.statistical(results.checks()), certainty.drawn());
    // the union bound
    assertEquals(certainty.drawn() * 5e-10, certainty.alarm(), 1e-20);
    long claims =
        results.checks().stream()
            .flatMap(c -> c.instances().stream())
            .mapToLong(i -> i.claims().size())
            .sum();
    assertTrue(certainty.drawn() > 20 && certainty.plain() + certainty.drawn() <= claims);
    try (Page page = open("verdicts", View.WIDE);
        Page summary = open("summary", View.WIDE)) {
      String sum = page.evaluate("document.querySelector('.sum').textContent").asText();
      assertEquals(certainty.sum() + ".", sum);
      String all = summary.evaluate("document.body.innerText").asText();
      assertTrue(all.contains(certainty.sum()), all);
      assertTrue(all.contains(results.checks().size() + " results were tried"), all);
    }
  }
}
