package plumbline.notebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of text under a heading, as a value of a cell: columns of characters, or HTML where there is
 * a browser.
 */
public final class Table implements Shown {
  private final String title;
  private final List<List<String>> rows;

  /**
   * @param title a line above; may be empty
   * @param rows the first is the heading; all of one length
   */
  Table(String title, List<List<String>> rows) {
    this.title = title;
    this.rows = rows.stream().map(List::copyOf).toList();
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    if (!title.isEmpty()) {
      lines.add(title);
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i)).append(" ".repeat(width(i) - row.get(i).length() + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return String.join("\n", lines);
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  @Override
  public void show(ObjectNode data, ObjectNode metadata) {
    data.set("text/html", NotebookFile.lines(html()));
  }

  private String html() {
    StringBuilder html = new StringBuilder("<table style=\"font-size: 90%\">\n");
    if (!title.isEmpty()) {
      html.append("<caption style=\"caption-side: top; text-align: left\">")
          .append(escaped(title))
          .append("</caption>\n");
    }
    row(html.append("<thead>\n"), "th scope=\"col\"", "th", rows.get(0));
    html.append("</thead>\n<tbody>\n");
    rows.stream().skip(1).forEach(row -> row(html, "td", "td", row));
    return html.append("</tbody>\n</table>").toString();
  }

  private static void row(StringBuilder html, String open, String close, List<String> cells) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append('<')
          .append(open)
          .append(" style=\"text-align: left\">")
          .append(escaped(cell))
          .append("</")
          .append(close)
          .append('>');
    }
    html.append("</tr>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
