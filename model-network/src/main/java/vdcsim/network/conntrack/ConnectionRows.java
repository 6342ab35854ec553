package vdcsim.network.conntrack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vdcsim.network.icmp.IcmpMessage;
import vdcsim.network.tcp.TcpSegment;
import vdcsim.network.udp.Datagram;

/** The connections of a machine as lines of a table, as the command conntrack lists them. */
final class ConnectionRows {
  static final List<String> COLUMNS =
      List.of(
          "machine",
          "protocol",
          "state",
          "source",
          "destination",
          "answers from",
          "answers to",
          "left, s");

  private ConnectionRows() {}

  static List<List<String>> of(String machine, List<Connection> connections, long nowNs) {
    List<List<String>> rows = new ArrayList<>();
    for (Connection connection : connections) {
      Tuple original = connection.tuple(Direction.ORIGINAL);
      Tuple reply = connection.tuple(Direction.REPLY);
      rows.add(
          List.of(
              machine,
              protocol(original.protocol()),
              state(connection),
              end(original, Side.SOURCE),
              end(original, Side.DESTINATION),
              end(reply, Side.SOURCE),
              end(reply, Side.DESTINATION),
              String.format(Locale.ROOT, "%.1f", (connection.expiresNs() - nowNs) / 1e9)));
    }
    return rows;
  }

  private static String protocol(int number) {
    return switch (number) {
      case IcmpMessage.PROTOCOL -> "icmp";
      case TcpSegment.PROTOCOL -> "tcp";
      case Datagram.PROTOCOL -> "udp";
      default -> String.valueOf(number);
    };
  }

  private static String state(Connection connection) {
    if (connection.tuple(Direction.ORIGINAL).protocol() == TcpSegment.PROTOCOL) {
      return connection.phase().name().toLowerCase(Locale.ROOT).replace('_', '-');
    } else if (!connection.isAnswered()) {
      return "unanswered";
    }
    return connection.isAssured() ? "stream" : "answered";
  }

  private static String end(Tuple tuple, Side side) {
    boolean ported =
        tuple.protocol() == TcpSegment.PROTOCOL || tuple.protocol() == Datagram.PROTOCOL;
    boolean echo = tuple.protocol() == IcmpMessage.PROTOCOL;
    return tuple.address(side) + (ported || echo ? ":" + tuple.port(side) : "");
  }
}
