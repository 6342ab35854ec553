package vdcsim.report.drawing;

import vdcsim.report.text.Words;

/**
 * How drawings look.
 *
 * @param words the language of labels
 * @param typeface the letters
 * @param palette the colours
 */
public record Style(Words words, Typeface typeface, Palette palette) {}
