package vdcsim.network.bgp.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Prefix;

/** Puts routes that share attributes into one message, up to its longest (RFC 4271, 9.2). */
public final class UpdatePacker {

  /**
   * The messages that tell of changes, withdrawals first, as FRRouting sends them.
   *
   * @param changes for each network its attributes; empty where it is gone
   */
  public static List<Update> pack(
      Map<Ipv4Prefix, Optional<PathAttributes>> changes, boolean fourOctetAs) {
    Map<Optional<PathAttributes>, List<Ipv4Prefix>> alike = new LinkedHashMap<>();
    alike.put(Optional.empty(), new ArrayList<>());
    changes.forEach(
        (prefix, attributes) ->
            alike.computeIfAbsent(attributes, key -> new ArrayList<>()).add(prefix));
    List<Update> messages = new ArrayList<>();
    alike.forEach((attributes, networks) -> fill(attributes, networks, fourOctetAs, messages));
    return messages;
  }

  private static void fill(
      Optional<PathAttributes> attributes,
      List<Ipv4Prefix> networks,
      boolean fourOctetAs,
      List<Update> messages) {
    if (networks.isEmpty()) {
      return;
    }
    int room = MessageWriter.roomForNetworks(attributes.stream().toList(), fourOctetAs);
    int from = 0;
    int octets = 0;
    for (int i = 0; i < networks.size(); i++) {
      int more = Update.octets(networks.get(i));
      if (octets + more > room) {
        messages.add(message(attributes, networks.subList(from, i)));
        from = i;
        octets = 0;
      }
      octets += more;
    }
    messages.add(message(attributes, networks.subList(from, networks.size())));
  }

  private static Update message(Optional<PathAttributes> attributes, List<Ipv4Prefix> networks) {
    return attributes
        .map(a -> Update.announce(a, networks))
        .orElseGet(() -> Update.withdraw(networks));
  }

  private UpdatePacker() {}
}
