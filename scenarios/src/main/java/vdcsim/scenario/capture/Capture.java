package vdcsim.scenario.capture;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.Cable;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Ports;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/**
 * Writes what passes some links of a run into pcapng files, one a link. The files appear under
 * their names when {@link #finish} is called, whole; until then, and for good where it is not
 * called, there is nothing that could be taken for a capture.
 */
public final class Capture implements Closeable {
  /** The most that a file holds, in bytes: what Wireshark opens in good time. */
  public static final long MOST_BYTES = 256L << 20;

  private final World world;
  private final List<LinkCapture> captures = new ArrayList<>();

  private Capture(World world) {
    this.world = world;
  }

  /**
   * Captures from now on.
   *
   * @param links the links' names, as {@code links:} writes them
   * @param folder where the files go; it is made if need be
   * @throws Refusal with near names, for a link that is not there
   * @throws IOException if a file cannot be written
   */
  public static Capture attach(World world, List<String> links, Path folder, CaptureHead head)
      throws IOException {
    return attach(world, links, folder, head, MOST_BYTES);
  }

  static Capture attach(
      World world, List<String> links, Path folder, CaptureHead head, long mostBytes)
      throws IOException {
    Map<String, EthernetPort> ports = new LinkedHashMap<>();
    for (String link : links) {
      String name = link.strip().replaceAll("\\s+", " ");
      ports.put(name, port(world, name));
    }
    Files.createDirectories(folder);
    Capture capture = new Capture(world);
    FileNames names = new FileNames();
    try {
      for (Map.Entry<String, EthernetPort> entry : ports.entrySet()) {
        Path file = folder.resolve(names.next(entry.getKey()) + ".pcapng");
        capture.captures.add(
            LinkCapture.open(world, entry.getKey(), entry.getValue(), file, head, mostBytes));
      }
      return capture;
    } catch (IOException e) {
      capture.close();
      throw e;
    }
  }

  /** The port at the end that is named first; the other end's where the first is a hub. */
  private static EthernetPort port(World world, String link) {
    List<String> known = world.all(Cable.class).stream().map(Cable::name).toList();
    Cable cable =
        world
            .find(link, Cable.class)
            .orElseThrow(
                () ->
                    new Refusal(
                        "capture",
                        "there is no link named '" + link + "'" + NearNames.hint(link, known)));
    return cable.ends().stream()
        .flatMap(end -> port(world.all(Ports.class), end).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "capture",
                    "no end of '" + link + "' is a port; capture at one of the hubs' stations"));
  }

  private static Optional<EthernetPort> port(List<Ports> devices, String name) {
    return devices.stream()
        .flatMap(device -> device.ethernetPorts().stream())
        .filter(port -> port.name().equals(name))
        .findFirst();
  }

  /**
   * Ends the capture: the files get their names.
   *
   * @return a sentence for each file that does not hold every frame
   * @throws IOException if a file could not be written
   */
  public List<String> finish() throws IOException {
    List<String> sentences = new ArrayList<>();
    for (LinkCapture capture : captures) {
      capture.finish(world.simulation().now()).ifPresent(sentences::add);
    }
    captures.clear();
    return sentences;
  }

  /** Ends the capture without files, unless it is finished. */
  @Override
  public void close() throws IOException {
    for (LinkCapture capture : captures) {
      capture.close();
    }
    captures.clear();
  }
}
