using Voltloop.Core.Problems;
using Voltloop.Health.ReadMatlab;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers;

/// <summary>MATLAB files of version 5 with a structure <c>meas</c>, as published drive cycles come: + is charge, Ah counts from 0 in every file.</summary>
internal sealed class MeasFormat : ICyclerFormat
{
    private const string Variable = "meas";

    private static readonly (string Field, string Quantity)[] Fields =
    [
        ("Time", "test_time"), ("Voltage", "voltage"), ("Current", "current"), ("Ah", "net_capacity"), ("Wh", "net_energy"), ("Power", "power"),
        ("Battery_Temp_degC", "surface_temperature"), ("Chamber_Temp_degC", "ambient_temperature"),
    ];

    /// <inheritdoc/>
    public string Name => "MATLAB meas structure";

    /// <inheritdoc/>
    public bool Recognises(CyclerGlance glance) => MatlabFile.Recognises(glance.Bytes.Span);

    /// <inheritdoc/>
    public CyclerTable? Read(ReadOnlyMemory<byte> content, FindingLog log)
    {
        try
        {
            return Table(MatlabFile.Read(content), log);
        }
        catch (ProblemException unreadable)
        {
            log.Error(unreadable.Problem.Kind.Code, unreadable.Problem.Detail);
            return null;
        }
    }

    private CyclerTable? Table(IReadOnlyDictionary<string, MatlabValue> file, FindingLog log)
    {
        if (!file.TryGetValue(Variable, out var value) || value is not MatlabStructure meas)
        {
            log.Error("column-missing", $"The file has no structure \"{Variable}\"; it has {string.Join(", ", file.Keys)}.");
            return null;
        }

        var found = Fields.Where(field => meas.Find(field.Field) is MatlabNumbers).ToArray();
        double[][] values = [.. found.Select(field => meas.Field(field.Field).Numbers)];
        MeasuredColumn[] columns = [.. found.Select((field, i) => new MeasuredColumn(i, $"{Variable}.{field.Field}", BdfColumns.Find(field.Quantity)!, UnitConversion.None))];
        Check(columns, values, log);
        return log.HasErrors ? null : new CyclerTable(Name, new TableData(columns, values, [], [.. Enumerable.Range(1, values[0].Length)]), new RepairReport());
    }

    private static void Check(MeasuredColumn[] columns, double[][] values, FindingLog log)
    {
        foreach (var name in BdfColumns.Required.Except(columns.Select(column => column.Target.Name), StringComparer.Ordinal))
        {
            log.Error("column-missing", $"BDF requires the column {name}; the structure has no field for it.");
        }

        for (var i = 0; i < columns.Length; i++)
        {
            var required = BdfColumns.Required.Contains(columns[i].Target.Name, StringComparer.Ordinal);
            if (values[i].Length != values[0].Length || values[i].Length == 0)
            {
                log.Error("ragged-row", $"{columns[i].Header} has {values[i].Length} values, {columns[0].Header} {values[0].Length}.");
            }
            else if (Array.FindIndex(values[i], value => double.IsInfinity(value) || (required && double.IsNaN(value))) is >= 0 and var bad)
            {
                log.Error("not-finite", $"{columns[i].Header} is {values[i][bad]}.", bad + 1);
            }
        }
    }
}
