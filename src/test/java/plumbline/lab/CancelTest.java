package plumbline.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import plumbline.check.Catalogue;
import plumbline.simulation.Engine;
import plumbline.simulation.Plan;
import plumbline.simulation.Ratios;

/** A run that would never end by itself ends with its page. */
@Timeout(120)
class CancelTest {
  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final String RUN = "/run/bottou/thm46-fixed-step?from=QD,+Gaussian&page=";
  private static final String PICTURE =
      "/picture/bottou/thm46-fixed-step.svg?from=QD,+Gaussian&seed=";
  private static final long NEVER = 3_600_000;

  private static final AtomicInteger ENTERED = new AtomicInteger();

  /** Simulates until it is told to stop. */
  private static final class Endless implements Engine {
    @Override
    public String device() {
      return "endless";
    }

    @Override
    public Optional<String> refuses(Plan plan) {
      return Optional.empty();
    }

    @Override
    public Ratios run(Plan plan, long seed, long block) throws InterruptedException {
      ENTERED.incrementAndGet();
      Thread.sleep(NEVER);
      return new Ratios(new double[0][]);
    }

    @Override
    public void close() {}
  }

  private static Lab lab(long part, long left) throws IOException {
    Runs runs = new Runs(CATALOGUE, new Turns(Endless::new), new Patience(part, left));
    return Lab.open(CATALOGUE, 0, 0, runs);
  }

  /** A page that listens, and has heard something. */
  private static Socket page(Lab lab, String name) throws IOException {
    Socket socket =
        new Follower(lab.address())
            .socket("GET", RUN + name, "Host: 127.0.0.1:" + lab.address().getPort());
    assertTrue(socket.getInputStream().read(new byte[4096]) > 0);
    return socket;
  }

  /** With a reset, so that the next write to it fails on every system. */
  private static void leaves(Socket page) throws IOException {
    page.setSoLinger(true, 0);
    page.close();
  }

  /** One whose run is in the midst of a simulation. */
  private static Socket simulating(Lab lab, String name) throws Exception {
    int before = ENTERED.get();
    Socket socket = page(lab, name);
    while (ENTERED.get() == before) {
      Thread.sleep(10);
    }
    return socket;
  }

  /** Reads to the chunk of length 0. */
  private static void endOfPart(Socket page) throws IOException {
    page.setSoTimeout(20_000);
    String end = "";
    while (!end.equals("\r\n0\r\n\r\n")) {
      end += (char) page.getInputStream().read();
      end = end.substring(Math.max(0, end.length() - 7));
    }
  }

