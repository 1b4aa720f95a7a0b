package plumbline.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import plumbline.check.CheckResult;
import plumbline.check.Results;
import plumbline.plot.Samples;

class JUnitXmlTest {
  /** Elements that viewers know, with the attributes that they need and the children allowed. */
  private static final Map<String, Set<String>> NEEDED =
      Map.of(
          "testsuites", Set.of("name", "tests", "failures", "errors", "skipped", "time"),
          "testsuite",
              Set.of("name", "tests", "failures", "errors", "skipped", "time", "timestamp"),
          "testcase", Set.of("name", "classname", "time"),
          "failure", Set.of("message", "type"),
          "error", Set.of("message", "type"),
          "skipped", Set.of("message"),
          "property", Set.of("name", "value"),
          "properties", Set.of(),
          "system-out", Set.of());

  private static final Map<String, List<String>> CHILDREN =
      Map.of(
          "testsuites", List.of("testsuite"),
          "testsuite", List.of("properties", "testcase"),
          "properties", List.of("property"),
          "testcase", List.of("failure", "error", "skipped", "system-out"));

  @Test
  void hasTheStructureThatViewersRead() throws Exception {
    Element root = parse(JUnitXml.of(Samples.results())).getDocumentElement();
    assertEquals("testsuites", root.getNodeName());
    assertEquals(List.of(), faults(root));
    assertEquals(6, children(root).size());
  }

  @Test
  void theStructuralTestSeesFaults() throws Exception {
    String broken =
        JUnitXml.of(Samples.results())
            .replaceFirst("<testcase name=", "<testcase nom=")
            .replaceFirst("<properties>", "<properties><stray/>");
    assertEquals(2, faults(parse(broken).getDocumentElement()).size());
  }

  @Test
  void countsAgreeWithWhatIsThere() throws Exception {
    Element root = parse(JUnitXml.of(Samples.results())).getDocumentElement();
    int tests = 0;
    for (Element suite : children(root)) {
      assertEquals(count(suite, "testcase"), Integer.parseInt(suite.getAttribute("tests")));
      assertEquals(count(suite, "failure"), Integer.parseInt(suite.getAttribute("failures")));
      assertEquals(count(suite, "error"), Integer.parseInt(suite.getAttribute("errors")));
      assertEquals(count(suite, "skipped"), Integer.parseInt(suite.getAttribute("skipped")));
      tests += count(suite, "testcase");
    }
    assertEquals(tests, Integer.parseInt(root.getAttribute("tests")));
    // 12 claims and 6 cards in the samples
    assertEquals(18, tests);
  }

  @Test
  void everyTestNameBeginsWithTheId() throws Exception {
    Element root = parse(JUnitXml.of(Samples.results())).getDocumentElement();
    int seen = 0;
    for (Element suite : children(root)) {
      for (Element test : children(suite)) {
        if (test.getNodeName().equals("testcase")) {
          assertTrue(test.getAttribute("name").startsWith(suite.getAttribute("name")));
          seen++;
        }
      }
    }
    assertEquals(18, seen);
  }

  @Test
  void namesOfTestsAreUniqueInASuite() throws Exception {
    for (Element suite : children(parse(JUnitXml.of(Samples.results())).getDocumentElement())) {
      List<String> names =
          children(suite).stream()
              .filter(child -> child.getNodeName().equals("testcase"))
              .map(child -> child.getAttribute("name"))
              .toList();
      assertEquals(names.stream().distinct().toList(), names);
    }
  }

  @Test
  void aFailureCarriesTheSentence() throws Exception {
    Element broken = suite("bottou/thm47-diminishing");
    List<String> messages = new ArrayList<>();
    for (String kind : List.of("error", "failure")) {
      var found = broken.getElementsByTagName(kind);
      for (int i = 0; i < found.getLength(); i++) {
        messages.add(kind + " " + ((Element) found.item(i)).getAttribute("message"));
      }
    }
    assertEquals(
        List.of(
            "error ERROR: the device 'opencl' has no double precision: run with --device auto",
            "failure REFUTED: the mean exceeds the bound by at least 41 % at k = 4096",
            // an open claim of a sharp instance has to be decided
            "failure INCONCLUSIVE: 4 096 replicas do not decide it",
            "failure bottou/thm47-diminishing is ERROR, expected is HOLDS: device"),
        messages);
  }

  @Test
  void whatIsNotCountedIsSkipped() throws Exception {
    // shown on an instance outside; open where it may stay open
    assertEquals(1, count(suite("bottou/thm46-fixed-step"), "skipped"));
    assertEquals(1, count(suite("cevher/overparam-rate"), "skipped"));
    assertEquals(0, count(suite("cevher/overparam-rate"), "failure"));
  }

  @Test
  void aMisprintThatIsRefutedPasses() throws Exception {
    Element misprint = suite("cevher/sgd-nonconvex-rate-as-printed-eq8");
    assertEquals(2, count(misprint, "testcase"));
    assertEquals(0, count(misprint, "failure") + count(misprint, "skipped"));
  }

  @Test
  void hostileTextSurvivesAsText() throws Exception {
    Element hostile = suite("ba/hostile");
    Element failure = (Element) hostile.getElementsByTagName("failure").item(0);
    String asWritten = Samples.HOSTILE.replace('\u0007', '?');
    assertEquals("REFUTED: " + asWritten, failure.getAttribute("message"));
    assertTrue(failure.getTextContent().startsWith("REFUTED: " + asWritten));
    assertEquals(0, count(hostile, "b"));
  }

  @Test
  void writesAFileWhole(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("junit.xml");
    JUnitXml.write(Samples.results(), file);
    assertEquals(JUnitXml.of(Samples.results()), Files.readString(file));
    assertEquals(1, folder.toFile().list().length);
  }

  private static Element suite(String id) throws Exception {
    Results all = Samples.results();
    List<CheckResult> one = all.checks().stream().filter(c -> c.id().equals(id)).toList();
    assertEquals(1, one.size());
    Results only = new Results(all.schemaVersion(), all.run(), all.digest(), one);
    return children(parse(JUnitXml.of(only)).getDocumentElement()).get(0);
  }

  private static List<String> faults(Element element) {
    List<String> faults = new ArrayList<>();
    for (String needed : NEEDED.getOrDefault(element.getNodeName(), Set.of())) {
      if (!element.hasAttribute(needed)) {
        faults.add(element.getNodeName() + " without " + needed);
      }
    }
    for (Element child : children(element)) {
      if (!CHILDREN.getOrDefault(element.getNodeName(), List.of()).contains(child.getNodeName())) {
        faults.add(child.getNodeName() + " in " + element.getNodeName());
      }
      faults.addAll(faults(child));
    }
    return faults;
  }

  private static int count(Element element, String name) {
    return element.getElementsByTagName(name).getLength();
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
