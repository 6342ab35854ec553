package vdcsim.network.ospf.lsa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The LSAs that a router holds for one area, or (AS external) for the whole autonomous system (RFC
 * 2328, 12.2). At most one instance a key; lists come in the order of keys.
 */
public final class LinkStateDatabase {
  private static final StoredLsa ABSENT =
      new StoredLsa(
          new Lsa(LsaKey.router(RouterId.NONE), 0, 0, new NetworkLsa(0, List.of())), 0, 0);

  private final Map<LsaType, LsaTable> tables = new EnumMap<>(LsaType.class);

  /** An empty database. */
  public LinkStateDatabase() {
    for (LsaType type : LsaType.values()) {
      tables.put(type, new LsaTable(type));
    }
  }

  /** How many LSAs it holds. */
  public int size() {
    return tables.values().stream().mapToInt(LsaTable::size).sum();
  }

  /** How many LSAs of a type it holds. */
  public int size(LsaType type) {
    return table(type).size();
  }

  private LsaTable table(LsaType type) {
    return tables.get(type);
  }

  /** The instance with a key. */
  public Optional<StoredLsa> find(LsaKey key) {
    return present(table(key.type()).at(key.bits(), ABSENT));
  }

  private static Optional<StoredLsa> present(StoredLsa stored) {
    return stored == ABSENT ? Optional.empty() : Optional.of(stored);
  }

  /** Puts an instance in place of the one with the same key, and returns that one. */
  public Optional<StoredLsa> install(StoredLsa stored) {
    return present(table(stored.key().type()).put(stored, ABSENT));
  }

  /** Removes the instance with a key, and returns it. */
  public Optional<StoredLsa> remove(LsaKey key) {
    return present(table(key.type()).remove(key.bits(), ABSENT));
  }

  /** All instances of a type, in the order of keys, as they are now. */
  public List<StoredLsa> all(LsaType type) {
    return Collections.unmodifiableList(Arrays.asList(table(type).sorted()));
  }

  /** All instances, in the order of keys, as they are now. */
  public List<StoredLsa> all() {
    List<StoredLsa> all = new ArrayList<>(size());
    forEach(all::add);
    return all;
  }

  /** Shows each instance, in the order of keys. */
  public void forEach(Consumer<StoredLsa> visitor) {
    for (LsaTable table : tables.values()) {
      for (StoredLsa stored : table.sorted()) {
        visitor.accept(stored);
      }
    }
  }
}
