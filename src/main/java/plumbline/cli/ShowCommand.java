package plumbline.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plumbline.card.Card;
import plumbline.card.Section;
import plumbline.check.Catalogue;
import plumbline.theorem.Theorem;

/** A card and what its check declares. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a card: statement, source, hypotheses, parameters, instances, how to run.",
    footer = {"", "Example:", "  plumbline show bottou/thm46-fixed-step"})
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "A card.")
  private String id;

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.load();
    Card card = catalogue.cards().open(Chosen.one(catalogue, id));
    PrintWriter out = spec.commandLine().getOut();
    out.println(new Colours().strong(card.title()));
    out.println(card.id() + ", expected: " + card.expect().word());
    out.println(Text.wrap("source: " + card.source().cited(), "        "));
    card.unchecked()
        .ifPresent(why -> out.println(Text.wrap("stated, not checked: " + why, "        ")));
    for (Section section : Section.values()) {
      out.println("\n" + section.heading() + "\n\n" + Text.prose(card.section(section).strip()));
    }
    catalogue.theorem(card.id()).ifPresent(theorem -> theorem(out, card.id(), theorem));
    return Main.AS_EXPECTED;
  }

  private static void theorem(PrintWriter out, String id, Theorem<?> theorem) {
    out.println("\nHypotheses");
    theorem.hypotheses().forEach(h -> out.println(Text.wrap(h.text(), "  ")));
    out.println("\nParameters");
    theorem
        .declaration()
        .parameters()
        .forEach(
            p ->
                out.println(
                    Text.wrap(
                            "%s in %s, default %s: %s"
                                .formatted(p.name(), p.range(), p.standard(), p.meaning()),
                            "    ")
                        .substring(2)));
    out.println("\nInstances");
    theorem
        .declaration()
        .presets()
        .forEach(p -> out.println("  " + Text.pad(p.role().name(), 8) + " " + p.name()));
    out.println("\nRun it: plumbline check " + id);
  }
}
