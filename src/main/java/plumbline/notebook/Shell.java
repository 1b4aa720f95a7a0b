package plumbline.notebook;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * A JShell in this process: cells see the class path of the running machine, and a cell's value is
 * an object here and not only its text.
 */
final class Shell implements AutoCloseable {
  /** What every cell may name without importing it. */
  private static final List<String> IMPORTED = List.of("plumbline.notebook.*");

  private static final Pattern BLANK = Pattern.compile("(?s)(?:\\s+|//[^\n]*|/\\*.*?\\*/)*+");

  private final Local local = new Local();
  private final JShell shell;
  private final CellErrors errors;
  private volatile boolean running;

  /** Once set, nothing more of the cell runs. */
  private volatile boolean stopping;

  Shell() {
    shell =
        JShell.builder()
            .executionEngine(new Provider(local), Map.of())
            .compilerOptions("-classpath", System.getProperty("java.class.path"))
            .build();
    errors = new CellErrors(shell);
    IMPORTED.forEach(name -> shell.eval("import " + name + ";"));
  }

  /** Keeps the variable that was asked for, of which JShell itself hands out the text alone. */
  private static final class Local extends LocalExecutionControl {
    private volatile Object value;

    @Override
    public String varValue(String className, String varName)
        throws RunException, EngineTerminationException, InternalException {
      try {
        Field field = findClass(className).getDeclaredField(varName);
        field.setAccessible(true);
        value = field.get(null);
        return varName;
      } catch (ReflectiveOperationException e) {
        throw new InternalException(e.toString());
      }
    }
  }

  private record Provider(Local local) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "plumbline";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return local;
    }
  }

  /** Runs a cell that has no number. */
  Optional<Object> run(String cell) {
    return run(cell, 0);
  }

  /**
   * Runs a cell's statements one after another.
   *
   * @param number by which later errors name the cell
   * @return the value of the last one if it is an expression without a semicolon after it
   * @throws CellException if one does not compile or throws; the message says what of it
   */
  Optional<Object> run(String cell, int number) {
    stopping = false;
    running = true;
    try {
      List<Snippet> snippets = statements(cell, number);
      boolean shown = !snippets.isEmpty() && !cell.strip().endsWith(";");
      return shown ? value(snippets.get(snippets.size() - 1)) : Optional.empty();
    } finally {
      running = false;
    }
  }

  private List<Snippet> statements(String cell, int number) {
    List<Snippet> snippets = new ArrayList<>();
    String rest = cell;
    while (true) {
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      Completeness completeness = info.completeness();
      if (completeness == Completeness.EMPTY) {
        break;
      }
      int offset = cell.length() - rest.length();
      if (completeness == Completeness.DEFINITELY_INCOMPLETE) {
        throw errors.incomplete(cell, offset);
      }
      boolean last = info.remaining() == null || info.remaining().isBlank();
      String source = completeness == Completeness.UNKNOWN ? rest : info.source();
      // JShell counts the lines of an exception from the first with code in it
      int begin = code(source);
      for (SnippetEvent event : shell.eval(source.substring(begin))) {
        if (event.causeSnippet() == null) {
          errors.place(event.snippet(), number, cell, offset + begin);
          refuse(event);
          snippets.add(event.snippet());
        }
      }
      if (stopping) {
        throw errors.interrupted();
      }
      if (completeness == Completeness.UNKNOWN || last) {
        break;
      }
      rest = info.remaining();
    }
    snippets.forEach(this::refuseUnresolved);
    return snippets;
  }

  /** Where blanks and comments end. */
  private static int code(String source) {
    Matcher blank = BLANK.matcher(source);
    return blank.lookingAt() ? blank.end() : 0;
  }

  private void refuse(SnippetEvent event) {
    if (event.status() == Status.REJECTED) {
      throw errors.compile(event.snippet());
    }
    // what a statement throws because it is being stopped says nothing
    if (event.exception() != null && !stopping) {
      throw errors.thrown(event.snippet(), event.exception());
    }
  }

  /** A method may call one that a later statement of the cell declares, but no later cell. */
  private void refuseUnresolved(Snippet snippet) {
    Status status = shell.status(snippet);
    if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
      throw errors.compile(snippet);
    }
  }

  private Optional<Object> value(Snippet snippet) {
    Optional<VarSnippet> variable = Optional.empty();
    if (snippet instanceof VarSnippet temporary
        && temporary.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      variable = Optional.of(temporary);
    } else if (snippet instanceof ExpressionSnippet named) {
      variable = shell.variables().filter(v -> v.name().equals(named.name())).findFirst();
    }
    return variable.map(
        found -> {
          shell.varValue(found);
          return local.value == null ? "null" : local.value;
        });
  }

  /** What completes and explains code. */
  SourceCodeAnalysis analysis() {
    return shell.sourceCodeAnalysis();
  }

  /** Whether a cell runs now. */
  boolean running() {
    return running;
  }

  /**
   * Ends the cell that runs, as far as the machine can. Between two statements there is nothing to
   * end, so that who wants to be sure asks again while {@link #running}.
   */
  void stop() {
    stopping = true;
    shell.stop();
  }

  @Override
  public void close() {
    shell.close();
  }
}
