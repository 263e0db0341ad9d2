"""Writes the NPY and NPZ files that NpyTest and NpzTest read: python3 npy_examples.py (NumPy 2).

Every array holds k*k - 3 for k = 0, 1, ... in row-major order of its shape, as far as its type can.
"""

import pathlib

import numpy as np

OUT = pathlib.Path(__file__).parents[1] / "resources" / "io" / "surprisal" / "io"
OUT.mkdir(parents=True, exist_ok=True)


def values(shape, dtype):
    k = np.arange(np.prod(shape, dtype=int)).reshape(shape)
    return (k * k - 3).astype(dtype)


def save(name, array, version=None):
    with open(OUT / f"{name}.npy", "wb") as file:
        np.lib.format.write_array(file, array, version=version)


for code in ["<f4", ">f4", "<f8", ">f8", "<f2", ">f2", "|i1", "<i2", ">i2", "<i4", ">i4", "<i8", ">i8"]:
    name = code.replace("<", "little_").replace(">", "big_").replace("|", "")
    save(name, values((2, 3), code))
for code in ["|u1", "<u2", ">u4"]:
    name = code.replace("<", "little_").replace(">", "big_").replace("|", "")
    save(name, values((2, 3), "<i8").astype(code))
save("bool", np.array([[True, False, True], [False, False, True]]))
save("fortran", np.asfortranarray(values((2, 3, 4), "<f8")))
save("fortran_big", np.asfortranarray(values((3, 5), ">i4")))
save("scalar", np.float32(-3.0))
save("vector", values((5,), "<f4"))
save("empty", values((3, 0, 2), "<f4"))
save("version2", values((2, 3), "<f4"), version=(2, 0))
save("version3", values((2, 3), "<f4"), version=(3, 0))
save("complex", np.zeros(2, "<c8"))
save("unsigned64", np.zeros(2, "<u8"))
save("text", np.array(["a", "b"]))
save("fields", np.zeros(2, [("x", "<f4"), ("y", "<i4")]))
np.savez(OUT / "stored.npz", **{"a": values((2, 3), "<f4"), "layer/weight": values((4,), ">i2")})
np.savez_compressed(OUT / "deflated.npz", **{"a": values((2, 3), "<f4"), "layer/weight": values((4,), ">i2")})
