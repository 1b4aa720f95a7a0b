package plumbline.junit;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Results;

/**
 * Results as JUnit XML: a test suite a card, a test case a claim, and one test case for the card's
 * own verdict. Every test's name begins with the card's id, because some viewers show nothing else.
 */
public final class JUnitXml {
  /** A test case before it is written; the message is empty where it passed. */
  private record Case(String name, Fate fate, String type, String message, String out) {}

  private JUnitXml() {}

  /** Writes the file whole or not at all. */
  public static void write(Results results, Path file) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.writeString(part, of(results));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The document as text, in UTF-8 when written. */
  public static String of(Results results) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      document(xml, results);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML could not be written to memory", e);
    }
    return text + "\n";
  }

  private static void document(XMLStreamWriter xml, Results results) throws XMLStreamException {
    List<Case> all = new ArrayList<>();
    results.checks().forEach(check -> all.addAll(cases(check)));
    start(xml, 0, "testsuites");
    attribute(xml, "name", "Plumbline");
    counts(xml, all);
    // only the run as a whole is timed
    attribute(xml, "time", String.format(Locale.ROOT, "%.3f", results.run().seconds()));
    for (CheckResult check : results.checks()) {
      suite(xml, check, results.run());
    }
    newLine(xml, 0);
    xml.writeEndElement();
  }

  private static void suite(XMLStreamWriter xml, CheckResult check, Results.Run run)
      throws XMLStreamException {
    List<Case> cases = cases(check);
    start(xml, 1, "testsuite");
    attribute(xml, "name", check.id());
    counts(xml, cases);
    attribute(xml, "time", "0");
    attribute(xml, "timestamp", run.date().replaceAll("(\\.\\d+)?Z$", ""));
    start(xml, 2, "properties");
    property(xml, "title", check.title());
    property(xml, "source", check.source());
    property(xml, "expect", check.expect());
    property(xml, "seed", Long.toString(run.seed()));
    newLine(xml, 2);
    xml.writeEndElement();
    for (Case one : cases) {
      testCase(xml, check, one);
    }
    newLine(xml, 1);
    xml.writeEndElement();
  }

  private static List<Case> cases(CheckResult check) {
    List<Case> cases = new ArrayList<>();
    for (InstanceResult instance : check.instances()) {
      for (ClaimResult claim : instance.claims()) {
        cases.add(claim(check, instance, claim));
      }
    }
    String verdict =
        "%s is %s, expected is %s%s"
            .formatted(
                check.id(),
                check.verdict(),
                check.expect().toUpperCase(Locale.ROOT),
                check.note().isBlank() ? "" : ": " + check.note());
    cases.add(
        new Case(
            check.id() + ": verdict as expected",
            check.asExpected() ? Fate.PASSED : Fate.FAILED,
            check.verdict().name(),
            check.asExpected() ? "" : verdict,
            verdict));
    return cases;
  }

  private static Case claim(CheckResult check, InstanceResult instance, ClaimResult claim) {
    Fate fate = Fate.of(check, instance, claim);
    String why = claim.verdict() + ": " + claim.sentence();
    return new Case(
        "%s [%s] %s".formatted(check.id(), instance.name(), claim.name()),
        fate,
        claim.verdict().name(),
        fate == Fate.PASSED ? "" : why,
        "%s; %s, %s; counts as %s"
            .formatted(
                why,
                claim.kind(),
                claim.relation(),
                claim.standing().name().toLowerCase(Locale.ROOT)));
  }

  private static void testCase(XMLStreamWriter xml, CheckResult check, Case one)
      throws XMLStreamException {
    start(xml, 2, "testcase");
    attribute(xml, "name", one.name());
    // viewers take the last dot for the end of a package
    attribute(xml, "classname", check.id().replace('.', '_').replace('/', '.'));
    attribute(xml, "time", "0");
    if (one.fate() != Fate.PASSED) {
      start(
          xml,
          3,
          switch (one.fate()) {
            case FAILED -> "failure";
            case ERROR -> "error";
            default -> "skipped";
          });
      attribute(xml, "message", one.message());
      if (one.fate() != Fate.SKIPPED) {
        attribute(xml, "type", one.type());
        xml.writeCharacters(clean(one.message() + "\nsee: explain " + check.id()));
      }
      xml.writeEndElement();
    }
    start(xml, 3, "system-out");
    xml.writeCharacters(clean(one.out()));
    xml.writeEndElement();
    newLine(xml, 2);
    xml.writeEndElement();
  }

  private static void counts(XMLStreamWriter xml, List<Case> cases) throws XMLStreamException {
    attribute(xml, "tests", Integer.toString(cases.size()));
    attribute(xml, "failures", count(cases, Fate.FAILED));
    attribute(xml, "errors", count(cases, Fate.ERROR));
    attribute(xml, "skipped", count(cases, Fate.SKIPPED));
  }

  private static String count(List<Case> cases, Fate fate) {
    return Long.toString(cases.stream().filter(one -> one.fate() == fate).count());
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    newLine(xml, 3);
    xml.writeEmptyElement("property");
    attribute(xml, "name", name);
    attribute(xml, "value", value);
  }

  private static void start(XMLStreamWriter xml, int depth, String name) throws XMLStreamException {
    newLine(xml, depth);
    xml.writeStartElement(name);
  }

  private static void newLine(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, clean(value).replaceAll("\\s+", " "));
  }

  /** Without the characters that XML 1.0 cannot write, escaped or not. */
  private static String clean(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(c -> legal(c) ? c : '?').forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean legal(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
