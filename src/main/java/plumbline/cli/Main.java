package plumbline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import plumbline.check.Suite;

/**
 * The entry of {@code java -jar plumbline.jar}.
 *
 * <p>Exit status: 0 every verdict is the expected one, 1 some verdict is not, 2 the command line or
 * an input is wrong, 130 interrupted.
 */
public final class Main {
  /** Every verdict is the expected one. */
  static final int AS_EXPECTED = 0;

  /** Some verdict is not. */
  static final int NOT_AS_EXPECTED = 1;

  /** The command line or an input is wrong. */
  static final int WRONG_INPUT = 2;

  /** Interrupted, as shells count it: 128 + SIGINT. */
  static final int INTERRUPTED = 130;

  @Command(
      name = "plumbline",
      version = "plumbline " + Suite.VERSION,
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "COMMAND",
      description = "Puts documented optimization theory to the test.",
      footer = {
        "",
        "Start with:",
        "  plumbline list                              what is stated, and what is checked",
        "  plumbline check bottou/thm46-fixed-step     one theorem against simulation",
        "  plumbline check && plumbline report         all of them, and their pages",
        "",
        "Exit status: 0 every verdict is the expected one, 1 some verdict is not, 2 the command",
        "line or an input is wrong. NO_COLOR switches colours off."
      },
      subcommands = {
        ListCommand.class,
        ShowCommand.class,
        CheckCommand.class,
        PlotCommand.class,
        ReportCommand.class,
        ExplainCommand.class,
        DiffCommand.class,
        DevicesCommand.class,
        MutateCommand.class,
        BenchCommand.class,
        GradeCommand.class,
        LabCommand.class,
        KernelCommand.class,
        NotebookCommand.class,
        AutoComplete.GenerateCompletion.class
      })
  private static final class Root {}

  private Main() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int status = run(arguments, out, err);
    out.flush();
    err.flush();
    System.exit(status);
  }

  private static PrintWriter writer(FileDescriptor to) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8), true);
  }

  /** Runs one command line and returns its exit status; never ends the Java machine. */
  public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new Root());
    line.setOut(out).setErr(err);
    line.setUsageHelpWidth(100);
    boolean coloured = Colours.wanted();
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            coloured ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(
        (e, given) -> {
          e.getCommandLine()
              .getErr()
              .println(
                  sentence(e)
                      + ": see `"
                      + e.getCommandLine().getCommandSpec().qualifiedName()
                      + " --help`");
          return WRONG_INPUT;
        });
    line.setExecutionExceptionHandler(
        (e, at, parsed) -> {
          at.getErr().println(Failure.sentence(e));
          return WRONG_INPUT;
        });
    if (arguments.length == 0) {
      line.usage(out);
      return AS_EXPECTED;
    }
    return execute(line, arguments, err);
  }

  private static int execute(CommandLine line, String[] arguments, PrintWriter err) {
    try {
      return line.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      err.println(Failure.sentence(e));
      return WRONG_INPUT;
    } finally {
      err.flush();
    }
  }

  private static String sentence(CommandLine.ParameterException e) {
    String text = e.getMessage();
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      var commands = e.getCommandLine().getSubcommands().keySet();
      String first = unmatched.getUnmatched().get(0);
      if (!commands.isEmpty() && !first.startsWith("-")) {
        return "there is no command " + first + "; there are " + String.join(", ", commands);
      }
      var near = unmatched.getSuggestions();
      return near.isEmpty() ? text : text + "; the nearest are " + String.join(", ", near);
    }
    if (e.getArgSpec() != null && e.getArgSpec().isMultiValue() && text.contains("KEY=VALUE")) {
      return "--set " + e.getValue() + " is not of the form name=value, such as --set alpha=1/10";
    }
    return text;
  }
}
