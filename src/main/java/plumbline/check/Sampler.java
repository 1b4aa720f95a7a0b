package plumbline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.problem.Network;
import plumbline.recursion.Recursion;
import plumbline.simulation.Channel;
import plumbline.simulation.Engine;
import plumbline.simulation.Plan;
import plumbline.simulation.Ratios;
import plumbline.verdict.Levels;

/**
 * Runs the statistical claims of one instance together: one simulation a recursion, read by every
 * claim that is still open, until each is decided or its replicas are used up.
 */
final class Sampler {
  private static final int BLOCK = 1024;
  private static final int SMALLEST_BLOCK = 16;
  private static final long STATE_BYTES = 8L << 20;

  private final Engine engine;
  private final String stream;
  private final long seed;

  Sampler(Engine engine, String stream, long seed) {
    this.engine = engine;
    this.stream = stream;
    this.seed = seed;
  }

  /** The open claims and their simulations, kept until a claim is decided. */
  private record Shared(Map<Recursion, Plan> plans, List<Task<?>> open) {}

  /** Why the engine cannot take what the claims ask for. */
  Optional<String> refuses(List<Task<?>> tasks) {
    return share(tasks).plans().values().stream()
        .map(engine::refuses)
        .flatMap(Optional::stream)
        .findFirst();
  }

  void run(List<Task<?>> tasks, Progress progress) throws InterruptedException {
    run(tasks, progress, () -> {});
  }

  /**
   * @param looked runs after every look
   */
  void run(List<Task<?>> tasks, Progress progress, Runnable looked) throws InterruptedException {
    if (tasks.isEmpty()) {
      return;
    }
    int block = block(tasks);
    long most = tasks.stream().mapToLong(Task::most).max().orElseThrow();
    long blocks = (most + block - 1) / block;
    List<Long> looks = new ArrayList<>(Levels.looks(blocks));
    tasks.forEach(task -> looks.add((task.most() + block - 1) / block));
    Shared shared = share(tasks);
    for (long b = 0; b < blocks && !shared.open().isEmpty(); b++) {
      take(shared, b);
      if (looks.contains(b + 1)) {
        progress.replicas((b + 1) * block, most);
        for (Task<?> task : shared.open()) {
          task.look(task.replicas() >= task.most());
        }
        looked.run();
      }
      if (shared.open().stream().anyMatch(task -> !task.open())) {
        shared = share(tasks);
      }
    }
  }

  private void take(Shared shared, long block) throws InterruptedException {
    Map<Recursion, Ratios> ratios = new LinkedHashMap<>();
    for (Map.Entry<Recursion, Plan> entry : shared.plans().entrySet()) {
      ratios.put(entry.getKey(), engine.run(entry.getValue(), seed, block));
    }
    for (Task<?> task : shared.open()) {
      double[][] taken = new double[task.sources().size()][];
      for (int i = 0; i < taken.length; i++) {
        Task.Source source = task.sources().get(i);
        int channel = shared.plans().get(source.recursion()).channels().indexOf(source.channel());
        taken[i] = ratios.get(source.recursion()).channel(channel);
      }
      task.take(taken);
    }
  }

  private Shared share(List<Task<?>> tasks) {
    List<Task<?>> open = new ArrayList<>();
    Map<Recursion, List<Channel>> channels = new LinkedHashMap<>();
    for (Task<?> task : tasks) {
      if (task.open()) {
        open.add(task);
        for (Task.Source source : task.sources()) {
          channels
              .computeIfAbsent(source.recursion(), r -> new ArrayList<>())
              .add(source.channel());
        }
      }
    }
    Map<Recursion, Plan> plans = new LinkedHashMap<>();
    int block = open.isEmpty() ? BLOCK : block(tasks);
    channels.forEach((r, c) -> plans.put(r, new Plan(r, stream, 0, c, block)));
    return new Shared(plans, open);
  }

  /** 1024, or the largest power of two whose state fits 8 MB. */
  static int block(List<Task<?>> tasks) {
    int block = BLOCK;
    for (Task<?> task : tasks) {
      for (Task.Source source : task.sources()) {
        long width = 8L * source.recursion().problem().dimension();
        if (source.recursion().problem() instanceof Network network) {
          width += 8L * network.hidden();
        }
        while (block > SMALLEST_BLOCK && block * width > STATE_BYTES) {
          block /= 2;
        }
      }
    }
    return block;
  }
}
