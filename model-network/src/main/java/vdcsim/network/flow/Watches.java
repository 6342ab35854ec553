package vdcsim.network.flow;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;

/** Which transfers asked which port on their way, so that a change concerns those alone. */
final class Watches {
  private final Consumer<Transfer> onChange;
  private final TreeMap<String, SortedSet<Transfer>> transfers = new TreeMap<>();

  Watches(Consumer<Transfer> onChange) {
    this.onChange = onChange;
  }

  /** Tells of changes at a port, at the relay behind it, and at the machine whose card it is. */
  void add(EthernetPort port, Optional<Stack> machine, Transfer transfer) {
    transfers.computeIfAbsent(port.name(), name -> listen(port, machine)).add(transfer);
  }

  void remove(EthernetPort port, Transfer transfer) {
    transfers.get(port.name()).remove(transfer);
  }

  private SortedSet<Transfer> listen(EthernetPort port, Optional<Stack> machine) {
    SortedSet<Transfer> here = new TreeSet<>();
    Runnable tell = () -> here.forEach(onChange);
    port.tracing().onChange(tell);
    port.tracing().relay().ifPresent(relay -> relay.onRelayChange(tell));
    machine.ifPresent(stack -> listen(stack, port, tell));
    return here;
  }

  private static void listen(Stack stack, EthernetPort port, Runnable tell) {
    stack.routes().onChange((prefix, before, after) -> tell.run());
    for (Interface card : stack.interfaces()) {
      if (card.card() == port) {
        card.neighbours().onChange(tell);
      }
    }
  }
}
