package vdcsim.kernel.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;

/** The named things of one run, in the order in which the scenario names them. */
public final class World {
  private final Simulation simulation;

  private final Names things = new Names();

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
    for (Object other : things.of(name)) {
      if (other.getClass() == thing.getClass()) {
        throw new Refusal("", "there is already a thing named '" + name + "'");
      }
    }
    things.add(name, thing);
  }

  /** How many names there are. */
  public int size() {
    return things.size();
  }

  /** All names, in the order in which they came. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      names.add(things.name(i));
    }
    return List.copyOf(names);
  }

  /** The thing of this name and type, if there is one. */
  public <T> Optional<T> find(String name, Class<T> type) {
    for (Object thing : things.of(name)) {
      if (type.isInstance(thing)) {
        return Optional.of(type.cast(thing));
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
    List<String> known = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      if (Arrays.stream(things.of(i)).anyMatch(type::isInstance)) {
        known.add(things.name(i));
      }
    }
    boolean holds = things.of(name).length > 0;
    String found = holds ? "'" + name + "' is not a " : "there is no ";
    String what = holds ? noun : noun + " named '" + name + "'";
    return found + what + NearNames.hint(name, known);
  }

  /** Every thing of a type, in the order in which they were added. */
  public <T> List<T> all(Class<T> type) {
    List<T> all = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      for (Object thing : things.of(i)) {
        if (type.isInstance(thing)) {
          all.add(type.cast(thing));
        }
      }
    }
    return Collections.unmodifiableList(all);
  }
}
