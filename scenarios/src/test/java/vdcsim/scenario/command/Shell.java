package vdcsim.scenario.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vdcsim.kernel.world.Catalog;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.run.Cancellation;
import vdcsim.scenario.run.TroubleCatalog;

/** Calls commands in this process, and catches what they print. */
final class Shell {
  private final Map<String, String> environment;
  private String input = "";
  private boolean terminal;
  private Cancellation cancellation = new Cancellation();
  private OutputStream out = new ByteArrayOutputStream();

  /** What a command did. */
  record Call(int exit, String out, String err) {}

  Shell() {
    this(Map.of());
  }

  Shell(Map<String, String> environment) {
    this.environment = environment;
  }

  Shell input(String text) {
    input = text;
    return this;
  }

  Shell onTerminal() {
    terminal = true;
    return this;
  }

  Shell cancelledBy(Cancellation asked) {
    cancellation = asked;
    return this;
  }

  Shell writingTo(OutputStream stream) {
    out = stream;
    return this;
  }

  Call call(String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal streams =
        new Terminal(
            new Output(out, "standard output"),
            new Output(err, "standard error"),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            terminal,
            terminal,
            100,
            true,
            environment);
    List<Catalog> catalogs = new ArrayList<>(Vdcsim.catalogs());
    catalogs.add(new TroubleCatalog());
    Context context = Context.of(streams, () -> new Grammar(catalogs), () -> cancellation);
    int exit = Vdcsim.exitCode(context, arguments);
    String printed =
        out instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "";
    return new Call(exit, printed, err.toString(StandardCharsets.UTF_8));
  }

  /** A command with the options that keep its output in a folder. */
  Call callIn(Path out, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", out.toString(), "--jobs", "1"));
    return call(all.toArray(String[]::new));
  }

  /** A stream on which writing fails, with the system's words. */
  static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }
}
