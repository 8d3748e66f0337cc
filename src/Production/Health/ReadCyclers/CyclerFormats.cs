using Voltloop.Health.ImportTimeSeries;
using Voltloop.Health.ReadArbin;
using Voltloop.Health.ReadBioLogic;
using Voltloop.Health.ReadCyclers.Dialects;
using Voltloop.Health.ReadCyclers.Text;
using Voltloop.Health.ReadNeware;
using Voltloop.Health.ReadParquet;
using Voltloop.Health.ReadSheets;

namespace Voltloop.Health.ReadCyclers;

/// <summary>All formats of time series, the most particular first.</summary>
internal static class CyclerFormats
{
    /// <summary>The exchange format: last, because vendors use some of its names.</summary>
    public static readonly ICyclerFormat Bdf = new BdfTextFormat();

    private static readonly IReadOnlyList<TextDialect> Dialects =
    [
        MaccorText.Dialect, NewareText.Levels, NewareText.Flat, NewareText.Chinese, NewareText.Detail, ArbinText.Dialect, PecText.Dialect, LandtText.Dialect, NovonixText.Dialect,
        LandText.Dialect, BioLogicText.Dialect, BitrodeText.Dialect, BatteryArchiveText.Dialect, KeyValueText.Dialect, PlainText.Dialect,
    ];

    private static readonly IReadOnlyList<ICyclerFormat> Refused =
    [
        new RefusedFormat("HDF5 (Indigo, Arbin)", [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A], "Export the test as CSV, or convert it to BDF CSV or Parquet."),
        new RefusedFormat("Neware nda", [.. "NEWARE"u8], "Export the test as CSV, or as ndax."),
        new RefusedFormat("LabVIEW measurement", [.. "LabVIEW Measurement"u8], "Name its columns as BDF has them, and import it as BDF CSV."),
        new RefusedFormat("Basytec text", [.. "~Resultfile from Basytec"u8], "Convert it to BDF CSV."),
    ];

    // In front of the tables that are read: some of their columns have names that others use too.
    private static readonly IReadOnlyList<ICyclerFormat> RefusedTables =
    [
        new RefusedTable("LeafSpy log", ["gids", "ahr", "hx", "vin"], "It names a vehicle and where it was, and nothing of it was kept. Leave VIN, Lat and Long out, and import time, current and voltages as a table of cells."),
    ];

    /// <summary>Every format, in the order in which they are asked.</summary>
    public static readonly IReadOnlyList<ICyclerFormat> All =
    [
        new ParquetFormat(), new MprFormat(), new ResFormat(new JetTables()), new NdaxFormat(), new MeasFormat(), new SheetFormat(Dialects),
        .. RefusedTables, .. Dialects.Select(dialect => new TextFormat(dialect)), Bdf, .. Refused,
    ];

    /// <summary>The format of a file; <c>null</c> when none recognises it.</summary>
    public static ICyclerFormat? Find(ReadOnlyMemory<byte> content)
    {
        var glance = CyclerGlance.At(content);
        return All.FirstOrDefault(format => format.Recognises(glance));
    }
}
