package vdcsim.hypervisor.level;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What guests have to themselves, each its own: the more, the better isolated. */
public record Separation(Set<Thing> own) {
  /** A thing that guests share or not. */
  public enum Thing {
    /** One guest cannot write another's memory. */
    MEMORY,
    /** Names of files. */
    FILES,
    /** Numbers of processes, and whom one can signal. */
    PROCESSES,
    /** Addresses and ports of the network. */
    NETWORK,
    /** A bug in a guest's kernel does not end the others. */
    KERNEL,
    /** A kernel of the guest's own choice, with drivers of its own. */
    MACHINE
  }

  public Separation {
    own = own.isEmpty() ? Set.of() : EnumSet.copyOf(own);
  }

  /** The guest has these to itself. */
  public static Separation of(Thing... things) {
    return new Separation(new TreeSet<>(List.of(things)));
  }

  /** How many of the things there are. */
  public static int all() {
    return Thing.values().length;
  }

  /** Whether it has a thing to itself. */
  public boolean has(Thing thing) {
    return own.contains(thing);
  }

  /** A thing's name as tables write it. */
  public static String word(Thing thing) {
    return thing.name().toLowerCase(Locale.ROOT);
  }
}
