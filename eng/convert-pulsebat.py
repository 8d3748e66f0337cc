# Makes samples/pulsebat from the published workbooks. usage: /usr/bin/python3 eng/convert-pulsebat.py FOLDER_OF_THE_SET
import glob
import os
import sys

import pandas as pd

levels, every = (10, 30, 50), 6
out = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "samples", "pulsebat")
voltages = [f"U{i}" for i in range(1, 22)]
head = "cell,cell_type,nominal_capacity_ah,charge_percent," + ",".join(f"u{i}_volt" for i in range(1, 22))
reference, graded = [head + ",soh_percent"], [head]
for path in sorted(glob.glob(os.path.join(sys.argv[1], "ProcessedData_adjustable", "*", "*.xlsx"))):
    table = pd.read_excel(path, sheet_name="SOC ALL").dropna(subset=voltages + ["SOH"])
    table = table[table["SOC"].isin(levels)]
    name = os.path.basename(path).split("_W_")[0].replace("_", " ").replace("Ah", " Ah")
    # D3-100 is cell D3 after 100 cycles: its states stay together and bear the name of the cell in the reference.
    ids = table["ID"].astype(str)
    table["physical"] = ids.str.split("-").str[0] if table["Qn"].iloc[0] == 2.1 else ids
    for place, (physical, cell) in enumerate(table.groupby("physical", sort=True)):
        for _, row in cell.iterrows():
            name_of = physical if place % every != every - 1 else row["ID"]
            start = f"{row['Mat']}-{name_of},{name},{row['Qn']:g},{row['SOC']:g}," + ",".join(f"{row[u]:.4f}" for u in voltages)
            if place % every != every - 1:
                reference.append(f"{start},{100 * row['SOH']:.2f}")
            elif row["SOC"] == 30:
                graded.append(start)
for name, lines in (("reference.csv", reference), ("to-grade.csv", graded)):
    with open(os.path.join(out, name), "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")
