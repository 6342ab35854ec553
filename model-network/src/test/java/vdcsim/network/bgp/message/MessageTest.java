package vdcsim.network.bgp.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

class MessageTest {
  private static final String MARKER = "f".repeat(32);
  private static final Ipv4Address HOP = Ipv4Address.parse("10.0.1.1");
  private static final Ipv4Prefix NETWORK = Ipv4Prefix.parse("10.20.1.0/24");

  private static String hex(BgpMessage message, boolean wide) {
    return HexFormat.of().formatHex(MessageWriter.write(message, wide));
  }

  private static BgpMessage read(String hex, boolean wide) throws MessageError {
    return MessageReader.read(HexFormat.of().parseHex(MARKER + hex), wide);
  }

  private static PathAttributes attributes(long... path) {
    List<Long> numbers = new ArrayList<>();
    for (long number : path) {
      numbers.add(number);
    }
    return PathAttributes.local(Origin.IGP, HOP, 0).change().asPath(AsPath.of(numbers)).done();
  }

  @Test
  void aKeepaliveIsAHeaderOnly() throws MessageError {
    assertThat(hex(new Keepalive(), true)).isEqualTo(MARKER + "001304");
    assertThat(read("001304", true)).isEqualTo(new Keepalive());
  }

  @Test
  void anOpenTellsItsSystemInFourOctetsToo() throws MessageError {
    Open open = Open.of(70_000, 180, Ipv4Address.parse("10.255.0.1"));
    // AS_TRANS 23456, 180 s, then IPv4 unicast and AS 70000 as capabilities.
    String body = "002d01" + "045ba000b40aff0001" + "10" + "0206010400010001" + "0206410400011170";
    assertThat(hex(open, false)).isEqualTo(MARKER + body);
    assertThat(read(body, false)).isEqualTo(open);
    assertThat(open.speaker()).isEqualTo(70_000);
  }

  @Test
  void anUpdateHasTheOctetsOfTheStandard() throws MessageError {
    Update update = Update.announce(attributes(65_001), List.of(NETWORK));
    String attributes = "40010100" + "400206" + "0201" + "0000fde9" + "4003040a000101";
    // 54 octets: header 19, two lengths 4, attributes 27, the network 4.
    String body = "0036" + "02" + "0000" + "001b" + attributes + "80040400000000" + "180a1401";
    assertThat(hex(update, true)).isEqualTo(MARKER + body);
    assertThat(MessageReader.read(MessageWriter.write(update, true), true)).isEqualTo(update);
  }

  @Test
  void everyAttributeComesBack() throws MessageError {
    PathAttributes all =
        new PathAttributes(
            Origin.INCOMPLETE,
            new AsPath(
                List.of(
                    new AsPath.Segment(false, List.of(65_001L, 4_200_000_000L)),
                    new AsPath.Segment(true, List.of(3L, 2L)))),
            HOP,
            Optional.of(50L),
            Optional.of(4_000_000_000L),
            true,
            Optional.of(new Aggregator(70_000, HOP)),
            List.of(Community.NO_EXPORT, Community.parse("65000:1")),
            Optional.of(Ipv4Address.parse("1.1.1.1")),
            List.of(Ipv4Address.parse("2.2.2.2"), Ipv4Address.parse("3.3.3.3")),
            List.of(new UnknownAttribute(32, List.of((byte) 1, (byte) -1))));
    Update update =
        new Update(
            List.of(Ipv4Prefix.ALL, NETWORK),
            Optional.of(all),
            List.of(Ipv4Prefix.parse("128.0.0.0/1"), Ipv4Prefix.parse("10.0.0.1/32")));
    assertThat(MessageReader.read(MessageWriter.write(update, true), true)).isEqualTo(update);
    // Between speakers that know two octets only, the rest travels beside (RFC 6793, 4.2.2).
    assertThat(MessageReader.read(MessageWriter.write(update, false), false)).isEqualTo(update);
  }

