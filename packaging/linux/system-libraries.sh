#!/usr/bin/env bash
# Looks whether the system has the libraries and a font that Qt needs; installs them where it may, else says what to
# install. Quiet and quick where nothing is missing. The command line of Dépêche needs none of it, so this never fails.
# Usage: system-libraries.sh PYTHON   (the interpreter that PySide6 was installed for)
set -uo pipefail

[[ $(uname -s) == Linux ]] || exit 0
python=$1

debian=(
    libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
    libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1
    fonts-dejavu-core
)
fedora=(
    libglvnd-egl libglvnd-glx libxkbcommon libxkbcommon-x11 dbus-libs fontconfig glib2 libxcb xcb-util-cursor
    xcb-util-image xcb-util-keysyms xcb-util-renderutil xcb-util-wm dejavu-sans-fonts dejavu-serif-fonts
)
arch=(
    libglvnd libxkbcommon libxkbcommon-x11 dbus fontconfig glib2 libxcb xcb-util-cursor xcb-util-image
    xcb-util-keysyms xcb-util-renderutil xcb-util-wm ttf-dejavu
)

# Asked of the loader rather than of the package manager: what counts is what Qt will find.
missing() {
    local qt
    qt=$("$python" -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])')/Qt
    ldd "$qt"/lib/libQt6{Core,Gui,Widgets,DBus}.so.6 "$qt"/plugins/platforms/lib{qxcb,qoffscreen}.so 2>/dev/null |
        awk '/not found/ {print $1}' | sort -u
    find -L /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" \
        \( -name '*.ttf' -o -name '*.ttc' -o -name '*.otf' \) -print -quit 2>/dev/null | grep -q . || echo "a font"
}

as_root() {
    if [[ $(id -u) == 0 ]]; then "$@"; else sudo -n "$@"; fi
}

lacking=$(missing)
[[ -z $lacking ]] && exit 0

if command -v apt-get >/dev/null; then
    command="apt-get install ${debian[*]}"
    if [[ $(id -u) == 0 ]] || sudo -n true 2>/dev/null; then
        echo "Installing system libraries for Qt"
        export DEBIAN_FRONTEND=noninteractive
        as_root apt-get update -qq >/dev/null 2>&1
        as_root apt-get install -y -qq --no-upgrade --no-install-recommends "${debian[@]}" </dev/null >/dev/null 2>&1
        lacking=$(missing)
        [[ -z $lacking ]] && exit 0
    fi
elif command -v dnf >/dev/null; then
    command="dnf install ${fedora[*]}"
elif command -v pacman >/dev/null; then
    command="pacman -S --needed ${arch[*]}"
else
    command="what these packages of Debian hold: ${debian[*]}"
fi
echo "The window cannot open yet ($(paste -sd, <<<"$lacking" | sed 's/,/, /g') missing); install as administrator: $command" >&2
