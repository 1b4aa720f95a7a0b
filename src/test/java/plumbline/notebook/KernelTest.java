package plumbline.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plumbline.notebook.KernelChannel.CONTROL;
import static plumbline.notebook.KernelChannel.SHELL;
import static plumbline.notebook.KernelChannel.STDIN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One kernel in a process of its own, asked as Jupyter asks. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KernelTest {
  /** The first eight bytes of every PNG, RFC 2083, 3.1. */
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  @TempDir static Path folder;
  private static KernelClient kernel;

  @BeforeAll
  static void start() throws IOException {
    kernel = new KernelClient(folder, Map.of());
    // what a kernel says before somebody listens is lost, as in every kernel: the first that is
    // heard, its welcome or its first state, shows that somebody does
    String first = kernel.receive(KernelChannel.IOPUB).type();
    assertTrue(List.of("iopub_welcome", "status").contains(first), first);
  }

  @AfterAll
  static void end() {
    kernel.close();
  }

  @Test
  void saysWhatItIsOnBothChannelsAndItsHeartBeats() throws IOException {
    for (KernelChannel channel : List.of(SHELL, CONTROL)) {
      var answer = kernel.ask(channel, "kernel_info_request", KernelMessage.object());
      JsonNode info = answer.reply().content();
      assertEquals(List.of("statusbusy", "statusidle"), answer.types());
      assertEquals("kernel_info_reply", answer.reply().type());
      assertEquals("5.4", info.path("protocol_version").asText());
      assertEquals("java", info.path("language_info").path("name").asText());
    }
    byte[] sound = {1, 2, 3};
    assertArrayEquals(sound, kernel.beat(sound));
  }

  @Test
  void anExpressionHasAResultBetweenBusyAndIdle() throws IOException {
    var answer = kernel.run("1 + 1");
    assertEquals(
        List.of("statusbusy", "execute_input", "execute_result", "statusidle"), answer.types());
    JsonNode result = answer.only("execute_result");
    assertEquals("2", result.path("data").path("text/plain").asText());
    assertEquals("ok", answer.reply().content().path("status").asText());
    int count = answer.reply().content().path("execution_count").asInt();
    assertEquals(count, result.path("execution_count").asInt());
    var next = kernel.run("int i = 1;");
    assertEquals(List.of("statusbusy", "execute_input", "statusidle"), next.types());
    assertEquals(count + 1, next.reply().content().path("execution_count").asInt());
  }

  @Test
  void whatIsPrintedComesWhileTheCellRuns() throws IOException {
    Path sign = folder.resolve("go-on");
    String id =
        kernel.send(
            SHELL,
            "execute_request",
            KernelClient.cell(
                """
                System.out.println("α before");
                System.err.println("beside");
                while (!java.nio.file.Files.exists(java.nio.file.Path.of("%s"))) {}
                System.out.print("after");
                """
                    .formatted(sign)));
    List<String> seen = new ArrayList<>();
    while (seen.size() < 2) {
      JsonNode content = kernel.next(id).content();
      if (content.has("text")) {
        seen.add(content.path("name").asText() + " " + content.path("text").asText());
      }
    }
    assertEquals(List.of("stdout α before\n", "stderr beside\n"), seen);
    Files.createFile(sign);
    assertEquals("after", kernel.answer(SHELL, id).printed("stdout"));
  }

  @Test
  void muchIsPrintedWhole() throws IOException {
    var answer =
        kernel.run("for (int i = 0; i < 100_000; i++) System.out.println(\"zählt \" + i);");
    List<String> lines = answer.printed("stdout").lines().toList();
    assertEquals(100_000, lines.size());
    assertEquals("zählt 99999", lines.get(99_999));
    long messages = answer.types().stream().filter(type -> type.equals("stream")).count();
    assertTrue(messages < 1000, () -> messages + " messages");
  }

  @Test
  void aCompileErrorSaysWhatAndInWhichLine() throws IOException {
    var answer = kernel.run("int a = 1;\n\nint b = a +\n    nowhere;");
    JsonNode error = answer.only("error");
    assertEquals("CompileError", error.path("ename").asText());
    assertEquals(
        "cannot find symbol symbol: variable nowhere location: class",
        error.path("evalue").asText().strip());
    assertEquals("line 4:     nowhere;", error.path("traceback").path(1).asText());
    assertEquals("            ^^^^^^^", error.path("traceback").path(2).asText());
    JsonNode reply = answer.reply().content();
    assertEquals("error", reply.path("status").asText());
    assertEquals("CompileError", reply.path("ename").asText());
  }

  @Test
  void anExceptionSaysItsLineInThisCellAndInAnother() throws IOException {
    int count =
        kernel
            .run("int third(int[] a) {\n  return a[2];\n}")
            .reply()
            .content()
            .path("execution_count")
            .asInt();
    JsonNode error = kernel.run("int[] few = {1};\n// two\nthird(few)").only("error");
    assertEquals("java.lang.ArrayIndexOutOfBoundsException", error.path("ename").asText());
    assertEquals("Index 2 out of bounds for length 1", error.path("evalue").asText());
    assertEquals(
        "    at line 2 of cell %d in third".formatted(count),
        error.path("traceback").path(1).asText());
    assertEquals("    at line 3", error.path("traceback").path(2).asText());
  }

  @Test
  void aPictureIsAPictureWithItsWords() throws IOException {
    var answer =
        kernel.run("Notebook.check(\"bottou/thm46-fixed-step\").from(\"LS4\").delta(0.5).plot()");
    JsonNode result = answer.only("execute_result");
    String words = result.path("data").path("text/plain").asText();
    assertTrue(words.contains("against iteration k"), words);
    assertEquals(words, result.path("metadata").path("image/png").path("alt").asText());
    byte[] bytes = Base64.getDecoder().decode(result.path("data").path("image/png").asText());
    assertArrayEquals(PNG, Arrays.copyOf(bytes, 8));
  }

  @Test
  void anEndlessCellIsInterruptedAndWhatWaitsBehindItIsNotRun() throws IOException {
    kernel.run("int left = 7;");
    for (String endless :
        List.of(
            "while (true) { left = 8; }",
            "while (true) System.out.println(\"and on\");",
            "Thread.sleep(1_000_000);",
            "new java.util.Scanner(System.in).nextLine()")) {
      ObjectNode content = KernelClient.cell(endless).put("allow_stdin", true);
      String id = kernel.send(SHELL, "execute_request", content);
      String behind = kernel.send(SHELL, "execute_request", KernelClient.cell("left = 9"));
      while (!kernel.next(id).type().equals("execute_input")) {}
      var stopped = kernel.ask(CONTROL, "interrupt_request", KernelMessage.object());
      assertEquals("interrupt_reply", stopped.reply().type());
      var answer = kernel.answer(SHELL, id);
      assertEquals("Interrupted", answer.only("error").path("ename").asText(), endless);
      var aborted = kernel.answer(SHELL, behind);
      assertEquals("aborted", aborted.reply().content().path("status").asText());
      assertEquals(List.of("statusbusy", "statusidle"), aborted.types());
    }
    kernel.receive(STDIN);
    assertEquals("8", plain(kernel.run("left")));
  }

  @Test
  void anErrorAbortsWhatWaitsUnlessItIsAskedNotTo() throws IOException {
    for (boolean stop : List.of(true, false)) {
      Path sign = folder.resolve("raise-" + stop);
      String code =
          "while (!java.nio.file.Files.exists(java.nio.file.Path.of(\"%s\"))) {}\nthrow new Error();"
              .formatted(sign);
      ObjectNode content = KernelClient.cell(code).put("stop_on_error", stop);
      String id = kernel.send(SHELL, "execute_request", content);
      String behind = kernel.send(SHELL, "execute_request", KernelClient.cell("2 + 2"));
      // an echo on the same thread as the requests: they have arrived
      kernel.ask(CONTROL, "kernel_info_request", KernelMessage.object());
      Files.createFile(sign);
      assertEquals(
          "java.lang.Error", kernel.answer(SHELL, id).only("error").path("ename").asText());
      assertEquals(
          stop ? "aborted" : "ok",
          kernel.answer(SHELL, behind).reply().content().path("status").asText());
    }
  }

  @Test
  void aLineThatACellReadsIsAskedOfThePerson() throws IOException {
    kernel.run("var lines = new java.util.Scanner(System.in);");
    String code = "lines.nextLine() + \"|\" + lines.nextLine()";
    String id =
        kernel.send(SHELL, "execute_request", KernelClient.cell(code).put("allow_stdin", true));
    for (String line : List.of("größer", "b")) {
      KernelMessage question = kernel.receive(STDIN);
      assertEquals("input_request", question.type());
      assertEquals(id, question.parent().path("msg_id").asText());
      kernel.send(STDIN, "input_reply", KernelMessage.object().put("value", line));
    }
    JsonNode data = kernel.answer(SHELL, id).only("execute_result").path("data");
    assertEquals("größer|b", data.path("text/plain").asText());
    JsonNode refused = kernel.run("System.in.read()").only("error");
    assertTrue(refused.path("evalue").asText().startsWith("this front end takes no input"));
  }

  @Test
  void aSilentCellIsNotSeenAndOneWithoutHistoryNotCounted() throws IOException {
    int count = kernel.run("int s = 1;").reply().content().path("execution_count").asInt();
    var silent =
        kernel.ask(
            SHELL,
            "execute_request",
            KernelClient.cell("s = 5; System.out.println(s); s").put("silent", true));
    assertEquals(List.of("statusbusy", "statusidle"), silent.types());
    ObjectNode asked = KernelClient.cell("").put("store_history", false);
    asked.putObject("user_expressions").put("twice", "2 * s").put("wrong", "s +* 1");
    JsonNode reply = kernel.ask(SHELL, "execute_request", asked).reply().content();
    assertEquals(count, reply.path("execution_count").asInt());
    JsonNode expressions = reply.path("user_expressions");
    assertEquals("10", expressions.path("twice").path("data").path("text/plain").asText());
    assertEquals("error", expressions.path("wrong").path("status").asText());
  }

  /** Its text is made on the kernel's own thread. */
  @Test
  void aValueWhoseTextCannotBeMadeIsAnErrorWithAReply() throws IOException {
    kernel.run(
        """
        class Deep { public String toString() { return "" + this; } }
        class Bad { public String toString() { throw new AssertionError("bad"); } }
        """);
    ObjectNode asked = KernelClient.cell("");
    asked.putObject("user_expressions").put("deep", "new Deep()").put("bad", "new Bad()");
    JsonNode reply = kernel.ask(SHELL, "execute_request", asked).reply().content();
    JsonNode expressions = reply.path("user_expressions");
    assertEquals(
        "java.lang.StackOverflowError",
        expressions.path("deep").path("ename").asText(),
        reply.toString());
    assertEquals("bad", expressions.path("bad").path("evalue").asText());
    assertEquals("bad", kernel.run("new Bad()").only("error").path("evalue").asText());
  }

  @Test
  void codeIsCompletedAndExplained() throws IOException {
    assertEquals("complete", complete("int f() { return 1; }\nf()"));
    assertEquals("incomplete", complete("int f() {"));
    assertEquals("invalid", complete("int 3 = x ) ;"));
    String code = "int x = 1;\nString 𝛼 = Notebook.ch";
    JsonNode found = at("complete_request", code, code.codePointCount(0, code.length()));
    assertEquals("[\"check(\"]", found.path("matches").toString());
    // one line of eleven, then 20 characters, of which alpha is one
    assertEquals(11 + 20, found.path("cursor_start").asInt());
    assertEquals(11 + 22, found.path("cursor_end").asInt());
    String own = "Checked here = Notebook.check(\"x\");\nhere.hypo";
    assertEquals(
        "[\"hypotheses()\"]", at("complete_request", own, own.length()).path("matches").toString());
    JsonNode explained = at("inspect_request", "Notebook.check(\"x\")", 11);
    String signature = explained.path("data").path("text/plain").asText();
    assertTrue(signature.startsWith("Checked Notebook.check(String"), signature);
    assertFalse(at("inspect_request", "nowhere", 3).path("found").asBoolean());
    assertEquals("[]", at("history_request", "", 0).path("history").toString());
    assertEquals("{}", at("comm_info_request", "", 0).path("comms").toString());
  }

  @Test
  void aMessageWithAnotherKeyIsDropped() throws IOException {
    ObjectNode cell = KernelClient.cell("int stolen = 1;");
    kernel.send(new KernelWire("another"), SHELL, "execute_request", cell);
    kernel.send(new KernelWire(""), SHELL, "execute_request", cell);
    JsonNode error = kernel.run("stolen").only("error");
    assertEquals("CompileError", error.path("ename").asText());
    String dropped = "a message on SHELL was dropped: the signature is not that of";
    assertEquals(3, (" " + kernel.log() + " ").split(dropped).length, kernel.log());
  }

  private static String plain(KernelClient.Answer answer) {
    return answer.only("execute_result").path("data").path("text/plain").asText();
  }

  private static String complete(String code) throws IOException {
    return at("is_complete_request", code, 0).path("status").asText();
  }

  private static JsonNode at(String type, String code, int cursor) throws IOException {
    ObjectNode content = KernelClient.cell(code).put("cursor_pos", cursor);
    return kernel.ask(SHELL, type, content).reply().content();
  }
}
