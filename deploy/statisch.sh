#!/bin/sh
# Zet de vaste bestanden van Streamlit klaar voor nginx, met een ingepakte versie ernaast.
# Draai dit na elke nieuwe versie. Gebruik: deploy/statisch.sh [doelmap]
set -eu

doel="${1:-/var/lib/triggerwijzer/web}"
cd "$(dirname "$0")/.."
bron="$(.venv/bin/python -c 'import pathlib, streamlit; print(pathlib.Path(streamlit.__file__).parent / "static" / "static")')"

# Eerst ernaast klaarzetten, dan in één keer wisselen: geen bezoeker ziet een halve map.
mkdir -p "$doel"
rm -rf "$doel/static.nieuw" "$doel/static.oud"
cp -r "$bron" "$doel/static.nieuw"
find "$doel/static.nieuw" -type f \( -name '*.js' -o -name '*.css' -o -name '*.svg' -o -name '*.wasm' \) -exec gzip -9 -k -f {} +
chmod -R a+rX "$doel"
if [ -d "$doel/static" ]; then mv "$doel/static" "$doel/static.oud"; fi
mv "$doel/static.nieuw" "$doel/static"
rm -rf "$doel/static.oud"
