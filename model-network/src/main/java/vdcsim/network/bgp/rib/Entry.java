package vdcsim.network.bgp.rib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.RouteSource;

/** Everything that a speaker knows of a network. */
public final class Entry {
  private final Ipv4Prefix prefix;
  private final List<Path> paths = new ArrayList<>();
  private Selection selection = Selection.NONE;
  private Optional<Path> inUse = Optional.empty();
  private Optional<RouteSource> installed = Optional.empty();

  Entry(Ipv4Prefix prefix) {
    this.prefix = prefix;
  }

  /** The network. */
  public Ipv4Prefix prefix() {
    return prefix;
  }

  /** Its paths, the latest arrival first. */
  public List<Path> paths() {
    return List.copyOf(paths);
  }

  /** What was chosen. */
  public Selection selection() {
    return selection;
  }

  /** The best path, if there is one. */
  public Optional<Path> best() {
    return selection.best();
  }

  boolean isEmpty() {
    return paths.isEmpty();
  }

  private int indexOf(Peering peer, Path.Kind kind) {
    for (int i = 0; i < paths.size(); i++) {
      if (paths.get(i).peer() == peer && paths.get(i).kind() == kind) {
        return i;
      }
    }
    return -1;
  }

  /** Adds a path, or puts it in the place of an older one; returns whether it says anything new. */
  boolean put(Path path) {
    int at = indexOf(path.peer(), path.kind());
    if (at < 0) {
      paths.add(0, path);
      return true;
    }
    Path old = paths.get(at);
    if (old.attributes().equals(path.attributes())
        && old.weight() == path.weight()
        && old.nextHop() == path.nextHop()) {
      return false;
    }
    paths.set(at, path);
    // A path that says something else is still the one that was received before.
    inUse = inUse.map(used -> used.equals(old) ? path : used);
    return true;
  }

  /** Takes a path out; returns whether it was there. */
  boolean remove(Peering peer, Path.Kind kind) {
    int at = indexOf(peer, kind);
    if (at >= 0) {
      paths.remove(at);
    }
    return at >= 0;
  }

  /** Chooses anew; returns whether the best path, or those that are used, are others. */
  Change choose(DecisionSettings settings) {
    Selection before = selection;
    selection = Selection.of(paths, inUse, settings);
    inUse = selection.best();
    boolean best = !before.best().equals(selection.best());
    return new Change(best, best || !before.used().equals(selection.used()));
  }

  /** What a choice has changed. */
  record Change(boolean best, boolean used) {}

  Optional<RouteSource> installed() {
    return installed;
  }

  void installed(Optional<RouteSource> source) {
    installed = source;
  }
}
