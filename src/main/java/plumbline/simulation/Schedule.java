package plumbline.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import plumbline.lanes.Codes;
import plumbline.quantity.Quantity;

/**
 * Which readings a kernel makes when: channels with one quantity share its reading, and means that
 * begin at the same iteration share their running total.
 */
final class Schedule {
  /** What happens in some iterations, see {@link plumbline.lanes.Segment}. */
  record Events(int[] bounds, int[] codes, double[] numbers) {
    int count() {
      return numbers.length;
    }
  }

  /** What is read: a quantity, or one coordinate of it. */
  private record Read(Quantity quantity, int coordinate) {}

  private record Total(Read read, Channel.Gather gather, long first, int owner) {}

  private final Plan plan;
  private final Map<Total, Long> ends = new LinkedHashMap<>();
  private final List<Total> totals;
  private final int[] totalOf;
  private final Map<Read, List<Integer>> channelsOf = new LinkedHashMap<>();

  Schedule(Plan plan) {
    this.plan = plan;
    List<Channel> channels = plan.channels();
    for (int i = 0; i < channels.size(); i++) {
      Channel c = channels.get(i);
      channelsOf.computeIfAbsent(read(c), q -> new ArrayList<>()).add(i);
      if (c.gather() != Channel.Gather.AT) {
        ends.merge(total(i), c.last(), Math::max);
      }
    }
    totals = List.copyOf(ends.keySet());
    totalOf = IntStream.range(0, channels.size()).map(i -> totals.indexOf(total(i))).toArray();
  }

  private Total total(int channel) {
    Channel c = plan.channels().get(channel);
    boolean shared = c.gather() == Channel.Gather.MEAN || c.gather() == Channel.Gather.WEIGHTED_SUM;
    return new Total(read(c), c.gather(), c.first(), shared ? -1 : channel);
  }

  private static Read read(Channel c) {
    return new Read(c.quantity(), c.coordinate());
  }

  /** Rows of running totals. */
  int totals() {
    return totals.size();
  }

  /** The last step that must be made: the last iteration's, if its gradient is read. */
  int steps() {
    boolean drawn =
        plan.channels().stream()
            .anyMatch(c -> c.quantity().isOfOracle() && c.last() == plan.last());
    return (int) plan.last() - (drawn ? 0 : 1);
  }

  Events events(int first, int last) {
    int[] bounds = new int[2 * (last - first + 1) + 1];
    Writer writer = new Writer();
    for (int k = first; k <= last; k++) {
      for (int phase = 0; phase < 2; phase++) {
        bounds[2 * (k - first) + phase] = writer.size;
        for (Read read : channelsOf.keySet()) {
          if (read.quantity().isOfOracle() == (phase == 1)) {
            read(read, k, writer);
          }
        }
      }
    }
    bounds[bounds.length - 1] = writer.size;
    return new Events(bounds, writer.codes(), writer.numbers());
  }

  private void read(Read read, long k, Writer writer) {
    List<Integer> active =
        channelsOf.get(read).stream()
            .filter(i -> plan.channels().get(i).first() <= k && k <= plan.channels().get(i).last())
            .toList();
    if (active.isEmpty()) {
      return;
    }
    int row = read.coordinate() * Codes.QUANTITIES;
    writer.write(Codes.READ, row + code(read.quantity()), 0);
    active.stream()
        .mapToInt(i -> totalOf[i])
        .filter(t -> t >= 0)
        .distinct()
        .forEach(t -> gather(t, k, writer));
    for (int i : active) {
      if (plan.channels().get(i).last() == k) {
        finish(i, k, writer);
      }
    }
  }

  private void gather(int row, long k, Writer writer) {
    Total total = totals.get(row);
    switch (total.gather()) {
      case MEAN -> writer.write(Codes.ADD, row, 1);
      case WEIGHTED_SUM -> writer.write(Codes.ADD, row, plan.recursion().stepsize().at(k));
      case WINDOW -> writer.write(Codes.ADD_RATIO, row, scale(total.owner(), k));
      case MAX -> writer.write(Codes.RAISE, row, scale(total.owner(), k));
      case AT -> throw new IllegalStateException("AT has no running total");
    }
  }

  private void finish(int channel, long k, Writer writer) {
    Channel c = plan.channels().get(channel);
    double count = c.last() - c.first() + 1;
    switch (c.gather()) {
      case AT -> writer.write(Codes.KEEP, channel, scale(channel, k));
      case MEAN -> writer.finish(totalOf[channel], count, channel, scale(channel, k));
      case WEIGHTED_SUM -> writer.finish(totalOf[channel], 1, channel, scale(channel, k));
      case WINDOW -> writer.finish(totalOf[channel], count, channel, 1);
      case MAX -> writer.finish(totalOf[channel], 1, channel, 1);
    }
  }

  private double scale(int channel, long k) {
    return plan.channels().get(channel).scale().applyAsDouble(k);
  }

  private static int code(Quantity quantity) {
    return switch (quantity) {
      case GAP -> Codes.GAP;
      case GRADIENT_NORM_SQUARED -> Codes.GRADIENT_NORM_SQUARED;
      case ORACLE_NORM_SQUARED -> Codes.ORACLE_NORM_SQUARED;
      case DISTANCE_SQUARED -> Codes.DISTANCE_SQUARED;
      case DISTANCE_TO_MINIMA_SQUARED -> Codes.DISTANCE_TO_MINIMA_SQUARED;
      case FIRST_COORDINATE_SQUARED -> Codes.FIRST_COORDINATE_SQUARED;
      case LOSS_OVER_START -> Codes.LOSS_OVER_START;
      case COORDINATE -> Codes.COORDINATE;
      case ORACLE_COORDINATE -> Codes.ORACLE_COORDINATE;
    };
  }

  /** Growing arrays of events. */
  private static final class Writer {
    private int size;
    private int[] codes = new int[64 * Codes.EVENT_INTS];
    private double[] numbers = new double[64];

    void write(int event, int target, double number) {
      if (size == numbers.length) {
        codes = Arrays.copyOf(codes, 2 * codes.length);
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      codes[Codes.EVENT_INTS * size] = event;
      codes[Codes.EVENT_INTS * size + 1] = target;
      numbers[size++] = number;
    }

    void finish(int total, double count, int channel, double scale) {
      write(Codes.TAKE, total, count);
      write(Codes.FINISH, channel, scale);
    }

    int[] codes() {
      return Arrays.copyOf(codes, Codes.EVENT_INTS * size);
    }

    double[] numbers() {
      return Arrays.copyOf(numbers, size);
    }
  }
}
