package plumbline.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plumbline.card.CardIndex;
import plumbline.check.IndexWriter;

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
    Map<String, List<String>> checked = Checked.load();
    if (json) {
      json(out, entries, checked);
    } else {
      table(out, entries, checked);
    }
    return Main.AS_EXPECTED;
  }

  private static void table(
      PrintWriter out, List<CardIndex.Entry> entries, Map<String, List<String>> checked) {
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
    unsharp(out, entries, checked);
  }

  /** Those whose bound no known instance attains, counted and named. */
  private static void unsharp(
      PrintWriter out, List<CardIndex.Entry> entries, Map<String, List<String>> checked) {
    List<String> ids =
        entries.stream()
            .map(CardIndex.Entry::id)
            .filter(id -> checked.getOrDefault(id, List.of()).contains(IndexWriter.UNSHARP))
            .toList();
    if (!ids.isEmpty()) {
      out.println(
          Text.wrap(
              "%d of the checked without an instance that attains the bound: %s"
                  .formatted(ids.size(), String.join(", ", ids)),
              ""));
    }
  }

  private static List<String> kinds(CardIndex.Entry entry, Map<String, List<String>> checked) {
    return checked.getOrDefault(entry.id(), List.of()).stream()
        .filter(kind -> !kind.equals(IndexWriter.UNSHARP))
        .toList();
  }

  private static String kind(CardIndex.Entry entry, Map<String, List<String>> checked) {
    return entry.corrected().isPresent() ? "misprint" : String.join(",", kinds(entry, checked));
  }

  private static void json(
      PrintWriter out, List<CardIndex.Entry> entries, Map<String, List<String>> checked) {
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

  /**
   * The kinds of the claims of each card that has a check, by id, from lists written at build time.
   */
  static final class Checked {
    private Checked() {}

    static Map<String, List<String>> load() {
      Map<String, List<String>> kinds = new TreeMap<>();
      try {
        var urls = ListCommand.class.getClassLoader().getResources(IndexWriter.RESOURCE);
        while (urls.hasMoreElements()) {
          try (var in = urls.nextElement().openStream()) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> List.of(line.split(" ")))
                .forEach(words -> kinds.put(words.get(0), words.subList(1, words.size())));
          }
        }
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return kinds;
    }
  }
}
