package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The tests' own browser sees what it is there to see. */
class ChromiumTest {
  private static Chromium browser;

  @BeforeAll
  static void start() {
    browser = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aPageIsSeenAtTheAskedSizeAndInTheAskedColours() {
    String asked = "[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]";
    try (Page page = browser.show("<title>a</title>", View.NARROW.dark())) {
      assertEquals("[390,true]", page.evaluate(asked).toString());
      page.resize(View.WIDE);
      assertEquals("[1280,false]", page.evaluate(asked).toString());
      page.print();
      assertTrue(page.evaluate("matchMedia('print').matches").asBoolean());
    }
  }

  @Test
  void promisesAreAwaitedAndExceptionsFailTheTest() {
    try (Page page = browser.show("<title>a</title>", View.WIDE)) {
      assertEquals(3, page.evaluate("new Promise(r => setTimeout(() => r(3), 50))").asInt());
      String said =
          assertThrows(AssertionError.class, () -> page.evaluate("null.size")).getMessage();
      assertTrue(said.startsWith("TypeError"), said);
    }
  }

  @Test
  void complaintsAndRequestsAreSeen() {
    String page =
        "<img alt='' src='missing.png'><script>console.error('one', 2); throw new Error('three');"
            + "</script>";
    try (Page seen = browser.show(page, View.WIDE)) {
      String complaints = String.join("\n", seen.complaints());
      assertTrue(complaints.contains("error: one 2"), complaints);
      assertTrue(complaints.contains("exception: Error: three"), complaints);
      assertTrue(complaints.contains("missing.png"), complaints);
      assertTrue(seen.requests().stream().anyMatch(r -> r.endsWith("/missing.png")));
    }
    try (Page quiet = browser.show("<title>a</title><p>b</p>", View.WIDE)) {
      assertEquals(List.of(), quiet.complaints());
      assertEquals(1, quiet.requests().size(), quiet.requests().toString());
    }
  }

  @Test
  void scriptsCanBeForbidden() {
    String page = "<script>document.title = 'ran'</script>";
    try (Page with = browser.show(page, View.WIDE);
        Page without = browser.show(page, View.WIDE.withoutScript())) {
      assertEquals("ran", with.evaluate("document.title").asText());
      assertEquals("", without.evaluate("document.title").asText());
    }
  }

  @Test
  void keysReachThePage(@TempDir Path folder) throws Exception {
    String form = "<form onsubmit=\"document.title=x.value;return false\"><input id=x></form>";
    try (Page page = browser.show(form, View.WIDE)) {
      page.press("Tab");
      page.type("sharp");
      page.press("s");
      page.press("Enter");
      assertEquals("sharps", page.evaluate("document.title").asText());
      page.screenshot(folder.resolve("a.png"));
      page.pdf(folder.resolve("a.pdf"));
    }
    // the first bytes of a PNG and of a PDF
    assertEquals((byte) 0x89, Files.readAllBytes(folder.resolve("a.png"))[0]);
    assertEquals('%', Files.readAllBytes(folder.resolve("a.pdf"))[0]);
  }

  @Test
  void aMissingBrowserSkipsUnlessItIsRequired() {
    assertThrows(TestAbortedException.class, () -> Chromium.missing(null));
    assertThrows(AssertionFailedError.class, () -> Chromium.missing("required"));
  }
}
