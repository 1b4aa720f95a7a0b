package plumbline.report;

import java.util.List;
import java.util.Set;
import plumbline.report.Tokens.Kind;
import plumbline.report.Tokens.Token;

/**
 * Sets a short text in plain characters, as the terminal shows it, as HTML that reads as
 * mathematics: "V[g] <= M + M_V |grad F|^2 (4.8)".
 *
 * <p>No English word changes: a Greek name, a variable, a function is a whole word. No line breaks
 * inside a short formula; a long one breaks before a relation or an operator. What stands between
 * backquotes is typed by somebody, and stays. A text that these rules misread is written otherwise:
 * "a y" for a product, "k^(-2 p)" for an exponent of two factors.
 */
final class Plain {
  /** The longest formula that is held together: a narrow page has lines of 40 characters. */
  static final int SHORT = 24;

  /** Before these a long formula may be broken. */
  private static final Set<String> BREAKS = Set.of("=", "<", ">", "<=", ">=", "+", "-");

  /** The shortest part of a longer one that may end a line. */
  private static final int TERM = 5;

  private static final String THIN = "\u2009";

  private Plain() {}

  /** Escaped, for elements; an attribute takes {@link Html#text}. */
  static String html(String text) {
    List<Token> tokens = Tokens.of(text);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      int end = i;
      for (int j = i; j < tokens.size() && tokens.get(j).isFormula(); j++) {
        end = tokens.get(j).kind() == Kind.GAP ? end : j + 1;
      }
      if (end == i || tokens.get(i).kind() == Kind.GAP) {
        out.append(tokens.get(i).html());
      } else {
        formula(tokens.subList(i, end), out);
        i = end - 1;
      }
    }
    return out.toString();
  }

  /** The same of an index or a power, which stays on its line anyway. */
  static String flat(String text) {
    return flat(Tokens.of(text));
  }

  private static void formula(List<Token> part, StringBuilder out) {
    int start = 0;
    int depth = 0;
    boolean bars = false;
    boolean whole = Tokens.length(part) <= SHORT;
    for (int i = 0; i < part.size(); i++) {
      Kind kind = part.get(i).kind();
      depth += kind == Kind.OPEN ? 1 : kind == Kind.CLOSE ? -1 : 0;
      bars ^= kind == Kind.NAME && part.get(i).source().equals("|");
      boolean before = i + 1 < part.size() && BREAKS.contains(part.get(i + 1).source());
      boolean outside = depth == 0 && !bars && kind == Kind.GAP;
      if (!whole && outside && before && Tokens.length(part.subList(start, i)) >= TERM) {
        piece(part.subList(start, i), out);
        out.append(' ');
        start = i + 1;
      }
    }
    piece(part.subList(start, part.size()), out);
  }

  private static void piece(List<Token> part, StringBuilder out) {
    String html = flat(part);
    out.append(part.size() < 2 ? html : "<span class=\"m\">" + html + "</span>");
  }

  private static String flat(List<Token> part) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < part.size(); i++) {
      Token token = part.get(i);
      boolean inner = i > 0 && token.html().equals(" ");
      out.append(
          inner && i + 1 < part.size() ? gap(part.get(i - 1), part.get(i + 1)) : token.html());
    }
    return out.toString();
  }

  /** Factors stand close to one another. */
  private static String gap(Token left, Token right) {
    boolean wide =
        left.kind() == Kind.SIGN || right.kind() == Kind.SIGN || left.source().equals(",");
    return wide || left.source().matches("[a-z]{2,}") && !Tokens.isSymbol(left.source())
        ? " "
        : THIN;
  }
}
