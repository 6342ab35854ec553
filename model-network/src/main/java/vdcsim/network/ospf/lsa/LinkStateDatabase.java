package vdcsim.network.ospf.lsa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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

  /** The code of NSSA LSAs, the highest. */
  private static final int MOST_CODE = 7;

  /** By type; made when the first LSA of the type comes. */
  private final LsaTable[] tables = new LsaTable[MOST_CODE + 1];

  /** How many LSAs it holds. */
  public int size() {
    int size = 0;
    for (LsaTable table : tables) {
      size += table == null ? 0 : table.size();
    }
    return size;
  }

  /** How many LSAs of a type it holds. */
  public int size(LsaType type) {
    return has(type) ? table(type).size() : 0;
  }

  private boolean has(LsaType type) {
    return tables[type.code()] != null;
  }

  private LsaTable table(LsaType type) {
    LsaTable table = tables[type.code()];
    if (table == null) {
      table = new LsaTable(type);
      tables[type.code()] = table;
    }
    return table;
  }

  /** The instance with a key. */
  public Optional<StoredLsa> find(LsaKey key) {
    return has(key.type()) ? present(table(key.type()).at(key.bits(), ABSENT)) : Optional.empty();
  }

  @SuppressWarnings("ReferenceEquality") // there is one object that stands for none
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
    if (!has(type)) {
      return List.of();
    }
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
    for (LsaTable table : tables) {
      if (table != null) {
        for (StoredLsa stored : table.sorted()) {
          visitor.accept(stored);
        }
      }
    }
  }
}
