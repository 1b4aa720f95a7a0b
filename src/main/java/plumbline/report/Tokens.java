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

/** Reads a short text in plain characters: what is English in it, and what is part of a formula. */
final class Tokens {
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
              + "|(?<above>\\^(?:\\([^()]*\\)|-\\d+/\\d+|-?(?:\\d+|[A-Za-z]+)|\\*))"
              + "|(?<number>\\d+(?:\\.\\d+)*(?:[eE][+-]?\\d+\\b)?)"
              + "|(?<word>[\\p{L}&&[^\\p{IsGreek}]]+(?:'s(?![A-Za-z]))?\\d*)"
              + "|(?<gap> +)"
              + "|(?<sign><=|>=|\\+-|'{2,3}|(?s:.))");

  /** What follows an article: a word that is no verb. "A is symmetric" speaks of A. */
  private static final Pattern NOUN =
      Pattern.compile(" (?:[\uE000`]|\\d+-[a-z]|(?!(?:is|are|has|and)\\b)(\\p{L}{2,})(\\(?))");

  private static final Pattern NEXT = Pattern.compile(" ?(\\p{L}{2,})");

  /** WORD and STOP end a formula, the others are part of one. */
  enum Kind {
    WORD,
    NAME,
    SIGN,
    OPEN,
    CLOSE,
    GAP,
    STOP
  }

  /** As it is written, and as it is set. */
  record Token(Kind kind, String source, String html) {
    Token as(Kind other) {
      return new Token(other, source, html);
    }

    boolean isFormula() {
      return kind != Kind.WORD && kind != Kind.STOP;
    }
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) {
    Tokens all = new Tokens(text);
    all.read();
    all.brackets();
    return all.tokens;
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
                : Plain.flat(index);
  }

  private static String above(String part) {
    String power = part.substring(1);
    return power.equals("*") ? "∗" : Plain.flat(power.replaceAll("^\\((.*)\\)$", "$1"));
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
      boolean quoted =
          tokens.size() > 1
              && tokens.get(tokens.size() - 2).kind() == Kind.STOP
              && tokens.get(tokens.size() - 2).source().equals("'");
      boolean prime = isAttached() && last().isFormula() && last().kind() != Kind.SIGN && !quoted;
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
    Matcher next = NEXT.matcher(text).region(end, text.length());
    boolean word = next.lookingAt() && !isSymbol(next.group(1)) && !next.group(1).matches("d[A-Z]");
    boolean after =
        tokens.stream()
            .reduce((a, b) -> b.kind() == Kind.GAP ? a : b)
            .filter(t -> t.kind() == Kind.WORD)
            .isPresent();
    boolean spaced = !left && !right;
    if (left && (!right || word || after) || spaced && word && after) {
      add(Kind.WORD, "-", "-");
    } else {
      add(spaced ? Kind.SIGN : Kind.NAME, "-", "−");
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
    if (words && !(attached && length(inside) <= Plain.SHORT)) {
      tokens.set(open, tokens.get(open).as(Kind.STOP));
      tokens.set(close, tokens.get(close).as(Kind.STOP));
    } else {
      inside.replaceAll(t -> t.isFormula() ? t : t.as(Kind.NAME));
    }
  }

  static int length(List<Token> part) {
    return part.stream().mapToInt(t -> t.source().length()).sum();
  }
}
