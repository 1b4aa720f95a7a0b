package plumbline.notebook;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
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
  private final Local local = new Local();
  private final JShell shell;

  Shell() {
    shell =
        JShell.builder()
            .executionEngine(new Provider(local), Map.of())
            .compilerOptions("-classpath", System.getProperty("java.class.path"))
            .build();
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

  /**
   * Runs a cell's statements one after another.
   *
   * @return the value of the last one if it is an expression without a semicolon after it
   * @throws NotebookException if one does not compile or throws; the message says what of it
   */
  Optional<Object> run(String cell) {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    List<Snippet> snippets = new ArrayList<>();
    String rest = cell;
    while (true) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      Completeness completeness = info.completeness();
      if (completeness == Completeness.EMPTY) {
        break;
      }
      if (completeness == Completeness.DEFINITELY_INCOMPLETE) {
        throw new NotebookException(
            "does not compile: it ends in the middle of \"%s\"".formatted(firstLine(rest)));
      }
      boolean last = info.remaining() == null || info.remaining().isBlank();
      String source = completeness == Completeness.UNKNOWN ? rest : info.source();
      for (SnippetEvent event : shell.eval(source)) {
        if (event.causeSnippet() == null) {
          refuse(event, source);
          snippets.add(event.snippet());
        }
      }
      if (completeness == Completeness.UNKNOWN || last) {
        break;
      }
      rest = info.remaining();
    }
    snippets.forEach(this::refuseUnresolved);
    boolean shown = !snippets.isEmpty() && !cell.strip().endsWith(";");
    return shown ? value(snippets.get(snippets.size() - 1)) : Optional.empty();
  }

  private void refuse(SnippetEvent event, String source) {
    if (event.status() == Status.REJECTED) {
      throw new NotebookException(
          "does not compile: %s, in \"%s\"".formatted(errors(event.snippet()), firstLine(source)));
    }
    JShellException thrown = event.exception();
    if (thrown != null) {
      String what =
          thrown instanceof EvalException e ? e.getExceptionClassName() : thrown.toString();
      throw new NotebookException(
          "throws %s: %s, in \"%s\"".formatted(what, thrown.getMessage(), firstLine(source)),
          thrown);
    }
  }

  /** A method may call one that a later statement of the cell declares, but no later cell. */
  private void refuseUnresolved(Snippet snippet) {
    Status status = shell.status(snippet);
    if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
      throw new NotebookException(
          "does not compile: %s, in \"%s\""
              .formatted(errors(snippet), firstLine(snippet.source())));
    }
  }

  private String errors(Snippet snippet) {
    return shell
        .diagnostics(snippet)
        .map(d -> d.getMessage(Locale.ROOT).replaceAll("\\s+", " "))
        .collect(Collectors.joining("; "));
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

  private static String firstLine(String source) {
    return source.strip().lines().findFirst().orElse("");
  }

  /** Ends the statement that runs, as far as the machine can. */
  void stop() {
    shell.stop();
  }

  @Override
  public void close() {
    shell.close();
  }
}
