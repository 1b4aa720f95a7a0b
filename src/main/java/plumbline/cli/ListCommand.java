package plumbline.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plumbline.card.CardIndex;
import plumbline.check.Checked;

/** Every card, from the index alone: no card is opened, no theorem made. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Lists every card: id, what is expected, kinds of its claims or 'misprint', title.",
    footer = {
      "",
      "Examples:",
      "  plumbline list",
      "  plumbline list --lecture bottou",
      "  plumbline list --json"
    })
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--lecture",
      paramLabel = "L",
      description = "Only this folder: bottou, lecun, ...")
  private String lecture;

  @Option(names = "--json", description = "As JSON, one array.")
  private boolean json;

  @Override
  public Integer call() {
    CardIndex index = CardIndex.load(ListCommand.class.getClassLoader());
    Set<String> folders = new TreeSet<>();
    index.entries().forEach(e -> folders.add(folder(e)));
    if (lecture != null && !folders.contains(lecture)) {
      throw new InputException(
          "there is no lecture "
              + lecture
              + ": write --lecture with one of "
              + String.join(", ", folders));
    }
    List<CardIndex.Entry> entries =
        index.entries().stream().filter(e -> lecture == null || folder(e).equals(lecture)).toList();
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Checked> checked = Checked.load(ListCommand.class.getClassLoader());
    if (json) {
      json(out, entries, checked);
    } else {
      table(out, entries, checked);
    }
    return Main.AS_EXPECTED;
  }

  private static void table(
      PrintWriter out, List<CardIndex.Entry> entries, Map<String, Checked> checked) {
    Colours colours = new Colours();
    int width = entries.stream().mapToInt(e -> e.id().length()).max().orElse(1);
    int kinds = entries.stream().mapToInt(e -> kind(e, checked).length()).max().orElse(1);
    for (CardIndex.Entry entry : entries) {
      boolean has = checked.containsKey(entry.id());
      String status = has ? entry.expect().word() : "stated";
      out.println(
          Text.pad(entry.id(), width)
              + "  "
              + (has ? Text.pad(status, 7) : colours.faint(Text.pad(status, 7)))
              + "  "
              + Text.pad(kind(entry, checked), kinds)
              + "  "
              + Text.cut(entry.title(), Text.WIDTH - width - kinds - 13));
    }
    long with = entries.stream().filter(e -> checked.containsKey(e.id())).count();
    out.println();
    out.println(
        "%d cards, %d with a check, %d stated and not checked"
            .formatted(entries.size(), with, entries.size() - with));
    honest(out, entries.stream().map(e -> checked.get(e.id())).filter(Objects::nonNull).toList());
  }

  /** Those whose bound no known instance attains, named; and claims that try only themselves. */
  private static void honest(PrintWriter out, List<Checked> checked) {
    List<String> loose = checked.stream().filter(c -> !c.sharp()).map(Checked::id).toList();
    if (!loose.isEmpty()) {
      out.println(
          Text.wrap(
              "%d of the checked without an instance that attains the bound: %s"
                  .formatted(loose.size(), String.join(", ", loose)),
              ""));
    }
    out.println(
        "About %d of their %d claims reach no code of the product but the theorem's own."
            .formatted(
                checked.stream().mapToInt(Checked::alone).sum(),
                checked.stream().mapToInt(Checked::claims).sum()));
  }

  private static List<String> kinds(CardIndex.Entry entry, Map<String, Checked> checked) {
    Checked found = checked.get(entry.id());
    return found == null ? List.of() : found.kinds();
  }

  private static String kind(CardIndex.Entry entry, Map<String, Checked> checked) {
    return entry.corrected().isPresent() ? "misprint" : String.join(",", kinds(entry, checked));
  }

  private static void json(
      PrintWriter out, List<CardIndex.Entry> entries, Map<String, Checked> checked) {
    String separator = "[\n";
    for (CardIndex.Entry e : entries) {
      out.print(separator);
      out.print(
          ("  {\"id\": %s, \"title\": %s, \"source\": %s, \"expect\": %s, \"checked\": %s,"
                  + " \"misprint\": %s, \"unchecked\": %s, \"kinds\": [%s]}")
              .formatted(
                  Text.quote(e.id()),
                  Text.quote(e.title()),
                  Text.quote(e.source().cited()),
                  Text.quote(e.expect().word()),
                  checked.containsKey(e.id()),
                  e.corrected().isPresent(),
                  e.unchecked().map(Text::quote).orElse("null"),
                  kinds(e, checked).stream().map(Text::quote).collect(Collectors.joining(", "))));
      separator = ",\n";
    }
    out.println(entries.isEmpty() ? "[]" : "\n]");
  }

  private static String folder(CardIndex.Entry entry) {
    return entry.id().substring(0, entry.id().indexOf('/'));
  }
}
