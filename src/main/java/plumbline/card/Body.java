package plumbline.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A card's body cut at its level-two headings.
 *
 * <p>The cuts come from the Markdown parser, not from a search for lines that begin with {@code
 * ##}: such a line may stand in a code block.
 */
final class Body {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  private Body() {}

  /** Throws {@link IllegalArgumentException} unless the five sections are there, in order. */
  static Map<Section, String> sections(String markdown) {
    List<String> lines = Arrays.asList(markdown.split("\n", -1));
    List<Heading> headings = headings(PARSER.parse(markdown));
    List<String> got = headings.stream().map(Body::text).collect(Collectors.toList());
    List<String> allowed =
        Arrays.stream(Section.values()).map(Section::heading).collect(Collectors.toList());
    if (!got.equals(allowed)) {
      throw new IllegalArgumentException(difference(got, allowed));
    }
    String before = String.join("\n", lines.subList(0, line(headings.get(0))));
    if (!before.isBlank()) {
      throw new IllegalArgumentException(
          "the body begins with '%s': allowed is the heading '## %s' first"
              .formatted(before.strip().lines().findFirst().orElseThrow(), allowed.get(0)));
    }
    Map<Section, String> sections = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      int index = section.ordinal();
      int from = line(headings.get(index)) + headings.get(index).getSourceSpans().size();
      int to = index + 1 < headings.size() ? line(headings.get(index + 1)) : lines.size();
      sections.put(section, String.join("\n", lines.subList(from, to)).strip());
    }
    return sections;
  }

  private static String difference(List<String> got, List<String> allowed) {
    List<String> missing = new ArrayList<>(allowed);
    missing.removeAll(got);
    List<String> unknown = new ArrayList<>(got);
    unknown.removeAll(allowed);
    String what =
        !missing.isEmpty()
            ? "the section '" + missing.get(0) + "' is missing"
            : !unknown.isEmpty()
                ? "the section '" + unknown.get(0) + "' is unknown"
                : "the sections stand in another order or twice";
    return "%s: got %s, allowed is %s in this order, each once, as '##' headings"
        .formatted(what, got, allowed);
  }

  private static List<Heading> headings(Node document) {
    List<Heading> headings = new ArrayList<>();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading && ((Heading) node).getLevel() <= 2) {
        Heading heading = (Heading) node;
        if (heading.getLevel() == 1) {
          throw new IllegalArgumentException(
              "the heading '%s' has level 1: allowed are '##' for the five sections and '###' inside them (the title is in the front matter)"
                  .formatted(text(heading)));
        }
        headings.add(heading);
      }
    }
    return headings;
  }

  private static int line(Heading heading) {
    return heading.getSourceSpans().get(0).getLineIndex();
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Text) {
        text.append(((Text) child).getLiteral());
      } else if (child instanceof Code) {
        text.append(((Code) child).getLiteral());
      } else if (child instanceof SoftLineBreak) {
        text.append(' ');
      } else {
        text.append(text(child));
      }
    }
    return text.toString();
  }
}
