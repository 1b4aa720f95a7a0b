package plumbline.simulation;

import com.aparapi.device.OpenCLDevice;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Gives tests a device, or skips them; with PLUMBLINE_OPENCL=required a missing one fails. */
public final class OpenCl {
  private OpenCl() {}

  public static OpenCLDevice device() {
    List<OpenCLDevice> devices = Devices.handles();
    if (devices.isEmpty()) {
      if ("required".equals(System.getenv("PLUMBLINE_OPENCL"))) {
        Assertions.fail("PLUMBLINE_OPENCL=required, and there is no OpenCL device");
      }
      Assumptions.abort("there is no OpenCL device");
    }
    return devices.get(0);
  }

  static OpenClEngine engine() throws UnavailableException {
    device();
    return OpenClEngine.open("");
  }
}
