using Voltloop.Health.ImportTimeSeries;
using Voltloop.Health.ReadArbin;
using Voltloop.Health.ReadBioLogic;
using Voltloop.Health.ReadCyclers.Dialects;
using Voltloop.Health.ReadCyclers.Text;
using Voltloop.Health.ReadParquet;
using Voltloop.Health.ReadSheets;

namespace Voltloop.Health.ReadCyclers;

/// <summary>All formats of time series, the most particular first.</summary>
internal static class CyclerFormats
{
    /// <summary>The exchange format: last, because vendors use some of its names.</summary>
    public static readonly ICyclerFormat Bdf = new BdfTextFormat();

    private static readonly IReadOnlyList<ICyclerFormat> Texts =
    [
        new TextFormat(MaccorText.Dialect), new TextFormat(NewareText.Levels), new TextFormat(NewareText.Flat), new TextFormat(NewareText.Chinese),
        new TextFormat(ArbinText.Dialect), new TextFormat(PecText.Dialect), new TextFormat(LandtText.Dialect), new TextFormat(NovonixText.Dialect),
        new TextFormat(BioLogicText.Dialect), new TextFormat(BitrodeText.Dialect), new TextFormat(BatteryArchiveText.Dialect),
        new TextFormat(KeyValueText.Dialect), new TextFormat(PlainText.Dialect),
    ];

    /// <summary>Every format, in the order in which they are asked.</summary>
    public static readonly IReadOnlyList<ICyclerFormat> All =
        [new ParquetFormat(), new MprFormat(), new ResFormat(new JetTables()), new SheetFormat(Texts), .. Texts, Bdf];

    /// <summary>The format of a file; <c>null</c> when none recognises it.</summary>
    public static ICyclerFormat? Find(ReadOnlyMemory<byte> content)
    {
        var glance = CyclerGlance.At(content);
        return All.FirstOrDefault(format => format.Recognises(glance));
    }
}
