package plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code notebook} writes, checks and refuses. */
class NotebookCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(String... arguments) {
    return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private Path notebook(String cell) throws IOException {
    Path file = folder.resolve("made.ipynb");
    Files.writeString(
        file,
        """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
          {"cell_type": "code", "id": "sum", "metadata": {}, "source": "%s", "outputs": []}]}
        """
            .formatted(cell));
    return file;
  }

  @Test
  void whatItWroteIsAsItWouldWriteItAndADoctoredOutputIsNot() throws IOException {
    Path file = notebook("6 * 7");
    assertEquals(1, run("notebook", "--check", file.toString()), "an output is missing");
    assertTrue(Files.readString(file).contains("\"outputs\": []"), "--check has written");
    assertEquals(0, run("notebook", file.toString()));
    String written = Files.readString(file);
    assertTrue(written.contains("\"42\""), written);
    out.getBuffer().setLength(0);
    assertEquals(0, run("notebook", "--check", file.toString()));
    assertTrue(out.toString().startsWith(file + "  "), out.toString());

    String doctored = written.replace("\"42\"", "\"43\"");
    Files.writeString(file, doctored);
    assertEquals(1, run("notebook", "--check", file.toString()));
    assertTrue(out.toString().contains("cell sum: "), out.toString());
    assertTrue(out.toString().contains("outputs differ: run it without --check"), out.toString());
    assertEquals(doctored, Files.readString(file));
  }

  @Test
  void aFileThatIsNotThereIsRefusedBeforeAnyIsRun() throws IOException {
    Path file = notebook("6 * 7");
    String before = Files.readString(file);
    assertEquals(2, run("notebook", file.toString(), folder.resolve("none.ipynb").toString()));
    assertEquals(
        "there is no file %s: name a notebook%n".formatted(folder.resolve("none.ipynb")),
        err.toString());
    assertEquals(before, Files.readString(file));
  }

  @Test
  void aCellThatThrowsIsNamedWithItsFile() throws IOException {
    Path file = notebook("1 / 0");
    assertEquals(2, run("notebook", "--check", file.toString()));
    assertTrue(
        err.toString().startsWith(file + ": cell 1 throws java.lang.ArithmeticException"),
        err.toString());
  }
}
