package plumbline.notebook;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A kernel in a process of its own, and a front end that speaks with it; no Python. */
final class KernelClient implements AutoCloseable {
  static final String KEY = "a1b2-c3d4";
  private static final int PATIENCE = 60_000;

  private final Process process;
  private final Path log;
  private final ZContext context = new ZContext();
  private final Map<KernelChannel, ZMQ.Socket> sockets = new EnumMap<>(KernelChannel.class);
  private final Map<KernelChannel, Integer> ports;
  private final KernelWire wire = new KernelWire(KEY);
  private final List<KernelMessage> unclaimed = new ArrayList<>();

  /** What a request led to: the reply, and what was to be seen from busy to idle. */
  record Answer(KernelMessage reply, List<KernelMessage> seen) {
    List<String> types() {
      return seen.stream()
          .map(m -> m.type() + m.content().path("execution_state").asText())
          .toList();
    }

    ObjectNode only(String type) {
      List<ObjectNode> found =
          seen.stream().filter(m -> m.type().equals(type)).map(KernelMessage::content).toList();
      return found.size() == 1 ? found.get(0) : fail(type + " is not once in " + types());
    }

    String printed(String stream) {
      StringBuilder text = new StringBuilder();
      seen.stream()
          .map(KernelMessage::content)
          .filter(content -> content.path("name").asText().equals(stream))
          .forEach(content -> text.append(content.path("text").asText()));
      return text.toString();
    }
  }

  /** Starts a kernel and connects at once, without waiting for it. */
  KernelClient(Path folder, Map<String, String> environment) throws IOException {
    this(folder, environment, EnumSet.allOf(KernelChannel.class));
  }

  /** Starts a kernel and connects these channels at once; the others wait for {@link #connect}. */
  KernelClient(Path folder, Map<String, String> environment, Set<KernelChannel> first)
      throws IOException {
    Path connection = Files.createTempFile(folder, "connection", ".json");
    log = Files.createTempFile(folder, "kernel", ".log");
    ObjectNode content = KernelMessage.object();
    content.put("ip", "127.0.0.1").put("transport", "tcp");
    content.put("key", KEY).put("signature_scheme", "hmac-sha256");
    ports = freePorts();
    ports.forEach(
        (channel, port) -> content.put(channel.name().toLowerCase(Locale.ROOT) + "_port", port));
    Files.writeString(connection, content.toString());
    List<String> command = new ArrayList<>(command());
    command.addAll(List.of("kernel", "--connect", connection.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    process = builder.redirectOutput(log.toFile()).start();
    first.forEach(this::connect);
  }

  void connect(KernelChannel channel) {
    ZMQ.Socket socket = context.createSocket(type(channel));
    socket.setLinger(0);
    if (channel != KernelChannel.IOPUB) {
      // Jupyter finds the one to ask by the name it has on all channels
      socket.setIdentity("front end".getBytes(StandardCharsets.UTF_8));
    }
    socket.setReceiveTimeOut(PATIENCE);
    if (channel == KernelChannel.IOPUB) {
      socket.subscribe(new byte[0]);
    }
    socket.connect("tcp://127.0.0.1:" + ports.get(channel));
    sockets.put(channel, socket);
  }

  /** Whether a message comes within this time; it is not taken. */
  boolean hears(KernelChannel channel, int milliseconds) {
    try (ZMQ.Poller poller = context.createPoller(1)) {
      poller.register(sockets.get(channel), ZMQ.Poller.POLLIN);
      return poller.poll(milliseconds) > 0;
    }
  }

  /** What starts plumbline, in any folder, from the classes that are being tested. */
  static List<String> command() {
    List<String> classPath = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      classPath.add(Path.of(entry).toAbsolutePath().toString());
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.awt.headless=true",
        "-cp",
        String.join(File.pathSeparator, classPath),
        "plumbline.cli.Main");
  }

  private static Map<KernelChannel, Integer> freePorts() throws IOException {
    Map<KernelChannel, Integer> ports = new EnumMap<>(KernelChannel.class);
    List<ServerSocket> held = new ArrayList<>();
    for (KernelChannel channel : KernelChannel.values()) {
      ServerSocket socket = new ServerSocket(0);
      held.add(socket);
      ports.put(channel, socket.getLocalPort());
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
    return ports;
  }

  private static SocketType type(KernelChannel channel) {
    return switch (channel) {
      case SHELL, CONTROL, STDIN -> SocketType.DEALER;
      case IOPUB -> SocketType.SUB;
      case HB -> SocketType.REQ;
    };
  }

  /** Sends a request and returns its id. */
  String send(KernelChannel channel, String type, ObjectNode content) throws IOException {
    return send(wire, channel, type, content);
  }

  String send(KernelWire signing, KernelChannel channel, String type, ObjectNode content)
      throws IOException {
    String id = UUID.randomUUID().toString();
    ObjectNode header = KernelMessage.object().put("msg_id", id).put("msg_type", type);
    header.put("session", "front end").put("username", "me").put("version", "5.3");
    ObjectNode none = KernelMessage.object();
    List<byte[]> frames = signing.encode(new KernelMessage(List.of(), header, none, none, content));
    for (int i = 0; i < frames.size(); i++) {
      sockets.get(channel).send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
    return id;
  }

  KernelMessage receive(KernelChannel channel) throws IOException {
    List<byte[]> frames = new ArrayList<>();
    do {
      byte[] frame = sockets.get(channel).recv();
      if (frame == null) {
        fail("nothing came on %s; the kernel said: %s".formatted(channel, log()));
      }
      frames.add(frame);
    } while (sockets.get(channel).hasReceiveMore());
    return wire.decode(frames);
  }

  /** The reply to a request, and its outputs until the kernel is idle again. */
  Answer answer(KernelChannel channel, String id) throws IOException {
    List<KernelMessage> seen = new ArrayList<>();
    do {
      seen.add(next(id));
    } while (!seen.get(seen.size() - 1).content().path("execution_state").asText().equals("idle"));
    KernelMessage reply = receive(channel);
    if (!reply.parent().path("msg_id").asText().equals(id)) {
      fail("a reply to another request: " + reply);
    }
    return new Answer(reply, seen);
  }

  /** The next of its outputs; those of other requests are kept for them. */
  KernelMessage next(String id) throws IOException {
    for (int i = 0; ; i++) {
      if (i == unclaimed.size()) {
        unclaimed.add(receive(KernelChannel.IOPUB));
      }
      if (unclaimed.get(i).parent().path("msg_id").asText().equals(id)) {
        return unclaimed.remove(i);
      }
    }
  }

  Answer ask(KernelChannel channel, String type, ObjectNode content) throws IOException {
    return answer(channel, send(channel, type, content));
  }

  static ObjectNode cell(String code) {
    return KernelMessage.object().put("code", code);
  }

  Answer run(String code) throws IOException {
    return ask(KernelChannel.SHELL, "execute_request", cell(code));
  }

  byte[] beat(byte[] sound) {
    sockets.get(KernelChannel.HB).send(sound);
    return sockets.get(KernelChannel.HB).recv();
  }

  long pid() {
    return process.pid();
  }

  /** The exit status, once it has ended. */
  int ended() throws InterruptedException {
    return process.waitFor(PATIENCE, TimeUnit.MILLISECONDS)
        ? process.exitValue()
        : fail("the kernel has not ended");
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    context.close();
    kill();
  }
}
