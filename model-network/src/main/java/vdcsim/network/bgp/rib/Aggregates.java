package vdcsim.network.bgp.rib;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.network.bgp.message.Aggregator;
import vdcsim.network.bgp.message.AsPath;
import vdcsim.network.bgp.message.Community;
import vdcsim.network.bgp.message.Origin;
import vdcsim.network.bgp.message.PathAttributes;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * Networks that stand for those within them (RFC 4271, 9.2.2.2), as FRRouting forms them: from all
 * usable paths, not the best only; without AS set the path is empty and ATOMIC_AGGREGATE set.
 */
public final class Aggregates {
  private final List<Aggregate> all;
  private final Peering self;
  private final LocRib table;
  private final Set<Integer> touched = new TreeSet<>();

  /**
   * What a configuration says of an aggregate.
   *
   * @param summaryOnly whether the networks within it are not announced
   * @param asSet whether its AS path names the systems of all networks within it
   */
  public record Setting(Ipv4Prefix prefix, boolean summaryOnly, boolean asSet) {}

  private static final class Aggregate {
    private final Setting setting;
    private Optional<PathAttributes> formed = Optional.empty();

    Aggregate(Setting setting) {
      this.setting = setting;
    }
  }

  Aggregates(List<Setting> settings, Peering self, LocRib table) {
    this.all = settings.stream().map(Aggregate::new).toList();
    this.self = self;
    this.table = table;
  }

  private static boolean isWithin(Ipv4Prefix prefix, Aggregate aggregate) {
    Ipv4Prefix outer = aggregate.setting.prefix();
    return prefix.length() > outer.length() && outer.contains(prefix);
  }

  boolean isSuppressed(Ipv4Prefix prefix) {
    for (Aggregate aggregate : all) {
      if (aggregate.setting.summaryOnly()
          && aggregate.formed.isPresent()
          && isWithin(prefix, aggregate)) {
        return true;
      }
    }
    return false;
  }

  /** Something has changed at a network. */
  void touch(Ipv4Prefix prefix) {
    for (int i = 0; i < all.size(); i++) {
      if (isWithin(prefix, all.get(i))) {
        touched.add(i);
      }
    }
  }

  /** Forms anew the aggregates around which something has changed. */
  void follow() {
    List<Integer> now = List.copyOf(touched);
    touched.clear();
    now.forEach(index -> follow(all.get(index)));
  }

  private void follow(Aggregate aggregate) {
    Setting setting = aggregate.setting;
    List<Path> within =
        table.within(setting.prefix()).stream()
            .flatMap(entry -> entry.paths().stream())
            .filter(path -> path.kind() != Path.Kind.AGGREGATE && path.isValid())
            .toList();
    Optional<PathAttributes> before = aggregate.formed;
    aggregate.formed = within.isEmpty() ? Optional.empty() : Optional.of(form(setting, within));
    if (before.equals(aggregate.formed)) {
      return;
    }
    if (aggregate.formed.isPresent()) {
      Path path =
          new Path(
              Path.Kind.AGGREGATE,
              self,
              aggregate.formed.get(),
              Path.LOCAL_WEIGHT,
              NextHop.self(),
              false);
      table.put(setting.prefix(), path);
    } else {
      table.remove(setting.prefix(), self, Path.Kind.AGGREGATE);
    }
    if (setting.summaryOnly() && before.isPresent() != aggregate.formed.isPresent()) {
      table.within(setting.prefix()).forEach(entry -> table.tellAgain(entry.prefix()));
    }
  }

  private PathAttributes form(Setting setting, List<Path> within) {
    List<PathAttributes> parts = within.stream().map(Path::attributes).distinct().toList();
    Origin origin =
        parts.stream().map(PathAttributes::origin).reduce(Origin.IGP, Aggregates::worse);
    PathAttributes plain = PathAttributes.local(origin, PathAttributes.SELF, 0);
    Aggregator by = new Aggregator(self.asn(), self.routerId());
    if (!setting.asSet()) {
      return plain.change().aggregated(true, by).done();
    }
    AsPath path = AsPath.aggregate(parts.stream().map(PathAttributes::asPath).distinct().toList());
    List<Community> marks = parts.stream().flatMap(p -> p.communities().stream()).toList();
    return plain.change().asPath(path).communities(marks).aggregated(false, by).done();
  }

  private static Origin worse(Origin one, Origin other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
