package plumbline.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which code of the product a computation names, from its class file and those of its helpers. An
 * estimate: a helper may name what this computation does not use, and a function handed to it is
 * not followed.
 */
final class Reach {
  private static final Pattern NAME = Pattern.compile("plumbline/[a-z]+/[A-Za-z0-9_/$]+");

  /** Numbers and words of a claim are not what it is about. */
  private static final Set<String> TONGUE = Set.of("series", "formula", "theorem");

  private Reach() {}

  /**
   * Whether everything that this class reaches through the theorems' packages is numbers, formulas
   * and itself: no problem, oracle, layer or recursion of the product.
   */
  static boolean isAlone(Class<?> type) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(type.getName().replace('.', '/'));
    while (!open.isEmpty()) {
      String name = open.remove();
      Matcher names = NAME.matcher(text(type.getClassLoader(), name));
      while (names.find()) {
        String room = names.group().split("/")[1];
        if (room.equals("theorems")) {
          if (seen.add(names.group())) {
            open.add(names.group());
          }
        } else if (!TONGUE.contains(room)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The class file, each byte a letter; names stand in it as they are. */
  private static String text(ClassLoader loader, String name) {
    try (var in = loader.getResourceAsStream(name + ".class")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
