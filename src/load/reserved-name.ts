/**
 * What Windows has no file for: the name of a device, whatever its ending, a segment of a path that ends with a dot or a blank, and
 * characters that mean something else there.
 */
export const RESERVED_NAME =
  /[<>:"|?*]|(?:^|\/)(?:(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?:\.[^/]*)?|[^/]*[. ])(?=\/|$)/i;
