package plumbline.report;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Small pieces of HTML; every text passes through {@link Plain}, or through {@link #text}. */
final class Html {
  private Html() {}

  /** Escaped for elements and for attributes in double or single quotes. */
  static String text(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c);
      }
    }
    return out.toString();
  }

  /** A table whose cells are short texts; the first row is the head. */
  static String table(String caption, List<List<String>> rows) {
    return table(caption, rows, Plain::html);
  }

  /** The same of what somebody types: names and values stay as they are. */
  static String typed(String caption, List<List<String>> rows) {
    return table(caption, rows, cell -> "<code>" + text(cell) + "</code>");
  }

  private static String table(
      String caption, List<List<String>> rows, UnaryOperator<String> cells) {
    StringBuilder out = new StringBuilder("<div class=\"scroll\"><table>\n<caption>");
    out.append(Plain.html(caption)).append("</caption>\n");
    for (int i = 0; i < rows.size(); i++) {
      out.append(i == 0 ? "<thead><tr>" : "<tr>");
      for (String cell : rows.get(i)) {
        String tag = i == 0 ? "th scope=\"col\"" : "td";
        out.append("<").append(tag).append(">");
        out.append(i == 0 ? text(cell) : cells.apply(cell));
        out.append(i == 0 ? "</th>" : "</td>");
      }
      out.append(i == 0 ? "</tr></thead>\n<tbody>" : "</tr>\n");
    }
    return out.append("</tbody></table></div>\n").toString();
  }

  /** A table of two columns: what, and its value. */
  static String facts(Map<String, String> facts) {
    StringBuilder out = new StringBuilder("<div class=\"scroll\"><table class=\"facts\"><tbody>\n");
    facts.forEach(
        (what, value) ->
            out.append("<tr><th scope=\"row\">")
                .append(Plain.html(what))
                .append("</th><td>")
                .append(Plain.html(value))
                .append("</td></tr>\n"));
    return facts.isEmpty() ? "" : out.append("</tbody></table></div>\n").toString();
  }

  /** A sign for the eye and its word for the ear. */
  static String sign(String sign, String word) {
    return "<span aria-hidden=\"true\">"
        + text(sign)
        + "</span><span class=\"unseen\">"
        + text(word)
        + "</span>";
  }

  static String details(String summary, String body) {
    return "<details><summary>" + text(summary) + "</summary>\n" + body + "</details>\n";
  }

  static String section(String id, String heading, String body) {
    return "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n%s</section>\n"
        .formatted(id, id, text(heading), body);
  }
}
