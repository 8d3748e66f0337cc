using Voltloop.Health.ImportTimeSeries;
using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadParquet;

/// <summary>The Battery Data Format 1.3 in Parquet.</summary>
internal sealed class ParquetFormat : ICyclerFormat
{
    /// <inheritdoc/>
    public string Name => "BDF time series (Parquet)";

    /// <inheritdoc/>
    public bool Recognises(CyclerGlance glance) => ParquetFile.Recognises(glance.Bytes.Span);

    /// <inheritdoc/>
    public CyclerTable? Read(ReadOnlyMemory<byte> content, FindingLog log)
    {
        try
        {
            return Table(ParquetFile.Read(content), log);
        }
        catch (InvalidDataException damaged)
        {
            log.Error("parquet-unreadable", damaged.Message);
            return null;
        }
    }

    private CyclerTable? Table(IReadOnlyList<ParquetColumn> file, FindingLog log)
    {
        var texts = Enumerable.Range(0, file.Count).Where(i => file[i].Texts is not null).ToHashSet();
        var matched = new ColumnMatcher(log, TimeSeriesColumns.Aliases).Match([.. file.Select(column => column.Name)], 1, texts);
        var columns = TimeSeriesColumns.Arrange(matched, 1, log);
        if (log.HasErrors)
        {
            return null;
        }

        var values = columns.Select(column => Converted(file[column.Index], column)).ToArray();
        var rows = values[0].Length;
        var words = texts.Where(i => string.Equals(ColumnName.Parse(file[i].Name).Quantity, TimeSeriesColumns.StepType, StringComparison.Ordinal))
            .Select(i => Array.ConvertAll(file[i].Texts!, text => text ?? "")).Take(1).ToArray();
        CheckValues(columns, values, log);
        return log.HasErrors ? null : new CyclerTable(Name, new TableData(columns, values, words, [.. Enumerable.Range(1, rows)]), new RepairReport());
    }

    private static double[] Converted(ParquetColumn column, MeasuredColumn target) => column.TicksPerSecond > 0
        ? Array.ConvertAll(column.Numbers!, value => value / column.TicksPerSecond)
        : target.Conversion.IsNone ? column.Numbers! : Array.ConvertAll(column.Numbers!, target.Conversion.Apply);

    private static void CheckValues(IReadOnlyList<MeasuredColumn> columns, double[][] values, FindingLog log)
    {
        if (values[0].Length == 0)
        {
            log.Error("no-rows", "The table has column names and no rows.");
        }

        for (var i = 0; i < values.Length; i++)
        {
            var bad = Array.FindIndex(values[i], value => double.IsInfinity(value) || (columns[i].IsRequired && double.IsNaN(value)));
            if (bad >= 0)
            {
                log.Error(double.IsInfinity(values[i][bad]) ? "not-finite" : "value-missing", $"\"{columns[i].Header}\" is {values[i][bad]}.", bad + 1);
            }
        }
    }
}
