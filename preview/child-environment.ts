/** Variables that a compiler or a browser needs; the others may hold secrets. */
const PASSED =
  /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|FORCE_COLOR|LANG|LC_\w+|TZ|TMPDIR|TEMP|TMP|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_\w+|DBUS_SESSION_BUS_ADDRESS|SYSTEMROOT|APPDATA|LOCALAPPDATA|PROGRAMFILES.*|USERPROFILE)$/i;

/** The environment of child processes: an allowlist of this process's variables. */
export const childEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => PASSED.test(entry[0]) && entry[1] !== undefined,
    ),
  );
