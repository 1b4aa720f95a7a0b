package plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Habits of the product's sources that no compiler holds. Paths are relative to the package. */
class StyleTest {
  private static final Path ROOT = Path.of("src/main/java/plumbline");
  private static final int LONGEST = 320;

  /** Longer for a reason, and no longer than this. */
  private static final Map<String, Integer> LONG =
      Map.of(
          // one kernel class: a back end translates no helper objects
          "lanes/Lanes.java", 380,
          // a sealed family in one place: what a formula can be
          "formula/Formula.java", 345,
          // every abstract method of java.awt.Graphics2D
          "plot/Recorder.java", 475);

  private static final Set<String> WRITERS =
      Set.of("check", "report", "plot", "junit", "notebook", "cli");

  /** The build's tools, not the product's: they make the index and the errata of the cards. */
  private static final Set<String> BUILD_TOOLS =
      Set.of("card/IndexWriter.java", "card/Errata.java");

  /** Takes the standard output away from a cell and puts it back; prints nothing. */
  private static final Set<String> CAPTURES =
      Set.of("notebook/Captured.java", "notebook/KernelStreams.java");

  private static final Set<String> EMPTY_WORDS =
      Set.of("util", "utils", "common", "core", "impl", "manager", "helpers", "misc");

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^public (?:abstract |final |sealed |non-sealed |strictfp )*"
              + "(?:class|interface|record|enum|@interface) (\\w+)",
          Pattern.MULTILINE);
  private static final Pattern ANNOTATIONS =
      Pattern.compile("(?:\\s*@\\w[\\w.]*(?:\\([^)]*\\))?)*\\s*$");
  private static final Pattern WRITES =
      Pattern.compile(
          "Files\\.(?:write|writeString|newOutputStream|newBufferedWriter|createTempFile"
              + "|createDirector|copy|move|delete)|new (?:FileWriter|FileOutputStream|"
              + "RandomAccessFile)\\b");

  @Test
  void sourcesKeepTheHabits() throws IOException {
    Map<String, String> sources = sources();
    assertEquals(List.of(), breaches(sources));
    assertTrue(sources.size() >= 200, () -> "saw only " + sources.size() + " files");
    long documented = sources.values().stream().filter(s -> PUBLIC_TYPE.matcher(s).find()).count();
    assertTrue(documented >= 120, () -> "saw only " + documented + " public types");
    long writing = sources.values().stream().filter(s -> WRITES.matcher(s).find()).count();
    assertTrue(writing >= 5, () -> "saw only " + writing + " files that write");
  }

  @Test
  void everyBrokenHabitIsNamed() {
    Map<String, String> doctored = new TreeMap<>();
    doctored.put("card/package-info.java", "/** Cards. */\npackage plumbline.card;\n");
    doctored.put("card/A.java", "/** A. */\nclass A { void f() { System.out.println(); } }");
    doctored.put("card/B.java", "package plumbline.card;\n\npublic final class B {}");
    doctored.put("card/C.java", "/** C. */\n@Deprecated(since = \"1\")\npublic record C() {}");
    doctored.put("card/D.java", "class D { void f() { Files.writeString(p, s); } }");
    doctored.put("card/E.java", "x\n".repeat(LONGEST + 1));
    doctored.put("util/F.java", "class F {}");
    assertEquals(
        List.of(
            "card/A.java prints: only cli does",
            "card/B.java: public B has no Javadoc",
            "card/D.java writes files: only [check, cli, junit, notebook, plot, report] do",
            "card/E.java has 321 lines, more than 320",
            "util: 'util' says nothing about what is in it",
            "util has no package-info.java"),
        breaches(doctored));
  }

  private static List<String> breaches(Map<String, String> sources) {
    List<String> found = new ArrayList<>();
    Set<String> folders = new java.util.TreeSet<>();
    sources.forEach(
        (path, text) -> {
          String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
          folders.add(folder);
          String top = folder.split("/")[0];
          if (!top.equals("cli")
              && !CAPTURES.contains(path)
              && text.matches("(?s).*\\bSystem\\s*\\.\\s*(?:out|err)\\b.*")) {
            found.add(path + " prints: only cli does");
          }
          Matcher type = PUBLIC_TYPE.matcher(text);
          if (type.find()) {
            String before = ANNOTATIONS.matcher(text.substring(0, type.start())).replaceFirst("");
            if (!before.endsWith("*/") || !before.contains("/**")) {
              found.add(path + ": public " + type.group(1) + " has no Javadoc");
            }
          }
          if (!WRITERS.contains(top)
              && !BUILD_TOOLS.contains(path)
              && WRITES.matcher(text).find()) {
            found.add(path + " writes files: only " + new java.util.TreeSet<>(WRITERS) + " do");
          }
          long lines = text.lines().count();
          int most = LONG.getOrDefault(path, LONGEST);
          if (lines > most) {
            found.add(path + " has " + lines + " lines, more than " + most);
          }
        });
    for (String folder : folders) {
      for (String word : folder.split("/")) {
        if (EMPTY_WORDS.contains(word)) {
          found.add(folder + ": '" + word + "' says nothing about what is in it");
        }
      }
      if (!sources.containsKey(folder + "/package-info.java")) {
        found.add(folder + " has no package-info.java");
      }
    }
    return found;
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (var files = Files.walk(ROOT)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.put(ROOT.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return sources;
  }
}
