using Voltloop.Core.Problems;
using Voltloop.Health.Model.Telemetry;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>Units that a message may declare.</summary>
internal static class TelemetryUnits
{
    private static readonly Dictionary<string, TelemetryUnit[]> Known = new(StringComparer.Ordinal)
    {
        ["time"] = [new("s", 1), new("ms", 0.001)],
        ["voltage"] = [new("V", 1), new("mV", 0.001)],
        ["current"] = [new("A", 1), new("mA", 0.001)],
        ["temperature"] = [new("degC", 1), new("K", 1, -273.15)],
    };

    /// <summary>Columns in the order of the short form.</summary>
    public static IReadOnlyCollection<string> Columns => Known.Keys;

    /// <summary>True for a column that has units.</summary>
    public static bool Has(string column) => Known.ContainsKey(column);

    /// <summary>The unit of a column; that of the record when none is declared.</summary>
    /// <exception cref="ProblemException"><see cref="TelemetryProblems.BadUnit"/>.</exception>
    public static TelemetryUnit Find(string column, string? name) => name is null ? Known[column][0]
        : Array.Find(Known[column], unit => string.Equals(unit.Name, name, StringComparison.Ordinal)) ?? throw new ProblemException(
            TelemetryProblems.BadUnit, $"\"{name}\" is not a unit of {column}.", $"units/{column}", $"Accepted are {string.Join(" and ", Known[column].Select(unit => unit.Name))}.");
}
