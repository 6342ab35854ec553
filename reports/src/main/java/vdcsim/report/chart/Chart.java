package vdcsim.report.chart;

import java.util.List;
import java.util.Optional;
import vdcsim.kernel.statistics.ConfidenceInterval;

/** A chart as data: every number stands on the scale that the axis names. */
public sealed interface Chart {

  /** What stands around the data. */
  Frame frame();

  /**
   * Groups of bars.
   *
   * @param categories the names below the groups
   * @param series in each group, a bar a series
   * @param stacked whether the bars of a group stand upon each other
   */
  record Bars(Frame frame, List<String> categories, List<BarSeries> series, boolean stacked)
      implements Chart {
    public Bars {
      categories = List.copyOf(categories);
      series = List.copyOf(series);
    }
  }

  /** Bars of one colour: a value for each category, where there is one. */
  record BarSeries(String name, List<Optional<ConfidenceInterval>> values) {
    public BarSeries {
      values = List.copyOf(values);
    }
  }

  /**
   * Lines.
   *
   * @param steps whether a value holds until the next one, as in a distribution
   * @param marks whether each place of a line gets a mark
   */
  record Lines(Frame frame, List<LineSeries> series, boolean steps, boolean marks)
      implements Chart {
    public Lines {
      series = List.copyOf(series);
    }
  }

  /** One line, from left to right. */
  record LineSeries(String name, List<Place> places) {
    public LineSeries {
      places = List.copyOf(places);
    }
  }

  /** A place on a line, with the ends of its interval; without one they are {@code y}. */
  record Place(double x, double y, double low, double high) {
    /** Where a line breaks off, and goes on at its next place. */
    static Place gap(double x) {
      return new Place(x, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Whether the line breaks off here. */
    public boolean isGap() {
      return Double.isNaN(y);
    }
  }

  /**
   * States over time.
   *
   * @param rows from top to bottom
   * @param states all states, in the order of the legend
   */
  record Timeline(Frame frame, List<Row> rows, List<String> states) implements Chart {
    public Timeline {
      rows = List.copyOf(rows);
      states = List.copyOf(states);
    }
  }

  /**
   * A field of numbers over two scales of names.
   *
   * @param scale what the colours count, with its unit
   * @param columns from left to right
   * @param rows from the ground upwards
   * @param cells where there is a number
   */
  record HeatMap(
      Frame frame, String scale, List<String> columns, List<String> rows, List<Cell> cells)
      implements Chart {
    public HeatMap {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      cells = List.copyOf(cells);
    }
  }

  /** A number, and where it stands. */
  record Cell(int column, int row, double value) {
    Cell scaled(double shown) {
      return new Cell(column, row, shown);
    }
  }

  /** What one thing went through. */
  record Row(String name, List<Span> spans) {
    public Row {
      spans = List.copyOf(spans);
    }
  }

  /** A state, and the time for which it held. */
  record Span(double from, double to, String state) {}

  /** The same chart under another file name. */
  default Chart named(String name) {
    Frame renamed = frame().named(name);
    if (this instanceof Bars bars) {
      return new Bars(renamed, bars.categories(), bars.series(), bars.stacked());
    } else if (this instanceof Lines lines) {
      return new Lines(renamed, lines.series(), lines.steps(), lines.marks());
    } else if (this instanceof HeatMap map) {
      return new HeatMap(renamed, map.scale(), map.columns(), map.rows(), map.cells());
    }
    Timeline timeline = (Timeline) this;
    return new Timeline(renamed, timeline.rows(), timeline.states());
  }
}
