import type { Loader } from "vega";

/** Pictures that are part of the specification. SVG is not among them, for it could ask for files of its own. */
const PICTURE = /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*$/;

/** What {@link inlineLoader} gives. */
export interface InlineLoader {
  /** For Vega, which asks it for every file and address. */
  loader: Loader;
  /** The addresses that were refused. */
  refused: string[];
}

/** A loader that reaches neither network nor disk: of pictures it takes those inside the specification. */
export function inlineLoader(): InlineLoader {
  const refused: string[] = [];
  const refuse = (uri: string): never => {
    refused.push(uri);
    throw new Error(`${uri} is outside the specification`);
  };
  const loader: Loader = {
    load: async (uri) => refuse(uri),
    sanitize: async (uri, options: { context?: string }) => {
      const href = String(uri);
      if (options.context === "image" && PICTURE.test(href)) return { href };
      // Links do nothing in a picture; a rejected one would be an unhandled rejection inside Vega.
      return options.context === "href" ? { href: null as unknown as string } : refuse(href);
    },
    http: async (uri) => refuse(uri),
    file: async (uri) => refuse(uri),
  };
  return { loader, refused };
}
