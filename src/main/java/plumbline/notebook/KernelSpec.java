package plumbline.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import plumbline.check.WholeFile;

/**
 * The file by which Jupyter finds and starts a kernel: {@code kernels/NAME/kernel.json} in one of
 * Jupyter's data folders.
 *
 * @param file the kernel.json, there or not
 */
public record KernelSpec(Path file) {
  /** Its name unless another is given. */
  public static final String NAME = "plumbline-java";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** In the file's metadata: what wrote it. */
  private static final String MAKER = "plumbline kernel --install";

  /**
   * The kernel of this name in a data folder.
   *
   * @throws IllegalArgumentException if Jupyter does not allow the name
   */
  public static KernelSpec in(Path dataFolder, String name) {
    // a name of dots alone would be a folder above
    if (!name.matches("[A-Za-z0-9._-]+") || name.matches("\\.+")) {
      throw new IllegalArgumentException(
          "--name %s: allowed are letters, digits, '.', '_' and '-', not dots alone, such as %s"
              .formatted(name, NAME));
    }
    Path folder = dataFolder.resolve("kernels").resolve(name.toLowerCase(Locale.ROOT));
    return new KernelSpec(folder.resolve("kernel.json").toAbsolutePath().normalize());
  }

  /**
   * Jupyter's data folder of a person, by Jupyter's own rules.
   *
   * @param environment JUPYTER_DATA_DIR; on Windows APPDATA, JUPYTER_CONFIG_DIR; on others but
   *     macOS XDG_DATA_HOME
   * @param machine the properties os.name and user.home
   * @see <a href="https://docs.jupyter.org/en/latest/use/jupyter-directories.html">the rules</a>
   */
  public static Path userData(Map<String, String> environment, Properties machine) {
    Optional<Path> data = variable(environment, "JUPYTER_DATA_DIR");
    if (data.isPresent()) {
      return data.get();
    }
    String system = machine.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(machine.getProperty("user.home"));
    if (!system.startsWith("windows")) {
      home = variable(environment, "HOME").orElse(home);
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Jupyter");
    }
    if (system.startsWith("windows")) {
      return variable(environment, "APPDATA")
          .map(folder -> folder.resolve("jupyter"))
          .orElse(
              variable(environment, "JUPYTER_CONFIG_DIR")
                  .orElse(home.resolve(".jupyter"))
                  .resolve("data"));
    }
    return variable(environment, "XDG_DATA_HOME")
        .orElse(home.resolve(".local").resolve("share"))
        .resolve("jupyter");
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isEmpty()).map(Path::of);
  }

  /**
   * Writes the file whole or not at all.
   *
   * @param start the command that starts plumbline, as a list of words
   * @throws NotebookException if another kernel has the name
   */
  public void install(List<String> start) throws IOException {
    refuseForeign("choose another with --name");
    Files.createDirectories(file.getParent());
    ObjectNode root = JSON.createObjectNode();
    var argv = root.putArray("argv");
    start.forEach(argv::add);
    argv.add("kernel").add("--connect").add("{connection_file}");
    root.put("display_name", "Java (Plumbline)").put("language", "java");
    root.put("interrupt_mode", "message");
    root.putObject("metadata").put("made_by", MAKER);
    String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Deletes the file, and its folder if nothing else is in it.
   *
   * @return whether it was there
   * @throws NotebookException if it is another's
   */
  public boolean uninstall() throws IOException {
    refuseForeign("it stays as it is");
    boolean there = Files.deleteIfExists(file);
    if (there) {
      try {
        Files.delete(file.getParent());
      } catch (DirectoryNotEmptyException e) {
        // somebody added to it: theirs stays
        return true;
      }
    }
    return there;
  }

  private void refuseForeign(String advice) throws IOException {
    if (Files.exists(file) && !read().path("metadata").path("made_by").asText().equals(MAKER)) {
      throw new NotebookException("%s is the file of another kernel: %s".formatted(file, advice));
    }
  }

  /** The first file that the command needs and that is not there any more: Java, or the jar. */
  public Optional<Path> missing() throws IOException {
    JsonNode argv = read().path("argv");
    for (int i = 0; i < argv.size(); i++) {
      boolean named = i == 0 || argv.path(i - 1).asText().equals("-jar");
      if (named && !Files.exists(Path.of(argv.path(i).asText()))) {
        return Optional.of(Path.of(argv.path(i).asText()));
      }
    }
    return Optional.empty();
  }

  private JsonNode read() throws IOException {
    return JSON.readTree(Files.readString(file));
  }
}
