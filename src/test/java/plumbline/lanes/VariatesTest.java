package plumbline.lanes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.aparapi.Range;
import com.aparapi.device.OpenCLDevice;
import org.junit.jupiter.api.Test;
import plumbline.random.Address;
import plumbline.random.Draws;
import plumbline.random.Elementary;
import plumbline.random.Threefry;
import plumbline.simulation.OpenCl;

/** Lane loops against the scalar reference, and OpenCL against both: the same bits. */
class VariatesTest {
  private static final int LANES = 1024;
  private static final long SEED = 0x123456789abcdefL;
  private static final long INSTANCE = Address.hash("lanes");

  private static Variates kernel(int lanes) {
    Variates kernel = new Variates(lanes);
    kernel.keys(Address.key(SEED, INSTANCE), -500); // replicas on both sides of 2^31 wrap
    kernel.iteration = 77;
    kernel.slot = 3;
    kernel.purpose = 258;
    return kernel;
  }

  private static double[] reference(int lane) {
    Address at = new Address(SEED, INSTANCE, lane - 500, 77, 3, 258);
    int[] x = Threefry.words(at);
    double[] z = Draws.normals(at);
    double far = 100.0 * z[0];
    double near = 3.0 * z[0];
    return new double[] {
      z[0],
      z[1],
      z[2],
      z[3],
      x[0],
      x[1],
      x[2],
      x[3],
      (x[1] >>> 7 & 1) == 0 ? 1 : -1,
      (double) ((x[2] & 0xFFFFFFFFL) * 1000003 >>> 32),
      Draws.circle(at)[1],
      Draws.student4(at),
      Draws.student8(at),
      Elementary.sine(far),
      Elementary.cosine(far),
      Elementary.softplus(near),
      Elementary.logistic(near)
    };
  }

  private static double[] column(Variates kernel, int lane) {
    double[] column = new double[Variates.KINDS];
    for (int kind = 0; kind < column.length; kind++) {
      column[kind] = kernel.out[kind * kernel.stride + lane];
    }
    return column;
  }

  @Test
  void lanesHaveTheBitsOfTheScalarReference() {
    Variates kernel = kernel(LANES);
    kernel.all(0, LANES);
    for (int lane = 0; lane < LANES; lane++) {
      assertArrayEquals(reference(lane), column(kernel, lane));
    }
  }

  @Test
  void openClHasTheBitsOfTheScalarReference() throws Exception {
    OpenCLDevice device = OpenCl.device();
    for (int lanesPerItem : new int[] {1, 64}) {
      Variates kernel = kernel(LANES);
      kernel.lanesPerItem = lanesPerItem;
      kernel.compile(device);
      kernel.execute(Range.create(device, LANES / lanesPerItem, 1));
      for (int lane = 0; lane < LANES; lane++) {
        assertArrayEquals(reference(lane), column(kernel, lane));
      }
      kernel.dispose();
    }
  }

  @Test
  void openClGivesThePublishedAnswersOfThreefry() throws Exception {
    OpenCLDevice device = OpenCl.device();
    int[][] counters = {
      {0, 0, 0, 0}, {-1, -1, -1, -1}, {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}
    };
    int[][] keys = {
      {0, 0, 0, 0}, {-1, -1, -1, -1}, {0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89}
    };
    int[][] answers = {
      {0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8},
      {0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732},
      {0x59cd1dbb, 0xb8879579, 0x86b5d00c, 0xac8b6d84}
    };
    for (int i = 0; i < 3; i++) {
      Variates kernel = new Variates(16);
      kernel.keys(keys[i], counters[i][0]);
      kernel.iteration = counters[i][1];
      kernel.slot = counters[i][2];
      kernel.purpose = counters[i][3];
      kernel.compile(device);
      kernel.execute(Range.create(device, 16, 1));
      for (int word = 0; word < 4; word++) {
        assertEquals(answers[i][word], (int) kernel.out[(4 + word) * 16]);
      }
      kernel.dispose();
    }
  }

  @Test
  void aBlockMayBeWorkedInPieces() {
    Variates whole = kernel(64);
    whole.all(0, 64);
    Variates pieces = kernel(64);
    pieces.all(0, 5);
    pieces.all(5, 64);
    assertArrayEquals(whole.out, pieces.out);
  }
}
