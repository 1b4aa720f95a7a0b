package plumbline.simulation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plumbline.lanes.Lanes;
import plumbline.lanes.Layout;

/** One kernel of every leaf. */
public final class Kernels {
  private Kernels() {}

  public static List<Lanes> all() {
    Set<Class<?>> seen = new LinkedHashSet<>();
    return Examples.all().values().stream()
        .map(plan -> plan.recursion().problem().lanes(new Layout(16, 3)))
        .filter(kernel -> seen.add(kernel.getClass()))
        .toList();
  }
}
