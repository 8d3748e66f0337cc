using System.Text.Json;
using Voltloop.Passport.Model;

namespace Voltloop.Passport.EstimateCosts;

/// <summary>The data of the chart of years, in the shape that the chart element reads.</summary>
internal static class CostChart
{
    /// <summary>JSON for a data block in the page; it holds numbers and our own words only.</summary>
    public static string Json(CostEstimate estimate) => JsonSerializer.Serialize(new
    {
        x = new { label = "Year", unit = (string?)null, values = estimate.Years.Select(year => year.Year) },
        series = new[]
        {
            Line("Storage", estimate.Years.Select(year => year.StorageCost)),
            Line("Computing", estimate.Years.Select(year => year.CpuCost)),
            Line("Both", estimate.Years.Select(year => year.Cost)),
        },
    });

    private static object Line(string label, IEnumerable<double> values) => new { label, unit = "currency", kind = "line", values };
}
