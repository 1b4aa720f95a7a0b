package plumbline.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import plumbline.check.Catalogue;
import plumbline.check.CheckResult;
import plumbline.check.Options;
import plumbline.check.Progress;
import plumbline.check.Request;
import plumbline.check.Suite;
import plumbline.simulation.CpuEngine;
import plumbline.theorem.Declaration;

/** The lab without a browser: who is let in, what is refused, and what a stream says. */
@Timeout(120)
class LabTest {
  private static final String THEOREM = "/t/bottou/thm46-fixed-step";
  private static final String RUN = "/run/bottou/thm46-fixed-step";

  private static Catalogue catalogue;
  private static Lab lab;
  private static Follower follower;
  private static String host;

  @BeforeAll
  static void open() throws IOException {
    catalogue = Catalogue.load();
    lab = Lab.open(catalogue, 0, 0);
    follower = new Follower(lab.address());
    host = "Host: 127.0.0.1:" + lab.address().getPort();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @Test
  void onlyItsOwnNamesAreLetIn() throws IOException {
    int port = lab.address().getPort();
    String close = "Connection: close";
    assertEquals("HTTP/1.1 200 OK", follower.status("GET", "/", host, close));
    assertEquals("HTTP/1.1 200 OK", follower.status("GET", "/", "Host: localhost:" + port, close));
    for (String foreign :
        List.of(
            "evil.example",
            "evil.example:" + port,
            "127.0.0.1",
            "127.0.0.1:1",
            "127.0.0.1:" + port + "0",
            "127.0.0.1:" + port + ".evil",
            "evil.127.0.0.1:" + port,
            "localhost",
            "localhost:" + port + ".evil")) {
      assertEquals(
          "HTTP/1.1 403 Forbidden",
          follower.status("GET", "/", "Host: " + foreign, close),
          foreign);
    }
  }

  @Test
  void nothingButGetIsAnswered() throws IOException {
    for (String method : List.of("POST", "PUT", "DELETE", "HEAD", "OPTIONS")) {
      assertEquals(
          "HTTP/1.1 405 Method Not Allowed",
          follower.status(method, "/", host, "Connection: close", "Content-Length: 0"),
          method);
    }
  }

  @Test
  void anotherSiteCanLinkToAPageAndStartsNoRun() throws IOException {
    String cross = "Sec-Fetch-Site: cross-site";
    String close = "Connection: close";
    assertEquals("HTTP/1.1 200 OK", follower.status("GET", THEOREM, host, cross, close));
    assertEquals("HTTP/1.1 403 Forbidden", follower.status("GET", RUN, host, cross, close));
    assertEquals(
        "HTTP/1.1 403 Forbidden",
        follower.status("GET", "/picture/bottou/thm46-fixed-step.svg", host, cross, close));
    assertEquals(0, lab.working());
  }

  @Test
  void itListensOnTheLoopbackAddressAlone() throws IOException {
    assertEquals("127.0.0.1", lab.address().getHost());
    for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(card.getInetAddresses())) {
        if (address instanceof Inet4Address && !address.isLoopbackAddress()) {
          assertThrows(
              ConnectException.class,
              () -> new Socket(address, lab.address().getPort()).close(),
              address.toString());
        }
      }
    }
  }

  @Test
  void aPortThatIsTakenIsRefused() {
    assertThrows(
        BindException.class, () -> Lab.open(catalogue, lab.address().getPort(), 0).close());
  }

  @Test
  void everyAnswerForbidsWhatAPageDoesNotNeed() throws Exception {
    HttpResponse<String> page = follower.get("/");
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
    assertFalse(policy.contains("unsafe-eval"), policy);
    assertFalse(page.body().contains("<script>"), "an inline script");
    assertEquals(
        "same-origin", page.headers().firstValue("Cross-Origin-Resource-Policy").orElse(""));
    assertEquals("nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
  }

  @Test
  void aWrongInputIsRefusedInTheWordsOfTheCommandLine() throws Exception {
    refused("set.alpha=9", "alpha=9 is outside [0, 4]: set it to a value inside");
    refused(
        "set.alpha=x", "alpha=x is not a finite number: set it to a value in [0, 4], such as 1");
    refused("set.problem=Q9", "problem=Q9 is not one of its choices: set it to ");
    refused("set.beta=1", "bottou/thm46-fixed-step has no parameter named beta; it has problem, ");
    refused("from=Q7", "bottou/thm46-fixed-step has no instance named \"Q7\"; it has ");
    refused("seed=1.5", "seed=1.5 is no integer of 64 bits: write one, such as 0");
    refused("alpha=1", "the address has the key alpha: allowed are from, seed and set.NAME");
  }

  private static void refused(String query, String sentence) throws Exception {
    HttpResponse<String> run = follower.get(RUN + "?" + query);
    String escaped = sentence.replace("\"", "&quot;");
    assertEquals(400, run.statusCode(), query);
    assertTrue(run.body().replace("\\\"", "\"").contains(escaped), run.body());
    HttpResponse<String> page = follower.get(THEOREM + "?" + query);
    assertEquals(400, page.statusCode(), query);
    assertTrue(page.body().contains(escaped), query);
    assertTrue(page.body().contains("id=\"set.alpha\""), "the page has lost its controls");
  }

  @Test
  void whatIsNotThereIsSaidWithTheNearest() throws Exception {
    HttpResponse<String> page = follower.get("/t/bottou/thm46-fixed-stepp");
    assertEquals(404, page.statusCode());
    assertTrue(page.body().contains("href=\"/t/bottou/thm46-fixed-step\""), page.body());
    assertEquals(404, follower.get("/looks/../lab.css").statusCode());
    assertEquals(404, follower.get("/run/bottou/nothing").statusCode());
  }

  @Test
  void aStreamGoesOnBehindTheNewsThatThePageHasSeen() throws Exception {
    String run = RUN + "?from=Q1,+alpha+c+M_G+%3D+1/2&page=last";
    follower.follow(run);
    String all = follower.body(run);
    String id = all.substring(all.indexOf("id: ") + 4, all.indexOf('\n'));
    assertTrue(Long.parseLong(id) > 1, all.substring(0, 20));
    // the run has ended, and says its last news again to whoever has not seen it
    assertTrue(follower.body(run, "Last-Event-ID", "1").contains("id: " + id), id);
    assertFalse(follower.body(run, "Last-Event-ID", id).contains("id: "), id);
  }

  @Test
  void textFromAnAddressIsNeverMarkup() throws Exception {
    String mark = "%3Cimg%20src=x%3E";
    for (String query : List.of("from=" + mark, "set.alpha=" + mark, mark + "=1")) {
      assertFalse(follower.get(THEOREM + "?" + query).body().contains("<img"), query);
      assertFalse(follower.get(RUN + "?" + query).body().contains("<img"), query);
    }
    assertFalse(follower.get("/t/" + mark).body().contains("<img"));
  }

  @Test
  void aStreamSaysTheBoundFirstThenWhatIsExactThenMeansAndAtLastTheVerdict() throws Exception {
    List<JsonNode> news = follower.follow(RUN + "?from=QD,+Gaussian&set.alpha=0.04&page=order");
    JsonNode first = news.get(0);
    assertEquals("running", first.path("state").asText());
    assertTrue(numbers(first).contains(">bound<"), numbers(first));
    assertFalse(numbers(first).contains(">exact<"), numbers(first));
    assertTrue(first.path("hypotheses").asText().contains("certified"));
    int exact = firstWith(news, ">exact<");
    int mean = firstWith(news, ">simulated mean<");
    assertTrue(0 < exact && exact < mean, exact + ", " + mean);
    JsonNode last = news.get(news.size() - 1);
    assertEquals("done", last.path("state").asText());
    assertTrue(last.path("verdict").asText().contains("</span> holds</span>"));
    assertEquals(1, news.stream().filter(n -> n.path("state").asText().equals("done")).count());
  }

  private static String numbers(JsonNode news) {
    return news.path("numbers").asText();
  }

  private static int firstWith(List<JsonNode> news, String column) {
    for (int i = 0; i < news.size(); i++) {
      if (numbers(news.get(i)).contains(column)) {
        return i;
      }
    }
    throw new AssertionError("no news with " + column);
  }

  @Test
  void theLastNewsAreThoseOfTheCommandThatThePageShows() throws Exception {
    List<JsonNode> news =
        follower.follow(RUN + "?from=Q1,+alpha+c+M_G+%3D+1/2&set.alpha=1/8&seed=7&page=bits");
    JsonNode last = news.get(news.size() - 1);
    assertEquals(
        "plumbline check bottou/thm46-fixed-step --from &#39;Q1, alpha c M_G = 1/2&#39; --set"
            + " alpha=1/8 --seed 7 --time 3s",
        last.path("command").asText());
    Declaration declaration =
        catalogue.theorem("bottou/thm46-fixed-step").orElseThrow().declaration();
    Setting setting = Setting.read(declaration, last.path("query").asText(), 0);
    Options options = new Options(7, OptionalDouble.empty(), OptionalDouble.of(3));
    try (CpuEngine engine = new CpuEngine(1)) {
      CheckResult result =
          new Suite(catalogue, options)
              .check(
                  new Request(declaration.id(), List.of(setting.instance(declaration))),
                  engine,
                  Progress.silent());
      assertEquals(
          Shown.done(setting, result),
          new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(last));
    }
  }

  @Test
  void aPictureIsAFileOfItsOwn() throws Exception {
    HttpResponse<String> svg =
        follower.get("/picture/bottou/thm46-fixed-step.svg?from=LS4&set.alpha=1/4");
    assertEquals(200, svg.statusCode());
    assertEquals("image/svg+xml", svg.headers().firstValue("Content-Type").orElse(""));
    assertTrue(svg.body().startsWith("<?xml"), svg.body().substring(0, 40));
    assertTrue(svg.body().contains("<title>"), "no title");
    assertEquals(200, follower.get("/picture/bottou/thm46-fixed-step.png?from=LS4").statusCode());
    assertEquals(
        400, follower.get("/picture/bottou/thm46-fixed-step.png?set.alpha=9").statusCode());
  }

  @Test
  void aRunGoesOnBetweenTwoPartsOfItsStream() throws Exception {
    List<JsonNode> news = follower.follow(RUN + "?from=least+squares&page=parts");
    assertEquals("done", news.get(news.size() - 1).path("state").asText());
    // longer than a part, so that the page has asked more than once
    assertTrue(news.size() > 4, news.size() + " news");
  }

  @Test
  void tenPagesGoForwardTogether() throws Exception {
    List<String> said = new CopyOnWriteArrayList<>();
    ExecutorService pages = Executors.newFixedThreadPool(10);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        String page = "page" + i;
        String run = RUN + "?from=QD,+Gaussian&set.alpha=0.0" + (31 + i) + "&page=" + page;
        all.add(
            pages.submit(
                () -> {
                  follower.follow(
                      run,
                      news -> {
                        boolean done = news.path("state").asText().equals("done");
                        String what =
                            done
                                ? "done "
                                : numbers(news).contains(">simulated mean<") ? "mean " : "other ";
                        said.add(what + page);
                      });
                  return null;
                }));
      }
      for (Future<?> page : all) {
        page.get();
      }
    } finally {
      pages.shutdownNow();
    }
    assertEquals(10, said.stream().filter(s -> s.startsWith("done")).count());
    int firstDone =
        said.indexOf(said.stream().filter(s -> s.startsWith("done")).findFirst().orElseThrow());
    assertEquals(
        10,
        said.subList(0, firstDone).stream().filter(s -> s.startsWith("mean")).distinct().count(),
        () -> "a page was done before all had a first mean: " + said);
  }
}
