package vdcsim.scenario.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vdcsim.scenario.run.FailedRun;

/** Runs scenarios and writes their reports. */
@Command(
    footer = {
      "",
      "Examples:",
      "  vdcsim run switch-learning                       a scenario of the library",
      "  vdcsim run lab.yaml --replications 10 --jobs 4   with confidence intervals",
      "  vdcsim run lab.yaml --set hosts.h1.nics.eth0=10Gbps --out out/fast",
      "  vdcsim run lab.yaml --lang zh                    labels in Chinese",
      "  vdcsim run stp-triangle --capture 's1 -- s2'     frames for Wireshark",
      "  vdcsim run bgp-policies --explain-route campus:10.9.0.0/16   why this path",
      "  vdcsim run lab.yaml --quiet && echo passed       did every 'expect' hold?",
      "",
      "Exit code: 0 fine; 1 an 'expect' did not hold; 2 wrong usage or scenario;",
      "70 a bug; 73, 74 cannot write; 75 interrupted."
    })
final class RunCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private OutputOptions output;
  @Mixin private ChartOptions charts;

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "1..*",
      description = "a file, - for standard input, or a name of the library")
  private List<String> names;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "where each scenario gets its folder (default: out)")
  private Path out;

  @Option(names = "--seed", paramLabel = "N", description = "the seed, in place of the file's")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--replications",
      paramLabel = "N",
      description = "runs of each configuration, in place of the file's")
  private Optional<Integer> replications = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "another value at a path of the file; may be given often")
  private List<String> overrides = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "runs side by side (default: as many as there are cores)")
  private Optional<Integer> jobs = Optional.empty();

  @Option(
      names = "--capture",
      paramLabel = "LINK",
      split = ",",
      description = "write what passes a link in the first run as pcapng, for Wireshark")
  private List<String> captured = List.of();

  @Option(
      names = "--explain-route",
      paramLabel = "ROUTER:PREFIX",
      split = ",",
      description = "say how a router came to its route at the end of the first run")
  private List<String> explained = List.of();

  @Option(
      names = {"-q", "--quiet"},
      description = "print nothing but what is wrong")
  private boolean quiet;

  @Option(names = "--no-progress", description = "no progress line on the terminal")
  private boolean noProgress;

  RunCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure, RefusedFiles, FailedRun {
    int threads = jobs.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    if (threads < 1) {
      throw new CommandFailure(Exit.WRONG, "--jobs must be at least 1, was " + threads);
    }
    RunSession.Wishes wishes =
        new RunSession.Wishes(out, threads, quiet, noProgress, captured, explained, output, charts);
    return new RunSession(context, wishes).run(Loading.all(context, names, allOverrides()));
  }

  private List<String> allOverrides() {
    List<String> all = new ArrayList<>(overrides);
    seed.ifPresent(n -> all.add("seed=" + n));
    replications.ifPresent(n -> all.add("replications=" + n));
    return all;
  }
}
