package vdcsim.network.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.network.Lan;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.InternetChecksum;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.Stack;

class UdpTest {
  private final Lan lan = new Lan();
  private final List<String> heard = new ArrayList<>();

  private record Text(String text) implements UdpContent {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public void encode(ByteBuffer buffer) {
      buffer.put(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private Udp udp(String name) {
    return Udp.of(lan.world().find(name, Stack.class).orElseThrow());
  }

  private void pair() {
    lan.hosts("a", "b");
    lan.address("a", IpSpec.of("10.0.0.1/24"));
    lan.address("b", IpSpec.of("10.0.0.2/24"));
    lan.links("a -- b");
    lan.runUntil(0.001);
  }

  private void listen(String host, int port) {
    udp(host)
        .open(
            port,
            (card, packet, datagram) ->
                heard.add(
                    packet.source()
                        + ":"
                        + datagram.sourcePort()
                        + " "
                        + ((Text) datagram.content()).text()));
  }

  @Test
  void aDatagramReachesItsPortAndTheAnswerComesBackFromTheAddressThatWasAsked() {
    pair();
    udp("b")
        .open(
            53,
            (card, packet, datagram) ->
                udpSocketOfB.answer(packet, new Text("yes " + datagram.sourcePort())));
    udpSocketOfB = udp("b").open(54, (card, packet, datagram) -> {});
    UdpSocket asking =
        udp("a").open((card, packet, d) -> heard.add(packet.source() + ":" + d.sourcePort()));
    asking.send(Ipv4Address.parse("10.0.0.2"), 53, new Text("?"));
    lan.runUntil(1);
    assertThat(asking.port()).isEqualTo(32_768);
    assertThat(heard).containsExactly("10.0.0.2:54");
  }

  private UdpSocket udpSocketOfB;

  @Test
  void aPortThatNobodyUsesIsToldToTheSender() {
    pair();
    List<IcmpError.Kind> errors = new ArrayList<>();
    lan.world()
        .find("a", Stack.class)
        .orElseThrow()
        .icmp()
        .onError(packet -> errors.add(((IcmpError) packet.content()).kind()));
    udp("b");
    udp("a")
        .open((card, packet, datagram) -> {})
        .send(Ipv4Address.parse("10.0.0.2"), 9, new Text("x"));
    lan.runUntil(1);
    assertThat(errors).containsExactly(IcmpError.Kind.PORT_UNREACHABLE);
    assertThat(lan.metric("b.udp-no-port")).isEqualTo(1);
  }

  @Test
  void aBroadcastReachesAllAndAsksForNoError() {
    pair();
    listen("b", 520);
    UdpSocket sender = udp("a").open(520, (card, packet, datagram) -> {});
    Stack a = lan.world().find("a", Stack.class).orElseThrow();
    sender.sendOver(a.interfaces().get(0), Ipv4Address.BROADCAST, 1, 520, new Text("all"));
    sender.sendOver(a.interfaces().get(0), Ipv4Address.BROADCAST, 1, 521, new Text("none"));
    lan.runUntil(1);
    assertThat(heard).containsExactly("10.0.0.1:520 all");
    assertThat(lan.metric("a.packets-received")).isZero();
  }

  @Test
  void aPortIsTakenUntilItIsClosed() {
    pair();
    UdpSocket first = udp("a").open(7, (card, packet, datagram) -> {});
    assertThatThrownBy(() -> udp("a").open(7, (card, packet, datagram) -> {}))
        .hasMessage("UDP port 7 of 'a' is taken");
    first.close();
    assertThat(udp("a").open(7, (card, packet, datagram) -> {}).port()).isEqualTo(7);
  }

  @Test
  void theChecksumCoversThePseudoHeader() {
    Ipv4Address source = Ipv4Address.parse("10.0.0.1");
    Ipv4Address destination = Ipv4Address.parse("10.0.0.2");
    ByteBuffer buffer = ByteBuffer.allocate(10);
    new Datagram(7, 9, new Text("Hi")).encode(buffer, source, destination);
    // 0A00+0001+0A00+0002+0011+000A + 0007+0009+000A + 4869
    int sum = 0x0A00 + 1 + 0x0A00 + 2 + 0x11 + 0xA + 7 + 9 + 0xA + 0x4869;
    assertThat(buffer.getShort(6) & 0xFFFF).isEqualTo(~sum & 0xFFFF);
    assertThat(InternetChecksum.of(buffer, 0, 10, source, destination, Datagram.PROTOCOL)).isZero();
  }
}
