package plumbline.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as programs write them, and sentences for what is none. */
final class TableTest {
  @TempDir Path folder;

  private Table read(String text) throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, text);
    return Table.read(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b c,y\n1,-2,3.5\n4,5,1e-3\n",
        "\uFEFFa,b c,y\r\n1,-2,3.5\r\n4,5,1e-3\r\n",
        "a;b c;y\n1;-2;3.5\n4;5;1e-3",
        "a\tb c\ty\n1\t-2\t3.5\n\n4\t5\t1e-3\n",
        "\"a\",\"b c\",y\n\"1\", -2 ,3.5\n4,\"5\",1e-3\n"
      })
  void theSameTableInFiveDialects(String text) throws IOException {
    Table table = read(text);
    assertEquals(List.of("a", "b c", "y"), table.names());
    assertEquals(
        List.of(List.of("1", "-2", "3.5"), List.of("4", "5", "1e-3")),
        table.rows().stream().map(Table.Row::cells).toList());
  }

  @Test
  void aQuotedCellMayHoldSeparatorsMarksAndLines() throws IOException {
    Table table = read("a,\"x; \"\"y\"\"\"\n\"1,5\",2\n");
    assertEquals(List.of("a", "x; \"y\""), table.names());
    assertEquals(List.of("1,5", "2"), table.rows().get(0).cells());
  }

  @Test
  void rowsKnowTheirLines() throws IOException {
    assertEquals(
        List.of(2L, 4L), read("a,b\n1,2\n\n3,4\n").rows().stream().map(Table.Row::line).toList());
  }

  private void refused(String text, String... fragments) {
    String said = assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
    for (String fragment : fragments) {
      assertTrue(said.contains(fragment), () -> fragment + " is not in: " + said);
    }
  }

  @Test
  void whatIsNoTableIsRefusedInOneSentence() {
    refused("", "t.csv is empty", "column names");
    refused("a,b\n", "a header and no row");
    refused("a,b,a\n1,2,3\n", "two columns named a");
    refused("a,,b\n1,2,3\n", "a column without a name");
    refused("a,b\n1,2\n3\n", "line 3 has 1 cells, the header has 2", "--separator");
    refused("a,b\n1,\"2\n", "quotation mark");
  }

  @Test
  void moreThanTheMostRowsAreRefused() throws IOException {
    String most = "a,b\n" + "1,2\n".repeat(20_000);
    assertEquals(20_000, read(most).rows().size());
    refused(most + "3,4\n", "has 20001 rows, allowed are 20000", "take a sample");
  }

  @Test
  void aFileInAnotherEncodingOrMissingIsRefused() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "größe,y\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));
    String encoding =
        assertThrows(IllegalArgumentException.class, () -> Table.read(file)).getMessage();
    assertTrue(encoding.contains("is not in UTF-8"), encoding);
    Path none = folder.resolve("none.csv");
    String missing =
        assertThrows(IllegalArgumentException.class, () -> Table.read(none)).getMessage();
    assertTrue(missing.contains("there is no such file"), missing);
  }
}
