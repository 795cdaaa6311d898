#!/bin/sh
# Keurt een map met teksten en wisselt haar in één keer in. De vorige blijft staan als data.vorige.
# Gebruik: deploy/teksten.sh MAP
#          deploy/teksten.sh --terug    (zet de vorige terug)
set -eu

if [ "$#" -ne 1 ]; then
    echo "Gebruik: deploy/teksten.sh MAP, of deploy/teksten.sh --terug" >&2
    exit 2
fi
van="$(realpath "$1" 2>/dev/null || true)"
cd "$(dirname "$0")/.."

if [ "$1" = "--terug" ]; then
    if [ ! -d data.vorige ]; then
        echo "Er is geen vorige map met teksten (data.vorige)." >&2
        exit 1
    fi
    rm -rf data.nieuw
    mv data.vorige data.nieuw
else
    if [ ! -d "$van" ]; then
        echo "De map $1 is er niet." >&2
        exit 1
    fi
    # Eerst ernaast: geen bezoeker ziet een halve map, en een map op een andere schijf mag ook.
    rm -rf data.nieuw
    cp -r "$van" data.nieuw
    chmod -R a+rX data.nieuw
fi
if ! .venv/bin/python -m triggerfactors --data data.nieuw check; then
    echo "Niet gewisseld: de teksten hebben een fout. Ze staan in data.nieuw." >&2
    exit 1
fi
rm -rf data.vorige
mv data data.vorige
mv data.nieuw data
echo "Gewisseld. Elk proces gebruikt de nieuwe teksten binnen een halve minuut; /gezond noemt de versie."
