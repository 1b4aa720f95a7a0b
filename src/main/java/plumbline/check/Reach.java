package plumbline.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.theorem.Trial;

/**
 * Which code of the product a computation names, from its class file and those of its helpers. An
 * estimate: a helper may name what this computation does not use.
 */
final class Reach {
  private static final Pattern NAME = Pattern.compile("plumbline/[a-z]+/[A-Za-z0-9_/$]+");

  /** Numbers and words of a claim are not what it is about. */
  private static final Set<String> TONGUE = Set.of("series", "formula", "theorem");

  private Reach() {}

  /**
   * Whether everything that this computation reaches through the theorems' packages is numbers,
   * formulas and itself: no problem, oracle, layer or recursion of the product.
   */
  static boolean isAlone(Trial trial) {
    return isAlone(trial.getClass().getClassLoader(), made(trial));
  }

  /** Its class, and those of what a record is made of: a function is of the class that wrote it. */
  private static Set<String> made(Object value) {
    Set<String> names = new HashSet<>();
    names.add(file(value.getClass()));
    if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        try {
          Method accessor = component.getAccessor();
          accessor.setAccessible(true);
          Object part = accessor.invoke(value);
          if (part != null && part.getClass().getName().startsWith("plumbline.theorems.")) {
            names.add(file(part.getClass()));
          }
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(component + " of " + value.getClass(), e);
        }
      }
    }
    return names;
  }

  private static String file(Class<?> type) {
    return type.getName().replaceFirst("\\$\\$Lambda.*", "").replace('.', '/');
  }

  private static boolean isAlone(ClassLoader loader, Set<String> from) {
    Set<String> seen = new HashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      Matcher names = NAME.matcher(text(loader, open.remove()));
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
