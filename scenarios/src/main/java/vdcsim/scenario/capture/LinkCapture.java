package vdcsim.scenario.capture;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameTap;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.world.World;
import vdcsim.scenario.capture.PcapngWriter.Direction;

/** The capture of one link, into a file with a makeshift name. */
final class LinkCapture implements FrameTap, Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Simulation simulation;
  private final Path file;
  private final Path unfinished;
  private final long mostBytes;
  private final OutputStream out;
  private final PcapngWriter writer;
  private long seen;
  private long leftOut;
  private boolean open = true;

  private LinkCapture(World world, Path file, Path unfinished, long mostBytes, OutputStream out) {
    this.simulation = world.simulation();
    this.file = file;
    this.unfinished = unfinished;
    this.mostBytes = mostBytes;
    this.out = out;
    this.writer = new PcapngWriter(out);
  }

  static LinkCapture open(
      World world, String link, EthernetPort port, Path file, CaptureHead head, long mostBytes)
      throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER_BYTES);
    LinkCapture capture = new LinkCapture(world, file, unfinished, mostBytes, out);
    try {
      capture.writer.section(head.application(), head.comment());
      capture.writer.describe(port.name(), link, port.bitsPerSecond().orElse(0L));
    } catch (IOException e) {
      capture.close();
      throw e;
    }
    port.tap(capture);
    return capture;
  }

  @Override
  public void sent(EthernetPort port, Frame frame) {
    write(frame, Direction.OUTBOUND);
  }

  @Override
  public void received(EthernetPort port, Frame frame) {
    write(frame, Direction.INBOUND);
  }

  private void write(Frame frame, Direction direction) {
    if (!open) {
      return;
    }
    seen++;
    byte[] bytes = frame.encode();
    if (leftOut > 0 || writer.written() + PcapngWriter.packetBytes(bytes.length) > mostBytes) {
      leftOut++;
      return;
    }
    try {
      writer.packet(0, simulation.now(), direction, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the file and gives it its name; a sentence, if frames are left out. */
  Optional<String> finish(long nowNs) throws IOException {
    try {
      open = false;
      writer.statistics(0, nowNs, seen, leftOut);
      out.close();
      move();
    } catch (IOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
    return leftOut == 0
        ? Optional.empty()
        : Optional.of(
            file.getFileName()
                + " holds the first "
                + (seen - leftOut)
                + " frames; "
                + leftOut
                + " more would have made it larger than "
                + mostBytes
                + " bytes");
  }

  private void move() throws IOException {
    try {
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Ends without a file. */
  @Override
  public void close() throws IOException {
    open = false;
    try {
      out.close();
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
