// Behaviour of every page. Each part enhances HTML that works without it.
import "htmx.org";
import "./elements/theme-toggle";
import "./elements/dialog";
import "./elements/menu";
import "./elements/drawer";
import "./elements/copy";
import "./elements/file-drop";
import "./elements/paper";
import "./elements/passkey";
import "./elements/waiting";
