package plumbline.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.card.Nearest;

/**
 * A table as it is written: a header of names, then rows of as many cells.
 *
 * @param file the file's name, for messages
 * @param names of the columns, all different
 * @param rows at least one
 */
public record Table(String file, List<String> names, List<Row> rows) {
  /** More would take minutes in rationals. */
  static final int MOST_ROWS = 20_000;

  private static final long MOST_BYTES = 64L << 20;
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  /** A row and the line of the file on which it begins. */
  public record Row(long line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  public Table {
    names = List.copyOf(names);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file in UTF-8 whose separator is the one of comma, semicolon and tab that its first
   * line has most of.
   *
   * @throws IllegalArgumentException if it is no such table: one sentence
   */
  public static Table read(Path file) {
    String text = text(file);
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char separator =
        SEPARATORS.stream()
            .max(Comparator.comparingLong(s -> outsideQuotes(first, s)))
            .orElseThrow();
    return parse(file.getFileName().toString(), text, separator);
  }

  /** The same with this separator. */
  public static Table read(Path file, char separator) {
    return parse(file.getFileName().toString(), text(file), separator);
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IllegalArgumentException(
            file + " has " + Files.size(file) + " bytes, allowed are 64 MiB: take a sample of it");
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not in UTF-8: save it as UTF-8", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be read" + (Files.exists(file) ? "" : ": there is no such file"), e);
    }
  }

  private static long outsideQuotes(String line, char separator) {
    return line.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == separator).count();
  }

  static Table parse(String file, String text, char separator) {
    List<Row> rows = new ArrayList<>();
    CsvMapper mapper =
        CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
    try (MappingIterator<String[]> lines =
        mapper.readerFor(String[].class).with(schema).readValues(text)) {
      while (true) {
        long line = lines.getCurrentLocation().getLineNr();
        if (!lines.hasNextValue()) {
          break;
        }
        rows.add(new Row(line, Arrays.asList(lines.nextValue())));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          file
              + (e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr())
              + ": a quotation mark is not closed or stands inside a cell ("
              + e.getOriginalMessage().lines().findFirst().orElse("")
              + "): quote the whole cell and double the marks in it",
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
    return checked(file, rows);
  }

  private static Table checked(String file, List<Row> rows) {
    if (rows.size() < 2) {
      throw new IllegalArgumentException(
          file
              + (rows.isEmpty() ? " is empty" : " has a header and no row")
              + ": write one line of column names, then rows of numbers");
    }
    List<String> names = rows.get(0).cells();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isEmpty() || !seen.add(name)) {
        throw new IllegalArgumentException(
            file
                + " has "
                + (name.isEmpty() ? "a column without a name" : "two columns named " + name)
                + " in its header: give each column a name of its own");
      }
    }
    for (Row row : rows) {
      if (row.cells().size() != names.size()) {
        throw new IllegalArgumentException(
            "%s, line %d has %d cells, the header has %d: give it as many, or name the separator with --separator"
                .formatted(file, row.line(), row.cells().size(), names.size()));
      }
    }
    if (rows.size() - 1 > MOST_ROWS) {
      throw new IllegalArgumentException(
          "%s has %d rows, allowed are %d, as all constants are computed in rationals: take a sample"
              .formatted(file, rows.size() - 1, MOST_ROWS));
    }
    return new Table(file, names, rows.subList(1, rows.size()));
  }

  /**
   * The number of a column.
   *
   * @throws IllegalArgumentException if there is none of this name, naming the nearest
   */
  int column(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          file
              + " has no column "
              + name
              + "; the nearest are "
              + String.join(", ", Nearest.to(name, names))
              + ": name one of its "
              + names.size());
    }
    return index;
  }
}
