package plumbline.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aparapi.Range;
import com.aparapi.device.Device;
import com.aparapi.device.OpenCLDevice;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.lanes.Layout;
import plumbline.method.Method;
import plumbline.oracle.Oracle;
import plumbline.problem.Cosine;
import plumbline.quantity.Quantity;
import plumbline.recursion.Recursion;
import plumbline.recursion.Start;
import plumbline.series.Vector;
import plumbline.stepsize.Stepsize;

/** Each way in which Aparapi would fall back to Java threads, made to happen and refused. */
class RefusalsTest {
  private static String message(org.junit.jupiter.api.function.Executable executable) {
    return assertThrows(UnavailableException.class, executable).getMessage();
  }

  @Test
  void withoutAnyDeviceTheMessageSaysWhatToInstall() {
    assertEquals(
        "no OpenCL device was found: install a driver (on Debian without a graphics card:"
            + " pocl-opencl-icd), or use --device cpu",
        message(() -> OpenClEngine.choose(List.of(), Devices::describe, "")));
  }

  @Test
  void aDeviceThatIsNotThereIsNotReplacedByAnother() {
    OpenCLDevice device = OpenCl.device();
    String message =
        message(() -> OpenClEngine.choose(List.of(device), Devices::describe, "abacus"));
    assertTrue(message.startsWith("no OpenCL device \"abacus\" can be used; "), message);
    assertTrue(message.contains(device.getName()), message);
  }

  @Test
  void aKernelThatDoesNotTranslateIsRefused() {
    OpenCLDevice device = OpenCl.device();
    Untranslatable kernel = new Untranslatable(1, new Layout(16, 0));
    String message = message(() -> Residents.compile(kernel, device));
    assertTrue(
        message.startsWith("plumbline.simulation.Untranslatable does not translate to OpenCL"),
        message);
    assertTrue(message.endsWith("use --device cpu"), message);
    kernel.dispose();
  }

  @Test
  void aRaggedRangeIsRefused() {
    OpenCLDevice device = OpenCl.device();
    String message = message(() -> OpenClEngine.range(device, 100, 64));
    assertTrue(message.startsWith("100 replicas do not divide"), message);
  }

  @Test
  void aClassWithoutLocalVariablesIsRefused(@TempDir Path folder) throws Exception {
    Path source = folder.resolve("Bare.java");
    Files.writeString(source, "public class Bare { public int twice(int x) { return 2 * x; } }");
    for (String debug : List.of("-g:none", "-g")) {
      int status =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, debug, "-d", folder.toString(), source.toString());
      assertEquals(0, status);
      try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
        Class<?> bare = loader.loadClass("Bare");
        if (debug.equals("-g")) {
          Translations.check(bare);
        } else {
          String message = message(() -> Translations.check(bare));
          assertTrue(message.contains("compile with -g"), message);
        }
      }
    }
  }

  @Test
  void theWitnessTellsADeviceFromJavaThreads() throws Exception {
    OpenCLDevice device = OpenCl.device();
    Plan plan = Examples.all().get("cosine");
    Tables tables = new Tables(plan);
    var kernel = plan.recursion().problem().lanes(new Layout(256, 0));
    kernel.install(tables.program(0), 64);
    kernel.load(tables.segments().get(0));
    Residents.compile(kernel, device);
    kernel.forgetWitnesses();
    assertFalse(kernel.ranOnDevice(4));
    kernel.execute(Range.create(device, 4, 1));
    assertTrue(kernel.ranOnDevice(4));
    kernel.dispose();
  }

  @Test
  void javaThreadsLeaveNoWitness() {
    Untranslatable kernel = new Untranslatable(1, new Layout(16, 0));
    Plan plan = Examples.all().get("diagonal quadratic, GAUSSIAN, d = 1");
    Tables tables = new Tables(plan);
    kernel.install(tables.program(0), 1);
    kernel.load(tables.segments().get(0));
    // Aparapi's silent fall-back, on purpose: no device named, a kernel that does not translate
    kernel.execute(Range.create(16));
    assertFalse(kernel.ranOnDevice(16));
    kernel.dispose();
  }

  @Test
  void plansThatNoEngineTakesAreRefusedInWords() {
    Channel distance = new Channel(Quantity.DISTANCE_SQUARED, Channel.Gather.AT, 1, 1, k -> 1.0);
    Recursion recursion =
        new Recursion(
            new Cosine(1, 0),
            Oracle.exact(1),
            Method.stochasticGradient(),
            Stepsize.fixed(BigFraction.ONE),
            new Start.At(Vector.parse("1")));
    Plan plan = new Plan(recursion, "", 0, List.of(distance), 16);
    try (CpuEngine engine = new CpuEngine(1)) {
      Optional<String> why = engine.refuses(plan);
      assertTrue(why.orElseThrow().contains("needs a known minimizer"), why::toString);
      assertThrows(IllegalArgumentException.class, () -> engine.run(plan, 0, 0));
    }
  }

  private static Devices.Found judged(Optional<String> failure, boolean fused, boolean rounded) {
    return Devices.judge(new Devices.Trial("Slate", "gpu", failure, fused, rounded, 2));
  }

  @Test
  void aDeviceWithoutDoublesIsRefused() {
    // what Aparapi 3.0.2 throws where the device does not list cl_khr_fp64
    Devices.Found slate = judged(Optional.of("FP64 required but not supported"), false, false);
    String sentence =
        "Slate did not take a kernel with doubles (FP64 required but not supported): it may lack"
            + " double precision (fp64); use --device cpu";
    assertEquals(Optional.of(sentence), slate.refusal());
    assertEquals(Devices.Rounding.UNKNOWN, slate.rounding());
    OpenCLDevice device = new OpenCLDevice(null, 7, Device.TYPE.GPU);
    device.setName("Slate");
    assertEquals(
        "no OpenCL device \"\" can be used; "
            + sentence
            + "; see the command devices, or use --device cpu",
        message(() -> OpenClEngine.choose(List.of(device), d -> slate, "")));
  }

  @Test
  void aDeviceThatRoundsFusedProductsTwiceIsRefusedAndOneThatDividesLooselyIsNot() {
    Devices.Found twice = judged(Optional.empty(), false, true);
    assertTrue(twice.refusal().orElseThrow().contains("does not round a fused multiply-add once"));
    assertEquals(Devices.Rounding.UNFUSED, twice.rounding());
    Devices.Found loose = judged(Optional.empty(), true, false);
    assertEquals(Optional.empty(), loose.refusal());
    assertEquals(Devices.Rounding.CLOSE, loose.rounding());
    assertEquals(Devices.Rounding.EQUAL, judged(Optional.empty(), true, true).rounding());
  }

  @Test
  void devicesSayHowTheyRound() {
    OpenCl.device();
    for (Devices.Found device : Devices.list()) {
      assertFalse(device.name().isBlank());
      assertTrue(device.refusal().isPresent() || device.fmaNanoseconds() > 0, device::toString);
      if (device.kind().equals("cpu")) {
        assertEquals(Devices.Rounding.EQUAL, device.rounding());
      }
    }
  }
}
