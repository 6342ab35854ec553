package vdcsim.scenario.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.GoldenCases;
import vdcsim.scenario.verify.Summary;
import vdcsim.scenario.verify.Verification;
import vdcsim.scenario.verify.VerificationJson;
import vdcsim.scenario.verify.VerificationText;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** Holds the simulator against golden cases. */
@Command(
    footer = {
      "",
      "Examples:",
      "  vdcsim verify                             the cases that come along",
      "  vdcsim verify cases/ --format json        a folder of cases, for a program",
      "  vdcsim verify --case stp-01               one case, both sides beside each other",
      "  vdcsim verify --case stp-01 --scenario    the scenario that it becomes",
      "",
      "Exit code: 0 if all is as recorded, 1 if something differs, 2 if a case cannot be read."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private OutputOptions output;

  @Parameters(
      paramLabel = "CASES",
      arity = "0..*",
      description = "files, or folders of them; without any, the cases that come along")
  private List<Path> paths = List.of();

  @Option(names = "--list", description = "list the cases, run none")
  private boolean listed;

  @Option(
      names = "--case",
      paramLabel = "ID",
      description = "this case only, both sides beside each other")
  private Optional<String> id = Optional.empty();

  @Option(names = "--scenario", description = "print the cases as scenarios, run none")
  private boolean translated;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write a report in Markdown too")
  private Optional<Path> report = Optional.empty();

  VerifyCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure, RefusedFiles {
    Output out = context.terminal().out();
    try {
      List<GoldenCase> cases = chosen(cases());
      if (listed) {
        out.print(output.json() ? listJson(cases) : listText(cases));
        return Exit.FINE;
      } else if (translated) {
        out.print(scenarios(cases));
        return Exit.FINE;
      }
      Summary summary = verified(cases);
      out.print(text(summary));
      if (report.isPresent()) {
        write(report.get(), VerificationText.markdown(summary));
      }
      return summary.hasDifferences() ? Exit.NOT_HELD : Exit.FINE;
    } catch (UnreadableCase e) {
      throw new RefusedFiles(List.of(e.problem()));
    }
  }

  private List<GoldenCase> cases() throws CommandFailure, UnreadableCase {
    List<GoldenCase> cases = new ArrayList<>();
    for (Path path : paths) {
      try {
        cases.addAll(GoldenCases.read(path));
      } catch (IOException e) {
        throw new CommandFailure(
            Exit.WRONG, "cannot read cases from " + path + ": " + Reason.of(e), e);
      }
    }
    return paths.isEmpty() ? GoldenCases.bundled() : cases;
  }

  private List<GoldenCase> chosen(List<GoldenCase> cases) throws CommandFailure {
    List<GoldenCase> chosen =
        cases.stream().filter(c -> id.isEmpty() || c.id().equals(id.get())).toList();
    if (chosen.isEmpty()) {
      List<String> known = cases.stream().map(GoldenCase::id).toList();
      throw new CommandFailure(
          Exit.WRONG,
          id.isEmpty()
              ? "there are no cases, that is files that end in .json or .csv"
              : "there is no case '" + id.get() + "'" + NearNames.hint(id.get(), known));
    }
    return chosen;
  }

  private Verification verification() {
    return new Verification(new ScenarioReader(context.language().get()));
  }

  private String scenarios(List<GoldenCase> cases) throws UnreadableCase, CommandFailure {
    StringBuilder text = new StringBuilder();
    Verification verification = verification();
    for (GoldenCase golden : cases) {
      try {
        text.append(verification.scenario(golden));
      } catch (UnsupportedCase e) {
        throw new CommandFailure(
            Exit.WRONG, "case '" + golden.id() + "' is unsupported: " + e.getMessage(), e);
      }
    }
    return text.toString();
  }

  private Summary verified(List<GoldenCase> cases) throws UnreadableCase {
    Verification verification = verification();
    List<CaseResult> results = new ArrayList<>();
    for (GoldenCase golden : cases) {
      results.add(verification.verify(golden));
    }
    return new Summary(results);
  }

  private String text(Summary summary) {
    if (output.json()) {
      return VerificationJson.of(summary);
    }
    return id.isPresent()
        ? VerificationText.sideBySide(summary.results().get(0))
        : VerificationText.overview(summary);
  }

  private static String listText(List<GoldenCase> cases) {
    StringBuilder text = new StringBuilder();
    cases.forEach(
        c ->
            text.append(
                String.format(Locale.ROOT, "%-6s %-16s %s\n", c.kind(), c.id(), c.title())));
    return text.toString();
  }

  private static String listJson(List<GoldenCase> cases) {
    List<Object> rows = new ArrayList<>();
    cases.forEach(
        c -> rows.add(Json.object("case", c.id(), "family", c.kind(), "title", c.title())));
    return Json.document(Json.object("cases", rows));
  }

  private static void write(Path path, String text) throws CommandFailure {
    try {
      Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CommandFailure(Exit.CANNOT_CREATE, "cannot write " + path + ": " + Reason.of(e), e);
    }
  }
}
