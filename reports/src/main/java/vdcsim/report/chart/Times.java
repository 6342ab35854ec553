package vdcsim.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vdcsim.kernel.quantity.Scale;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;
import vdcsim.report.reading.Readings;
import vdcsim.report.text.Words;

/** Makes charts over simulated time, of the first replication: values as lines, states as bars. */
final class Times {
  private static final int MOST_ROWS = 30;
  private static final int MOST_PLACES = 2000;

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
    return Optional.of(new Chart.Lines(frame("course", time, y), series, false, few));
  }

  private static List<Chart.Place> places(Measurement.Course course, Scale time, Scale scale) {
    List<Chart.Place> places = new ArrayList<>();
    for (int i = 0; i < course.values().size(); i++) {
      double y = scale.apply(course.values().get(i));
      if (Double.isFinite(y)) {
        places.add(new Chart.Place(time.apply(course.timesNs().get(i).doubleValue()), y, y, y));
      }
    }
    return Thinning.thin(places, MOST_PLACES);
  }

  /** States over time. */
  Optional<Chart> timeline() {
    List<Measurement.States> all = new ArrayList<>();
    List<Chart.Row> rows = new ArrayList<>();
    List<Runs> kept = kept(MOST_ROWS);
    for (Runs run : kept) {
      if (run.measurements().get(0) instanceof Measurement.States states) {
        all.add(states);
      }
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Scale time = time(all.stream().map(Measurement.States::endNs));
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < all.size(); i++) {
      String name = kept.get(i).name();
      String row = name.isEmpty() ? all.get(i).metric() : name;
      rows.add(new Chart.Row(row, spans(all.get(i), time)));
      names.addAll(all.get(i).states());
    }
    return Optional.of(new Chart.Timeline(frame("timeline", time, ""), rows, List.copyOf(names)));
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

  private Frame frame(String suffix, Scale time, String y) {
    if (replicated) {
      notes.add(words.say("chart.first"));
    }
    return new Frame(
        Labels.file(wish, suffix),
        Labels.title(wish, words),
        Labels.with(words.say("chart.time"), time),
        y,
        false,
        wish.logY(),
        notes);
  }
}
