package vdcsim.scenario.verify.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;

/**
 * A case's network: devices by name and links, both in the order of the file.
 *
 * @param startDown devices and links that are off at the start
 * @param paths between which hosts the way of packets is recorded
 */
record Network(
    Map<String, Device> devices, List<Cable> cables, List<String> startDown, List<Path> paths) {

  Network {
    devices = new LinkedHashMap<>(devices);
    cables = List.copyOf(cables);
    startDown = List.copyOf(startDown);
    paths = List.copyOf(paths);
  }

  /** From one host to another. */
  record Path(String from, String to) {}

  /** The devices of a type, in the order of the file. */
  <T extends Device> List<T> all(Class<T> type) {
    return devices.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Whether a device is a hub. */
  boolean isHub(String device) {
    return devices.get(device) instanceof Device.Hub;
  }

  /** The link of this name, if there is one. */
  Optional<Cable> cable(String id) {
    return cables.stream().filter(cable -> cable.id().equals(id)).findFirst();
  }

  /** All ends of all links, in the order of the file. */
  List<Cable.End> ends() {
    return cables.stream().flatMap(cable -> cable.ends().stream()).toList();
  }

  /** The first address of a device, with its network, if it has one. */
  Optional<String> addressAndNetwork(String device) {
    Optional<String> own =
        devices.get(device) instanceof Device.Host host ? host.ip() : Optional.empty();
    return own.or(
        () ->
            ends().stream()
                .filter(end -> end.node().equals(device))
                .flatMap(end -> end.ip().stream())
                .findFirst());
  }

  /** The first address of a device; 0.0.0.0 if it has none. */
  Ipv4Address address(String device) {
    return addressAndNetwork(device)
        .map(text -> Ipv4Interface.parse(text).address())
        .orElse(new Ipv4Address(0));
  }

  /** The longest time until every switch and every router has settled, in seconds. */
  int settleS() {
    IntStream trees =
        all(Device.Switch.class).stream()
            .flatMap(bridge -> bridge.spanningTree().stream())
            .mapToInt(SpanningTreeSettings::settleS);
    IntStream routers = all(Device.Router.class).stream().mapToInt(Device.Router::settleS);
    return IntStream.concat(trees, routers).max().orElse(1);
  }
}
