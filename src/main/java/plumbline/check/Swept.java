package plumbline.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.theorem.Trial;

/** What the points of a comparison run over, from the words that they go by. */
final class Swept {
  private static final Pattern NAMED = Pattern.compile("(.*\\S) = k");

  private Swept() {}

  /**
   * "n" for points called "n = 1", "n = 2", ...; "alpha x k/20" for "alpha x 1/20", ...; the
   * iteration for "k = 1", ..., and where no one word fits all.
   */
  static String axis(List<Layer.Side> sides) {
    if (sides.isEmpty()) {
      return Trial.Axes.ITERATIONS.x();
    }
    Layer.Side last = sides.get(sides.size() - 1);
    String number = Long.toString(last.k());
    Matcher place = Pattern.compile("(?<![0-9.])" + number + "(?![0-9.])").matcher(last.what());
    while (place.find()) {
      String before = last.what().substring(0, place.start());
      String after = last.what().substring(place.end());
      if (sides.stream().allMatch(s -> s.what().equals(before + s.k() + after))) {
        String words = before + "k" + after;
        Matcher named = NAMED.matcher(words);
        String name = named.matches() ? named.group(1) : words;
        return name.equals("k") ? Trial.Axes.ITERATIONS.x() : name;
      }
    }
    return Trial.Axes.ITERATIONS.x();
  }
}
