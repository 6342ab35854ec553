package vdcsim.scenario.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;
import vdcsim.scenario.capture.Capture;
import vdcsim.scenario.capture.CaptureHead;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.run.RunWatch;
import vdcsim.scenario.run.Version;

/** Captures links of a scenario's first run into {@code captures/} below its folder. */
final class Captures implements RunWatch {
  private final Scenario scenario;
  private final List<String> links;
  private final Path folder;
  private Optional<Capture> capture = Optional.empty();

  Captures(Scenario scenario, List<String> links, Path folder) {
    this.scenario = scenario;
    this.links = links;
    this.folder = folder.resolve("captures");
  }

  @Override
  public synchronized void begins(World world) {
    if (links.isEmpty()) {
      return;
    }
    CaptureHead head =
        new CaptureHead(
            CommandTree.PROGRAM + " " + Version.number(),
            scenario.name(),
            scenario.sha256(),
            scenario.seed());
    try {
      capture = Optional.of(Capture.attach(world, links, folder, head));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Refusal e) {
      throw new WrongCapture(e.getMessage());
    }
  }

  /** A link that cannot be captured. */
  static final class WrongCapture extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongCapture(String message) {
      super(message);
    }
  }

  /** Gives the files their names; says what is missing in them. */
  synchronized List<String> finish() throws IOException {
    return capture.isPresent() ? capture.get().finish() : List.of();
  }

  /** Drops what is not finished. */
  synchronized void drop() {
    try {
      if (capture.isPresent()) {
        capture.get().close();
        Files.delete(folder);
      }
    } catch (IOException e) {
      // The folder holds finished captures, and stays.
    }
  }
}
