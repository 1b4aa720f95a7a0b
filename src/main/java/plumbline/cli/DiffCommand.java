package plumbline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plumbline.check.Results;
import plumbline.check.ResultsFile;

/** What changed between two runs; exit status 1 if a verdict did. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Says which verdicts differ between two results files.",
    footer = {
      "",
      "Exit status: 0 all verdicts agree, 1 some differ.",
      "",
      "Example:",
      "  plumbline diff a/results.json b/results.json"
    })
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A.json", description = "The earlier run.")
  private Path before;

  @Parameters(index = "1", paramLabel = "B.json", description = "The later run.")
  private Path after;

  @Override
  public Integer call() {
    Results a = InputException.guard(() -> ResultsFile.read(before));
    Results b = InputException.guard(() -> ResultsFile.read(after));
    Map<String, String> left = verdicts(a);
    Map<String, String> right = verdicts(b);
    TreeSet<String> all = new TreeSet<>(left.keySet());
    all.addAll(right.keySet());
    PrintWriter out = spec.commandLine().getOut();
    int changed = 0;
    for (String name : all) {
      String was = left.getOrDefault(name, "absent");
      String is = right.getOrDefault(name, "absent");
      if (!was.equals(is)) {
        changed++;
        out.println(name + ": " + was + " -> " + is);
      }
    }
    out.println(
        "%d of %d verdicts differ; the digests are %s"
            .formatted(changed, all.size(), a.digest().equals(b.digest()) ? "equal" : "different"));
    return changed == 0 ? Main.AS_EXPECTED : Main.NOT_AS_EXPECTED;
  }

  private static Map<String, String> verdicts(Results results) {
    Map<String, String> found = new TreeMap<>();
    results
        .checks()
        .forEach(
            check -> {
              found.put(check.id(), check.verdict().name());
              check
                  .instances()
                  .forEach(
                      i ->
                          i.claims()
                              .forEach(
                                  c ->
                                      found.put(
                                          check.id() + " [" + i.name() + "] " + c.name(),
                                          c.verdict().name())));
            });
    return found;
  }
}
