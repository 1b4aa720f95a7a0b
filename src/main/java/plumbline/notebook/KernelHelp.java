package plumbline.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What helps while a cell is written: is it whole, how may it go on, what is this? */
final class KernelHelp {
  private static final Comparator<Suggestion> FITTING_FIRST =
      Comparator.comparing((Suggestion s) -> !s.matchesType())
          .thenComparing(Suggestion::continuation);

  private final SourceCodeAnalysis analysis;

  KernelHelp(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /** The answer to an is_complete_request: complete, incomplete (indent by so much) or invalid. */
  ObjectNode isComplete(String code) {
    String rest = code;
    while (true) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      ObjectNode answer = KernelMessage.object();
      switch (info.completeness()) {
        case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
          long depth =
              code.chars().filter(c -> c == '{').count()
                  - code.chars().filter(c -> c == '}').count();
          return answer
              .put("status", "incomplete")
              .put("indent", "  ".repeat((int) Math.max(0, depth)));
        }
        case UNKNOWN -> {
          return answer.put("status", "invalid");
        }
        default -> {
          if (info.remaining() == null || info.remaining().isBlank()) {
            return answer.put("status", "complete");
          }
          rest = info.remaining();
        }
      }
    }
  }

  /** The answer to a complete_request: what may stand from cursor_start to cursor_end. */
  ObjectNode complete(String code, int cursorPoint) {
    int cursor = offset(code, cursorPoint);
    int begin = statement(code, cursor);
    int[] anchor = {cursor - begin};
    String before = code.substring(begin, cursor);
    List<Suggestion> found = analysis.completionSuggestions(before, before.length(), anchor);
    int start = begin + anchor[0];
    if (found.isEmpty()) {
      // names that the cell itself declares are known within a block alone
      String block = "{" + code.substring(0, cursor);
      found = analysis.completionSuggestions(block, block.length(), anchor);
      start = anchor[0] - 1;
    }
    ObjectNode answer = KernelMessage.object().put("status", "ok");
    ArrayNode matches = answer.putArray("matches");
    found.stream()
        .sorted(FITTING_FIRST)
        .map(Suggestion::continuation)
        .distinct()
        .forEach(matches::add);
    answer.put("cursor_start", code.codePointCount(0, Math.min(Math.max(0, start), cursor)));
    answer.put("cursor_end", cursorPoint);
    answer.putObject("metadata");
    return answer;
  }

  /** The answer to an inspect_request: signatures, and documentation where it is at hand. */
  ObjectNode inspect(String code, int cursorPoint) {
    int cursor = offset(code, cursorPoint);
    while (cursor < code.length() && Character.isJavaIdentifierPart(code.charAt(cursor))) {
      cursor++;
    }
    int begin = statement(code, cursor);
    String before = code.substring(begin, cursor);
    String text = documentation(before);
    if (text.isEmpty()) {
      // of a method's name nothing is known before its parenthesis
      text = documentation(before + "(");
    }
    ObjectNode answer = KernelMessage.object().put("status", "ok").put("found", !text.isEmpty());
    ObjectNode data = answer.putObject("data");
    if (!text.isEmpty()) {
      data.put("text/plain", text);
    }
    answer.putObject("metadata");
    return answer;
  }

  private String documentation(String before) {
    return analysis.documentation(before, before.length(), true).stream()
        .map(KernelHelp::text)
        .distinct()
        .collect(Collectors.joining("\n\n"));
  }

  private static String text(Documentation documentation) {
    String javadoc = documentation.javadoc();
    if (javadoc == null || javadoc.isBlank()) {
      return documentation.signature();
    }
    String plain = javadoc.replaceAll("<[^>]*>", "").replaceAll("\\{@\\w+ ([^}]*)}", "$1").strip();
    return documentation.signature() + "\n" + plain;
  }

  /** Where the statement begins that the cursor is in. */
  private int statement(String code, int cursor) {
    int begin = 0;
    while (true) {
      CompletionInfo info = analysis.analyzeCompletion(code.substring(begin));
      if (info.remaining() == null || info.remaining().isBlank()) {
        return begin;
      }
      int next = code.length() - info.remaining().length();
      if (next >= cursor || next <= begin) {
        return begin;
      }
      begin = next;
    }
  }

  /** Jupyter counts characters, Java their halves too. */
  private static int offset(String code, int points) {
    int all = code.codePointCount(0, code.length());
    return code.offsetByCodePoints(0, Math.max(0, Math.min(points, all)));
  }
}
