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
 * <p>Listing loads the OpenCL libraries; Aparapi's native part may then write a line about an
 * untested platform to file descriptor 2, past {@link System#err}. So devices are listed only when
 * somebody asks for one.
 */
public final class Devices {
  // Kept, because a logger without a reference loses its level. Aparapi warns of each fall-back to
  // Java threads; we make those impossible and say why ourselves.
  private static final Logger APARAPI = Logger.getLogger("com.aparapi");

  private static final int PROBES = 64;
  private static final int CHAIN = 2000;

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

  static Found describe(OpenCLDevice device) {
    double[] x = new SplittableRandom(1).doubles(PROBES, 0.5, 2).toArray();
    Probe probe = new Probe(x, CHAIN);
    try {
      compile(probe, device);
      Range range = Range.create(device, PROBES, 1);
      probe.execute(range);
      long start = System.nanoTime();
      probe.execute(range);
      double nanoseconds = (System.nanoTime() - start) / ((double) CHAIN * PROBES);
      Rounding rounding = rounding(probe);
      return new Found(
          device.getName(), kind(device), rounding, nanoseconds, refusal(device, rounding));
    } catch (CompileFailedException | RuntimeException e) {
      return new Found(
          device.getName(),
          kind(device),
          Rounding.UNKNOWN,
          Double.NaN,
          Optional.of(noDoubles(device.getName(), e)));
    } finally {
      probe.dispose();
    }
  }

  static void compile(com.aparapi.Kernel kernel, Device device) throws CompileFailedException {
    kernel.compile(device);
    SignalHandlers.restore();
  }

  static String noDoubles(String device, Exception why) {
    return device
        + " did not take a kernel with doubles ("
        + why.getMessage()
        + "): it may lack double precision (fp64); use --device cpu";
  }

  private static Rounding rounding(Probe probe) {
    boolean same = true;
    for (int i = 0; i < probe.x.length; i++) {
      double y = probe.x[i];
      for (int n = 0; n < probe.chain; n++) {
        y = Math.fma(y, -0.75, probe.x[i]);
      }
      if (probe.fused[i] != y) {
        return Rounding.UNFUSED;
      }
      same &= probe.root[i] == Math.sqrt(probe.x[i]) && probe.quotient[i] == 1.0 / probe.x[i];
    }
    return same ? Rounding.EQUAL : Rounding.CLOSE;
  }

  private static Optional<String> refusal(OpenCLDevice device, Rounding rounding) {
    return rounding == Rounding.UNFUSED
        ? Optional.of(
            device.getName()
                + " does not round a fused multiply-add once, so its results would differ from"
                + " every other device; use --device cpu")
        : Optional.empty();
  }

  static String kind(OpenCLDevice device) {
    return device.getType() == Device.TYPE.ACC
        ? "accelerator"
        : device.getType().name().toLowerCase(Locale.ROOT);
  }
}
