package plumbline.simulation;

import com.aparapi.Kernel;
import com.aparapi.device.OpenCLDevice;
import com.aparapi.exception.CompileFailedException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.lanes.Lanes;

/**
 * The kernels that one device knows: one for each leaf class, compiled once and lent to every plan
 * of that class.
 *
 * <p>What a device compiles depends on the class alone; a plan is fields, which are the compiled
 * program's arguments. So the resident kernel takes over the fields of the kernel that a problem
 * made, and Aparapi sends the arrays that it has not seen and releases those they replace. A kernel
 * a plan would stay until the end of the process, with all its arrays: native code holds it.
 *
 * <p>{@link Kernel#dispose} is for kernels that have run: Aparapi 3.0.2 leaves the arguments of one
 * that was only compiled uninitialised, and frees them all the same (SIGSEGV in
 * JNIContext::dispose).
 */
final class Residents {
  private static final Set<Class<?>> KINDS = Set.of(int[].class, double[].class, double[][].class);

  private final OpenCLDevice device;
  private final Map<Class<?>, Lanes> residents = new HashMap<>();
  private final Set<Class<?>> ran = new HashSet<>();

  Residents(OpenCLDevice device) {
    this.device = device;
  }

  /** How many kernels the device has compiled. */
  int size() {
    return residents.size();
  }

  /**
   * Has the device compile this kernel, unless it knows the class.
   *
   * @throws UnavailableException if it cannot be compiled, with a sentence that says why
   */
  void admit(Lanes kernel) throws UnavailableException {
    if (!residents.containsKey(kernel.getClass())) {
      for (Field field : fields(kernel.getClass())) {
        if (Modifier.isFinal(field.getModifiers())) {
          throw new UnavailableException(
              "field "
                  + field.getName()
                  + " of "
                  + kernel.getClass().getName()
                  + " is final, so no other kernel's can take its place on a device: make it"
                  + " non-final, or use --device cpu");
        }
      }
      kernel.setExplicit(true);
      compile(kernel, device);
      residents.put(kernel.getClass(), kernel);
    }
  }

  /** The kernel to run instead of this one: it holds this one's arrays and numbers. */
  Lanes lend(Lanes kernel) throws UnavailableException {
    admit(kernel);
    Lanes resident = residents.get(kernel.getClass());
    for (Field field : fields(kernel.getClass())) {
      try {
        field.set(resident, field.get(kernel));
      } catch (IllegalAccessException e) {
        throw unreadable(field, e);
      }
    }
    return resident;
  }

  /** Notes that a kernel has run, and may be disposed of. */
  void ran(Lanes kernel) {
    ran.add(kernel.getClass());
  }

  /** Frees what the kernels that ran hold natively. */
  void close() {
    residents.entrySet().stream()
        .filter(resident -> ran.contains(resident.getKey()))
        .forEach(resident -> resident.getValue().dispose());
    residents.clear();
    ran.clear();
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

  /** Sends all arrays of a kernel before it next runs. */
  static void put(Lanes kernel) {
    arrays(kernel).forEach(array -> put(kernel, array));
  }

  static void put(Lanes kernel, Object array) {
    if (array instanceof double[][] rows) {
      kernel.put(rows);
    } else if (array instanceof double[] doubles) {
      kernel.put(doubles);
    } else {
      kernel.put((int[]) array);
    }
  }

  /** Fetches all arrays of a kernel that ran. */
  static void get(Lanes kernel) {
    for (Object array : arrays(kernel)) {
      if (array instanceof double[][] rows) {
        kernel.get(rows);
      } else if (array instanceof double[] doubles) {
        kernel.get(doubles);
      } else {
        kernel.get((int[]) array);
      }
    }
  }

  private static List<Object> arrays(Lanes kernel) {
    List<Object> arrays = new ArrayList<>();
    for (Field field : fields(kernel.getClass())) {
      if (KINDS.contains(field.getType())) {
        try {
          arrays.add(field.get(kernel));
        } catch (IllegalAccessException e) {
          throw unreadable(field, e);
        }
      } else if (field.getType().isArray()) {
        throw new IllegalStateException(
            "kernels hold int[], double[] and double[][], got " + field);
      }
    }
    return arrays;
  }

  private static List<Field> fields(Class<?> leaf) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = leaf; c != Kernel.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private static IllegalStateException unreadable(Field field, IllegalAccessException e) {
    return new IllegalStateException("field " + field + " of a kernel cannot be reached", e);
  }
}
