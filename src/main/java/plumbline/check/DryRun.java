package plumbline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.problem.Network;
import plumbline.problem.Problem;
import plumbline.recursion.Recursion;
import plumbline.theorem.Preset;
import plumbline.theorem.Theorem;

/** What a check would cost, claim by claim; no replica is drawn and nothing is written. */
public final class DryRun {
  private final Catalogue catalogue;
  private final Options options;

  public DryRun(Catalogue catalogue, Options options) {
    this.catalogue = catalogue;
    this.options = options;
  }

  /**
   * The cost of one claim on one instance.
   *
   * @param instance its name
   * @param claim its name
   * @param replicas n_max, at which the claim is given up; 0 if it is judged without chance
   * @param seconds of n_max replicas of its simulations alone on one thread, by the model that
   *     {@code --time} uses; claims of one instance share simulations, and most are decided earlier
   * @param bytes the iterates and ratios of one block of replicas
   */
  public record Cost(String instance, String claim, long replicas, double seconds, long bytes) {}

  /**
   * The costs of all claims of a request, in order.
   *
   * @throws IllegalArgumentException if the card has no check
   */
  public List<Cost> of(Request request) {
    Theorem<?> theorem =
        catalogue
            .theorem(request.id())
            .orElseThrow(
                () -> new IllegalArgumentException(request.id() + " is stated and not checked"));
    return costs(theorem, request);
  }

  private <S> List<Cost> costs(Theorem<S> theorem, Request request) {
    var entry = catalogue.cards().find(request.id()).orElseThrow();
    Walk<S> walk = new Walk<>(theorem, entry, options);
    List<Cost> costs = new ArrayList<>();
    for (Preset preset : request.instances()) {
      List<Pending> claims = walk.prepare(preset, Progress.silent()).claims();
      List<Task<?>> tasks = new ArrayList<>();
      claims.forEach(claim -> claim.sampled().ifPresent(s -> tasks.add(s.task())));
      int block = Sampler.block(tasks);
      claims.forEach(claim -> costs.add(cost(preset.name(), claim, block)));
    }
    return costs;
  }

  private static Cost cost(String instance, Pending claim, int block) {
    if (claim.sampled().isEmpty()) {
      return new Cost(instance, claim.name(), 0, 0, 0);
    }
    Pending.Sampling sampling = claim.sampled().get();
    List<Task.Source> sources = sampling.task().sources();
    Map<Recursion, Long> last = new LinkedHashMap<>();
    sources.forEach(s -> last.merge(s.recursion(), s.channel().last(), Math::max));
    double coordinates = 0;
    long doubles = sources.size();
    for (Map.Entry<Recursion, Long> one : last.entrySet()) {
      Problem problem = one.getKey().problem();
      coordinates += (double) problem.dimension() * one.getValue();
      doubles += problem.dimension() + (problem instanceof Network net ? net.hidden() : 0);
    }
    double seconds = sampling.planned() * coordinates * Sampled.MODEL_NANOSECONDS * 1e-9;
    return new Cost(instance, claim.name(), sampling.planned(), seconds, doubles * block * 8);
  }
}
