package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of the pages, by WCAG 2.1. */
class ContrastTest {
  @Test
  void textHasContrastInLightAndInDark() {
    String css =
        new String(Maths.resource("/plumbline/report/plumbline.css"), StandardCharsets.UTF_8);
    String[] schemes = css.split("@media \\(prefers-color-scheme: dark\\)");
    assertEquals(2, schemes.length);
    for (String scheme : schemes) {
      for (String text : List.of("text", "soft", "link", "ink-text")) {
        assertContrast(scheme, text, "paper", 4.5);
      }
      assertContrast(scheme, "text", "panel", 4.5);
      assertContrast(scheme, "link", "panel", 4.5);
      for (String badge : List.of("good", "misprint", "open", "none", "bad")) {
        assertContrast(scheme, badge, badge + "-bg", 4.5);
      }
      // lines of a picture: 3 to 1, WCAG 2.1, 1.4.11; orange and pink of the palette miss it in
      // light
      for (String ink : List.of("ink-bound", "ink-exact", "ink-mean", "ink-axis")) {
        assertContrast(scheme, ink, "paper", 3);
      }
    }
    assertThrows(AssertionError.class, () -> assertContrast(schemes[0], "rule", "paper", 4.5));
  }

  private static void assertContrast(String css, String ink, String ground, double least) {
    double a = luminance(css, ink);
    double b = luminance(css, ground);
    double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    assertTrue(contrast >= least, ink + " on " + ground + ": " + contrast);
  }

  /** WCAG 2.1, relative luminance. */
  private static double luminance(String css, String name) {
    Matcher found = Pattern.compile("--" + name + ": #([0-9a-f]{3,6});").matcher(css);
    assertTrue(found.find(), name);
    String hex =
        found.group(1).length() == 3 ? found.group(1).replaceAll("(.)", "$1$1") : found.group(1);
    double sum = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