  @Test
  void aNotificationSaysWhy() throws MessageError {
    Notification bad = Notification.of(Notification.Code.OPEN_MESSAGE, Notification.BAD_PEER_AS);
    assertThat(hex(bad, true)).isEqualTo(MARKER + "0015030202");
    assertThat(bad.reason()).isEqualTo("bad-peer-as");
    assertThat(read("0015030202", true)).isEqualTo(bad);
    assertThat(Notification.of(Notification.Code.HOLD_TIMER_EXPIRED, 0).reason())
        .isEqualTo("hold-timer-expired");
  }

  @Test
  void wrongMessagesAreAnsweredAsTheStandardSays() {
    refused("001305", "bad-message-type");
    refused("00140400", "bad-message-length");
    refused("001d01" + "03fde900b40aff000100", "unsupported-version-number");
    refused("001d01" + "04fde900020aff000100", "unacceptable-hold-time");
    refused("001d01" + "04fde900b40000000000", "bad-bgp-identifier");
    // ORIGIN 3; no AS path; ORIGIN twice; a well-known attribute that is none; a /33.
    refused("001f02" + "0000" + "0004" + "40010103" + "180a1401", "invalid-origin-attribute");
    refused("001f02" + "0000" + "0004" + "40010100" + "180a1401", "missing-well-known-attribute");
    refused(
        "002302" + "0000" + "0008" + "4001010040010100" + "180a1401", "malformed-attribute-list");
    refused(
        "001f02" + "0000" + "0004" + "40630100" + "180a1401", "unrecognized-well-known-attribute");
    refused("001802" + "0000" + "0000" + "21", "invalid-network-field");
    refused("001702" + "0009" + "0000", "malformed-attribute-list");
  }

  private static void refused(String hex, String reason) {
    assertThatThrownBy(() -> read(hex, true))
        .as(hex)
        .asInstanceOf(type(MessageError.class))
        .extracting(e -> e.notification().reason())
        .isEqualTo(reason);
  }

  @Test
  void aStreamIsCutIntoMessagesWhereverItsPiecesEnd() throws MessageError {
    byte[] two = HexFormat.of().parseHex(MARKER + "001304" + MARKER + "0015030604");
    MessageStream stream = new MessageStream();
    List<String> found = new ArrayList<>();
    for (byte octet : two) {
      stream.add(new byte[] {octet});
      Optional<byte[]> next = stream.next();
      if (next.isPresent()) {
        found.add(MessageReader.read(next.get(), true).type());
      }
    }
    assertThat(found).containsExactly("keepalive", "notification");
    stream.add(new byte[19]);
    assertThatThrownBy(stream::next).hasMessageContaining("marker");
  }

  @Test
  void routesWithTheSameAttributesShareMessagesUpTo4096Octets() {
    Map<Ipv4Prefix, Optional<PathAttributes>> changes = new TreeMap<>();
    for (int i = 0; i < 2000; i++) {
      changes.put(new Ipv4Prefix((10 << 24) | (i << 8), 24), Optional.of(attributes(1)));
    }
    changes.put(NETWORK, Optional.empty());
    List<Update> updates = UpdatePacker.pack(changes, true);
    // (4096 - 23 - 27) / 4 = 1011 networks a message.
    assertThat(updates).hasSize(3);
    assertThat(updates.get(0).withdrawn()).containsExactly(NETWORK);
    assertThat(updates.get(1).networks()).hasSize(1011);
    assertThat(updates.get(2).networks()).hasSize(2000 - 1011);
    assertThat(MessageWriter.write(updates.get(1), true).length).isLessThanOrEqualTo(4096);
  }

  @Test
  void anAggregateKeepsWhatAllPathsBeginWithAndPutsTheRestIntoASet() {
    AsPath one = AsPath.of(List.of(1L, 2L, 3L));
    AsPath other = AsPath.of(List.of(1L, 4L));
    assertThat(AsPath.aggregate(List.of(one, other))).hasToString("1 {2,3,4}");
    assertThat(AsPath.aggregate(List.of(one, one))).isEqualTo(one);
    assertThat(AsPath.aggregate(List.of(one, AsPath.of(List.of(9L))))).hasToString("{1,2,3,9}");
    AsPath aggregate = AsPath.aggregate(List.of(one, other)).prepend(List.of(7L));
    assertThat(aggregate).hasToString("7 1 {2,3,4}");
    assertThat(aggregate.length()).isEqualTo(3);
  }
}
