package plumbline.card;

/**
 * Where a result is stated.
 *
 * @param document file name of the text copy, or a citation for a result that is not from the
 *     lectures
 * @param where theorem and equation numbers, or which line of the slide
 * @param slide title of the slide
 */
public record Source(String document, String where, String slide) {
  public Source {
    Words.present("source.document", document);
    Words.present("source.where", where);
    Words.present("source.slide", slide);
  }

  /** Lecture, slide and place, as a reader would look it up. */
  public String cited() {
    return Lectures.name(document) + ", slide \"" + slide + "\", " + where;
  }
}
