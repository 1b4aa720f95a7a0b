package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.simulation.Engine;
import plumbline.simulation.Plan;
import plumbline.simulation.Ratios;

class AheadTest {
  /** An engine that runs nothing. */
  private record Idle(boolean allowsCompany) implements Engine {
    @Override
    public String device() {
      return "idle";
    }

    @Override
    public Optional<String> refuses(Plan plan) {
      return Optional.empty();
    }

    @Override
    public Ratios run(Plan plan, long seed, long block) {
      throw new AssertionError("nothing is run here");
    }

    @Override
    public void close() {}
  }

  private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());

  private Walk.Prepared prepared() {
    threads.add(Thread.currentThread());
    return new Walk.Prepared(null, null, null, List.of(), null, List.of());
  }

  @Test
  void instancesComeInTheOrderOfTheWorkFromOneOtherThread() throws InterruptedException {
    List<Walk.Prepared> made = IntStream.range(0, 130).mapToObj(i -> prepared()).toList();
    threads.clear();
    List<Supplier<Walk.Prepared>> work = new ArrayList<>();
    for (Walk.Prepared each : made) {
      work.add(
          () -> {
            prepared();
            return each;
          });
    }
    try (Ahead ahead = new Ahead(work, new Idle(true))) {
      for (Walk.Prepared each : made) {
        assertSame(each, ahead.next());
      }
    }
    assertEquals(130, threads.size());
    assertEquals(1, threads.stream().distinct().count());
    assertNotEquals(Thread.currentThread(), threads.get(0));
  }

  /** A driver that catches signals must not meet another thread of ours, nor one left behind. */
  @Test
  void besideAnEngineThatMustBeAloneNothingIsPreparedAheadOrElsewhere()
      throws InterruptedException {
    try (Ahead ahead = new Ahead(List.of(this::prepared, this::prepared), new Idle(false))) {
      assertEquals(List.of(), threads);
      ahead.next();
      assertEquals(List.of(Thread.currentThread()), threads);
      ahead.next();
    }
    assertEquals(List.of(Thread.currentThread(), Thread.currentThread()), threads);
  }

  @Test
  void whatAPreparationThrowsIsThrownWhenItIsItsTurn() throws InterruptedException {
    RuntimeException wrong = new IllegalArgumentException("second");
    List<Supplier<Walk.Prepared>> work =
        List.of(
            this::prepared,
            () -> {
              throw wrong;
            },
            this::prepared);
    for (boolean company : List.of(true, false)) {
      try (Ahead ahead = new Ahead(work, new Idle(company))) {
        ahead.next();
        assertSame(wrong, assertThrows(IllegalArgumentException.class, ahead::next));
      }
    }
  }

  @Test
  void anInterruptIsHeardWhileAPreparationGoesOn() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Supplier<Walk.Prepared> deaf =
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            ended.countDown();
          }
          return null;
        };
    try (Ahead ahead = new Ahead(List.of(deaf), new Idle(true))) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, ahead::next);
    }
    assertTrue(ended.await(10, TimeUnit.SECONDS), "closing interrupts the preparation");
  }
}
