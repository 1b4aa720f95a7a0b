package plumbline.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;

/** What went wrong in a cell, in the lines of the cell that its author sees. */
final class CellErrors {
  /** JShell names a snippet's file by its number. */
  private static final Pattern SNIPPET = Pattern.compile("#(\\d+)");

  private final JShell shell;
  private final Map<String, Place> places = new HashMap<>();

  /**
   * Where a statement begins.
   *
   * @param cell its cell's number
   * @param line the line of the cell, from 1
   */
  private record Place(int cell, int line) {}

  CellErrors(JShell shell) {
    this.shell = shell;
  }

  /** Remembers that this statement begins at an offset of a cell. */
  void place(Snippet snippet, int number, String cell, int offset) {
    places.put(snippet.id(), new Place(number, line(cell, offset)));
  }

  private static int line(String cell, int offset) {
    return 1 + (int) cell.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  CellException incomplete(String cell, int offset) {
    String first = firstLine(cell.substring(offset));
    String words = "it ends in the middle of \"%s\"".formatted(first);
    int begin = cell.length() - cell.substring(offset).stripLeading().length();
    return new CellException(
        "does not compile: " + words,
        "CompileError",
        words,
        List.of("line %d: %s".formatted(line(cell, begin), first)),
        null);
  }

  CellException compile(Snippet snippet) {
    List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).toList();
    String words = errors.stream().map(CellErrors::words).collect(Collectors.joining("; "));
    List<String> trace = new ArrayList<>();
    errors.forEach(error -> trace.addAll(pointed(snippet, error)));
    return new CellException(
        "does not compile: %s, in \"%s\"".formatted(words, firstLine(snippet.source())),
        "CompileError",
        words,
        trace,
        null);
  }

  private static String words(Diag error) {
    return error.getMessage(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /** The line, with what is wrong in it underlined. */
  private List<String> pointed(Snippet snippet, Diag error) {
    String source = snippet.source();
    int start = (int) Math.max(0, Math.min(error.getStartPosition(), source.length()));
    int end = (int) Math.max(start, Math.min(error.getEndPosition(), source.length()));
    int begin = source.lastIndexOf('\n', start - 1) + 1;
    int stop = source.indexOf('\n', start);
    String text = source.substring(begin, stop < 0 ? source.length() : stop);
    Place place = places.getOrDefault(snippet.id(), new Place(0, 1));
    String head = "line %d: ".formatted(place.line() + line(source, start) - 1);
    int width = Math.max(1, Math.min(end - start, text.length() - (start - begin)));
    return List.of(
        head + text, " ".repeat(head.length() + start - begin) + "^".repeat(width), words(error));
  }

  CellException thrown(Snippet snippet, JShellException thrown) {
    String kind =
        thrown instanceof EvalException e
            ? e.getExceptionClassName()
            : thrown.getClass().getSimpleName();
    List<String> trace = new ArrayList<>();
    for (StackTraceElement element : thrown.getStackTrace()) {
      frame(element, snippet).ifPresent(trace::add);
    }
    return new CellException(
        "throws %s: %s, in \"%s\""
            .formatted(
                thrown instanceof EvalException ? kind : thrown.toString(),
                thrown.getMessage(),
                firstLine(snippet.source())),
        kind,
        String.valueOf(thrown.getMessage()),
        trace,
        thrown);
  }

  private Optional<String> frame(StackTraceElement element, Snippet snippet) {
    String file = element.getFileName() == null ? "" : element.getFileName();
    Matcher matcher = SNIPPET.matcher(file);
    if (!matcher.matches()) {
      return Optional.of("    at " + element);
    }
    Place place = places.get(matcher.group(1));
    if (place == null) {
      return Optional.empty();
    }
    boolean own = place.cell() == places.getOrDefault(snippet.id(), place).cell();
    String method = element.getMethodName().isEmpty() ? "" : " in " + element.getMethodName();
    return Optional.of(
        "    at line %d%s%s"
            .formatted(
                place.line() + element.getLineNumber() - 1,
                own ? "" : " of cell " + place.cell(),
                method));
  }

  CellException interrupted() {
    return new CellException(
        "was interrupted", "Interrupted", "the cell was interrupted", List.of(), null);
  }

  static String firstLine(String source) {
    return source.strip().lines().findFirst().orElse("");
  }
}
