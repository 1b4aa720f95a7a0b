package plumbline.report;

import static plumbline.plot.Numbers.four;

import plumbline.check.Results;

/** What all pages share. */
final class Layout {
  private Layout() {}

  /**
   * A whole page.
   *
   * @param root path from the page to the site's folder: "" or "../"
   * @param title plain text for the window
   */
  static String page(String root, String title, String body, Results.Run run) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%2$s</title>
        <link rel="stylesheet" href="%1$skatex/katex.css">
        <link rel="stylesheet" href="%1$splumbline.css">
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header><nav aria-label="Site"><a class="home" href="%1$sindex.html">Plumbline</a> <a href="%1$sverdicts.html">What a verdict means</a></nav></header>
        <main id="main">
        %3$s</main>
        <footer><p>%4$s</p></footer>
        </body>
        </html>
        """
        .formatted(root, Html.text(title), body, Html.text(facts(run)));
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
