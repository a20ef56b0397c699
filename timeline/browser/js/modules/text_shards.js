// @ts-check
/**
 * Texts of many records in several files: lines to search in, and what else a file says of each.
 */
import { text } from "./data_files.js";
import { Lines } from "./text_match.js";

/** Lines of text of one file, and the number of the first. @typedef {{start: number, lines: Lines, more: Record<string, Record<string, any>>}} Piece */

/** The piece in which a record stands. @param {number[]} starts @param {number} place */
export function pieceOf(starts, place) {
  let number = starts.length - 1;
  while (number > 0 && starts[number] > place) number--;
  return number;
}

/** Lines of text in several files. */
export class Shards {
  /** @param {Piece[]} parts */
  constructor(parts) {
    this.parts = parts;
    const last = parts[parts.length - 1];
    this.size = last ? last.start + last.lines.size : 0;
  }

  /** The file of a record, and its place there. @param {number} place */
  at(place) {
    let number = this.parts.length - 1;
    while (number > 0 && this.parts[number].start > place) number--;
    const part = this.parts[number];
    return { part, place: place - part.start };
  }

  /** What a file says of a record beside its text. @param {number} record @param {string} name */
  more(record, name) {
    const { part, place } = this.at(record);
    return part.more[name]?.[place];
  }

  /** The parts of a record's text, as they are shown. @param {number} record */
  shown(record) {
    const { part, place } = this.at(record);
    return part.lines.at(place).split("\t");
  }
}

/** @param {string} base @param {string} name @param {number[]} starts */
export async function loadShards(base, name, starts) {
  return new Shards(await Promise.all(starts.map((_, number) => loadPiece(base, name, starts, number))));
}

/** @param {string} base @param {string} name @param {number[]} starts @param {number} number @returns {Promise<Piece>} */
export async function loadPiece(base, name, starts, number) {
  const read = await text(`${base}${name}-${number}.txt`);
  const end = read.indexOf("\n");
  return { start: starts[number], lines: new Lines(read.slice(end + 1)), more: JSON.parse(read.slice(0, end)) };
}
