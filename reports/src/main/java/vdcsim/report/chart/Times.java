package vdcsim.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vdcsim.kernel.quantity.Scale;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;
import vdcsim.report.reading.Readings;
import vdcsim.report.reading.ShortNames;
import vdcsim.report.text.Words;

/** Makes charts over simulated time, of the first replication: values as lines, states as bars. */
final class Times {
  private static final int MOST_ROWS = 30;
  private static final int MOST_PLACES = 2000;

  /** More than so many usual steps without a value are a silence. */
  private static final int USUAL_STEPS = 20;

  private final Words words;
  private final Wish wish;
  private final List<Runs> runs;
  private final List<String> notes = new ArrayList<>();
  private final boolean replicated;

  Times(Readings readings, Words words, Wish wish) {
    this.words = words;
    this.wish = wish;
    this.runs = Runs.of(readings, wish);
    this.replicated = runs.stream().anyMatch(run -> run.measurements().size() > 1);
  }

  /** Values over time. */
  Optional<Chart> course() {
    List<Measurement.Course> courses = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Runs run : kept(Amounts.MOST_SERIES)) {
      if (run.measurements().get(0) instanceof Measurement.Course course
          && !course.values().isEmpty()) {
        courses.add(course);
        names.add(run.name());
      }
    }
    if (courses.isEmpty()) {
      return Optional.empty();
    }
    Scale time = time(courses.stream().flatMap(c -> c.timesNs().stream()));
    double largest =
        courses.stream()
            .flatMap(c -> c.values().stream())
            .mapToDouble(Math::abs)
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    Scale scale = Scale.of(courses.get(0).unit(), largest);
    List<Chart.LineSeries> series = new ArrayList<>();
    for (int i = 0; i < courses.size(); i++) {
      series.add(new Chart.LineSeries(names.get(i), places(courses.get(i), time, scale)));
    }
    String y = Labels.with(Labels.common(wish.readings()), scale);
    boolean few = courses.stream().allMatch(c -> c.values().size() <= 40);
    return Optional.of(
        new Chart.Lines(frame("course", Labels.title(wish, words), time, y), series, false, few));
  }

  private static List<Chart.Place> places(Measurement.Course course, Scale time, Scale scale) {
    List<Chart.Place> places = new ArrayList<>();
    for (int i = 0; i < course.values().size(); i++) {
      double y = scale.apply(course.values().get(i));
      if (Double.isFinite(y)) {
        places.add(new Chart.Place(time.apply(course.timesNs().get(i).doubleValue()), y, y, y));
      }
    }
    return broken(Thinning.thin(places, MOST_PLACES), silence(places));
  }

  /** How far apart two values must lie for the line between them to say nothing. */
  private static double silence(List<Chart.Place> places) {
    double[] steps =
        IntStream.range(1, places.size())
            .mapToDouble(i -> places.get(i).x() - places.get(i - 1).x())
            .sorted()
            .toArray();
    return steps.length == 0 ? 0 : USUAL_STEPS * steps[steps.length / 2];
  }

  /** A line is not drawn through a silence, which it would hide. */
  private static List<Chart.Place> broken(List<Chart.Place> places, double silence) {
    boolean thinned = places.size() >= MOST_PLACES;
    double span = places.isEmpty() ? 0 : places.get(places.size() - 1).x() - places.get(0).x();
    double least = Math.max(silence, thinned ? span / USUAL_STEPS : 0);
    List<Chart.Place> broken = new ArrayList<>();
    for (Chart.Place place : places) {
      boolean far =
          !broken.isEmpty() && place.x() - broken.get(broken.size() - 1).x() > least && least > 0;
      if (far) {
        broken.add(Chart.Place.gap((place.x() + broken.get(broken.size() - 1).x()) / 2));
      }
      broken.add(place);
    }
    return broken;
  }

  /** States over time. */
  Optional<Chart> timeline() {
    List<Measurement.States> all = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Runs run : kept(MOST_ROWS)) {
      if (run.measurements().get(0) instanceof Measurement.States states) {
        all.add(states);
        names.add(run.name().isEmpty() ? states.metric() : run.name());
      }
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Scale time = time(all.stream().map(Measurement.States::endNs));
    Set<String> states = new LinkedHashSet<>();
    List<Chart.Row> rows = new ArrayList<>();
    List<String> labels = ShortNames.withoutEnd(names);
    for (int i = 0; i < all.size(); i++) {
      rows.add(new Chart.Row(labels.get(i), spans(all.get(i), time)));
      states.addAll(all.get(i).states());
    }
    Frame frame = frame("timeline", words.say("chart.states"), time, "");
    return Optional.of(new Chart.Timeline(frame, rows, List.copyOf(states)));
  }

  private static List<Chart.Span> spans(Measurement.States states, Scale time) {
    List<Chart.Span> spans = new ArrayList<>();
    for (int i = 0; i < states.states().size(); i++) {
      boolean last = i + 1 == states.states().size();
      long end = last ? states.endNs() : states.timesNs().get(i + 1);
      double from = time.apply(states.timesNs().get(i).doubleValue());
      if (end > states.timesNs().get(i)) {
        spans.add(new Chart.Span(from, time.apply((double) end), states.states().get(i)));
      }
    }
    return spans;
  }

  private List<Runs> kept(int most) {
    if (runs.size() > most) {
      notes.add(words.say("chart.shown", most, runs.size()));
    }
    return runs.subList(0, Math.min(runs.size(), most));
  }

  private static Scale time(java.util.stream.Stream<Long> instants) {
    return Scale.of(Unit.NANOSECONDS, instants.mapToDouble(Long::doubleValue).max().orElse(0));
  }

  private Frame frame(String suffix, String title, Scale time, String y) {
    if (replicated) {
      notes.add(words.say("chart.first"));
    }
    return new Frame(
        Labels.file(wish, suffix),
        wish.title().isEmpty() ? title : wish.title(),
        Labels.with(words.say("chart.time"), time),
        y,
        false,
        wish.logY(),
        notes);
  }
}
