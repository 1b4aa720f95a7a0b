package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import plumbline.card.Card;
import plumbline.card.CardReader;
import plumbline.check.CheckResult;
import plumbline.check.Results;
import plumbline.plot.Samples;
import plumbline.verdict.Outcome;

class ReportTest {
  private static final String CARD =
      """
      ---
      id: %s
      title: %s
      source: {document: Bottou.txt, where: "(4.14)", slide: Fixed stepsize}
      expect: holds
      needs: []
      references: ["Bottou, Curtis, Nocedal 2018, $\\\\alpha$ & <co>"]
      examples:
        - claim: "(4.14)"
          constants: {L: 4, c: 5/17}
          k: 3
          bound: 13/25
          by hand: "1 < 2 & 3"
      ---
      ## Statement

      For $w_1$ and $w_2$, with `a $literal$ dollar`, *for all* $k$:

      $$\\mathbb E[F(w_k) - F_*] \\le \\frac{\\alpha L M}{2 c \\mu} + (1 - \\alpha c\\mu)^{k-1} a_*b_*$$

      ## Why it is true

      <script>alert(1)</script> [link](javascript:alert(1))

      | $k$ | bound |
      |---|---|
      | 1 | $\\tfrac12$ |

      ## Where it is sharp

      At $\\|w\\|^2 < 1$.

      ## What failure looks like

      It costs \\$5 and \\$6.

      ## Notes

      None.
      """;

  private static Map<String, String> pages;

  private static Card card(String id, String title) {
    return CardReader.read("test", id + ".md", CARD.formatted(id, title));
  }

  @BeforeAll
  static void make() {
    pages =
        Report.pages(
            Samples.results(),
            List.of(
                card("bottou/thm46-fixed-step", "Fixed stepsize"),
                card("ba/never-run", "About $\\\\beta_1$")));
  }

  @Test
  void aPageACardAndAnIndexAndAPageOnVerdicts() {
    assertEquals(
        List.of(
            // the one with a card first, then those without, by id
            "bottou/thm46-fixed-step.html",
            "ba/hostile.html",
            "bottou/thm47-diminishing.html",
            "cevher/overparam-rate.html",
            "cevher/sgd-nonconvex-rate-as-printed-eq8.html",
            "lecun/quad-contraction-invL.html",
            "verdicts.html",
            "errata.html",
            "summary.html",
            "index.html"),
        List.copyOf(pages.keySet()));
  }

