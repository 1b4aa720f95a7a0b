package plumbline.simulation;

import com.aparapi.Range;
import com.aparapi.device.Device;
import com.aparapi.device.OpenCLDevice;
import com.aparapi.exception.CompileFailedException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.lanes.Segment;

/**
 * Runs kernels on one OpenCL device, translated by Aparapi; it never falls back to Java.
 *
 * <p>A kernel is compiled for the device first (that throws), runs in a range made for the device,
 * and leaves a witness an item that Java cannot leave. Buffers are explicit: all arrays go to the
 * device once a block, the tables once a segment, and what is read is fetched before it is read.
 */
public final class OpenClEngine implements Engine {
  private static final int LANES_ON_CPU = 64;
  private static final int LOCAL_ON_GPU = 64;

  private final OpenCLDevice device;
  private final int lanesPerItem;
  private Prepared prepared;

  private record Prepared(Plan plan, Tables tables, Lanes kernel, Range range) {}

  private OpenClEngine(OpenCLDevice device) {
    this.device = device;
    lanesPerItem = device.getType() == Device.TYPE.CPU ? LANES_ON_CPU : 1;
  }

  /**
   * The first usable device whose name contains this text, ignoring case; "" takes any.
   *
   * @throws UnavailableException if there is none, with a sentence that says why
   */
  public static OpenClEngine open(String name) throws UnavailableException {
    return choose(Devices.handles(), name);
  }

  static OpenClEngine choose(List<OpenCLDevice> devices, String name) throws UnavailableException {
    if (devices.isEmpty()) {
      throw new UnavailableException(
          "no OpenCL device was found: install a driver (on Debian without a graphics card:"
              + " pocl-opencl-icd), or use --device cpu");
    }
    StringBuilder why = new StringBuilder();
    for (OpenCLDevice device : devices) {
      String text = device.getName();
      if (!text.toLowerCase(java.util.Locale.ROOT)
          .contains(name.toLowerCase(java.util.Locale.ROOT))) {
        why.append("; ").append(text).append(" is not named so");
        continue;
      }
      Optional<String> refusal = Devices.describe(device).refusal();
      if (refusal.isEmpty()) {
        return new OpenClEngine(device);
      }
      why.append("; ").append(refusal.get());
    }
    throw new UnavailableException(
        "no OpenCL device \""
            + name
            + "\" can be used"
            + why
            + "; see the command devices, or use --device cpu");
  }

  @Override
  public String device() {
    return device.getName();
  }

  @Override
  public Optional<String> refuses(Plan plan) {
    Optional<String> why = Refusals.of(plan);
    if (why.isPresent()) {
      return why;
    }
    try {
      prepare(plan);
      return Optional.empty();
    } catch (UnavailableException e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public synchronized Ratios run(Plan plan, long seed, long block) throws InterruptedException {
    try {
      prepare(plan);
    } catch (UnavailableException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    Lanes kernel = prepared.kernel();
    kernel.install(prepared.tables().program(seed), lanesPerItem(plan));
    kernel.number(block * plan.replicasPerBlock());
    boolean begun = false;
    for (Segment segment : prepared.tables().segments()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the run was cancelled");
      }
      kernel.load(segment);
      kernel.forgetWitnesses();
      put(kernel, begun);
      begun = true;
      kernel.execute(prepared.range());
      if (segment.first() == 1) {
        // PoCL compiles the work group's loop at the first launch, not with the program
        SignalHandlers.restore();
      }
      kernel.get(kernel.witnesses());
      if (!kernel.ranOnDevice(prepared.range().getGlobalSize(0))) {
        throw new IllegalStateException(
            "the kernel did not run on " + device() + " but elsewhere; use --device cpu");
      }
    }
    kernel.get(kernel.ratios());
    return new Ratios(split(kernel.ratios(), plan));
  }

  private static double[][] split(double[] flat, Plan plan) {
    int replicas = plan.replicasPerBlock();
    double[][] ratios = new double[plan.channels().size()][replicas];
    for (int channel = 0; channel < ratios.length; channel++) {
      System.arraycopy(flat, channel * replicas, ratios[channel], 0, replicas);
    }
    return ratios;
  }

  private synchronized void prepare(Plan plan) throws UnavailableException {
    if (prepared != null && prepared.plan() == plan) {
      return;
    }
    Optional<String> refusal = Refusals.of(plan);
    if (refusal.isPresent()) {
      throw new UnavailableException(refusal.get());
    }
    Tables tables = new Tables(plan);
    Lanes kernel =
        plan.recursion().problem().lanes(new Layout(plan.replicasPerBlock(), tables.memories()));
    kernel.setExplicit(true);
    compile(kernel, device);
    Range range = range(device, plan.replicasPerBlock(), lanesPerItem(plan));
    prepared = new Prepared(plan, tables, kernel, range);
  }

  /** Translates and compiles a kernel for the device, or says why that fails. */
  static void compile(Lanes kernel, OpenCLDevice device) throws UnavailableException {
    Translations.check(kernel.getClass());
    try {
      Devices.compile(kernel, device);
    } catch (CompileFailedException | RuntimeException | AssertionError e) {
      // an assertion: once a class fell back to Java, Aparapi refuses it every device that way
      throw new UnavailableException(
          kernel.getClass().getName()
              + " does not translate to OpenCL for "
              + device.getName()
              + " ("
              + e.getMessage()
              + "); use --device cpu",
          e);
    }
  }

  static Range range(OpenCLDevice device, int replicas, int lanesPerItem)
      throws UnavailableException {
    int items = replicas / lanesPerItem;
    int local = device.getType() == Device.TYPE.CPU ? 1 : Math.min(LOCAL_ON_GPU, items);
    if (items * lanesPerItem != replicas || items % local != 0) {
      throw new UnavailableException(
          replicas
              + " replicas do not divide into groups of "
              + local
              + " items of "
              + lanesPerItem
              + " lanes: take a power of two");
    }
    return Range.create(device, items, local);
  }

  private int lanesPerItem(Plan plan) {
    return Math.min(lanesPerItem, plan.replicasPerBlock());
  }

  // state that lives on the device only is sent once, so that its buffer exists
  private static void put(Lanes kernel, boolean tablesOnly) {
    if (tablesOnly) {
      kernel.tables().forEach(table -> put(kernel, table));
      return;
    }
    for (Class<?> c = kernel.getClass(); c != com.aparapi.Kernel.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (field.getType().isArray() && !Modifier.isStatic(field.getModifiers())) {
          put(kernel, valueOf(field, kernel));
        }
      }
    }
  }

  private static Object valueOf(Field field, Lanes kernel) {
    try {
      field.setAccessible(true);
      return field.get(kernel);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("field " + field + " of a kernel cannot be read", e);
    }
  }

  private static void put(Lanes kernel, Object array) {
    if (array instanceof double[] doubles) {
      kernel.put(doubles);
    } else if (array instanceof int[] ints) {
      kernel.put(ints);
    } else {
      throw new IllegalStateException(
          "kernels hold arrays of int and double, got " + array.getClass().getSimpleName());
    }
  }

  @Override
  public synchronized void close() {
    // Kernel.dispose crashed the Java machine (SIGSEGV in Aparapi 3.0.2's JNIContext::dispose, on a
    // kernel that had been compiled anew several times before): what a kernel holds natively is
    // left
    // to the end of the process, a few megabytes a plan
    prepared = null;
  }
}
