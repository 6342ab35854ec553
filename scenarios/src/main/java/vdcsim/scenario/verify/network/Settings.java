package vdcsim.scenario.verify.network;

import java.util.List;
import java.util.Optional;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/**
 * What a case says about something: its own fields, and below them the defaults of the topology.
 *
 * @param own what stands at the thing itself, if anything
 * @param defaults what holds for all, if anything
 */
record Settings(Optional<Fields> own, Optional<Fields> defaults) {
  /** Nothing is said. */
  static final Settings NONE = new Settings(Optional.empty(), Optional.empty());

  /** Whether something stands at the thing itself. */
  boolean isSaid() {
    return own.isPresent();
  }

  /** The fields in which a setting stands. Both are asked, so that both count as known. */
  private Optional<Fields> holder(String name) {
    Optional<Fields> below = defaults.filter(fields -> fields.has(name));
    return own.filter(fields -> fields.has(name)).or(() -> below);
  }

  /** Whether there is such a setting. */
  boolean has(String name) {
    return holder(name).isPresent();
  }

  /** A setting's text, if there is one. */
  Optional<String> text(String name) throws UnreadableCase {
    Optional<Fields> holder = holder(name);
    return holder.isPresent() ? Optional.of(holder.get().text(name)) : Optional.empty();
  }

  /** A setting's whole number, or {@code fallback}. */
  int integer(String name, int fallback) throws UnreadableCase {
    Optional<Fields> holder = holder(name);
    return holder.isPresent() ? holder.get().integer(name) : fallback;
  }

  /** A setting's truth value, or {@code fallback}. */
  boolean truth(String name, boolean fallback) throws UnreadableCase {
    Optional<Fields> holder = holder(name);
    return holder.isPresent() ? holder.get().truth(name, fallback) : fallback;
  }

  /** A setting's whole numbers, or {@code fallback}. */
  List<Integer> integers(String name, List<Integer> fallback) throws UnreadableCase {
    Optional<Fields> holder = holder(name);
    return holder.isPresent() ? holder.get().integers(name) : fallback;
  }

  /** A setting's texts; none where it is not there. */
  List<String> texts(String name) throws UnreadableCase {
    Optional<Fields> holder = holder(name);
    return holder.isPresent() ? holder.get().texts(name) : List.of();
  }

  /** A setting's list of objects; none where it is not there. */
  List<Fields> objects(String name) throws UnreadableCase {
    Optional<Fields> holder = holder(name);
    return holder.isPresent() ? holder.get().objects(name) : List.of();
  }

  /** A setting's object, if there is one. */
  Optional<Fields> object(String name) throws UnreadableCase {
    Optional<Fields> holder = holder(name);
    return holder.isPresent() ? holder.get().optionalObject(name) : Optional.empty();
  }

  /** Refuses the case as unsupported if a field of the thing itself was never asked for. */
  void expectNoOther() throws UnsupportedCase {
    if (own.isPresent()) {
      own.get().expectNoOther();
    }
  }
}
