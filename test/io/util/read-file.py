"""Prints the rows of a Parquet or Arrow file, as three libraries read it, as JSON.

Each value is told with its kind, so that what JSON lacks or mixes up compares: {"f": "nan"}, {"i": "1"}, {"t": microseconds}.
"""

import datetime
import json
import math
import sys

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def plain(value):
    if value is None:
        return None
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return {"i": str(value)}
    if isinstance(value, float):
        return {"f": "nan" if math.isnan(value) else value.hex()}
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.datetime):
        return {"t": str((value - EPOCH) // datetime.timedelta(microseconds=1))}
    if isinstance(value, dict):
        return {"s": {name: plain(item) for name, item in value.items()}}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    raise TypeError(f"{type(value)}")


def with_pyarrow(path):
    import pyarrow.feather
    import pyarrow.parquet

    read = pyarrow.parquet.read_table if path.endswith(".parquet") else pyarrow.feather.read_table
    table = read(path)
    return {name: [plain(value) for value in table.column(i).to_pylist()] for i, name in enumerate(table.column_names)}


def with_pandas(path):
    import pandas

    read = pandas.read_parquet if path.endswith(".parquet") else pandas.read_feather
    frame = read(path, dtype_backend="pyarrow")
    return {name: [plain(value) for value in frame[name].array.__arrow_array__().to_pylist()] for name in frame.columns}


def with_polars(path):
    import polars

    frame = polars.read_parquet(path) if path.endswith(".parquet") else polars.read_ipc(path)
    return {name: [plain(value) for value in frame[name].to_list()] for name in frame.columns}


READERS = {"pyarrow": with_pyarrow, "pandas": with_pandas, "polars": with_polars}
json.dump({name: READERS[name](sys.argv[1]) for name in sys.argv[2:]}, sys.stdout)
