package vdcsim.network.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameTap;
import vdcsim.hardware.ethernet.Payload;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.nic.CardSpec;
import vdcsim.hardware.nic.NicHardwareSpec;
import vdcsim.hardware.nic.OffloadsSpec;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.RandomStreams;
import vdcsim.network.Core;
import vdcsim.network.Lan;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.Stack;
import vdcsim.network.tcp.TcpPair.Notes;

/** What goes out is, byte for byte, what a card cuts off the long segment that it is handed. */
class CutByCardTest {
  private static final int ETHERNET = 14;
  private static final int IP = 20;

  private final Lan lan = new Lan();
  private final List<Frame> sent = new ArrayList<>();

  private void build(OffloadsSpec offloads) {
    lan.hosts("h1", "h2");
    lan.address("h1", IpSpec.of("10.0.0.1/24"));
    lan.address("h2", IpSpec.of("10.0.0.2/24"));
    lan.links("h1 -- h2");
    for (String host : List.of("h1", "h2")) {
      lan.world().add(host, new Core(lan.simulation()));
      CardSpec card =
          new CardSpec(
              512,
              512,
              1,
              4,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(offloads),
              0,
              0);
      PhysicalNic.make(host, new NicHardwareSpec(Map.of("eth0", card)), lan.world()).connect();
    }
    lan.runUntil(0);
    EthernetPort card = lan.world().find("h1", Host.class).orElseThrow().nics().get(0);
    card.tap(
        new FrameTap() {
          @Override
          public void sent(EthernetPort from, Frame frame) {
            sent.add(frame);
          }

          @Override
          public void received(EthernetPort at, Frame frame) {}
        });
  }

  /** Sends messages of random lengths at random times; the other side gets all of it. */
  private void stream(long seed) {
    Notes client = new Notes();
    Notes server = new Notes();
    TcpSettings settings = TcpSettings.DEFAULT;
    tcp("h2").listen(80, settings, connection -> server);
    TcpConnection connection =
        tcp("h1").connect(Ipv4Address.parse("10.0.0.2"), 80, settings, client);
    RandomStream random = new RandomStreams(seed, 0).stream("lengths");
    long written = 0;
    for (int i = 0; i < 60; i++) {
      long length = 1 + random.nextInt(i % 5 == 0 ? 200_000 : 3000);
      written += length;
      TcpMessage message = new TcpMessage.Filler(length);
      lan.simulation().schedule(1_000_000L * random.nextInt(60), () -> connection.send(message));
    }
    lan.runUntil(1);
    assertThat(server.bytes).isEqualTo(written);
  }

  private Tcp tcp(String host) {
    return Tcp.of(lan.world().find(host, Stack.class).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void framesAreThePiecesOfLongSegments(long seed) {
    build(OffloadsSpec.DEFAULT);
    stream(seed);
    int longOnes = 0;
    for (int i = 0; i < sent.size(); ) {
      int end = i + 1;
      while (end < sent.size() && continues(sent.get(end - 1), sent.get(end))) {
        end++;
      }
      longOnes += end - i > 1 ? 1 : 0;
      assertPieces(sent.subList(i, end));
      i = end;
    }
    assertThat(longOnes).isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatACardJoinsArrivesWholeToo(long seed) {
    build(new OffloadsSpec(true, true, true));
    stream(seed);
  }

  private static boolean continues(Frame before, Frame next) {
    Payload payload = next.payload();
    return payload.continues(before.payload()) && next.length() <= before.length();
  }

  private static void assertPieces(List<Frame> frames) {
    if (frames.size() == 1) {
      return;
    }
    byte[] first = frames.get(0).encode();
    int header = ETHERNET + IP + (first[ETHERNET + IP + 12] >> 4 & 0xF) * 4;
    int size = first.length - header;
    byte[] lastFlags = frames.get(frames.size() - 1).encode();
    for (int i = 0; i < frames.size(); i++) {
      byte[] bytes = frames.get(i).encode();
      boolean last = i == frames.size() - 1;
      byte[] cut =
          cut(first, header, i, size, data(bytes, header), last ? lastFlags[header(13)] : 0x10);
      assertThat(cut).isEqualTo(bytes);
    }
  }

  private static int header(int offset) {
    return ETHERNET + IP + offset;
  }

  private static byte[] data(byte[] frame, int header) {
    int length = ETHERNET + (ByteBuffer.wrap(frame).getShort(ETHERNET + 2) & 0xFFFF) - header;
    return Arrays.copyOfRange(frame, header, header + length);
  }

  /** Intel 82599, data sheet 7.2.4: what changes from one piece of a long segment to the next. */
  private static byte[] cut(byte[] first, int header, int index, int size, byte[] data, int flags) {
    byte[] made = new byte[Math.max(60, header + data.length)];
    System.arraycopy(first, 0, made, 0, header);
    System.arraycopy(data, 0, made, header, data.length);
    ByteBuffer frame = ByteBuffer.wrap(made);
    int length = header - ETHERNET + data.length;
    frame.putShort(ETHERNET + 2, (short) length);
    frame.putShort(ETHERNET + 4, (short) (frame.getShort(ETHERNET + 4) + index));
    frame.putInt(header(4), frame.getInt(header(4)) + index * size);
    made[header(13)] = (byte) flags;
    frame.putShort(ETHERNET + 10, (short) 0).putShort(header(16), (short) 0);
    frame.putShort(ETHERNET + 10, (short) sum(frame, ETHERNET, IP, 0));
    int pseudo = 6 + length - IP;
    for (int at = ETHERNET + 12; at < ETHERNET + IP; at += 2) {
      pseudo += frame.getShort(at) & 0xFFFF;
    }
    frame.putShort(header(16), (short) sum(frame, header(0), length - IP, pseudo));
    return made;
  }

  /** RFC 1071. */
  private static int sum(ByteBuffer bytes, int from, int length, int start) {
    int sum = start;
    for (int i = 0; i < length; i++) {
      sum += (bytes.get(from + i) & 0xFF) << (i % 2 == 0 ? 8 : 0);
    }
    while (sum >> 16 != 0) {
      sum = (sum & 0xFFFF) + (sum >> 16);
    }
    return ~sum;
  }
}
