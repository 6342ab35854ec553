package vdcsim.hypervisor.vmm;

import java.util.List;
import vdcsim.hypervisor.io.Legs;

/** The ways of exits by architecture. */
final class Ways {
  private final VmmSpec spec;
  private final Legs legs;
  private final Step exit;
  private final Step entry;

  Ways(VmmSpec spec) {
    this.spec = spec;
    this.legs = spec.legs();
    this.exit = new Step(Stage.EXIT, false, legs.exit());
    this.entry = new Step(Stage.ENTRY, false, legs.entry());
  }

  /** The guest waits for the answer. */
  Way of(Place place) {
    return switch (place) {
      case MONITOR -> here();
      case DRIVER -> toDriver();
      case PROCESS -> toProcess();
    };
  }

  /** The guest goes on as soon as somebody else has been told, where there is somebody else. */
  Way posted(Place place) {
    if (spec.architecture() != VmmArchitecture.KERNEL_MODULE || place == Place.MONITOR) {
      return of(place);
    }
    // An ioeventfd wakes a thread of the kernel or of the process; none of them returns to a guest.
    Step told = new Step(Stage.EVENT, false, legs.event());
    Step device = new Step(Stage.DEVICE, true, 0);
    Step crossing = new Step(Stage.CROSSING, true, legs.crossing());
    return place == Place.DRIVER
        ? new Way(List.of(exit, told, device, entry), 2)
        : new Way(List.of(exit, told, crossing, device, entry), 3);
  }

  private Way here() {
    return Way.mirrored(false, List.of(exit)).then(entry);
  }

  private Way toDriver() {
    return switch (spec.architecture()) {
      case BARE_METAL, KERNEL_MODULE -> here();
      case HOSTED -> Way.mirrored(false, List.of(exit, worldSwitch())).then(entry);
      case DRIVER_DOMAIN -> acrossDomains(List.of(exit, event(false)), List.of(event(true)));
    };
  }

  private Way toProcess() {
    return switch (spec.architecture()) {
      case BARE_METAL -> here();
      case KERNEL_MODULE -> Way.mirrored(false, List.of(exit, crossing(false))).then(entry);
      case HOSTED -> Way.mirrored(false, List.of(exit, worldSwitch(), crossing(false))).then(entry);
      case DRIVER_DOMAIN ->
          acrossDomains(
              List.of(exit, event(false), crossing(true)), List.of(crossing(true), event(true)));
    };
  }

  private Way acrossDomains(List<Step> out, List<Step> back) {
    Way way = new Way(out, out.size()).then(new Step(Stage.DEVICE, true, 0));
    for (Step step : back) {
      way = way.then(step);
    }
    return way.then(entry);
  }

  private Step worldSwitch() {
    return new Step(Stage.WORLD_SWITCH, false, legs.worldSwitch());
  }

  private Step event(boolean aside) {
    return new Step(Stage.EVENT, aside, legs.event());
  }

  private Step crossing(boolean aside) {
    return new Step(Stage.CROSSING, aside, legs.crossing());
  }

  /** What a virtual processor does when an interrupt is brought to it. */
  List<Step> interrupted() {
    return spec.architecture() == VmmArchitecture.HOSTED
        ? List.of(exit, worldSwitch(), worldSwitch(), entry)
        : List.of(exit, entry);
  }
}
