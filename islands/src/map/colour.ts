/* Colours of the page, and stripes of them: what a map draws must look as the time line beside it does. */

export interface Tone {
  colours: string[]; // of the parties, one or more
  striped: boolean;
  hollow: boolean; // only claimed
}

const size = 24; // pixels: stripes repeat after so many

export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export function partyColour(number: number): string {
  return token(`--party-${number % 8}`);
}

/** A square of diagonal stripes that fits to itself on all sides; one colour alternates with nothing. */
export function drawStripes(tone: Tone): ImageData | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d");
  if (!pen) return undefined;
  const bands = tone.colours.length > 1 ? tone.colours : [tone.colours[0] ?? "", "transparent"];
  const step = size / bands.length;
  bands.forEach((colour, place) => {
    pen.fillStyle = colour;
    for (let start = -size * 2 + place * step; start < size * 2; start += size) {
      pen.beginPath();
      pen.moveTo(start, size);
      pen.lineTo(start + size, 0);
      pen.lineTo(start + size + step, 0);
      pen.lineTo(start + step, size);
      pen.fill();
    }
  });
  return pen.getImageData(0, 0, size, size);
}

/** The same as a CSS background, for the dot of a place. */
export function cssOf(tone: Tone): string {
  if (tone.hollow) return token("--sheet");
  const [first = token("--soft"), second = tone.striped ? token("--sheet") : undefined] = tone.colours;
  return second ? `repeating-linear-gradient(135deg, ${first} 0 4px, ${second} 4px 8px)` : first;
}
