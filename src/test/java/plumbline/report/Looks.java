package plumbline.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import plumbline.browser.Page;

/** What an eye would find wrong with a page, measured in the browser that shows it. */
final class Looks {
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  /** Dollars in running text, formulas that were not set, and marks that were left behind. */
  private static final String UNSET =
      """
      (() => {
        const found = [...document.querySelectorAll('.katex-error')].map(e => e.textContent);
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node; (node = walk.nextNode()); ) {
          if (!node.parentElement.closest('code, pre, script, annotation')
              && /[$\\uE000\\uE001]/.test(node.data)) {
            found.push(node.data.trim());
          }
        }
        return found;
      })()
      """;

  /**
   * Texts that lie on each other. A line's box is taller than its letters, so boxes are cut at top
   * and bottom; a formula counts as one text.
   */
  private static final String OVERLAPS =
      """
      (() => {
        const boxes = [];
        const add = (rect, cut, name) => {
          if (rect.width > 3 && rect.height > 3) {
            boxes.push({left: rect.left + 1.5, right: rect.right - 1.5, name: name,
              top: rect.top + cut * rect.height, bottom: rect.bottom - cut * rect.height});
          }
        };
        const seen = e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.unseen');
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node; (node = walk.nextNode()); ) {
          const parent = node.parentElement;
          if (node.data.trim() && !parent.closest('.katex, svg, script, label, .skip') && seen(parent)) {
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const rect of range.getClientRects()) {
              add(rect, 0.3, node.data.trim().slice(0, 40));
            }
          }
        }
        for (const base of document.querySelectorAll('.katex-html > .base')) {
          if (seen(base)) {
            add(base.getBoundingClientRect(), 0.35, base.textContent.slice(0, 40));
          }
        }
        for (const text of document.querySelectorAll('svg.plot use.ink-text, svg text')) {
          if (seen(text)) {
            add(text.getBoundingClientRect(), 0.1, 'label ' + (text.getAttribute('href') || text.textContent));
          }
        }
        boxes.sort((a, b) => a.top - b.top);
        const found = [];
        for (let i = 0; i < boxes.length; i++) {
          for (let j = i + 1; j < boxes.length && boxes[j].top < boxes[i].bottom; j++) {
            const a = boxes[i], b = boxes[j];
            if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                && Math.min(a.bottom, b.bottom) - b.top > 1) {
              found.push(a.name + ' | ' + b.name);
            }
          }
        }
        return {found: found, boxes: boxes.length};
      })()
      """;

  private static final String AUDIT =
      """
      axe.run(document, {resultTypes: ['violations']}).then(r => r.violations
        .filter(v => v.impact === 'serious' || v.impact === 'critical')
        .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', ')))
      """;

  private static String axe;

  private Looks() {}

  static List<String> unset(Page page) {
    return texts(page.evaluate(UNSET));
  }

  /** How many formulas were set. */
  static int formulas(Page page) {
    return page.evaluate("document.querySelectorAll('.katex').length").asInt();
  }

  static List<String> overlaps(Page page) {
    return texts(page.evaluate(OVERLAPS).path("found"));
  }

  /** How many texts were held against each other. */
  static int texts(Page page) {
    return page.evaluate(OVERLAPS).path("boxes").asInt();
  }

  /** By how many pixels the page is wider than its window. */
  static int tooWide(Page page) {
    return page.evaluate("document.documentElement.scrollWidth - innerWidth").asInt();
  }

  /** Serious and critical findings of axe-core. */
  static List<String> barriers(Page page) {
    if (!page.evaluate("'axe' in window").asBoolean()) {
      page.evaluate(axe() + "; true");
    }
    return texts(page.evaluate(AUDIT));
  }

  /** Addresses outside the site. */
  static List<String> strangers(Page page) {
    return page.requests().stream()
        .filter(address -> !address.startsWith("file:") && !address.startsWith("data:"))
        .toList();
  }

  static void openAll(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; }); true");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static synchronized String axe() {
    if (axe == null) {
      try (InputStream in = Looks.class.getResourceAsStream(AXE)) {
        axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return axe;
  }
}