  @Test
  void everyPageIsWellFormed() throws Exception {
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Document document = parse(page.getValue());
      assertEquals("html", document.getDocumentElement().getNodeName(), page.getKey());
      assertEquals(1, document.getElementsByTagName("h1").getLength(), page.getKey());
    }
    assertThrows(Exception.class, () -> parse(pages.get("index.html").replace("</main>", "")));
  }

  @Test
  void hostileTextIsShownAndNotObeyed() throws Exception {
    Document document = parse(pages.get("ba/hostile.html"));
    assertEquals(0, document.getElementsByTagName("b").getLength());
    String shown = document.getElementsByTagName("h1").item(0).getTextContent();
    // a formula is set with thin spaces
    assertEquals(Samples.HOSTILE.replace('\u0007', ' '), shown.replace('\u2009', ' '));
    Document honest = parse(pages.get("bottou/thm46-fixed-step.html"));
    List<Element> scripts = elements(honest, "script");
    assertEquals(
        List.of("../search-index.js", "../search.js"),
        scripts.stream().map(script -> script.getAttribute("src")).toList());
    assertTrue(honest.getDocumentElement().getTextContent().contains("<script>alert(1)</script>"));
    for (Element link : elements(honest, "a")) {
      assertFalse(link.getAttribute("href").startsWith("javascript"));
    }
  }

  @Test
  void everyFormulaIsSet() throws Exception {
    String page = pages.get("bottou/thm46-fixed-step.html");
    // six in the statement and the other sections, one in the references; one stands alone
    assertEquals(8, count(page, "<math "));
    assertEquals(1, count(page, "<span class=\"katex-display\">"));
    assertFalse(page.contains("katex-error"));
    assertFalse(page.contains("\uE000"));
    // the dollars that are left are those of the code and the price
    String text = parse(page).getDocumentElement().getTextContent();
    assertTrue(text.contains("a $literal$ dollar"));
    assertTrue(text.contains("It costs $5 and $6."));
    assertEquals(4, count(text, "$"));
  }

  @Test
  void aFormulaThatDoesNotParseStopsTheReport(@TempDir Path folder) {
    Card broken = card("bottou/thm46-fixed-step", "Broken $\\\\frac{1$");
    Results results = Samples.results();
    Card text =
        CardReader.read(
            "test",
            "bottou/thm46-fixed-step.md",
            CARD.formatted("bottou/thm46-fixed-step", "t").replace("$\\tfrac12$", "$\\frac{1$"));
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Report.write(results, List.of(text), folder))
            .getMessage();
    assertTrue(message.startsWith("the formula '\\frac{1' cannot be set (ParseError"), message);
    assertEquals(0, folder.toFile().list().length, "nothing is written before all pages are made");
    assertEquals("bottou/thm46-fixed-step", broken.id());
  }

  @Test
  void nothingIsAskedOfTheNetwork() throws Exception {
    Pattern address = Pattern.compile("(src|href)=\"([^\"]*)\"|url\\(([^)]*)\\)");
    int seen = 0;
    for (String page : pages.values()) {
      for (Matcher found = address.matcher(page); found.find(); seen++) {
        assertFalse(found.group().contains("//"), found.group());
      }
    }
    assertTrue(seen > 40, "saw " + seen);
  }

  @Test
  void everyLinkLeadsSomewhere(@TempDir Path folder) throws Exception {
    Path index = Report.write(Samples.results(), List.of(), folder);
    assertEquals(folder.resolve("index.html"), index);
    int seen = 0;
    for (String name : pages.keySet()) {
      Path page = folder.resolve(name);
      Document document = parse(Files.readString(page));
      Set<String> ids = new HashSet<>();
      for (Element element : elements(document, "*")) {
        ids.add(element.getAttribute("id"));
      }
      List<Element> links = elements(document, "a");
      links.addAll(elements(document, "link"));
      for (Element link : links) {
        String href = link.getAttribute("href");
        boolean there =
            href.startsWith("#")
                ? ids.contains(href.substring(1))
                : Files.exists(page.resolveSibling(href));
        assertTrue(there, name + " links to " + href);
        seen++;
      }
    }
    assertTrue(seen > 40, "saw " + seen);
    String css = Files.readString(folder.resolve("katex/katex.css"));
    Matcher font = Pattern.compile("url\\(([^)]*)\\)").matcher(css);
    int fonts = 0;
    for (; font.find(); fonts++) {
      assertTrue(Files.exists(folder.resolve("katex").resolve(font.group(1))), font.group(1));
    }
    assertEquals(20, fonts);
  }

  @Test
  void headingsNeverSkipALevelAndPicturesHaveWords() throws Exception {
    int pictures = 0;
    for (Map.Entry<String, String> page : pages.entrySet()) {
      int level = 0;
      for (Matcher heading = Pattern.compile("<h([1-6])").matcher(page.getValue());
          heading.find(); ) {
        int next = Integer.parseInt(heading.group(1));
        assertTrue(next <= level + 1, page.getKey() + ": h" + next + " after h" + level);
        level = next;
      }
      for (Element element : elements(parse(page.getValue()), "div")) {
        if (element.getAttribute("role").equals("img")) {
          assertTrue(element.getAttribute("aria-label").contains(" at k = "));
          pictures++;
        }
      }
    }
    assertEquals(9, pictures);
  }

  @Test
  void theVerdictIsSaidInAPlainSentence() {
    assertEquals(
        "Nothing contradicts this result. On all 2 instances to which it applies, a violation"
            + " beyond the stated resolution is excluded. On one more instance a hypothesis fails,"
            + " and nothing is claimed there.",
        Words.verdict(check("bottou/thm46-fixed-step")));
    assertEquals(
        "The statement as printed is wrong, as this card expects. The mean exceeds the bound:"
            + " somewhere it is at least 1.47 times as large.",
        Words.verdict(check("cevher/sgd-nonconvex-rate-as-printed-eq8")));
    assertEquals(
        "The check could not be carried through. The device 'opencl' has no double precision: run"
            + " with --device auto. Nothing is said about the result.",
        Words.verdict(check("bottou/thm47-diminishing")));
  }

  @Test
  void theEvidenceIsSaidInFourDigitsAtMost() {
    var layers = check("bottou/thm46-fixed-step").instances().get(0).claims().get(0).layers();
    assertEquals(
        "Computed exactly, in rationals, at 11 checkpoints. The largest ratio to the bound is 1, at"
            + " k = 1.",
        Evidence.sentence(layers.get(0), "at most"));
    assertEquals(
        "Simulated: over 65\u00a0536 replicas, the largest ratio of a mean to its bound at a"
            + " checkpoint lies between 0.98 and 1.012. A true claim is refuted by such a run with"
            + " probability at most 5e-10. A violation of 3.1\u00a0% would have been refuted with"
            + " probability 99\u00a0%.",
        Evidence.sentence(layers.get(1), "at most"));
  }

  @Test
  void noNumberOfAResultHasMoreThanFourDigits() throws Exception {
    Pattern number = Pattern.compile("\\d+\\.\\d+(e-?\\d+)?");
    int seen = 0;
    for (Element cell : elements(parse(pages.get("bottou/thm46-fixed-step.html")), "td")) {
      for (Matcher found = number.matcher(cell.getTextContent()); found.find(); seen++) {
        String digits = found.group().replaceAll("e.*", "").replace(".", "").replaceAll("^0+", "");
        assertTrue(digits.length() <= 4, found.group());
      }
    }
    assertTrue(seen > 100, "saw " + seen);
  }

  @Test
  void theIndexCountsAndListsWhatWasNotChecked() {
    String index = pages.get("index.html");
    assertTrue(
        index.contains(
            "6 results were tried: 2 held, 1 misprint was refuted, 1 stayed open. 2 verdicts are"
                + " not as expected."));
    assertTrue(index.contains("Not in this run"));
    assertTrue(index.contains("<code>ba/never-run</code>"));
    assertTrue(index.contains("refuted, as expected"));
  }

  /** The samples' claim outside the theorem is violated there. */
  @Test
  void aClaimThatIsOnlyShownHasNoVerdict() {
    String page = pages.get("bottou/thm46-fixed-step.html");
    assertTrue(page.contains("<h4>(4.14) <span class=\"badge none\">not counted</span></h4>"));
    assertFalse(page.contains("refuted, as expected"));
  }

  @Test
  void theArithmeticOfFalseAlarmsIsThatOfTheRun() {
    Matcher sum = Pattern.compile("class=\"sum\">(.*?)</p>").matcher(pages.get("verdicts.html"));
    assertTrue(sum.find());
    // 7 simulated claims of the samples count; 1/(365.25 * 3.5e-9) = 782 243 years
    assertEquals("7 × 5e-10 = 3.5e-9.", sum.group(1));
    assertTrue(pages.get("verdicts.html").contains("7.8e5 years"));
  }

  @Test
  void aCardOutsideItsFolderIsRefused(@TempDir Path folder) {
    CheckResult good = Samples.fixedStep();
    CheckResult bad =
        new CheckResult(
            "../../etc/x", good.title(), "", "holds", Outcome.HOLDS, true, "", List.of());
    Results all = Samples.results();
    Results results = new Results("1", all.run(), all.digest(), List.of(bad));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Report.write(results, List.of(), folder.resolve("site")))
            .getMessage();
    assertTrue(message.contains("'../../etc/x'"), message);
    assertFalse(Files.exists(folder.resolve("site")));
  }

  private static CheckResult check(String id) {
    return Samples.results().checks().stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** As XML, after closing the elements that HTML leaves open: any other slip is an error. */
  private static Document parse(String html) throws Exception {
    assertTrue(html.startsWith("<!doctype html>\n"));
    String xml = html.substring(16).replaceAll("<((meta|link|input) [^>]*)>", "<$1/>");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
