import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads paths of books from standard input, one a line, and judges each with EPUBCheck in this one
 * JVM, which saves the five seconds of its start for all but the first. Prints a line for every
 * fatal, error and warning: severity, code, document, line, column and message, parted by tabs;
 * and a line "done" after each book. Run as source: java -cp epubcheck.jar CheckBooks.java
 */
public class CheckBooks {
  /** Only what is printed differs from EPUBCheck's own report. */
  private static final class Lines extends DefaultReportImpl {
    private final PrintStream out;

    Lines(String book, PrintStream out) {
      super(book, "", true);
      this.out = out;
    }

    @Override
    public void message(Message message, EPUBLocation place, Object... values) {
      Severity severity = message.getSeverity();
      if (severity != Severity.FATAL && severity != Severity.ERROR && severity != Severity.WARNING)
        return;
      write(
          out,
          severity.toString(),
          message.getID().toString(),
          place.getPath(),
          Integer.toString(place.getLine()),
          Integer.toString(place.getColumn()),
          message.getMessage(values));
    }
  }

  private static void write(PrintStream out, String... fields) {
    for (int at = 0; at < fields.length; at++)
      fields[at] = String.valueOf(fields[at]).replaceAll("[\\s\\p{Cntrl}]+", " ");
    out.println(String.join("\t", fields));
    out.flush();
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    // What EPUBCheck itself prints is not ours to read.
    System.setOut(System.err);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String path = in.readLine(); path != null; path = in.readLine()) {
      try {
        new EpubCheck(new File(path), new Lines(path, out)).doValidate();
      } catch (Throwable fault) {
        write(out, "FATAL", "EPUBCheck", "", "-1", "-1", "EPUBCheck fails: " + fault);
      }
      write(out, "done");
    }
  }
}
