package plumbline.simulation;

import com.aparapi.Range;
import com.aparapi.device.Device;
import com.aparapi.device.OpenCLDevice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;
import plumbline.lanes.Segment;

/**
 * Runs kernels on one OpenCL device, translated by Aparapi; it never falls back to Java.
 *
 * <p>A kernel is compiled for the device first (that throws), once a leaf class; it runs in a range
 * made for the device, and leaves a witness an item that Java cannot leave.
 *
 * <p>Buffers are explicit and apart from the Java heap ({@link Devices#handles}): all arrays go to
 * the device once a block, the tables once a segment, and all come back after every segment.
 * Between two segments the garbage collector may move an array; Aparapi then makes its buffer anew
 * from what the heap holds, so the heap must hold what the device wrote last.
 */
public final class OpenClEngine implements Engine {
  private static final int LANES_ON_CPU = 64;
  private static final int LOCAL_ON_GPU = 64;

  private final OpenCLDevice device;
  private final int lanesPerItem;
  private final Residents residents;
  private Prepared prepared;

  /** A plan with its tables and the resident kernel that holds its arrays. */
  private record Prepared(Plan plan, Tables tables, Lanes kernel, Range range) {}

  private OpenClEngine(OpenCLDevice device) {
    this.device = device;
    lanesPerItem = device.getType() == Device.TYPE.CPU ? LANES_ON_CPU : 1;
    residents = new Residents(device);
  }

  /**
   * The first usable device whose name contains this text, ignoring case; "" takes any.
   *
   * @throws UnavailableException if there is none, with a sentence that says why
   */
  public static OpenClEngine open(String name) throws UnavailableException {
    return choose(Devices.handles(), Devices::describe, name);
  }

  static OpenClEngine choose(
      List<OpenCLDevice> devices, Function<OpenCLDevice, Devices.Found> describe, String name)
      throws UnavailableException {
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
      Optional<String> refusal = describe.apply(device).refusal();
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

  /** Compiles at most once a leaf class: what is compiled here is what {@link #run} takes. */
  @Override
  public synchronized Optional<String> refuses(Plan plan) {
    Optional<String> why = Refusals.of(plan);
    if (why.isPresent()) {
      return why;
    }
    try {
      range(device, plan.replicasPerBlock(), lanesPerItem(plan));
      // one lane: only the class matters here
      residents.admit(plan.recursion().problem().lanes(new Layout(1, 0)));
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
    for (Segment segment : prepared.tables().segments()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the run was cancelled");
      }
      run(kernel, segment);
    }
    return new Ratios(Arrays.stream(kernel.ratios()).map(double[]::clone).toArray(double[][]::new));
  }

  private void run(Lanes kernel, Segment segment) {
    boolean begins = segment.first() == 1;
    kernel.load(segment);
    kernel.forgetWitnesses();
    if (begins) {
      Residents.put(kernel);
    } else {
      kernel.tables().forEach(table -> Residents.put(kernel, table));
    }
    kernel.execute(prepared.range());
    residents.ran(kernel);
    if (begins) {
      // PoCL compiles the work group's loop at the first launch, not with the program
      SignalHandlers.restore();
    }
    Residents.get(kernel);
    if (!kernel.ranOnDevice(prepared.range().getGlobalSize(0))) {
      throw new IllegalStateException(
          "the kernel did not run on " + device() + " but elsewhere; use --device cpu");
    }
  }

  private void prepare(Plan plan) throws UnavailableException {
    if (prepared != null && prepared.plan() == plan) {
      return;
    }
    Optional<String> refusal = Refusals.of(plan);
    if (refusal.isPresent()) {
      throw new UnavailableException(refusal.get());
    }
    prepared = null;
    Range range = range(device, plan.replicasPerBlock(), lanesPerItem(plan));
    Tables tables = new Tables(plan);
    Layout layout = new Layout(plan.replicasPerBlock(), tables.memories());
    Lanes kernel = residents.lend(plan.recursion().problem().lanes(layout));
    prepared = new Prepared(plan, tables, kernel, range);
  }

  /** How many kernels the device has compiled so far. */
  synchronized int compiled() {
    return residents.size();
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

  @Override
  public synchronized void close() {
    prepared = null;
    residents.close();
  }
}
