package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** What a case says about a router, for a protocol to pick from. */
final class RouterFields {
  private final String name;
  private final Fields node;
  private final Defaults defaults;
  private final Optional<String> routerId;
  private final List<String> loopbacks;
  private final List<End> ends = new ArrayList<>();
  private final Map<String, Settings> handedOut = new LinkedHashMap<>();

  RouterFields(String name, Fields node, Defaults defaults) throws UnreadableCase {
    this.name = name;
    this.node = node;
    this.defaults = defaults;
    this.routerId = node.optionalText("router_id");
    this.loopbacks = List.copyOf(node.texts("loopbacks"));
  }

  /**
   * An interface.
   *
   * @param port its name
   * @param ip its address with its network, as {@code 10.0.1.1/24}
   * @param fields all fields of the end
   */
  record End(String port, Optional<String> ip, Fields fields) {}

  void add(End end) {
    ends.add(end);
  }

  /** The router. */
  String name() {
    return name;
  }

  /** By which address protocols know it, if the case says so. */
  Optional<String> routerId() {
    return routerId;
  }

  /** Its addresses of no interface, each with its network. */
  List<String> loopbacks() {
    return loopbacks;
  }

  /** Its interfaces, in the order of the file. */
  List<End> ends() {
    return List.copyOf(ends);
  }

  /** All fields of the router, for what is no object. */
  Fields node() {
    return node;
  }

  /** What stands at the router under {@code field}, above the defaults of the same name. */
  Settings settings(String field) throws UnreadableCase {
    return handOut(node, field, field);
  }

  /** The same, where the defaults stand under another name, as those of {@code loopback_ospf}. */
  Settings settings(String field, String defaultsField) throws UnreadableCase {
    return handOut(node, field, defaultsField);
  }

  /** What stands at an interface under {@code field}, above the defaults of the same name. */
  Settings settings(End end, String field) throws UnreadableCase {
    return handOut(end.fields(), field, field);
  }

  /** The same object whenever it is asked for, so that all that was asked of it counts. */
  private Settings handOut(Fields thing, String field, String defaultsField) throws UnreadableCase {
    String path = thing.path() + "." + field;
    if (!handedOut.containsKey(path)) {
      handedOut.put(path, new Settings(thing.optionalObject(field), defaults.of(defaultsField)));
    }
    return handedOut.get(path);
  }

  /** Refuses the case as unsupported if any field of the router was never asked for. */
  void expectNoOther() throws UnsupportedCase {
    node.expectNoOther();
    for (End end : ends) {
      end.fields().expectNoOther();
    }
    for (Settings settings : handedOut.values()) {
      settings.expectNoOther();
    }
  }
}
