package plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plumbline.check.CheckResult;
import plumbline.check.ClaimResult;
import plumbline.check.InstanceResult;
import plumbline.check.Options;
import plumbline.check.ResultsFile;
import plumbline.grade.Grade;
import plumbline.grade.Graded;
import plumbline.grade.Source;
import plumbline.simulation.ScalarEngine;
import plumbline.simulation.ScalarStep;

/** Grades a step that somebody wrote. */
@Command(
    name = "grade",
    mixinStandardHelpOptions = true,
    description = {
      "Grades an optimizer of your own against a theorem or a method.",
      "",
      "It is a Java class that states one step: held against a theorem that it should obey, or",
      "against the method that it says it is."
    },
    footer = {
      "",
      "Start with `plumbline grade --example > MyStep.java`. The class is given w_k, what returns",
      "stochastic gradients, and k; it returns w_(k+1). Each replica gets a new object.",
      "",
      "--theorem asks by simulation whether the theorem's bounds hold of your iterates, on every",
      "instance to which the theorem applies (--instance: on one; --set: with values of yours).",
      "Two more answers stand apart from the grade: whether the means are those of the method that",
      "the theorem speaks of, and where, draw by draw, your iterates first differ from its.",
      "A method that obeys the same bound passes, whatever it is.",
      "",
      "--method asks whether your iterates are those of sgd, heavy-ball, momentum, nesterov or",
      "nesterov-ahead, from the same draws and up to rounding. All but sgd take --set beta=9/10:",
      "  sgd             w <- w - alpha_k g(w)",
      "  heavy-ball      w <- w - alpha_k g(w) + beta (w - w_before)",
      "  momentum        p <- beta p + g(w);  w <- w - alpha_k p",
      "  nesterov        y = w + beta (w - w_before);  w <- y - alpha_k g(y)",
      "  nesterov-ahead  p <- beta p + g(w);  w <- w - alpha_k (g(w) + beta p)",
      "",
      "Your class runs with all your rights: grade no file that you would not run. A step may take",
      "10 seconds, all of them --time.",
      "",
      "Exit status: 0 it obeys, 1 it does not or too little was seen, 2 wrong input."
    })
final class GradeCommand implements Callable<Integer> {
  private static final String EXAMPLE = "/plumbline/grade/MyStep.java";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE.java", arity = "0..1", description = "The source of the step.")
  private Path file;

  @Option(names = "--jar", paramLabel = "JAR", description = "Where --class is found instead.")
  private Path jar;

  @Option(names = "--class", paramLabel = "NAME", description = "A class in --jar.")
  private String type;

  @Option(names = "--theorem", paramLabel = "ID", description = "What it should obey.")
  private String theorem;

  @Option(names = "--method", paramLabel = "NAME", description = "What it should be.")
  private String method;

  @Option(names = "--instance", paramLabel = "NAME", description = "One instance of the theorem.")
  private String instance;

  @Option(
      names = "--set",
      paramLabel = "name=value",
      description = "A parameter of the theorem, or beta of the method.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--seed",
      paramLabel = "N|random",
      defaultValue = "0",
      description = "Seed of the draws (${DEFAULT-VALUE}).")
  private String seed;

  @Option(
      names = "--delta",
      paramLabel = "D",
      defaultValue = "0.05",
      description = "Resolution of every claim, in (0, 0.5] (${DEFAULT-VALUE}).")
  private String delta;

  @Option(
      names = "--time",
      paramLabel = "60s",
      defaultValue = "10m",
      description = "Patience for all of it (${DEFAULT-VALUE}).")
  private String time;

  @Option(names = "--json", description = "The grade and its evidence as JSON.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      description = "Every claim with its sentence.")
  private boolean verbose;

  @Option(names = "--example", description = "Prints a step to start from.")
  private boolean example;

  /** The grade as a program reads it. */
  private record Written(
      Graded.Mark mark,
      String sentence,
      List<String> findings,
      String inTheMean,
      String drawByDraw,
      String firstDifference,
      List<String> errors,
      CheckResult check) {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (example) {
      out.print(example());
      out.flush();
      return Main.AS_EXPECTED;
    }
    if ((theorem == null) == (method == null)) {
      throw new InputException(
          "grade needs --theorem ID or --method NAME, and not both: see `plumbline grade --help`");
    }
    Supplier<ScalarStep> steps = InputException.guard(this::steps);
    Graded graded = InputException.guard(() -> graded(Grade.of(steps)));
    if (json) {
      out.println(ResultsFile.json(written(graded)));
    } else {
      print(out, graded);
    }
    out.flush();
    return graded.passes() ? Main.AS_EXPECTED : Main.NOT_AS_EXPECTED;
  }

  private Supplier<ScalarStep> steps() {
    if (file != null && jar == null && type == null) {
      return Source.compiled(file);
    }
    if (file == null && jar != null && type != null) {
      return Source.loaded(jar, type);
    }
    throw new InputException(
        "grade needs one step: a FILE.java, or --jar and --class (`grade --example` prints one)");
  }

  private Graded graded(Grade grade) {
    Options options = Inputs.options(seed, delta, time);
    Ticker ticker = Ticker.on(spec.commandLine().getErr());
    Grade.Settings standard = Grade.Settings.standard();
    ScalarEngine.Limits limits =
        new ScalarEngine.Limits(standard.limits().step(), options.seconds().orElseThrow());
    Grade asked =
        grade.with(
            new Grade.Settings(
                options.seed(), options.delta().orElseThrow(), limits, standard.threads(), ticker));
    PrintStream before = System.out;
    // what the step prints is no part of the grade
    System.setOut(System.err);
    try {
      if (method != null) {
        if (instance != null) {
          throw new InputException("--instance is one of a theorem: leave it out with --method");
        }
        return asked.as(method, set);
      }
      return instance == null && set.isEmpty()
          ? asked.against(theorem)
          : asked.against(theorem, instance == null ? "" : instance, set);
    } finally {
      System.setOut(before);
      ticker.erase();
    }
  }

  private static Written written(Graded g) {
    return new Written(
        g.mark(),
        g.sentence(),
        g.findings(),
        g.inTheMean().orElse(""),
        g.drawByDraw().orElse(""),
        g.firstDifference().orElse(""),
        g.errors(),
        g.check());
  }

  private void print(PrintWriter out, Graded graded) {
    Colours colours = new Colours();
    String[] lines = graded.toString().split("\n");
    out.println(graded.passes() ? colours.good(lines[0]) : colours.bad(lines[0]));
    for (int i = 1; i < lines.length; i++) {
      out.println(Text.wrap(lines[i].strip(), "  "));
    }
    if (verbose) {
      for (InstanceResult tried : graded.check().instances()) {
        out.println("  " + tried.name());
        for (ClaimResult claim : tried.claims()) {
          out.println(
              "    " + colours.of(claim.verdict(), claim.verdict().name()) + " " + claim.name());
          out.println(Text.wrap(claim.sentence(), "      "));
        }
      }
    }
  }

  private static String example() throws IOException {
    try (InputStream in = GradeCommand.class.getResourceAsStream(EXAMPLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
