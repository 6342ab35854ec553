package vdcsim.report;

import vdcsim.report.text.Words;

/** The language of labels and sentences. Names of metrics stay as they are. */
public enum Language {
  /** English. */
  EN,
  /** Chinese, simplified. */
  ZH;

  Words words() {
    return switch (this) {
      case EN -> Words.english();
      case ZH -> Words.chinese();
    };
  }
}
