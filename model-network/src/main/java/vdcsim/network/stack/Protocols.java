package vdcsim.network.stack;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The protocols above a stack, by number. */
final class Protocols {
  private final Map<Integer, PacketHandler> handlers = new TreeMap<>();

  void put(int number, PacketHandler handler) {
    handlers.put(number, handler);
  }

  Optional<PacketHandler> find(int number) {
    return Optional.ofNullable(handlers.get(number));
  }

  /** The handler of a protocol; it is made when it is the first time asked for. */
  <T extends PacketHandler> T get(int number, Class<T> type, Supplier<T> make) {
    PacketHandler found = handlers.get(number);
    if (found == null) {
      found = make.get();
      handlers.put(number, found);
    }
    if (!type.isInstance(found)) {
      throw new IllegalStateException("protocol " + number + " is taken");
    }
    return type.cast(found);
  }
}
