package vdcsim.scenario.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the blocks of a capture back, for tests. */
final class PcapngReader {
  record Packet(long timeNs, int flags, int length) {}

  private final List<Packet> packets = new ArrayList<>();
  private String comment = "";
  private String interfaceName = "";

  static PcapngReader read(Path file) throws IOException {
    PcapngReader reader = new PcapngReader();
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      int start = in.position();
      int type = in.getInt();
      int length = in.getInt();
      if (in.getInt(start + length - 4) != length || length % 4 != 0) {
        throw new IOException("a block of odd length at " + start);
      }
      reader.block(type, in.slice(start + 8, length - 12).order(ByteOrder.LITTLE_ENDIAN));
      in.position(start + length);
    }
    return reader;
  }

  private void block(int type, ByteBuffer block) {
    switch (type) {
      case 0x0A0D0D0A -> comment = text(block.position(16), 1);
      case 1 -> interfaceName = text(block.position(8), 2);
      case 6 -> packets.add(packet(block));
      default -> {}
    }
  }

  private static String text(ByteBuffer options, int wanted) {
    while (true) {
      int code = options.getShort();
      int length = options.getShort();
      if (code == wanted || code == 0) {
        byte[] bytes = new byte[length];
        options.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
      }
      options.position(options.position() + ((length + 3) & ~3));
    }
  }

  private static Packet packet(ByteBuffer block) {
    long timeNs = ((block.getInt(4) & 0xFFFF_FFFFL) << 32) | (block.getInt(8) & 0xFFFF_FFFFL);
    int length = block.getInt(12);
    int options = 20 + ((length + 3) & ~3);
    return new Packet(timeNs, block.getInt(options + 4), length);
  }

  List<Packet> packets() {
    return packets;
  }

  String comment() {
    return comment;
  }

  String interfaceName() {
    return interfaceName;
  }
}
