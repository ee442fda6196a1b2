/** A segment of a path that is a device on Windows, whatever its ending, or that ends with a dot. */
export const RESERVED_NAME = /(?:^|\/)(?:(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?|[^/]*\.)(?=\/|$)/i;
