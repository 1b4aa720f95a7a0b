package plumbline.cli;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.check.Options;
import plumbline.simulation.CpuEngine;
import plumbline.simulation.Engine;
import plumbline.simulation.OpenClEngine;
import plumbline.simulation.UnavailableException;

/** Reads seeds, resolutions, times and devices as a user writes them. */
final class Inputs {
  private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h)?");

  private Inputs() {}

  /** Absent delta or time is null, as picocli leaves it. */
  static Options options(String seed, String delta, String time) {
    OptionalDouble resolution =
        delta == null ? OptionalDouble.empty() : OptionalDouble.of(delta(delta));
    OptionalDouble seconds = time == null ? OptionalDouble.empty() : OptionalDouble.of(time(time));
    return InputException.guard(() -> new Options(seed(seed), resolution, seconds));
  }

  private static long seed(String text) {
    if (text.equals("random")) {
      return new SecureRandom().nextInt(Integer.MAX_VALUE);
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InputException(
          "--seed " + text + " is no integer of 64 bits: write one, or random");
    }
  }

  private static double delta(String text) {
    try {
      return new BigDecimal(text).doubleValue();
    } catch (NumberFormatException e) {
      throw new InputException(
          "--delta " + text + " is not a finite number in (0, 0.5]: write one, such as 0.02");
    }
  }

  private static double time(String text) {
    Matcher matcher = TIME.matcher(text);
    double number = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    if (!(number > 0)) {
      throw new InputException(
          "--time " + text + " is no time above 0: write a number with ms, s, m or h, such as 60s");
    }
    String unit = matcher.group(2) == null ? "s" : matcher.group(2);
    return number
        * switch (unit) {
          case "ms" -> 1e-3;
          case "m" -> 60;
          case "h" -> 3600;
          default -> 1;
        };
  }

  /**
   * Auto takes this machine's threads: only listing devices tells whether there is a graphics card,
   * which costs 0.2 s and a driver's warnings at every start. Who has one names it.
   */
  static Engine engine(String device) {
    try {
      return switch (device.toLowerCase(Locale.ROOT)) {
        case "auto", "cpu" -> new CpuEngine();
        case "opencl" -> OpenClEngine.open("");
        default -> OpenClEngine.open(device);
      };
    } catch (UnavailableException e) {
      throw new InputException("--device " + device + ": " + e.getMessage());
    }
  }
}
