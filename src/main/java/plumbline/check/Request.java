package plumbline.check;

import java.util.List;
import plumbline.theorem.Preset;

/**
 * A card to be checked and on which instances.
 *
 * @param id of the card
 * @param instances the declared ones, or those that a user made
 */
public record Request(String id, List<Preset> instances) {
  public Request {
    instances = List.copyOf(instances);
  }
}
