package plumbline.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.card.Card;
import plumbline.check.CheckResult;
import plumbline.check.Results;
import plumbline.check.WholeFile;
import plumbline.report.Contents.Item;

/** Writes the static site of a run. */
public final class Report {
  private static final Pattern ID =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9][A-Za-z0-9.-]*");
  private static final Pattern FONT = Pattern.compile("url\\((fonts/[A-Za-z0-9_-]+\\.woff2)\\)");

  private Report() {}

  /**
   * Makes every page, then writes them: a card that cannot be set leaves an older site as it was.
   *
   * @param results of a run
   * @param cards all cards known; those without a result are listed as not checked
   * @param folder is created if missing; other files in it stay
   * @return the site's index.html
   * @throws IllegalArgumentException if an id or a formula cannot be used
   * @throws IOException if the folder cannot be written
   */
  public static Path write(Results results, Collection<Card> cards, Path folder)
      throws IOException {
    Map<String, byte[]> site = new LinkedHashMap<>();
    pages(results, cards)
        .forEach((name, page) -> site.put(name, page.getBytes(StandardCharsets.UTF_8)));
    Contents contents = new Contents(results, cards);
    site.put("search-index.js", SearchIndex.script(contents).getBytes(StandardCharsets.UTF_8));
    site.put("search.js", Maths.resource("/plumbline/report/search.js"));
    site.putAll(looks());
    for (Map.Entry<String, byte[]> file : site.entrySet()) {
      put(folder.resolve(file.getKey()), file.getValue());
    }
    return folder.resolve("index.html");
  }

  /** All pages by name. */
  static Map<String, String> pages(Results results, Collection<Card> cards) {
    Prose prose = new Prose(new Maths());
    for (CheckResult check : results.checks()) {
      if (!ID.matcher(check.id()).matches()) {
        throw new IllegalArgumentException(
            "the results hold the id '%s': allowed is folder/slug in letters, digits, '-' and '.', so run check again"
                .formatted(check.id()));
      }
    }
    Map<String, String> pages = new LinkedHashMap<>();
    Contents contents = new Contents(results, cards);
    Links links = new Links(prose, contents);
    theorems(results, prose, contents, links).forEach(pages::put);
    pages.put("verdicts.html", VerdictsPage.html(results));
    pages.put("errata.html", new ErrataPage(prose, contents, links).html(results, cards));
    pages.put("summary.html", new SummaryPage(prose, contents, links).html(results, cards));
    pages.put("index.html", new IndexPage(prose, contents).html(results));
    return pages;
  }

  /** Made by several threads: while one waits for its formulas, another draws. */
  private static Map<String, String> theorems(
      Results results, Prose prose, Contents contents, Links links) {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      CardText text = new CardText(prose, links);
      Map<String, Future<String>> made = new LinkedHashMap<>();
      for (Item item : contents.items()) {
        if (item.hasPage()) {
          made.put(item.id() + ".html", threads.submit(() -> page(item, results, prose, text)));
        }
      }
      Map<String, String> pages = new LinkedHashMap<>();
      made.forEach((name, page) -> pages.put(name, finished(page)));
      return pages;
    } finally {
      threads.shutdownNow();
    }
  }

  private static String page(Item item, Results results, Prose prose, CardText text) {
    return item.check()
        .map(check -> new TheoremPage(prose, results.run(), text).html(check, item.card()))
        .orElseGet(
            () -> {
              Card card = item.card().orElseThrow();
              return text.page(card, card.unchecked().orElseThrow(), results.run());
            });
  }

  private static String finished(Future<String> page) {
    try {
      return page.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the report was interrupted: run it again", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a page could not be made", e.getCause());
    }
  }

  /** What pages load, by name: style sheets and fonts. */
  static Map<String, byte[]> looks() {
    Map<String, byte[]> looks = new LinkedHashMap<>();
    looks.put("plumbline.css", Maths.resource("/plumbline/report/plumbline.css"));
    katex(looks);
    return looks;
  }

  /** KaTeX's style sheet with the one font format that all browsers read, and those fonts. */
  private static void katex(Map<String, byte[]> site) {
    String css =
        new String(Maths.resource(Maths.WEBJAR + "dist/katex.min.css"), StandardCharsets.UTF_8)
            .replaceAll(",url\\(fonts/[^)]*\\.(woff|ttf)\\) format\\(\"[a-z]+\"\\)", "");
    site.put("katex/katex.css", css.getBytes(StandardCharsets.UTF_8));
    site.put("katex/LICENSE", Maths.resource(Maths.WEBJAR + "LICENSE"));
    TreeSet<String> fonts = new TreeSet<>();
    for (Matcher font = FONT.matcher(css); font.find(); ) {
      fonts.add(font.group(1));
    }
    fonts.forEach(font -> site.put("katex/" + font, Maths.resource(Maths.WEBJAR + "dist/" + font)));
  }

  /** A file appears whole or not at all. */
  private static void put(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    WholeFile.write(file, bytes);
  }
}
