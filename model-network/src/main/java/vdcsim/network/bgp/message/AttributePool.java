package vdcsim.network.bgp.message;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Path attributes of a world, each once: a route that a thousand routers carry costs a thousand
 * references, and equal attributes are mostly the same object.
 */
public final class AttributePool {
  /** Beyond this it starts anew: sharing is lost, nothing else. */
  private static final int MOST = 1 << 20;

  private final Map<PathAttributes, PathAttributes> known = new LinkedHashMap<>();

  /** The shared object that equals {@code attributes}. */
  public PathAttributes share(PathAttributes attributes) {
    if (known.size() >= MOST) {
      known.clear();
    }
    PathAttributes before = known.putIfAbsent(attributes, attributes);
    return before == null ? attributes : before;
  }
}
