import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * Reads paths of PDFs from standard input, one a line, and judges each with veraPDF's profile of
 * PDF/UA-1 in this one JVM. Prints a line for every failure: clause and number of the rule, place in
 * the file, and message, parted by tabs; and a line "done" after each book, with the number of checks.
 */
public class CheckPdfs {
  private static void write(PrintStream out, String... fields) {
    for (int at = 0; at < fields.length; at++)
      fields[at] = String.valueOf(fields[at]).replaceAll("[\\s\\p{Cntrl}]+", " ");
    out.println(String.join("\t", fields));
    out.flush();
  }

  private static int judge(String path, PrintStream out) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new File(path), PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      var result = validator.validate(parser);
      for (TestAssertion one : result.getTestAssertions()) {
        if (one.getStatus() != TestAssertion.Status.FAILED) continue;
        var rule = one.getRuleId();
        write(
            out,
            "failed",
            rule.getClause() + "-" + rule.getTestNumber(),
            one.getLocation().getContext(),
            one.getMessage());
      }
      return result.getTotalAssertions();
    }
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    // What veraPDF itself prints is not ours to read.
    System.setOut(System.err);
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String path = in.readLine(); path != null; path = in.readLine()) {
      int checks = 0;
      try {
        checks = judge(path, out);
      } catch (Throwable fault) {
        write(out, "failed", "veraPDF", "", "veraPDF fails: " + fault);
      }
      write(out, "done", Integer.toString(checks));
    }
  }
}
