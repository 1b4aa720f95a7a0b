package plumbline.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Looks at a kernel's class file before Aparapi does. */
final class Translations {
  private Translations() {}

  /**
   * Aparapi hangs or fails on a class without its table of local variables.
   *
   * @throws UnavailableException if the class was compiled without -g
   */
  static void check(Class<?> kernel) throws UnavailableException {
    String file = kernel.getName().substring(kernel.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream in = kernel.getResourceAsStream(file)) {
      if (in == null) {
        throw new UnavailableException(
            "the class file of " + kernel.getName() + " is not at hand; use --device cpu");
      }
      // the name of the attribute stands in the constant pool exactly if some method has it
      String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      if (!bytes.contains("LocalVariableTable")) {
        throw new UnavailableException(
            kernel.getName()
                + " was compiled without -g, and Aparapi needs the table of local variables:"
                + " compile with -g, or use --device cpu");
      }
    } catch (IOException e) {
      throw new UnavailableException(
          "the class file of " + kernel.getName() + " cannot be read; use --device cpu", e);
    }
  }
}
