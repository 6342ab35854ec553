package vdcsim.scenario.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vdcsim.hardware.HardwareCatalog;
import vdcsim.kernel.spec.NearNames;
import vdcsim.network.NetworkCatalog;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.verify.GoldenCases;
import vdcsim.scenario.verify.Summary;
import vdcsim.scenario.verify.Verification;
import vdcsim.scenario.verify.VerificationJson;
import vdcsim.scenario.verify.VerificationText;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** {@code vdcsim verify}: holds the simulator against recorded runs of real systems. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Hold the simulator against recorded runs of real systems.",
      "Each case becomes a scenario, which runs; every recorded entry is compared, and every"
          + " measured time is held within its tolerance."
    },
    footer = {
      "",
      "Examples:",
      "  vdcsim verify                           all cases that come with vdcsim",
      "  vdcsim verify --case stp-01             one of them, both sides beside each other",
      "  vdcsim verify --case stp-01 --scenario  the scenario that it becomes",
      "  vdcsim verify cases/ --format json      cases of your own"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is as recorded, unsupported cases apart",
      "1:a case is not as recorded",
      "2:wrong usage, or a case that cannot be read",
      "73:the report cannot be written"
    })
public final class VerifyCommand implements Callable<Integer> {
  private static final int DIFFERENT = 1;
  private static final int WRONG_USAGE = 2;
  private static final int CANNOT_WRITE = 73;

  /** How the outcome is printed. */
  enum Format {
    TABLE,
    JSON
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CASES",
      description = "Files or folders of cases; without any those that come with vdcsim.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--case",
      paramLabel = "ID",
      description = "Only this case, with all differences; may be given several times.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--list", description = "List the cases instead of running them.")
  private boolean list;

  @Option(names = "--scenario", description = "Print the scenarios instead of running them.")
  private boolean scenario;

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      paramLabel = "FORMAT",
      description = "table (default) or json.")
  private Format format;

  @Option(
      names = "--out",
      defaultValue = "out",
      paramLabel = "DIR",
      description = "Where the report goes, below verify/ (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Override
  public Integer call() {
    Verification verification =
        new Verification(
            new ScenarioReader(new Grammar(List.of(new HardwareCatalog(), new NetworkCatalog()))));
    try {
      List<GoldenCase> cases = chosen();
      if (list) {
        cases.forEach(c -> out().println("%-10s %s".formatted(c.id(), c.title())));
        return 0;
      }
      return scenario ? printScenarios(verification, cases) : run(verification, cases);
    } catch (UnreadableCase e) {
      return complain(e.sentence(), WRONG_USAGE);
    } catch (NoSuchFileException e) {
      return complain("there is no file or folder '" + e.getMessage() + "'", WRONG_USAGE);
    } catch (IOException e) {
      return complain("a case cannot be read: " + e.getMessage(), WRONG_USAGE);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private int complain(String sentence, int exitCode) {
    spec.commandLine().getErr().println("vdcsim verify: " + sentence);
    return exitCode;
  }

  private List<GoldenCase> chosen() throws IOException, UnreadableCase {
    List<GoldenCase> cases = new ArrayList<>();
    for (Path path : paths) {
      cases.addAll(GoldenCases.read(path));
    }
    List<GoldenCase> all = paths.isEmpty() ? GoldenCases.bundled() : cases;
    List<String> known = all.stream().map(GoldenCase::id).toList();
    Optional<String> unknown = ids.stream().filter(id -> !known.contains(id)).findFirst();
    if (unknown.isPresent()) {
      throw new picocli.CommandLine.ParameterException(
          spec.commandLine(),
          "there is no case '" + unknown.get() + "'" + NearNames.hint(unknown.get(), known));
    }
    return all.stream().filter(c -> ids.isEmpty() || ids.contains(c.id())).toList();
  }

  private int printScenarios(Verification verification, List<GoldenCase> cases)
      throws UnreadableCase {
    for (GoldenCase golden : cases) {
      try {
        out().print(verification.scenario(golden));
      } catch (UnsupportedCase e) {
        return complain(golden.id() + " is unsupported: " + e.getMessage(), WRONG_USAGE);
      }
    }
    return 0;
  }

  private int run(Verification verification, List<GoldenCase> cases) throws UnreadableCase {
    List<CaseResult> results = new ArrayList<>();
    for (GoldenCase golden : cases) {
      results.add(verification.verify(golden));
    }
    Summary summary = new Summary(results);
    String json = VerificationJson.of(summary);
    out().print(format == Format.JSON ? json : text(summary));
    out().flush();
    try {
      Path folder = Files.createDirectories(out.resolve("verify"));
      write(folder.resolve("report.md"), VerificationText.markdown(summary));
      write(folder.resolve("report.json"), json);
    } catch (IOException e) {
      return complain("the report cannot be written: " + e, CANNOT_WRITE);
    }
    return summary.hasDifferences() ? DIFFERENT : 0;
  }

  private String text(Summary summary) {
    if (ids.isEmpty()) {
      return VerificationText.overview(summary);
    }
    StringBuilder text = new StringBuilder();
    summary.results().forEach(result -> text.append(VerificationText.sideBySide(result)));
    return text.toString();
  }

  /** A report is there whole, or not at all. */
  private static void write(Path file, String text) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(unfinished, text);
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
