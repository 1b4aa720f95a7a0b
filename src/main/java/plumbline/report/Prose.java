package plumbline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns a card's Markdown with LaTeX into HTML.
 *
 * <p>Formulas are taken out before the Markdown parser could read their underscores and stars as
 * emphasis, and put back after it.
 */
final class Prose {
  /** Code first, so that a dollar inside code is no formula. */
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<code>(?m:^```[\\s\\S]*?^```)|`[^`\\n]*`|\\\\\\$)"
              + "|\\$\\$(?<display>[^$]+)\\$\\$|\\$(?<inline>[^$\\n]+(?:\\n[^$\\n]+)*)\\$");

  private static final Pattern HOLE = Pattern.compile("\uE000(\\d+)\uE001");

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .build();

  private final Maths maths;

  Prose(Maths maths) {
    this.maths = maths;
  }

  /** Blocks: paragraphs, lists, tables. */
  String html(String markdown) {
    List<String> formulas = new ArrayList<>();
    String holed = holes(markdown, formulas);
    return fill(RENDERER.render(PARSER.parse(holed)), formulas);
  }

  /** One line: a short text, with formulas between dollars, no Markdown. */
  String line(String text) {
    List<String> formulas = new ArrayList<>();
    String holed = holes(text, formulas);
    return fill(Plain.html(holed), formulas);
  }

  /** A line that has letters in plenty and no mathematics but between dollars: a reference. */
  String cited(String text) {
    List<String> formulas = new ArrayList<>();
    String holed = holes(text, formulas);
    return fill(Html.text(holed), formulas);
  }

  private String holes(String text, List<String> formulas) {
    // a hole mark of the author's would be filled with a formula
    Matcher parts = PARTS.matcher(text.replaceAll("[\uE000\uE001]", " "));
    StringBuilder out = new StringBuilder();
    while (parts.find()) {
      if (parts.group("code") != null) {
        parts.appendReplacement(out, Matcher.quoteReplacement(parts.group()));
        continue;
      }
      String display = parts.group("display");
      formulas.add(
          display != null
              ? maths.html(display.strip(), "$$")
              : maths.html(parts.group("inline").strip(), "$"));
      parts.appendReplacement(out, "\uE000" + (formulas.size() - 1) + "\uE001");
    }
    return parts.appendTail(out).toString();
  }

  private static String fill(String html, List<String> formulas) {
    return HOLE.matcher(html)
        .replaceAll(
            hole -> Matcher.quoteReplacement(formulas.get(Integer.parseInt(hole.group(1)))));
  }
}
