package plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of text: padded, cut, wrapped, quoted. */
final class Text {
  /** What every line keeps to. */
  static final int WIDTH = 100;

  private static final Pattern BULLET = Pattern.compile("\\s*(?:(?:[-*]|\\d+\\.)\\s+)?");

  private Text() {}

  static String pad(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }

  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
  }

  /** Lines of at most {@link #WIDTH} columns, each after the indent. */
  static String wrap(String text, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split("\\s+")) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
      }
      line.append(line.length() == indent.length() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return String.join("\n", lines);
  }

  /** Prose of a card, each line wrapped below its own bullet; displayed formulas stay whole. */
  static String prose(String text) {
    return text.lines().map(Text::proseLine).collect(Collectors.joining("\n"));
  }

  private static String proseLine(String line) {
    Matcher bullet = BULLET.matcher(line);
    boolean whole = line.length() <= WIDTH || line.startsWith("$$") || line.startsWith("|");
    if (whole || !bullet.lookingAt()) {
      return line;
    }
    String mark = bullet.group();
    String wrapped = wrap(line.substring(mark.length()), " ".repeat(mark.length()));
    return mark + wrapped.substring(mark.length());
  }

  static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
