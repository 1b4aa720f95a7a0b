package plumbline.card;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that resemble a text most: what a message suggests in place of a typing error. */
public final class Nearest {
  private Nearest() {}

  /** At most three, the nearest first; capitals do not matter. */
  public static List<String> to(String text, List<String> names) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return names.stream()
        .sorted(Comparator.comparingInt(name -> edits(wanted, name.toLowerCase(Locale.ROOT))))
        .limit(3)
        .toList();
  }

  /** The least number of letters to insert, delete or replace that turn one into the other. */
  public static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
