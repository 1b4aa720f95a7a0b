package plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import plumbline.card.CardException;
import plumbline.simulation.UnavailableException;

/** What a command that failed says: one sentence on one line, never a stack trace. */
final class Failure {
  private Failure() {}

  /** The sentence for whatever came out of a command. */
  static String sentence(Throwable e) {
    if (e instanceof UncheckedIOException wrapped) {
      return sentence(wrapped.getCause());
    }
    if (e instanceof InputException
        || e instanceof IllegalArgumentException
        || e instanceof CardException
        || e instanceof UnavailableException) {
      return e.getMessage() == null ? unexpected(e) : line(e.getMessage());
    }
    if (e instanceof FileSystemException file && file.getFile() != null) {
      // its message may be the bare name of the file
      return line(
          file.getFile() + " cannot be read or written (" + words(e) + "): name another file");
    }
    if (e instanceof IOException) {
      return line("a file cannot be read or written: " + e.getMessage());
    }
    return unexpected(e);
  }

  private static String unexpected(Throwable e) {
    return line(
        "unexpected: "
            + e.getClass().getName()
            + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")")
            + place(e)
            + ": this is an error of plumbline and not of the input; please report this line"
            + " with the command, results that were finished are kept");
  }

  /** Where in plumbline it came from: the one line of a stack trace that a report needs. */
  private static String place(Throwable e) {
    for (StackTraceElement element : e.getStackTrace()) {
      if (element.getClassName().startsWith("plumbline.")) {
        return " at " + element.getClassName() + ":" + element.getLineNumber();
      }
    }
    return "";
  }

  /** What kept a file from being read or written: the reason given, or else the type in words. */
  static String words(Throwable e) {
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return e.getClass()
        .getSimpleName()
        .replace("Exception", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