  private static void await(Lab lab, int working) throws InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (lab.working() != working) {
      assertTrue(System.nanoTime() < end, () -> lab.working() + " runs, and not " + working);
      Thread.sleep(20);
    }
  }

  @Test
  void aPageThatGoesWhileItListensIsNoticedByWritingToIt() throws Exception {
    try (Lab lab = lab(NEVER, NEVER)) {
      Socket goes = simulating(lab, "goes");
      try (Socket stays = page(lab, "stays")) {
        await(lab, 2);
        goes.close();
        await(lab, 1);
        assertTrue(stays.isConnected());
      }
    }
  }

  @Test
  void aPageThatAsksForNoNextPartIsNoticedByItsSilence() throws Exception {
    try (Lab lab = lab(100, 3000)) {
      try (Socket page = simulating(lab, "silent")) {
        endOfPart(page); // and this page asks for no other
        assertEquals(1, lab.working());
        await(lab, 0);
      }
    }
  }

  @Test
  void aPageThatAsksForAnotherSettingLeavesTheFirst() throws Exception {
    try (Lab lab = lab(NEVER, NEVER);
        Socket first = simulating(lab, "moved")) {
      await(lab, 1);
      try (Socket second = page(lab, "moved&set.alpha=1/25")) {
        endOfPart(first);
        await(lab, 1);
        assertTrue(second.isConnected());
      }
    }
  }

  /** A slider that rests for a moment asks once, and once more when it is released where it is. */
  @Test
  void aPageThatAsksTheSameAgainKeepsItsRunWhenTheFirstStreamBreaks() throws Exception {
    try (Lab lab = lab(NEVER, NEVER)) {
      Socket first = simulating(lab, "again");
      try (Socket second = page(lab, "again")) {
        first.close();
        // some heartbeats: the first write to a closed connection is still taken
        Thread.sleep(2000);
        assertEquals(1, lab.working());
        assertTrue(second.isConnected());
      }
      await(lab, 0);
    }
  }

  @Test
  void aPictureEndsWhenItsBrowserHasGone() throws Exception {
    try (Lab lab = lab(NEVER, 500)) {
      Follower follower = new Follower(lab.address());
      String host = "Host: 127.0.0.1:" + lab.address().getPort();
      follower.socket("GET", PICTURE + 1, host).close();
      await(lab, 1);
      await(lab, 0);
    }
  }

  @Test
  void aPictureThatTakesLongIsAskedForAgainAndItsCheckGoesOn() throws Exception {
    try (Lab lab = lab(NEVER, 2000)) {
      Follower follower = new Follower(lab.address());
      String host = "Host: 127.0.0.1:" + lab.address().getPort();
      int before = ENTERED.get();
      String path = PICTURE + 1;
      for (int i = 0; i < 3; i++) {
        String answer = follower.head("GET", path, host, "Connection: close");
        assertTrue(answer.startsWith("HTTP/1.1 307 "), answer);
        path = answer.lines().filter(l -> l.startsWith("Location: ")).findFirst().orElseThrow();
        path = path.substring("Location: ".length());
        assertEquals(1, lab.working());
      }
      assertEquals(before + 1, ENTERED.get(), "a second check began");
      await(lab, 0);
    }
  }

  /** More than may run at once, ten at a time: one that is not counted out is missing at last. */
  @Test
  void thoseThatAreCancelledAreCountedOutAgain() throws Exception {
    try (Lab lab = lab(NEVER, NEVER)) {
      for (int i = 0; i < 40; i++) {
        leaves(page(lab, "hasty" + i));
        if (i % 10 == 9) {
          await(lab, 0);
        }
      }
    }
  }

  /** Each is cancelled by the next, mostly before its thread has begun. */
  @Test
  void onePageThatMovesOnAndOnIsNotSentAway() throws Exception {
    try (Lab lab = lab(NEVER, NEVER)) {
      for (int i = 0; i < 40; i++) {
        leaves(page(lab, "hasty&set.alpha=0.0" + (10 + i)));
      }
      await(lab, 0);
    }
  }

  @Test
  void anAnswerBeyondTheMostWaitsForOneToEnd() throws Exception {
    List<Socket> all = new ArrayList<>();
    try (Lab lab = lab(NEVER, NEVER)) {
      String host = "Host: 127.0.0.1:" + lab.address().getPort();
      for (int i = 0; i < 96; i++) {
        all.add(page(lab, "same"));
      }
      Socket beyond = new Follower(lab.address()).socket("GET", "/looks/lab.css", host);
      all.add(beyond);
      beyond.setSoTimeout(1000);
      assertThrows(SocketTimeoutException.class, () -> beyond.getInputStream().read());
      all.get(0).close();
      beyond.setSoTimeout(20_000);
      byte[] status = beyond.getInputStream().readNBytes(15);
      assertEquals("HTTP/1.1 200 OK", new String(status, StandardCharsets.US_ASCII));
    } finally {
      for (Socket socket : all) {
        socket.close();
      }
    }
  }

  @Test
  void picturesAndRunsTogetherAreNotMoreThanTheMost() throws Exception {
    List<Socket> asked = new ArrayList<>();
    try (Lab lab = lab(NEVER, NEVER)) {
      Follower follower = new Follower(lab.address());
      String host = "Host: 127.0.0.1:" + lab.address().getPort();
      for (int i = 0; i < 32; i++) {
        asked.add(follower.socket("GET", PICTURE + i, host));
      }
      await(lab, 32);
      for (String more : List.of(PICTURE + 99, RUN + "late")) {
        assertEquals(
            "HTTP/1.1 503 Service Unavailable",
            follower.status("GET", more, host, "Connection: close"),
            more);
      }
    } finally {
      for (Socket socket : asked) {
        socket.close();
      }
    }
  }

  @Test
  void runsEndWithTheLab() throws Exception {
    Lab lab = lab(NEVER, NEVER);
    try (Socket page = simulating(lab, "last")) {
      await(lab, 1);
      assertTrue(page.isConnected());
      lab.close();
      await(lab, 0);
    }
  }
}
