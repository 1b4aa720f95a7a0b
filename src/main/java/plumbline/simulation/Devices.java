package plumbline.simulation;

import com.aparapi.Range;
import com.aparapi.device.Device;
import com.aparapi.device.OpenCLDevice;
import com.aparapi.exception.CompileFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The OpenCL devices of this machine, each tried with a small kernel.
 *
 * <p>Listing loads the OpenCL libraries. Of a platform that is neither OpenCL 1.1, 1.2 nor 2.x,
 * Aparapi's native part then writes a line "untested OpenCL platform version" to file descriptor 2:
 * unconditionally, past {@link System#err} and past all loggers, so that nothing in Java can
 * silence it. So devices are listed only when somebody asks for one.
 */
public final class Devices {
  // Kept, because a logger without a reference loses its level. Aparapi warns of each fall-back to
  // Java threads; we make those impossible and say why ourselves.
  private static final Logger APARAPI = Logger.getLogger("com.aparapi");

  private static final int PROBES = 64;
  private static final int CHAIN = 2000;
  private static final int LAUNCHES = 5;

  static {
    APARAPI.setLevel(Level.OFF);
  }

  /** Where the double arithmetic of a device stands against Java's. */
  public enum Rounding {
    /** fma, square root and division give Java's bits. */
    EQUAL,
    /** fma does, square root or division do not: results agree within rounding only. */
    CLOSE,
    /** fma does not round once. */
    UNFUSED,
    /** The device did not run doubles at all. */
    UNKNOWN
  }

  /**
   * One device.
   *
   * @param name as the platform gives it
   * @param kind "cpu", "gpu" or "accelerator"
   * @param rounding how its doubles round
   * @param fmaNanoseconds of one fused multiply-add in a chain; beyond 50 there is no hardware for
   *     it; NaN if it did not run
   * @param refusal why it cannot be used, if it cannot
   */
  public record Found(
      String name,
      String kind,
      Rounding rounding,
      double fmaNanoseconds,
      Optional<String> refusal) {}

  private Devices() {}

  /** All devices, in the order of their platforms; none without OpenCL. */
  public static List<Found> list() {
    List<Found> found = new ArrayList<>();
    for (OpenCLDevice device : handles()) {
      found.add(describe(device));
    }
    return List.copyOf(found);
  }

  static List<OpenCLDevice> handles() {
    try {
      List<OpenCLDevice> devices = OpenCLDevice.listDevices(null);
      if (devices == null) {
        return List.of();
      }
      // by default Aparapi lends the device the addresses of Java arrays, which the garbage
      // collector moves; then kernels write to where an array was
      devices.forEach(device -> device.setSharedMemory(false));
      return List.copyOf(devices);
    } catch (LinkageError e) {
      // no native library for this platform
      return List.of();
    }
  }

  /**
   * What a device did with the probe.
   *
   * @param failure what it said instead of running it, empty if it ran
   * @param fused whether fma rounded once
   * @param rounded whether square root and division gave Java's bits
   * @param fmaNanoseconds of one fused multiply-add
   */
  record Trial(
      String name,
      String kind,
      Optional<String> failure,
      boolean fused,
      boolean rounded,
      double fmaNanoseconds) {}

  static Found describe(OpenCLDevice device) {
    return judge(attempt(device));
  }

  private static Trial attempt(OpenCLDevice device) {
    double[] x = new SplittableRandom(1).doubles(PROBES, 0.5, 2).toArray();
    Probe probe = new Probe(x, CHAIN);
    try {
      compile(probe, device);
    } catch (CompileFailedException | RuntimeException | AssertionError e) {
      // no dispose: see Residents
      return new Trial(
          device.getName(),
          kind(device),
          Optional.of("" + e.getMessage()),
          false,
          false,
          Double.NaN);
    }
    Range range = Range.create(device, PROBES, 1);
    probe.execute(range);
    // the shortest of a few, since a launch on a busy machine can take longer than the work
    double nanoseconds = Double.POSITIVE_INFINITY;
    for (int i = 0; i < LAUNCHES; i++) {
      long start = System.nanoTime();
      probe.execute(range);
      nanoseconds = Math.min(nanoseconds, (System.nanoTime() - start) / ((double) CHAIN * PROBES));
    }
    probe.dispose();
    return new Trial(
        device.getName(),
        kind(device),
        Optional.empty(),
        fused(probe),
        rounded(probe),
        nanoseconds);
  }

  /** Whether a device that did so can be used, and if not, why in a sentence. */
  static Found judge(Trial trial) {
    Optional<String> refusal = Optional.empty();
    Rounding rounding = trial.rounded() ? Rounding.EQUAL : Rounding.CLOSE;
    if (trial.failure().isPresent()) {
      rounding = Rounding.UNKNOWN;
      refusal = Optional.of(noDoubles(trial.name(), trial.failure().get()));
    } else if (!trial.fused()) {
      rounding = Rounding.UNFUSED;
      refusal =
          Optional.of(
              trial.name()
                  + " does not round a fused multiply-add once, so its results would differ from"
                  + " every other device; use --device cpu");
    }
    return new Found(trial.name(), trial.kind(), rounding, trial.fmaNanoseconds(), refusal);
  }

  static void compile(com.aparapi.Kernel kernel, Device device) throws CompileFailedException {
    kernel.compile(device);
    SignalHandlers.restore();
  }

  private static String noDoubles(String device, String why) {
    return device
        + " did not take a kernel with doubles ("
        + why
        + "): it may lack double precision (fp64); use --device cpu";
  }

  private static boolean fused(Probe probe) {
    for (int i = 0; i < probe.x.length; i++) {
      double y = probe.x[i];
      for (int n = 0; n < probe.chain; n++) {
        y = Math.fma(y, -0.75, probe.x[i]);
      }
      if (probe.fused[i] != y) {
        return false;
      }
    }
    return true;
  }

  private static boolean rounded(Probe probe) {
    for (int i = 0; i < probe.x.length; i++) {
      if (probe.root[i] != Math.sqrt(probe.x[i]) || probe.quotient[i] != 1.0 / probe.x[i]) {
        return false;
      }
    }
    return true;
  }

  static String kind(OpenCLDevice device) {
    return device.getType() == Device.TYPE.ACC
        ? "accelerator"
        : device.getType().name().toLowerCase(Locale.ROOT);
  }
}
