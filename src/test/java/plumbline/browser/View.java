package plumbline.browser;

/**
 * How a page is looked at.
 *
 * @param width of the window in CSS pixels
 * @param height of the window in CSS pixels
 * @param scheme what the reader prefers: "light" or "dark"
 * @param script whether the page's own scripts run
 */
public record View(int width, int height, String scheme, boolean script) {
  /** On a desk, in light colours. */
  public static final View WIDE = new View(1280, 900, "light", true);

  /** On a telephone, in light colours. */
  public static final View NARROW = new View(390, 844, "light", true);

  public View {
    if (!scheme.equals("light") && !scheme.equals("dark")) {
      throw new IllegalArgumentException(
          "the colour scheme is '%s': allowed are light, dark".formatted(scheme));
    }
  }

  public View dark() {
    return new View(width, height, "dark", script);
  }

  public View withoutScript() {
    return new View(width, height, scheme, false);
  }

  @Override
  public String toString() {
    return "%d x %d, %s%s".formatted(width, height, scheme, script ? "" : ", without script");
  }
}
