package plumbline.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import plumbline.data.Given;
import plumbline.data.Table;
import plumbline.data.Wish;
import plumbline.series.Rationals;

/** The options that make an objective of a user's table. */
final class DataOptions {
  @ArgGroup(exclusive = false, heading = "%nYour own data:%n")
  private Own own;

  /** Together they say what is read and what is made of it. */
  static final class Own {
    @Option(names = "--data", required = true, paramLabel = "FILE", description = "A table: CSV.")
    private Path file;

    @Option(
        names = "--target",
        required = true,
        paramLabel = "COLUMN",
        description = "The column to predict.")
    private String target;

    @Option(
        names = "--columns",
        split = ",",
        paramLabel = "COLUMN",
        description = "The inputs (all other columns).")
    private List<String> columns = List.of();

    @Option(
        names = "--problem",
        paramLabel = "least-squares|ridge-logistic",
        description = "The objective (told from the target).")
    private String problem;

    @Option(
        names = "--ridge",
        paramLabel = "R",
        defaultValue = "1/10",
        description = "Of logistic regression (${DEFAULT-VALUE}).")
    private String ridge;

    @Option(
        names = "--scale",
        paramLabel = "none|largest|centred",
        defaultValue = "none",
        description = {
          "Inputs divided by their largest absolute",
          "value, or centred at their mean first."
        })
    private String scale;

    @Option(names = "--intercept", description = "An input that is always 1.")
    private boolean intercept;

    @Option(
        names = "--separator",
        paramLabel = "C",
        description = "Between cells (told from the header).")
    private String separator;
  }

  boolean given() {
    return own != null;
  }

  /** Where a command would start, which data leave no room for; null if it was not said. */
  static void refuse(String from) {
    if (from != null) {
      throw new InputException(
          "--from " + from + " starts from a card's instance, --data makes one: leave --from out");
    }
  }

  /** Reads the file and makes the objective. */
  Given read() {
    return InputException.guard(
        () ->
            Given.of(
                table(),
                new Wish(
                    own.target,
                    own.columns,
                    Optional.ofNullable(own.problem)
                        .map(word -> one("--problem", word, Wish.Kind.values(), Wish.Kind::word)),
                    Rationals.parse(own.ridge),
                    one("--scale", own.scale, Wish.Scale.values(), Wish.Scale::word),
                    own.intercept)));
  }

  private Table table() {
    if (own.separator == null) {
      return Table.read(own.file);
    }
    String text = own.separator.equals("\\t") ? "\t" : own.separator;
    if (text.length() != 1 || text.equals("\"")) {
      throw new InputException(
          "--separator " + own.separator + " is not one character: write , or ; or \\t");
    }
    return Table.read(own.file, text.charAt(0));
  }

  private static <E> E one(String option, String word, E[] all, Function<E, String> name) {
    return Arrays.stream(all)
        .filter(e -> name.apply(e).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    option
                        + " "
                        + word
                        + " is unknown: write "
                        + Stream.of(all).map(name).collect(Collectors.joining(" or "))));
  }
}
