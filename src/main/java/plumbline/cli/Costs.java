package plumbline.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import plumbline.check.DryRun;
import plumbline.check.Request;

/** Prints what a check would cost. */
final class Costs {
  private static final int NAME = 52;

  private Costs() {}

  /** One line a claim, one a card, and the sum. */
  static void print(PrintWriter out, DryRun run, List<Request> requests) {
    double seconds = 0;
    long bytes = 0;
    for (Request request : requests) {
      out.println(request.id());
      String instance = "";
      for (DryRun.Cost cost : run.of(request)) {
        if (!cost.instance().equals(instance)) {
          instance = cost.instance();
          out.println("  " + Text.cut(instance, Text.WIDTH - 2));
        }
        String name = Text.pad(Text.cut(cost.claim(), NAME), NAME);
        out.println("    " + name + " " + (cost.replicas() == 0 ? "no replicas" : line(cost)));
        seconds += cost.seconds();
        bytes = Math.max(bytes, cost.bytes());
      }
      out.flush();
    }
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "at most %s on one thread, if no claim shared or was decided early; a block takes %s",
            time(seconds),
            memory(bytes)));
    out.println("nothing was drawn or written");
  }

  private static String line(DryRun.Cost cost) {
    return String.format(
        Locale.ROOT,
        "%8d replicas %9s %9s",
        cost.replicas(),
        time(cost.seconds()),
        memory(cost.bytes()));
  }

  private static String time(double seconds) {
    return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.0f s", seconds);
  }

  private static String memory(long bytes) {
    return bytes < 1 << 20
        ? String.format(Locale.ROOT, "%d KiB", (bytes + 1023) / 1024)
        : String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
  }
}
