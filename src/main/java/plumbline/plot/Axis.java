package plumbline.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis: which scale, from where to where, which ticks, which labels.
 *
 * @param scale how a value becomes a position
 * @param exponent a LINEAR axis shows values in units of 10^exponent
 * @param min lower end, in chart units (see {@link #at})
 * @param max upper end, in chart units
 * @param step between labelled ticks: of a LINEAR axis in chart units, else in decades
 * @param floor values below it are not drawn; minus infinity on a LINEAR axis
 * @param ceiling values above it are not drawn; infinity but where a divergence is cut
 */
record Axis(
    Scale scale, int exponent, double min, double max, double step, double floor, double ceiling) {
  /** How a value becomes a position. */
  enum Scale {
    /** As it is, in units of a power of ten. */
    LINEAR,
    /** Up to {@link #FEW} decades: the library's own logarithmic axis, with ticks at 2, ..., 9. */
    LOG,
    /** More decades: the exponent is drawn on a linear axis, or small ticks would merge. */
    POWERS
  }

  /** Decades up to which ticks at 2, ..., 9 can be told apart at 360 pixels. */
  private static final int FEW = 6;

  /** More decades below the top are cut: one tick a decade would fall below 14 pixels. */
  private static final int DEEPEST = 24;

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /**
   * The axis for these values.
   *
   * @param values finite, at least one; the first is kept in sight where an axis must be cut
   * @param ratio a logarithmic axis is chosen if all are positive and largest / smallest is at
   *     least this
   * @param mostLabels how many labels fit
   */
  static Axis of(List<Double> values, double ratio, int mostLabels) {
    double smallest = values.stream().mapToDouble(v -> v).min().orElseThrow();
    double largest = values.stream().mapToDouble(v -> v).max().orElseThrow();
    double positive =
        values.stream().mapToDouble(v -> v).filter(v -> v > 0).min().orElse(Double.NaN);
    // a few zeros (an exact value that vanishes) must not hide three decades of the rest
    boolean log =
        smallest > 0
            ? largest / smallest >= ratio
            : smallest == 0 && largest / positive >= Math.max(1000, ratio);
    return log
        ? logarithmic(positive, largest, values.get(0), mostLabels)
        : linear(smallest, largest, mostLabels);
  }

  private static Axis logarithmic(double smallest, double largest, double first, int mostLabels) {
    double top = Math.ceil(Math.log10(largest) - 1e-9);
    double bottom = Math.floor(Math.log10(smallest) + 1e-9);
    if (top - bottom > DEEPEST) {
      // what diverges is followed from its start upwards, what converges downwards
      boolean grows = first > 0 && Math.log10(first) < (top + bottom) / 2;
      top = grows ? bottom + DEEPEST : top;
      bottom = top - DEEPEST;
    }
    double step = step(top - bottom, mostLabels);
    if (top - bottom > FEW) {
      return new Axis(Scale.POWERS, 0, bottom, top, step, Math.pow(10, bottom), Math.pow(10, top));
    }
    double low = niceBelow(smallest);
    return new Axis(Scale.LOG, 0, low, niceAbove(largest), step, low, Double.POSITIVE_INFINITY);
  }

  private static double step(double decades, int mostLabels) {
    double step = 1;
    while (decades / step > mostLabels) {
      step++;
    }
    return step;
  }

  /** The largest of 1, 2, 5 times a power of ten that is at most this, up to rounding. */
  private static double niceBelow(double value) {
    double decade = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
    double mantissa = value / decade * (1 + 1e-9);
    return decade * (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1);
  }

  private static double niceAbove(double value) {
    double decade = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
    double mantissa = value / decade * (1 - 1e-9);
    return decade * (mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10);
  }

  /**
   * The axis for iterations: as {@link #of}, and no tick lies between two of them.
   *
   * @param ks finite, at least one
   */
  static Axis ofIterations(List<Double> ks, double ratio, int mostLabels) {
    Axis axis = of(ks, ratio, mostLabels);
    if (axis.scale != Scale.LINEAR || axis.exponent != 0 || axis.step >= 1) {
      return axis;
    }
    double low = Math.floor(axis.min + 1e-9);
    double high = Math.ceil(axis.max - 1e-9);
    return new Axis(Scale.LINEAR, 0, low, high, 1, axis.floor, axis.ceiling);
  }

  private static Axis linear(double smallest, double largest, int mostLabels) {
    double size = Math.max(Math.abs(smallest), Math.abs(largest));
    int exponent =
        size == 0 || (size >= 0.01 && size < 1e5) ? 0 : (int) Math.floor(Math.log10(size));
    double unit = Math.pow(10, exponent);
    double low = smallest / unit;
    double high = largest / unit;
    // a narrower range would need labels of more than three digits that differ in the last only
    double narrowest = Math.max(0.03 * size / unit, 1e-9);
    if (high - low < narrowest) {
      double widen = size == 0 ? 1 : (narrowest - (high - low)) / 2;
      low -= widen;
      high += widen;
    }
    double step = niceAbove((high - low) / mostLabels);
    return new Axis(
        Scale.LINEAR,
        exponent,
        Math.floor(low / step + 1e-9) * step,
        Math.ceil(high / step - 1e-9) * step,
        step,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }

  /** A value in chart units. */
  double at(double value) {
    return switch (scale) {
      case LINEAR -> value / Math.pow(10, exponent);
      case LOG -> value;
      case POWERS -> Math.log10(value);
    };
  }

  boolean shows(double value) {
    return Double.isFinite(value) && value >= floor * (1 - 1e-12) && value <= ceiling * (1 + 1e-12);
  }

  /** How many pixels lie between ticks of a linear chart axis of this length. */
  int spacing(double pixels) {
    double between = scale == Scale.LINEAR ? step : 1;
    return Math.max(1, (int) Math.round(pixels * between / (max - min)));
  }

  /** Positions of grid lines: every decade, or every step. */
  List<Double> grid() {
    List<Double> grid = new ArrayList<>();
    if (scale == Scale.LOG) {
      for (int i = first(); i <= Math.log10(max) + 1e-9; i++) {
        grid.add(Math.pow(10, i));
      }
    } else {
      double between = scale == Scale.LINEAR ? step : 1;
      for (int i = 0; min + i * between <= max + between * 1e-6; i++) {
        grid.add(min + i * between);
      }
    }
    return grid;
  }

  private int first() {
    return (int) Math.ceil(Math.log10(min) - 1e-9);
  }

  /** The label at a tick of the chart; empty where a tick stays bare. */
  String label(double tick) {
    if (scale == Scale.LINEAR) {
      return decimal(tick);
    }
    double power = scale == Scale.LOG ? Math.log10(tick) : tick;
    double decade = Math.rint(power);
    if (Math.abs(power - decade) < 1e-6) {
      double start = scale == Scale.LOG ? first() : min;
      return Math.abs(Math.IEEEremainder(decade - start, step)) < 0.5 ? power((int) decade) : "";
    }
    double mantissa = Math.rint(tick / Math.pow(10, Math.floor(power)));
    boolean between = scale == Scale.LOG && Math.log10(max / min) < 2;
    return between && (mantissa == 2 || mantissa == 5)
        ? between(mantissa, (int) Math.floor(power))
        : "";
  }

  private String power(int exponent) {
    if (plain()) {
      return plain(1, exponent);
    }
    StringBuilder text = new StringBuilder("10");
    if (exponent < 0) {
      text.append('⁻');
    }
    for (char digit : String.valueOf(Math.abs(exponent)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return exponent == 0 ? "1" : exponent == 1 ? "10" : text.toString();
  }

  private String between(double mantissa, int exponent) {
    return plain() ? plain((int) mantissa, exponent) : (int) mantissa + "e" + exponent;
  }

  /** Whether 0.001 to 10000 covers the axis. */
  private boolean plain() {
    double low = scale == Scale.LOG ? Math.log10(min) : min;
    double high = scale == Scale.LOG ? Math.log10(max) : max;
    return low >= -3 - 1e-9 && high <= 4 + 1e-9;
  }

  private static String plain(int mantissa, int exponent) {
    return java.math.BigDecimal.valueOf(mantissa, -exponent).toPlainString();
  }

  private String decimal(double tick) {
    int places = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    String text = String.format(Locale.ROOT, "%." + places + "f", tick);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }

  /** " (in units of 1e-6)" where labels are scaled, else empty. */
  String unit() {
    return exponent == 0 ? "" : " (in units of 1e" + exponent + ")";
  }
}
