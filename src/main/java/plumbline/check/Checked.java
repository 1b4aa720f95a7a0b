package plumbline.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Preset;
import plumbline.theorem.Role;
import plumbline.theorem.Theorem;

/**
 * What {@code list} says of a card with a check, written while the jar is built.
 *
 * @param id of the card
 * @param kinds of its claims on any instance, sorted: "mean", "slope"
 * @param sharp whether an instance attains the bound; a misprint's card needs none
 * @param claims how many claims it has, by name
 * @param alone how many of these rest on no code of the product but the theorem's own
 */
public record Checked(String id, List<String> kinds, boolean sharp, int claims, int alone) {
  /** The list of one jar. */
  public static final String RESOURCE = "plumbline/cards/checked.txt";

  public Checked {
    kinds = List.copyOf(kinds);
  }

  /** Of a theorem, from all its instances. */
  static <S> Checked of(Theorem<S> theorem) {
    Declaration declaration = theorem.declaration();
    Set<String> kinds = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    Set<String> alone = new TreeSet<>();
    for (Preset preset : declaration.presets()) {
      S setting = theorem.setting(declaration.values(preset.values()));
      List<Claim> claims = new ArrayList<>(theorem.claims(setting));
      claims.addAll(theorem.otherwise(setting));
      for (Claim claim : claims) {
        // as a ClaimResult calls it
        kinds.add(claim.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        names.add(claim.name());
        if (claim instanceof Claim.Exactly exactly && Reach.isAlone(exactly.trial())) {
          alone.add(claim.name());
        }
      }
    }
    boolean misprint = declaration.id().contains("-as-printed");
    return new Checked(
        declaration.id(),
        List.copyOf(kinds),
        misprint || declaration.has(Role.SHARP),
        names.size(),
        alone.size());
  }

  /** One line: id, kinds, whether sharp, claims, alone. */
  String line() {
    return String.join(" ", id, String.join(",", kinds), sharp ? "sharp" : "-")
        + " "
        + claims
        + " "
        + alone;
  }

  private static Checked read(String line) {
    String[] words = line.split(" ");
    return new Checked(
        words[0],
        List.of(words[1].split(",")),
        words[2].equals("sharp"),
        Integer.parseInt(words[3]),
        Integer.parseInt(words[4]));
  }

  /** Those of every jar that this loader sees, by id. */
  public static Map<String, Checked> load(ClassLoader loader) {
    Map<String, Checked> checked = new TreeMap<>();
    try {
      var urls = loader.getResources(RESOURCE);
      while (urls.hasMoreElements()) {
        try (var in = urls.nextElement().openStream()) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(Checked::read)
              .forEach(c -> checked.put(c.id(), c));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return checked;
  }
}
