package vdcsim.network.stack;

import java.util.Optional;
import java.util.function.Supplier;

/** The protocols above a stack, by number. */
final class Protocols {
  /** The protocol field of a packet has eight bits (RFC 791, 3.1). */
  private static final int NUMBERS = 256;

  private final PacketHandler[] handlers = new PacketHandler[NUMBERS];

  void put(int number, PacketHandler handler) {
    handlers[number] = handler;
  }

  Optional<PacketHandler> find(int number) {
    return Optional.ofNullable(handlers[number]);
  }

  /** The handler of a protocol; it is made when it is the first time asked for. */
  <T extends PacketHandler> T get(int number, Class<T> type, Supplier<T> make) {
    PacketHandler found = handlers[number];
    if (found == null) {
      found = make.get();
      handlers[number] = found;
    }
    if (!type.isInstance(found)) {
      throw new IllegalStateException("protocol " + number + " is taken");
    }
    return type.cast(found);
  }
}
