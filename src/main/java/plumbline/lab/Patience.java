package plumbline.lab;

/**
 * How long the lab stays with a page, in milliseconds.
 *
 * @param part of one part of a stream; then the page asks for the next. A browser keeps six
 *     connections to one host, so that of ten pages with endless streams four would wait for
 *     another to finish
 * @param left after which a page that asks for no next part has gone. With thirty tabs in one
 *     browser a part is waited for so long; a page that goes while it listens is noticed at once
 */
record Patience(long part, long left) {
  static final Patience STANDARD = new Patience(1000, 5000);
}
