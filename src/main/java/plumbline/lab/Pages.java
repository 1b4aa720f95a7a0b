package plumbline.lab;

import static plumbline.report.PageParts.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plumbline.card.Card;
import plumbline.card.CardIndex;
import plumbline.card.ReadingOrder;
import plumbline.card.Section;
import plumbline.check.Catalogue;
import plumbline.report.PageParts;
import plumbline.theorem.Declaration;

/** The pages: the catalogue, one a theorem, and the one that says that there is no such page. */
final class Pages {
  private final Catalogue catalogue;
  private final long seed;
  private final PageParts parts = new PageParts();

  /**
   * @param seed where an address names none
   */
  Pages(Catalogue catalogue, long seed) {
    this.catalogue = catalogue;
    this.seed = seed;
  }

  private static String page(String title, String kind, String main) {
    String own =
        """
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/looks/lab.css">
        <script src="/looks/lab.js" defer></script>
        """;
    return PageParts.head(title, Routes.LOOKS, own)
        + """
        <body class="%s">
        <a class="skip" href="#main">Skip to the content</a>
        <header><nav aria-label="Lab"><a class="home" href="/">Plumbline lab</a> <a href="/">All theorems</a></nav></header>
        <main id="main">
        %s</main>
        </body>
        </html>
        """
            .formatted(kind, main);
  }

  /** All theorems by lecture and slide, and below each what is stated and not checked. */
  String catalogue() {
    Map<String, List<CardIndex.Entry>> lectures =
        catalogue.cards().entries().stream()
            .sorted(ReadingOrder.of(catalogue.cards().entries()))
            .collect(
                Collectors.groupingBy(
                    entry -> entry.id().substring(0, entry.id().indexOf('/')),
                    LinkedHashMap::new,
                    Collectors.toList()));
    StringBuilder main =
        new StringBuilder(
            """
            <h1>Choose a theorem</h1>
            <p class="lead">Move its parameters, and see which hypothesis breaks and what then happens.</p>
            <p class="find"><label for="find">Find</label> <input type="search" id="find" autocomplete="off" spellcheck="false"> <span id="found" role="status"></span></p>
            """);
    lectures.forEach(
        (folder, entries) -> {
          main.append("<section><h2>%s</h2>\n".formatted(text(lecture(folder, entries))));
          // one group for the results that one slide states in a row
          String slide = "";
          for (CardIndex.Entry entry : entries) {
            if (!entry.source().slide().equals(slide)) {
              main.append(slide.isEmpty() ? "" : "</ul></section>\n");
              slide = entry.source().slide();
              main.append(
                  "<section class=\"slide\"><h3>%s</h3>\n<ul class=\"theorems\">\n"
                      .formatted(text(slide)));
            }
            main.append(item(entry));
          }
          main.append("</ul></section>\n</section>\n");
        });
    return page("Plumbline lab", "catalogue", main.toString());
  }

  /** The lecture that most cards of a folder are from, or else the folder's name. */
  private static String lecture(String folder, List<CardIndex.Entry> entries) {
    return entries.stream()
        .map(entry -> PageParts.lecture(entry.source().cited()))
        .flatMap(Optional::stream)
        .collect(Collectors.groupingBy(title -> title, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(folder);
  }

  private String item(CardIndex.Entry entry) {
    String title = parts.line(entry.title());
    String id = text(entry.id());
    return entry.unchecked().isEmpty()
        ? "<li><a href=\"/t/%s\">%s</a> <code>%s</code></li>\n".formatted(id, title, id)
        : "<li class=\"unchecked\">%s <code>%s</code> <span class=\"role\">stated, not checked: %s</span></li>\n"
            .formatted(title, id, parts.line(entry.unchecked().get()));
  }

  String missing(String what) {
    String nearest =
        catalogue.nearest(what).stream()
            .map(id -> "<li><a href=\"/t/%1$s\">%1$s</a></li>\n".formatted(text(id)))
            .collect(Collectors.joining());
    return page(
        "Not here, Plumbline lab",
        "catalogue",
        "<h1>There is no page %s</h1>\n<p>The nearest theorems:</p>\n<ul>\n%s</ul>\n"
            .formatted(text(what), nearest));
  }

  /**
   * The page of one theorem.
   *
   * @param refusal why the address that was asked for cannot be shown
   */
  String theorem(Declaration declaration, Setting setting, Optional<String> refusal) {
    CardIndex.Entry entry = catalogue.cards().find(declaration.id()).orElseThrow();
    Card card = catalogue.cards().open(declaration.id());
    String id = text(declaration.id());
    String query = text(setting.query());
    String main =
        """
        <h1>%1$s</h1>
        <p class="source">%2$s</p>
        <p id="message" role="alert"%3$s>%4$s</p>
        <div class="bench" id="bench" data-id="%6$s" data-query="%7$s">
        <form id="setting" action="/t/%6$s" aria-label="The instance">
        %8$s
        </form>
        <div class="seen">
        <div class="verdict" id="verdict" aria-live="polite"><p>…</p></div>
        <figure id="figure"></figure>
        </div>
        <div class="more">
        <details><summary>The numbers behind the picture</summary><div id="numbers"></div></details>
        <section aria-label="Hypotheses" id="hypotheses"></section>
        <h2>Statement</h2>
        %5$s
        <h2>Claims</h2>
        <div id="claims"></div>
        <h2>Take it with you</h2>
        <p class="take"><a id="svg" download href="/picture/%6$s.svg?%7$s">Picture as SVG</a> <a id="png" download href="/picture/%6$s.png?%7$s">as PNG</a> <button type="button" data-copy="link">Copy the link</button> <button type="button" data-copy="command">Copy the command</button> <span id="copied" role="status"></span></p>
        <pre><code id="command">%9$s</code></pre>
        <p class="role">The command gives the same numbers. Here a simulation stops after %10$s seconds' work at the latest, by a fixed model of cost; without <code>--time</code> it takes as long as the theorem asks for.</p>
        </div>
        </div>
        <noscript><p class="alarm">The picture is drawn live, which needs JavaScript; without it, use the command.</p></noscript>
        """
            .formatted(
                parts.line(entry.title()),
                PageParts.source(entry.source().cited()),
                refusal.isPresent() ? "" : " hidden",
                text(refusal.orElse("")),
                parts.prose(card, Section.STATEMENT),
                id,
                query,
                new Controls(parts, declaration, setting).html(seed),
                text(setting.command(Runs.SECONDS)),
                plumbline.plot.Numbers.four(Runs.SECONDS));
    return page(PageParts.plain(entry.title()) + ", Plumbline lab", "theorem", main);
  }
}
