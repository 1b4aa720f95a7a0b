package plumbline.report;

import static plumbline.plot.Numbers.four;

import java.util.LinkedHashMap;
import java.util.Map;
import plumbline.check.Results;

/** What all pages share. */
final class Layout {
  /** The pages that every page leads to. */
  private static final Map<String, String> NAVIGATION = new LinkedHashMap<>();

  static {
    NAVIGATION.put("index.html", "Results");
    NAVIGATION.put("summary.html", "Summary");
    NAVIGATION.put("errata.html", "Errata");
    NAVIGATION.put("verdicts.html", "What a verdict means");
  }

  private Layout() {}

  /**
   * A whole page.
   *
   * @param name of the page's file in the site, with / between folders: "bottou/lemma42.html"
   * @param title plain text for the window
   */
  static String page(String name, String title, String body, Results.Run run) {
    String root = root(name);
    String scripts =
        """
        <script src="%1$ssearch-index.js" defer=""></script>
        <script src="%1$ssearch.js" defer=""></script>
        """
            .formatted(root);
    return head(title, root, scripts)
        + """
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header><div class="bar"><nav aria-label="Site">%2$s</nav>
        <form id="search" role="search" data-root="%1$s" hidden=""><label for="sought">Search</label> <input id="sought" type="search" autocomplete="off" spellcheck="false" placeholder="title or symbol"><p id="count" class="unseen" aria-live="polite"></p><ol id="found"></ol></form></div></header>
        <main id="main">
        %3$s</main>
        <footer><p>%4$s</p></footer>
        </body>
        </html>
        """
            .formatted(root, navigation(name), body, Html.text(facts(run)));
  }

  /**
   * All that comes before a page's body.
   *
   * @param looks the folder of its style sheets, with / at its end
   * @param own lines that only such a page has
   */
  static String head(String title, String looks, String own) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%1$s</title>
    <link rel="stylesheet" href="%2$skatex/katex.css">
    <link rel="stylesheet" href="%2$splumbline.css">
    %3$s</head>
    """
        .formatted(Html.text(title), looks, own);
  }

  /** Path from a page to the site's folder: "" or "../". */
  static String root(String name) {
    return name.contains("/") ? "../" : "";
  }

  private static String navigation(String name) {
    String root = root(name);
    StringBuilder out =
        new StringBuilder("<a class=\"home\" href=\"" + root + "index.html\">Plumbline</a>");
    NAVIGATION.forEach(
        (page, words) ->
            out.append(" <a href=\"")
                .append(root)
                .append(page)
                .append(page.equals(name) ? "\" aria-current=\"page\">" : "\">")
                .append(words)
                .append("</a>"));
    return out.toString();
  }

  private static String facts(Results.Run run) {
    return "Plumbline %s, run of %s, seed %d, device %s, Java %s, %s seconds on %d threads. The same seed gives the same numbers."
        .formatted(
            run.version(),
            run.date(),
            run.seed(),
            run.device(),
            run.java(),
            four(run.seconds()),
            run.threads());
  }

  /** A title without the dollars of its formulas, for places that hold plain text only. */
  static String plain(String title) {
    return title.replace("$", "").replaceAll("\\\\([A-Za-z]+) ?", "$1 ").strip();
  }
}
