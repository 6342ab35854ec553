package vdcsim.network.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The protocols above a stack, by number. */
final class Protocols {
  /** The protocol field of a packet has eight bits (RFC 791, 3.1). */
  private static final int NUMBERS = 256;

  /** Optional ones, since each packet asks for one. */
  private final List<Optional<PacketHandler>> handlers =
      new ArrayList<>(Collections.nCopies(NUMBERS, Optional.empty()));

  void put(int number, PacketHandler handler) {
    handlers.set(number, Optional.of(handler));
  }

  Optional<PacketHandler> find(int number) {
    return handlers.get(number);
  }

  /** The handler of a protocol; it is made when it is the first time asked for. */
  <T extends PacketHandler> T get(int number, Class<T> type, Supplier<T> make) {
    if (handlers.get(number).isEmpty()) {
      put(number, make.get());
    }
    PacketHandler found = handlers.get(number).orElseThrow();
    if (!type.isInstance(found)) {
      throw new IllegalStateException("protocol " + number + " is taken");
    }
    return type.cast(found);
  }
}
