import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

function stateFolder(): string {
  const { env, platform } = process;
  const given = env.INFINITY_FRAMES_STATE_DIR ?? "";
  if (given !== "") return given;
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "infinity-frames");
  if (platform === "win32") {
    return join(env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "infinity-frames");
  }
  const xdg = env.XDG_STATE_HOME ?? "";
  return join(isAbsolute(xdg) ? xdg : join(homedir(), ".local", "state"), "infinity-frames");
}

/**
 * Where submissions are noted unless the user says otherwise. It is the user's own folder for state, not a part of the
 * results' folder: at that time there is none yet, and a script that is run again from elsewhere must find what the
 * first run began.
 */
export function journalFolder(): string {
  return join(stateFolder(), "submissions");
}
