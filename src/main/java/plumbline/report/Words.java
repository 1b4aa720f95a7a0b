package plumbline.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.ClaimResult.Standing;
import plumbline.check.InstanceResult;
import plumbline.theorem.Role;
import plumbline.verdict.Outcome;

/** Verdicts in plain sentences. */
final class Words {
  private static final String SLIDE = ", slide \"";

  private static final Pattern TITLE =
      Pattern.compile(Pattern.quote(SLIDE) + "(.*?)\", ", Pattern.DOTALL);

  private static final Pattern FIRST = Pattern.compile("(a|[a-z]{2,})[ ,]");

  private Words() {}

  /** A badge: a sign, a word, and a class; the sign and the word carry it where colour does not. */
  static String badge(Outcome outcome, boolean expected) {
    String look = expected || outcome == Outcome.NOT_APPLICABLE ? look(outcome) : "bad";
    String word = look.equals("misprint") ? "refuted, as expected" : word(outcome);
    return "<span class=\"badge %s\"><span aria-hidden=\"true\">%s</span> %s</span>"
        .formatted(look, sign(outcome), word);
  }

  /** The same of a claim; one that is only shown has no verdict, since nothing is claimed. */
  static String badge(ClaimResult claim, boolean expected) {
    return claim.standing() == Standing.SHOWN
        ? "<span class=\"badge none\">not counted</span>"
        : badge(claim.verdict(), expected);
  }

