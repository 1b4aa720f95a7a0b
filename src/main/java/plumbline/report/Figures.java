package plumbline.report;

import plumbline.plot.Lettering;
import plumbline.plot.Plot;
import plumbline.report.TheoremPage.Shown;

/** The pictures of one page, wide and narrow, with their text kept once. */
final class Figures {
  private final Lettering lettering = new Lettering();

  String figure(Shown shown) {
    Plot plot = Plot.of("", "", shown.claim());
    return """
    <figure>
    <div class="picture" role="img" tabindex="0" aria-label="%s">
    <div class="wide">%s</div><div class="narrow">%s</div></div>
    <figcaption>%s, on the instance <em>%s</em>: %s%s</figcaption>
    </figure>
    """
        .formatted(
            Html.text(plot.description()),
            plot.inlineSvg(lettering),
            plot.narrowSvg(lettering),
            Plain.html(shown.claim().name()),
            Html.text(shown.instance().name()),
            Plain.html(Finding.sentence(shown.claim())),
            plot.omitted().map(omitted -> " " + Html.text(omitted)).orElse(""));
  }

  /** Goes at the end of the page. */
  String outlines() {
    return lettering.svg();
  }
}
