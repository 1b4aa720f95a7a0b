package plumbline.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sets a short text in plain characters, as the terminal shows it, as HTML that reads as
 * mathematics: "V[g] <= M + M_V |grad F|^2 (4.8)".
 *
 * <p>No English word changes: a Greek name, a variable, a function is a whole word. No line breaks
 * inside a short formula; a long one breaks before a relation or an operator. What stands between
 * backquotes is typed by somebody, and stays. A text that these rules misread is written otherwise:
 * "a y" for a product, "k^(-2p)" for an exponent of more than a sign and a word.
 */
final class Plain {
  /** Letters by their names. */
  static final Map<String, String> GREEK =
      Arrays.stream(
              ("alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ kappa κ lambda λ mu μ"
                      + " nu ν xi ξ pi π rho ρ sigma σ tau τ phi φ chi χ psi ψ omega ω Gamma Γ"
                      + " Delta Δ Theta Θ Lambda Λ Sigma Σ Phi Φ Psi Ψ Omega Ω")
                  .split(" (?=[A-Za-z])"))
          .map(pair -> pair.split(" "))
          .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

  /** Words that stand right before what they act on. */
  private static final Map<String, String> PREFIXES = Map.of("grad", "∇", "sqrt", "√");

  private static final Map<String, String> HATS = Map.of("ghat", "ĝ", "xhat", "x\u0302");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "ceil", "cos", "cosh", "det", "diag", "exp", "ln", "log", "max", "min", "sin", "sinh",
          "tan", "tanh", "tr", "Cov", "Var");

  private static final Map<String, String> SIGNS =
      Map.of("<=", "≤", ">=", "≥", "*", "·", "=", "=", "<", "<", ">", ">", "+", "+", "±", "±");

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<kept>`[^`]*`|\uE000\\d+\uE001"
              // what a program calls something, but no Greek letter with an index
              + "|(?<![A-Za-z])(?!(?:"
              + String.join("|", GREEK.keySet())
              + "|d[A-Za-z])_)[A-Za-z]{2,}\\d*_[A-Za-z]\\w*"
              // where an equation stands
              + "|(?<![^ ])\\((?:[A-Z]|(?:[A-Z]|\\d+)\\.\\d+[a-z]?)\\)(?![\\^'])"
              + "|\\b\\d\\.\\d{1,2}[a-e](?![A-Za-z\\d+-]))"
              + "|(?<below>_(?:\\*|[A-Za-z0-9]+(?:,\\d+)?))"
              + "|(?<above>\\^(?:\\([^()]*\\)|-?(?:\\d+|[A-Za-z]+)|\\*))"
              + "|(?<number>\\d+(?:\\.\\d+)*(?:[eE][+-]?\\d+\\b)?)"
              + "|(?<word>[\\p{L}&&[^\\p{IsGreek}]]+(?:'s(?![A-Za-z]))?\\d*)"
              + "|(?<gap> +)"
              + "|(?<sign><=|>=|\\+-|'{2,3}|(?s:.))");

  /** What follows an article: a word that is no verb. "A is symmetric" speaks of A. */
  private static final Pattern NOUN =
      Pattern.compile(" (?:[\uE000`]|\\d+-[a-z]|(?!(?:is|are|has|and)\\b)(\\p{L}{2,})(\\(?))");

  /** The longest formula that is held together: a narrow page has lines of 40 characters. */
  private static final int SHORT = 24;

  /** Before these a long formula may be broken. */
  private static final Set<String> BREAKS = Set.of("=", "<", ">", "<=", ">=", "+", "-");

  /** The shortest part of a longer one that may end a line. */
  private static final int TERM = 5;

  private static final String THIN = "\u2009";

  private enum Kind {
    WORD,
    NAME,
    SIGN,
    OPEN,
    CLOSE,
    GAP,
    STOP
  }

  private record Token(Kind kind, String source, String html) {
    Token as(Kind other) {
      return new Token(other, source, html);
    }

    boolean isFormula() {
      return kind != Kind.WORD && kind != Kind.STOP;
    }
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private Plain(String text) {
    this.text = text;
    read();
    brackets();
  }

  /** Escaped, for elements; an attribute takes {@link Html#text}. */
  static String html(String text) {
    return new Plain(text).set();
  }

  /** Whether a word is part of a formula, so that no capital may begin it. */
  static boolean isSymbol(String word) {
    return GREEK.containsKey(word)
        || PREFIXES.containsKey(word)
        || HATS.containsKey(word)
        || FUNCTIONS.contains(word);
  }

  private void read() {
    for (Matcher m = TOKEN.matcher(text); m.find(); ) {
      String part = m.group();
      if (m.group("kept") != null) {
        add(Kind.WORD, part, kept(part));
      } else if (m.group("below") != null) {
        add(Kind.NAME, part, isAttached() ? "<sub>" + below(part) + "</sub>" : Html.text(part));
      } else if (m.group("above") != null) {
        add(Kind.NAME, part, isAttached() ? "<sup>" + above(part) + "</sup>" : Html.text(part));
      } else if (m.group("number") != null) {
        add(Kind.NAME, part, part);
      } else if (m.group("word") != null) {
        word(part, m.start(), m.end());
      } else if (m.group("gap") != null) {
        boolean prefix = !tokens.isEmpty() && PREFIXES.containsKey(last().source());
        add(Kind.GAP, part, prefix ? "" : part);
      } else {
        sign(part, m.start(), m.end());
      }
    }
  }

  private void add(Kind kind, String source, String html) {
    tokens.add(new Token(kind, source, html));
  }

  private Token last() {
    return tokens.get(tokens.size() - 1);
  }

  private boolean isAttached() {
    return !tokens.isEmpty() && last().kind() != Kind.GAP && last().kind() != Kind.STOP;
  }

  private static String kept(String part) {
    return part.startsWith("`")
        ? "<em>" + Html.text(part.substring(1, part.length() - 1)) + "</em>"
        : Html.text(part);
  }

  private static String below(String part) {
    String index = part.substring(1);
    return index.equals("*")
        ? "∗"
        : index.equals("star")
            ? "⋆"
            : index.matches("[ijkxyz]{2}|[ijk]\\d")
                ? index.replaceAll("([a-z]+)", name("$1"))
                : new Plain(index).flat();
  }

  private static String above(String part) {
    String power = part.substring(1);
    return power.equals("*") ? "∗" : new Plain(power.replaceAll("^\\((.*)\\)$", "$1")).flat();
  }

  private static String name(String letters) {
    return "<var>" + letters + "</var>";
  }

  private void word(String part, int start, int end) {
    boolean one = part.length() == 1;
    if (GREEK.containsKey(part)) {
      String letter = GREEK.get(part);
      add(Kind.NAME, part, Character.isLowerCase(part.charAt(0)) ? name(letter) : letter);
    } else if (PREFIXES.containsKey(part)) {
      add(Kind.NAME, part, PREFIXES.get(part));
    } else if (HATS.containsKey(part)) {
      add(Kind.NAME, part, name(HATS.get(part)));
    } else if (FUNCTIONS.contains(part) || part.matches("[a-z]\\d+")) {
      add(Kind.NAME, part, part);
    } else if (one && part.equals("x") && isTimes(start, end)) {
      add(Kind.SIGN, part, "×");
    } else if (one && !(part.equalsIgnoreCase("a") && isArticle(start, end))) {
      add(Kind.NAME, part, name(part));
    } else if (part.matches("d[A-Z]") || part.matches("d[a-z]") && text.startsWith("_", end)) {
      add(Kind.NAME, part, name(part));
    } else {
      add(Kind.WORD, part, Html.text(part));
    }
  }

  /** "alpha x 1/2", and not "x 1/2" nor "x - 1". */
  private boolean isTimes(int start, int end) {
    return start > 1
        && text.substring(end).matches("(?s) -?\\d.*")
        && text.charAt(start - 1) == ' ';
  }

  private boolean isArticle(int start, int end) {
    String before = text.substring(0, start).stripTrailing();
    if (!before.isEmpty() && "=<>+-*/".indexOf(before.charAt(before.length() - 1)) >= 0) {
      return false;
    }
    Matcher noun = NOUN.matcher(text).region(end, text.length());
    if (!noun.lookingAt()) {
      return false;
    }
    String word = noun.group(1);
    return word == null || !isSymbol(word) || FUNCTIONS.contains(word) && noun.group(2).isEmpty();
  }

  private void sign(String part, int start, int end) {
    boolean left = start > 0 && text.charAt(start - 1) != ' ';
    boolean right = end < text.length() && text.charAt(end) != ' ';
    char c = part.charAt(0);
    if ("([{⟨".indexOf(c) >= 0) {
      add(Kind.OPEN, part, part);
    } else if (")]}⟩".indexOf(c) >= 0) {
      add(Kind.CLOSE, part, part);
    } else if (part.equals("+-")) {
      add(Kind.NAME, part, "±");
    } else if (c == '-') {
      minus(left, right, end);
    } else if (SIGNS.containsKey(part)) {
      add(Kind.SIGN, part, Html.text(SIGNS.get(part)));
    } else if (c == '\'') {
      boolean prime = isAttached() && last().isFormula() && last().kind() != Kind.SIGN;
      add(
          prime ? Kind.NAME : Kind.STOP,
          part,
          prime ? List.of("′", "″", "‴").get(part.length() - 1) : Html.text(part));
    } else if (c == '|' && !left && !right && !tokens.isEmpty() && end < text.length()) {
      add(Kind.SIGN, part, part);
    } else if (c == '/' && !left && !right) {
      add(Kind.SIGN, part, part);
    } else if (Character.UnicodeBlock.of(c) == Character.UnicodeBlock.GREEK) {
      add(Kind.NAME, part, Character.isLowerCase(c) ? name(part) : part);
    } else {
      boolean symbol = Character.getType(c) == Character.MATH_SYMBOL || "|/%_^".indexOf(c) >= 0;
      add(symbol ? Kind.NAME : Kind.STOP, part, Html.text(part));
    }
  }

  /** A hyphen joins words: "fan-in", "1-smooth"; a sign stands before a number or between terms. */
  private void minus(boolean left, boolean right, int end) {
    Matcher next = Pattern.compile(" ?(\\p{L}{2,})").matcher(text).region(end, text.length());
    boolean word = next.lookingAt() && !isSymbol(next.group(1)) && !next.group(1).matches("d[A-Z]");
    boolean after =
        tokens.stream()
            .reduce((a, b) -> b.kind() == Kind.GAP ? a : b)
            .filter(t -> t.kind() == Kind.WORD)
            .isPresent();
    if (left && right && (word || after) || left && !right) {
      add(Kind.WORD, "-", "-");
    } else if (!left && !right && !(word && after)) {
      add(Kind.SIGN, "-", "−");
    } else {
      add(left == right && !left ? Kind.STOP : Kind.NAME, "-", left || right ? "−" : "-");
    }
  }

  /**
   * Brackets belong to a formula if they hold no word, or are its short last part: "E[g | past]".
   */
  private void brackets() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == Kind.OPEN) {
        open.push(i);
      } else if (tokens.get(i).kind() == Kind.CLOSE) {
        if (open.isEmpty()) {
          tokens.set(i, tokens.get(i).as(Kind.STOP));
        } else {
          pair(open.pop(), i);
        }
      }
    }
    open.forEach(i -> tokens.set(i, tokens.get(i).as(Kind.STOP)));
  }

  private void pair(int open, int close) {
    List<Token> inside = tokens.subList(open + 1, close);
    boolean words = inside.stream().anyMatch(t -> t.kind() == Kind.WORD);
    boolean attached = open > 0 && tokens.get(open - 1).kind() == Kind.NAME;
    if (words && !(attached && length(inside) <= SHORT)) {
      tokens.set(open, tokens.get(open).as(Kind.STOP));
      tokens.set(close, tokens.get(close).as(Kind.STOP));
    } else {
      inside.replaceAll(t -> t.isFormula() ? t : t.as(Kind.NAME));
    }
  }

  private static int length(List<Token> part) {
    return part.stream().mapToInt(t -> t.source().length()).sum();
  }

  private String set() {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < tokens.size()) {
      int end = i;
      while (end < tokens.size() && tokens.get(end).isFormula()) {
        end++;
      }
      int last = end;
      while (last > i && tokens.get(last - 1).kind() == Kind.GAP) {
        last--;
      }
      int first = i;
      while (first < last && tokens.get(first).kind() == Kind.GAP) {
        out.append(tokens.get(first++).html());
      }
      formula(tokens.subList(first, last), out);
      for (i = last; i < end || i < tokens.size() && !tokens.get(i).isFormula(); i++) {
        out.append(tokens.get(i).html());
      }
    }
    return out.toString();
  }

  private static void formula(List<Token> part, StringBuilder out) {
    int start = 0;
    int depth = 0;
    boolean bars = false;
    boolean whole = length(part) <= SHORT;
    for (int i = 0; i < part.size(); i++) {
      Kind kind = part.get(i).kind();
      depth += kind == Kind.OPEN ? 1 : kind == Kind.CLOSE ? -1 : 0;
      bars ^= kind == Kind.NAME && part.get(i).source().equals("|");
      boolean before = i + 1 < part.size() && BREAKS.contains(part.get(i + 1).source());
      boolean outside = depth == 0 && !bars && kind == Kind.GAP;
      if (!whole && outside && before && length(part.subList(start, i)) >= TERM) {
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

  private String flat() {
    return flat(tokens);
  }

  private static String flat(List<Token> part) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < part.size(); i++) {
      Token token = part.get(i);
      boolean inner = token.kind() == Kind.GAP && !token.html().isEmpty() && i > 0;
      out.append(
          inner && i + 1 < part.size() ? gap(part.get(i - 1), part.get(i + 1)) : token.html());
    }
    return out.toString();
  }

  /** Factors stand close to one another. */
  private static String gap(Token left, Token right) {
    boolean wide =
        left.kind() == Kind.SIGN || right.kind() == Kind.SIGN || left.source().equals(",");
    return wide || left.source().matches("[a-z]{2,}") && !isSymbol(left.source()) ? " " : THIN;
  }
}
