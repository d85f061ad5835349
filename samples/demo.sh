#!/usr/bin/env bash
# From a folder of invented résumés to a ranked list. Its data lies in .ats-demo, apart from your own.
set -euo pipefail
cd "$(dirname "$0")/.."
bin="${BIN:-.venv/bin}"
export ATS_HOME="$PWD/.ats-demo"
unset ATS_DATABASE_URL ATS_SERVER ATS_TOKEN ATS_PROFILE
job=REQ-2026-0001

step() {
    printf '\n$ ats'
    printf ' %s' "$@"
    printf '\n'
    "$bin/ats" "$@"
}

if ! "$bin/ats" job show "$job" >/dev/null 2>&1; then
    step job create --file samples/job.json --number "$job"
fi
step import-resumes samples/resumes --job "$job" --source Samples
step match "$job" --top 8
step match "$job" --top 1 --explain

cat <<END

That was real: a Postgres of its own runs, with its data in $ATS_HOME.
Try next:

    export ATS_HOME=$ATS_HOME PATH=$PWD/$bin:\$PATH
    ats candidate show ana.silva@example.com
    ats parse samples/resumes/lucia_ferrandiz.pdf --json
    ats import-resumes ~/your-cvs --job $job --plan      # says what would happen, writes nothing
    ats import-resumes ~/your-cvs --job $job
    ats serve                                            # the same over HTTP, documented at /docs
    ats db stop                                          # when you are done

To start with your own data: unset ATS_HOME, then ats job create --help
END
