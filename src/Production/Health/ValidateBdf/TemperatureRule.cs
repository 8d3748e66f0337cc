using System.Globalization;
using Voltloop.Health.ReadCyclers.Repairs;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ValidateBdf;

/// <summary>Temperatures that no sensor measures.</summary>
internal static class TemperatureRule
{
    /// <summary>A warning for every row with such a temperature.</summary>
    public static void Check(TableData data, FindingLog log)
    {
        for (var i = 0; i < data.Columns.Count; i++)
        {
            for (var row = 0; string.Equals(data.Columns[i].Target.Unit, "degC", StringComparison.Ordinal) && row < data.Rows; row++)
            {
                if (data.Values[i][row] is < SensorRepair.Lowest or > SensorRepair.Highest)
                {
                    log.Warn("temperature-implausible", string.Create(CultureInfo.InvariantCulture, $"{data.Columns[i].Header} is {data.Values[i][row]} degC: an open sensor?"), data.Lines[row]);
                }
            }
        }
    }
}