  private static String look(Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> "good";
      case REFUTED -> "misprint";
      case INCONCLUSIVE -> "open";
      case NOT_APPLICABLE -> "none";
      case ERROR -> "bad";
    };
  }

  private static String sign(Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> "✓";
      case REFUTED -> "✗";
      case INCONCLUSIVE -> "?";
      case NOT_APPLICABLE -> "–";
      case ERROR -> "!";
    };
  }

  static String word(Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> "holds";
      case REFUTED -> "refuted";
      case INCONCLUSIVE -> "open";
      case NOT_APPLICABLE -> "does not apply";
      case ERROR -> "error";
    };
  }

  static String role(Role role) {
    return switch (role) {
      case SHARP -> "sharp: the bound is attained, or as nearly as is known";
      case TYPICAL -> "typical: what a user would meet";
      case OUTSIDE -> "outside: a hypothesis fails on purpose";
      case YOURS -> "yours: made with --set";
    };
  }

  static String standing(Standing standing) {
    return switch (standing) {
      case CLAIMED -> "claimed by the theorem";
      case BESIDE_EXACT -> "the same claim by simulation, beside the exact layer that decides it";
      case SIMULATOR -> "tries the simulator against exact moments";
      case OTHERWISE -> "what happens instead, where a hypothesis fails";
      case SHOWN -> "shown only: the theorem claims nothing here";
    };
  }

  /** The verdict of a card as a person would say it. */
  static String verdict(CheckResult check) {
    boolean misprint = check.expect().equals("refuted");
    String main =
        switch (check.verdict()) {
          case HOLDS -> holds(check);
          case REFUTED ->
              misprint && check.asExpected()
                  ? "The statement as printed is wrong, as this card expects. "
                      + first(check, Outcome.REFUTED)
                  : "This was refuted. "
                      + first(check, Outcome.REFUTED)
                      + " Either the statement or its encoding here is wrong.";
          case INCONCLUSIVE ->
              "The evidence does not decide this result. " + first(check, Outcome.INCONCLUSIVE);
          case NOT_APPLICABLE ->
              "A hypothesis fails on every instance that was tried, so nothing is claimed.";
          case ERROR ->
              "The check could not be carried through. "
                  + first(check, Outcome.ERROR)
                  + " Nothing is said about the result.";
        };
    if (misprint && check.verdict() == Outcome.HOLDS) {
      main += " This card states a misprint and expects it to be refuted.";
    }
    return main + outside(check);
  }

  private static String holds(CheckResult check) {
    long applies =
        check.instances().stream()
            .filter(instance -> instance.verdict() != Outcome.NOT_APPLICABLE)
            .count();
    return "Nothing contradicts this result. On "
        + (applies == 1 ? "the one instance" : "all " + applies + " instances")
        + " to which it applies, a violation beyond the stated resolution is excluded.";
  }

  private static String outside(CheckResult check) {
    long outside =
        check.instances().stream()
            .filter(instance -> instance.verdict() == Outcome.NOT_APPLICABLE)
            .filter(instance -> check.verdict() != Outcome.NOT_APPLICABLE)
            .count();
    return outside == 0
        ? ""
        : outside == 1
            ? " On one more instance a hypothesis fails, and nothing is claimed there."
            : " On "
                + outside
                + " more instances a hypothesis fails, and nothing is claimed there.";
  }

  private static String first(CheckResult check, Outcome outcome) {
    return check.instances().stream()
        .flatMap(instance -> instance.claims().stream())
        .filter(claim -> claim.standing() != Standing.SHOWN)
        .filter(claim -> claim.verdict() == outcome && !claim.sentence().isBlank())
        .map(Finding::sentence)
        .findFirst()
        .orElse("The reason stands below.");
  }

  /** What the note of a card adds to its verdict: which claims stayed open. */
  static Optional<String> note(CheckResult check) {
    String note = check.note().strip();
    List<String> names =
        check.instances().stream()
            .map(InstanceResult::name)
            .sorted(java.util.Comparator.comparing(String::length).reversed())
            .toList();
    for (String name : names) {
      note = note.replace(" on " + name, " on `" + name + "`");
    }
    return note.isEmpty() || check.asExpected() && note.startsWith("REFUTED: ")
        ? Optional.empty()
        : Optional.of(
            sentence(
                note.replaceFirst(
                    "^INCONCLUSIVE: ",
                    check.verdict() == Outcome.HOLDS
                        ? "Left open by simulation, where exact computation decides: "
                        : "Open: ")));
  }

  /** Whether an instance came out as its card expects. */
  static boolean expected(CheckResult check, InstanceResult instance) {
    return expected(check, instance.verdict());
  }

  /** The same of a claim: a refuted one is expected on a card that is as expected. */
  static boolean expected(CheckResult check, Outcome verdict) {
    return check.asExpected() || verdict == Outcome.HOLDS || verdict == Outcome.INCONCLUSIVE;
  }

  /** A card's source without the name of the file, whose number says nothing to a reader. */
  static String place(String source) {
    return source.replaceFirst("^\\S+\\.txt, ", "");
  }

  /** Author and title of the lecture, where the source is a slide of one. */
  static Optional<String> lecture(String source) {
    int slide = source.indexOf(SLIDE);
    return slide < 0 ? Optional.empty() : Optional.of(place(source.substring(0, slide)));
  }

  /** Slide and place on it, for a list under the lecture's name; any other source as it is. */
  static String onSlide(String source) {
    int slide = source.indexOf(SLIDE);
    return slide < 0 ? place(source) : "Slide " + source.substring(slide + SLIDE.length() - 1);
  }

  /** The slide alone, in quotes; any other source as it is. */
  static String slide(String source) {
    Matcher slide = TITLE.matcher(source);
    return slide.find() ? slide.group(1) : place(source);
  }

  /** The same with the file at its end, for who wants to look it up. */
  static String source(String source) {
    String place = place(source);
    return place.equals(source)
        ? source
        : place + " (" + source.substring(0, source.length() - place.length() - 2) + ")";
  }

  /** With a capital and a full stop. A word of mathematics keeps its letter: "w_k", "F(w)". */
  static String sentence(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return stripped;
    }
    Matcher first = FIRST.matcher(stripped);
    boolean word = first.lookingAt() && !Tokens.isSymbol(first.group(1));
    return stopped(
        word ? Character.toUpperCase(stripped.charAt(0)) + stripped.substring(1) : stripped);
  }

  private static String stopped(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() || ".!?".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
        ? stripped
        : stripped + ".";
  }

  /** Claims that say most first: the theorem's own on the first instance that has a picture. */
  static List<ClaimResult> ordered(InstanceResult instance) {
    return instance.claims().stream()
        .sorted(java.util.Comparator.comparing(ClaimResult::standing))
        .toList();
  }
}
