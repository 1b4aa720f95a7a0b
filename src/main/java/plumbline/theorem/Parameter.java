package plumbline.theorem;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.hipparchus.fraction.BigFraction;
import plumbline.series.Rationals;

/**
 * One axis of a theorem's parameter space: a number in a range, or one of a few choices.
 *
 * @param name as in {@code --set name=value}
 * @param symbol in LaTeX, without dollars
 * @param meaning a few words for the reader, with the unit
 * @param kind what values it takes
 * @param least the smallest number (inclusive; numbers only)
 * @param greatest the greatest number (inclusive; numbers only)
 * @param standard the default, as written
 * @param choices the choices (choices only)
 */
public record Parameter(
    String name,
    String symbol,
    String meaning,
    Kind kind,
    BigFraction least,
    BigFraction greatest,
    String standard,
    List<String> choices) {
  /** What values a parameter takes. */
  public enum Kind {
    REAL,
    INTEGER,
    CHOICE
  }

  /** What a symbol in LaTeX, or a format, has and words have not. */
  private static final Pattern SYMBOL = Pattern.compile("[\\\\${}]|%[sd]");

  /** What stands between choices where they are listed, and between a name and its value. */
  private static final Pattern MARKS = Pattern.compile(" [|] |[=\\p{Cntrl}]");

  public Parameter {
    choices = List.copyOf(choices);
    if ((kind == Kind.CHOICE) == choices.isEmpty()) {
      throw new IllegalArgumentException("parameter " + name + ": choices belong to CHOICE alone");
    }
  }

  public static Parameter real(
      String name, String symbol, String meaning, String least, String greatest, String standard) {
    return number(name, symbol, meaning, Kind.REAL, least, greatest, standard);
  }

  public static Parameter integer(
      String name, String symbol, String meaning, String least, String greatest, String standard) {
    return number(name, symbol, meaning, Kind.INTEGER, least, greatest, standard);
  }

  private static Parameter number(
      String name,
      String symbol,
      String meaning,
      Kind kind,
      String least,
      String greatest,
      String standard) {
    Parameter parameter =
        new Parameter(
            name,
            symbol,
            meaning,
            kind,
            Rationals.parse(least),
            Rationals.parse(greatest),
            standard,
            List.of());
    parameter.check(standard);
    return parameter;
  }

  /**
   * A choice; the first is the default. It has no symbol: what is written in a symbol's place would
   * be its meaning, and the meaning one more choice.
   *
   * @throws IllegalArgumentException if the meaning is a symbol, or the choices are none, blank, or
   *     not told apart
   */
  public static Parameter choice(String name, String meaning, String... choices) {
    if (choices.length == 0) {
      throw new IllegalArgumentException(
          "parameter %s: got the meaning \"%s\" and no choices: name at least one"
              .formatted(name, meaning));
    }
    checkMeaning(name, meaning);
    checkChoices(name, List.of(choices));
    return of(name, meaning, List.of(choices));
  }

  /** What is given and takes no other value, such as a file's name. */
  public static Parameter fixed(String name, String meaning, String value) {
    return of(name, meaning, List.of(value));
  }

  private static Parameter of(String name, String meaning, List<String> choices) {
    return new Parameter(
        name,
        "",
        meaning,
        Kind.CHOICE,
        BigFraction.ZERO,
        BigFraction.ZERO,
        choices.get(0),
        choices);
  }

  private static void checkMeaning(String name, String meaning) {
    boolean words = meaning.codePoints().filter(Character::isLetter).count() > 1;
    if (!words || SYMBOL.matcher(meaning).find()) {
      throw new IllegalArgumentException(
          "parameter %s: the meaning of a choice is a few words without LaTeX or placeholders, got \"%s\": a choice has neither symbol nor format, leave it out"
              .formatted(name, meaning));
    }
  }

  private static void checkChoices(String name, List<String> choices) {
    for (String choice : choices) {
      if (choice.isBlank() || !choice.equals(choice.strip()) || MARKS.matcher(choice).find()) {
        throw new IllegalArgumentException(
            "parameter %s: a choice is a word or a few that can be typed, without \" | \", = or spaces around it, got \"%s\" in \"%s\": rename it"
                .formatted(name, choice, String.join("\", \"", choices)));
      }
      if (choices.indexOf(choice) != choices.lastIndexOf(choice)) {
        throw new IllegalArgumentException(
            "parameter %s: the choice %s is there twice in \"%s\": name each once"
                .formatted(name, choice, String.join("\", \"", choices)));
      }
    }
  }

  /** "[0, 4]" or "Q1 | S1 | LS4". */
  public String range() {
    return switch (kind) {
      case CHOICE -> String.join(" | ", choices);
      case REAL -> "[" + Rationals.show(least) + ", " + Rationals.show(greatest) + "]";
      case INTEGER ->
          "the integers of [" + Rationals.show(least) + ", " + Rationals.show(greatest) + "]";
    };
  }

  /** A value that is allowed: a number in the one spelling that all that are equal to it share. */
  String spelled(String value) {
    return kind == Kind.CHOICE ? value : Rationals.spell(Rationals.parse(value));
  }

  /**
   * Refuses a value outside the range.
   *
   * @throws IllegalArgumentException one sentence: what, got, allowed, what to do
   */
  public void check(String value) {
    if (kind == Kind.CHOICE) {
      if (!choices.contains(value)) {
        throw new IllegalArgumentException(
            name + "=" + value + " is not one of its choices: set it to " + range());
      }
      return;
    }
    BigFraction number;
    try {
      number = Rationals.parse(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name
              + "="
              + value
              + " is not a finite number: set it to a value in "
              + range()
              + ", such as "
              + standard,
          e);
    }
    if (number.compareTo(least) < 0 || number.compareTo(greatest) > 0) {
      throw new IllegalArgumentException(
          name + "=" + value + " is outside " + range() + ": set it to a value inside");
    }
    if (kind == Kind.INTEGER && !number.getDenominator().equals(BigInteger.ONE)) {
      throw new IllegalArgumentException(
          name + "=" + value + " is not an integer: set it to one of " + range());
    }
  }
}
