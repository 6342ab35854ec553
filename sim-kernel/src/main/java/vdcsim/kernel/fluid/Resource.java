package vdcsim.kernel.fluid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Something of limited capacity that flows share, as one direction of a cable, a core, a disk. */
public final class Resource {
  private final Sharing sharing;
  private final String name;
  private final int number;
  private final List<Bundle> bundles = new ArrayList<>();
  private final List<DoubleConsumer> listeners = new ArrayList<>();
  private double capacity;
  private double load;

  /** The last solution that reached it. */
  long stamp;

  Resource(Sharing sharing, String name, int number, double capacity) {
    this.sharing = sharing;
    this.name = name;
    this.number = number;
    this.capacity = capacity;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Units per second that it can give. */
  public double capacity() {
    return capacity;
  }

  /** Units per second that it gives, as of the last solution. */
  public double load() {
    return load;
  }

  /** It can give so many units per second from now on; zero stops all its flows. */
  public void change(double newCapacity) {
    Sharing.checkRate("a capacity", newCapacity);
    if (newCapacity != capacity) {
      capacity = newCapacity;
      sharing.touch(this);
    }
  }

  /** Tells {@code listener} the new load whenever it changes, from now on. */
  public void onLoad(DoubleConsumer listener) {
    listeners.add(listener);
  }

  int number() {
    return number;
  }

  List<Bundle> bundles() {
    return bundles;
  }

  /** Takes a bundle in; returns its place here. */
  int add(Bundle bundle) {
    bundles.add(bundle);
    return bundles.size() - 1;
  }

  /** Puts the last bundle in the place of one that leaves. */
  void remove(int place) {
    Bundle last = bundles.remove(bundles.size() - 1);
    if (place < bundles.size()) {
      bundles.set(place, last);
      last.moved(this, place);
    }
  }

  void loaded(double newLoad) {
    if (newLoad != load) {
      load = newLoad;
      for (int i = 0; i < listeners.size(); i++) {
        listeners.get(i).accept(newLoad);
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
