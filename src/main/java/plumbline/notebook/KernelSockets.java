package plumbline.notebook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The kernel's sockets. One thread owns them all, because a ZeroMQ socket belongs to one; others
 * leave what they send in a queue and wake it. So the heartbeat and an interrupt are answered while
 * a cell runs.
 */
final class KernelSockets implements AutoCloseable {
  /** What is still on its way when the kernel ends gets this many milliseconds. */
  private static final int LINGER = 5000;

  private record Outgoing(KernelChannel channel, KernelMessage message) {}

  private final ZContext context = new ZContext();
  private final Map<KernelChannel, ZMQ.Socket> sockets = new EnumMap<>(KernelChannel.class);
  private final KernelWire wire;
  private final Consumer<String> log;
  private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
  private final CountDownLatch watched = new CountDownLatch(1);
  private final Pipe wake;
  private volatile boolean ended;

  /**
   * Listens on all channels.
   *
   * @param log takes a sentence on each message that is dropped
   * @throws NotebookException if an address is taken
   */
  KernelSockets(KernelConnection connection, Consumer<String> log) throws IOException {
    this.wire = new KernelWire(connection.key());
    this.log = log;
    this.wake = Pipe.open();
    wake.source().configureBlocking(false);
    context.setLinger(LINGER);
    for (KernelChannel channel : KernelChannel.values()) {
      ZMQ.Socket socket = context.createSocket(type(channel));
      // no output is dropped because a client reads slowly
      socket.setHWM(0);
      socket.setLinger(LINGER);
      if (channel == KernelChannel.IOPUB) {
        socket.setXpubVerbose(true);
      }
      String address = connection.address(channel);
      try {
        socket.bind(address);
      } catch (ZMQException e) {
        close();
        throw new NotebookException(
            "%s cannot be listened on (%s): another program may have the port; start the kernel again"
                .formatted(address, e.getMessage()),
            e);
      }
      sockets.put(channel, socket);
    }
  }

  private static SocketType type(KernelChannel channel) {
    return switch (channel) {
      case SHELL, CONTROL, STDIN -> SocketType.ROUTER;
      // tells who subscribes, which PUB does not
      case IOPUB -> SocketType.XPUB;
      case HB -> SocketType.REP;
    };
  }

  /**
   * Sends a message, in the order of the calls; from any thread that nobody interrupts, since an
   * interrupt would close the pipe.
   */
  void send(KernelChannel channel, KernelMessage message) {
    outgoing.add(new Outgoing(channel, message));
    wake();
  }

  private void wake() {
    try {
      wake.sink().write(ByteBuffer.allocate(1));
    } catch (IOException e) {
      log.accept("a message may come late: " + e.getMessage());
    }
  }

  /** Waits until somebody listens to the outputs, so that the first are not lost. */
  void awaitListener(long milliseconds) throws InterruptedException {
    watched.await(milliseconds, TimeUnit.MILLISECONDS);
  }

  /** Lets {@link #serve} send what is queued and return. */
  void end() {
    ended = true;
    wake();
  }

  /** Receives and sends until {@link #end}. */
  void serve(BiConsumer<KernelChannel, KernelMessage> receiver) throws IOException {
    try (ZMQ.Poller poller = context.createPoller(sockets.size() + 1)) {
      poller.register(wake.source(), ZMQ.Poller.POLLIN);
      List<KernelChannel> polled = List.copyOf(sockets.keySet());
      polled.forEach(channel -> poller.register(sockets.get(channel), ZMQ.Poller.POLLIN));
      while (!ended) {
        poller.poll(-1);
        sleepAgain();
        sendQueued();
        // control before shell: an interrupt overtakes what is still to be read
        for (KernelChannel channel :
            List.of(
                KernelChannel.HB,
                KernelChannel.IOPUB,
                KernelChannel.CONTROL,
                KernelChannel.STDIN,
                KernelChannel.SHELL)) {
          receiveAll(channel, receiver);
        }
      }
      sendQueued();
    }
  }

  private void receiveAll(
      KernelChannel channel, BiConsumer<KernelChannel, KernelMessage> receiver) {
    ZMQ.Socket socket = sockets.get(channel);
    while (!ended) {
      byte[] first = socket.recv(ZMQ.DONTWAIT);
      if (first == null) {
        return;
      }
      List<byte[]> frames = new ArrayList<>(List.of(first));
      while (socket.hasReceiveMore()) {
        frames.add(socket.recv());
      }
      switch (channel) {
        case HB -> sendFrames(socket, frames);
        case IOPUB -> welcome(first);
        default -> decode(frames, channel, receiver);
      }
    }
  }

  private void decode(
      List<byte[]> frames,
      KernelChannel channel,
      BiConsumer<KernelChannel, KernelMessage> receiver) {
    KernelMessage message;
    try {
      message = wire.decode(frames);
    } catch (NotebookException e) {
      log.accept("a message on " + channel + " was dropped: " + e.getMessage());
      return;
    }
    receiver.accept(channel, message);
  }

  /** A first byte of 1 is a subscription, of what follows. */
  private void welcome(byte[] event) {
    if (event.length > 0 && event[0] == 1) {
      String topic = new String(event, 1, event.length - 1, StandardCharsets.UTF_8);
      sendNow(
          KernelChannel.IOPUB,
          KernelMessage.none()
              .broadcast("iopub_welcome", KernelMessage.object().put("subscription", topic)));
      watched.countDown();
    }
  }

  private void sleepAgain() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(256);
    while (wake.source().read(bytes) > 0) {
      bytes.clear();
    }
  }

  private void sendQueued() {
    for (Outgoing next = outgoing.poll(); next != null; next = outgoing.poll()) {
      sendNow(next.channel(), next.message());
    }
  }

  private void sendNow(KernelChannel channel, KernelMessage message) {
    try {
      sendFrames(sockets.get(channel), wire.encode(message));
    } catch (IOException | ZMQException e) {
      log.accept("a message of type " + message.type() + " was not sent: " + e.getMessage());
    }
  }

  private static void sendFrames(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  @Override
  public void close() {
    context.close();
    try {
      wake.sink().close();
      wake.source().close();
    } catch (IOException e) {
      log.accept("a pipe was not closed: " + e.getMessage());
    }
  }
}
