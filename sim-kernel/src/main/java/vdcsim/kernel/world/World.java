package vdcsim.kernel.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;

/** The named things of one run, in the order in which the scenario names them. */
public final class World {
  private final Simulation simulation;

  /** Arrays that never change: three things of a name cost 32 bytes, in a list 56. */
  private final Map<String, Object[]> things = new LinkedHashMap<>();

  private final Picture picture = new Picture();

  /** An empty world. */
  public World(Simulation simulation) {
    this.simulation = simulation;
  }

  /** The run. */
  public Simulation simulation() {
    return simulation;
  }

  /** The world as a graph. */
  public Picture picture() {
    return picture;
  }

  /**
   * Adds a thing. One name may stand for several things of different types, as a host and its
   * protocol stack, but for one of a type only.
   */
  public void add(String name, Object thing) {
    things.merge(name, new Object[] {thing}, (before, one) -> both(name, before, thing));
  }

  private static Object[] both(String name, Object[] before, Object thing) {
    for (Object other : before) {
      if (other.getClass() == thing.getClass()) {
        throw new Refusal("", "there is already a thing named '" + name + "'");
      }
    }
    Object[] both = Arrays.copyOf(before, before.length + 1);
    both[before.length] = thing;
    return both;
  }

  /** How many names there are. */
  public int size() {
    return things.size();
  }

  /** All names, in the order in which they came. */
  public List<String> names() {
    return List.copyOf(things.keySet());
  }

  /** The thing of this name and type, if there is one. */
  public <T> Optional<T> find(String name, Class<T> type) {
    Object[] named = things.get(name);
    if (named != null) {
      for (Object thing : named) {
        if (type.isInstance(thing)) {
          return Optional.of(type.cast(thing));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The thing of this name and type.
   *
   * @param key the key whose value is the name
   * @param noun what is wanted, in the scenario's words, as {@code host}
   * @throws Refusal with near names, if there is none
   */
  public <T> T require(String key, String name, Class<T> type, String noun) {
    return find(name, type).orElseThrow(() -> new Refusal(key, missing(name, type, noun)));
  }

  private String missing(String name, Class<?> type, String noun) {
    List<String> known =
        things.entrySet().stream()
            .filter(entry -> Arrays.stream(entry.getValue()).anyMatch(type::isInstance))
            .map(Map.Entry::getKey)
            .toList();
    String found = things.containsKey(name) ? "'" + name + "' is not a " : "there is no ";
    String what = things.containsKey(name) ? noun : noun + " named '" + name + "'";
    return found + what + NearNames.hint(name, known);
  }

  /** Every thing of a type, in the order in which they were added. */
  public <T> List<T> all(Class<T> type) {
    List<T> all = new ArrayList<>();
    for (Object[] named : things.values()) {
      for (Object thing : named) {
        if (type.isInstance(thing)) {
          all.add(type.cast(thing));
        }
      }
    }
    return Collections.unmodifiableList(all);
  }
}
